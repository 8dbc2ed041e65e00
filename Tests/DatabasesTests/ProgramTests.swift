import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// The program itself, with the module loaded as it is shipped.
@Suite struct DatabaseProgramTests {
  private let folder = TemporaryFolder()

  private var surroundings: [String: String] {
    let xdg = folder("xdg")
    var all = Dictionary(uniqueKeysWithValues: ["DATA", "STATE", "CONFIG", "CACHE"].map { ("XDG_\($0)_HOME", xdg) })
    all["PGSERVICEFILE"] = "\(TestServer.surroundings)/services"
    all["PGPASSFILE"] = "\(TestServer.surroundings)/leeg"
    return all
  }

  private func run(_ options: [String], _ lines: [String]) -> ChildProcess {
    Leerkring.run(
      options + ["--workspace", "w.json"] + lines.flatMap { ["-c", $0] }, environment: surroundings, folder: folder.path
    )
  }

  @Test func `a password on a line stands in no file and in no answer`() {
    let lines = [
      "db add kring --service kring", "db add a --service a --password Zeer-Geheim-1",
      "db add b --service b password=Zeer-Geheim-1", "db add postgres://lezer:Zeer-Geheim-1@server/kring",
      "set title klaar",
    ]
    for form in [[], ["--json"]] {
      let run = run(form + ["--bail", "off", "--log-append", "t.lk"], lines)
      #expect(run.errors.contains("db.password"), "\(run.errors)")
      #expect(!run.output.contains("Geheim-1") && !run.errors.contains("Geheim-1"), "\(run.errors)")
    }
    #expect(folder.text("t.lk")?.contains("set title klaar") == true)
    let found = ChildProcess.run("/bin/grep", ["-rlF", "Geheim-1", folder.path])
    #expect(found.output == "")
    #expect(ChildProcess.run("/bin/grep", ["-rlF", "kring", folder.path]).output != "")
  }

  @Test(.enabled(if: TestServer.isThere)) func `a table is read, and why tells where it came from`() throws {
    let run = run(
      ["--json"], ["db add kring --service kring", "let t = read db:kring/public.pc6", "keep t", "why t --full"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("service kring, database kring, PostgreSQL 1"))
    #expect(run.output.contains("db:kring/public.pc6"))
    let answer = self.run([], ["read db:kring/public.pc6 | where jaar = 2024 | to csv"])
    #expect(answer.output == "pc6,jaar,waarde\n1000AA,2024,\n1234AB,2024,2.5\n", "\(answer.output)\(answer.errors)")
  }

  @Test(.enabled(if: TestServer.isThere)) func `a kept result is asked again, and what differs by now is named`() throws
  {
    let kept = run(
      ["--json"],
      [
        "db add kring --service kring", "let t = read db:kring/public.wisselt | group soort --sum n", "keep t",
        "why t --again",
      ])
    #expect(kept.code == 0, "\(kept.errors)")
    #expect(kept.output.contains(#""equal":true"#), "\(kept.output)")
    TestServer.shared?.sql(
      "update public.wisselt set n = 31 where id = 3; insert into public.wisselt values (4, 'c', 1)")
    let later = run([], ["why t --again"])
    #expect(
      later.output.contains("2 rijen verschillen nu") || later.output.contains("2 rows differ now"),
      "\(later.output)\(later.errors)")
    #expect(later.output.contains("'sum_n'"))
    let refused = run([], ["let u = calc wilson --share 0.12 --n 200", "why u --again"])
    #expect(refused.errors.contains("why.again"), "\(refused.errors)")
  }

  @Test(.enabled(if: TestServer.isThere))
  func `Ctrl-C ends a question at once, and the server goes on with something else`() throws {
    folder.write("select 1 as a from pg_sleep(30), (select 'van deze proef') t", to: "slaap.sql")
    let program = try #require(
      LiveProcess(
        "/bin/sh",
        [
          "-c",
          "cd \(folder.path) && exec \(Places.program) --workspace w.json -c 'db add kring --service kring' -c 'read db:kring --query slaap.sql'",
        ], environment: Leerkring.environment(surroundings)))
    func running() -> String {
      TestServer.shared?.sql(
        "select count(*) from pg_stat_activity where query like 'copy%van deze proef%' and pid <> pg_backend_pid()")
        ?? ""
    }
    for _ in 0..<600 where running() != "1\n" { usleep(50_000) }
    #expect(running() == "1\n")
    let start = ContinuousClock.now
    #expect(program.end(SIGINT) == 130)
    let time = ContinuousClock.now - start
    print("Ctrl-C in the program: ended after \(time)")
    // Well before the half minute that the question takes.
    #expect(time < .seconds(10))
    #expect(running() == "0\n")
  }

  @Test(.enabled(if: TestServer.isThere))
  func `Ctrl-C ends a question about small areas at once`() throws {
    let program = try #require(
      LiveProcess(
        "/bin/sh",
        [
          "-c",
          "cd \(folder.path) && exec \(Places.program) --workspace w.json -c 'db add kring --service kring' -c 'wzw estimate --from db:kring/public.traag --in GM0164 --year 2024 --indicator eenzaam'",
        ], environment: Leerkring.environment(surroundings)))
    func running() -> String {
      TestServer.shared?.sql(
        "select count(*) from pg_stat_activity where query like '%traag%' and state = 'active' and pid <> pg_backend_pid()"
      )
        ?? ""
    }
    for _ in 0..<100 where running() != "1\n" { usleep(50_000) }
    #expect(running() == "1\n")
    let start = ContinuousClock.now
    #expect(program.end(SIGINT) == 130)
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(running() == "0\n")
  }

  @Test(.enabled(if: TestServer.isThere))
  func `an estimate out of a database is asked again`() throws {
    let line = "wzw estimate --from db:kring/public.klein --in WK016401 --year 2024 --indicator eenzaam"
    let run = run(
      ["--json"], ["db add kring --service kring", "let x = \(line)", "keep x", "why x --again", "why x --full"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains(#""equal":true"#), "\(run.output)")
    #expect(run.output.contains("service kring, database kring, PostgreSQL 1"))
  }
}
