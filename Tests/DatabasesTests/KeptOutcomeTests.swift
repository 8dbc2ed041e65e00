import TestSupport
import Testing

/// How much of what came out of a database stays in a workspace.
@Suite(.serialized, .enabled(if: TestServer.isThere)) struct KeptOutcomeTests {
  private let folder = TemporaryFolder()

  private func run(_ lines: String..., form: [String] = []) -> ChildProcess {
    let xdg = folder("xdg")
    var all = Dictionary(uniqueKeysWithValues: ["DATA", "STATE", "CONFIG", "CACHE"].map { ("XDG_\($0)_HOME", xdg) })
    all["PGSERVICEFILE"] = "\(TestServer.surroundings)/services"
    all["PGPASSFILE"] = "\(TestServer.surroundings)/leeg"
    return Leerkring.run(
      form + ["--lang", "nl", "--workspace", "w.json"] + lines.flatMap { ["-c", $0] }, environment: all,
      folder: folder.path)
  }

  @Test func `rows are kept up to the bound, and beyond it their digest alone`() throws {
    // Three rows of three are nine cells.
    let exact = run(
      "db add kring --service kring", "set db.keep 9", "let t = read db:kring/public.pc6", "keep t")
    #expect(exact.code == 0, "\(exact.errors)")
    #expect(!exact.output.contains("niet bewaard"))
    #expect(run("show t").output.contains("1234AB"))
    let more = run("set db.keep 8", "let u = read db:kring/public.pc6", "keep u", "why u --again")
    #expect(more.code == 0 && more.output.contains("de rijen zijn niet bewaard"), "\(more.output)\(more.errors)")
    // What is remembered still has its rows; what was kept has none, in this session and in the next.
    let later = run("show u", "why u --again", "why u --full")
    #expect(later.output.contains("Hier stond een tabel van 3 rijen en 3 kolommen"), "\(later.output)")
    #expect(later.output.contains("hoogstens 8 cellen (db.keep)") && !later.output.contains("1234AB"))
    #expect(later.output.contains("Gelijk: dezelfde regel geeft nu hetzelfde antwoord"))
    #expect(later.output.contains("PostgreSQL 1") && later.output.contains("db:kring/public.pc6"))
    #expect(run("$u | top 1").errors.contains("tabel"))
    // What stood there before is there still.
    #expect(run("show t").output.contains("1234AB"))
  }

  @Test func `what differs is seen without the rows, a step is taken back, and none is kept of a bound of nought`()
    throws
  {
    TestServer.shared?.sql(
      "create table public.gaat_om (id int primary key, n int); insert into public.gaat_om values (1, 1), (2, 2); grant select on public.gaat_om to lezer"
    )
    defer { TestServer.shared?.sql("drop table public.gaat_om") }
    let kept = run(
      "db add kring --service kring", "set db.keep 3", "let t = read db:kring/public.gaat_om", "keep t",
      "read db:kring/public.gaat_om | group id --sum n | where id = 1", "keep een --last")
    #expect(kept.code == 0, "\(kept.errors)")
    #expect(run("why t --again").output.contains("Gelijk"))
    TestServer.shared?.sql("update public.gaat_om set n = 3 where id = 2")
    let changed = run("why t --again", "why een --again", form: ["--json"])
    #expect(
      changed.output.contains(#""equal":false"#) && changed.output.contains(#""equal":true"#), "\(changed.output)")
    #expect(run("why t --again").output.contains("waren te veel om te bewaren"))
    #expect(run("undo", "show een").errors.contains("een"))
    #expect(run("redo", "show een").output.contains("1"))
    let none = run("set db.keep 0", "let e = read db:kring/public.gaat_om | count", "keep e", "show e")
    #expect(none.code == 0 && none.output.contains("2"), "\(none.output)\(none.errors)")
    // Of a file there is no bound.
    folder.write("a,b\n1,2\n3,4\n", to: "f.csv")
    #expect(run("let f = read f.csv", "keep f", "show f").output.contains("3"))
  }

  @Test func `of persons nothing is kept but figures`() throws {
    let run = run(
      "db add kring --service kring --microdata", "let g = read db:kring/zorg.mensen | group wijk", "keep g", "show g",
      "let t = read db:kring/zorg.mensen")
    #expect(run.errors.contains("privacy.rows") || run.errors.contains("persoon") || run.errors.contains("personen"))
    #expect(run.output.contains("A") && !run.output.contains("B "))
    let kept = ChildProcess.run("/bin/grep", ["-c", "zorg\":", folder("w.json")])
    #expect(kept.output == "0\n" || kept.output == "")
  }
}
