import Files
import TestSupport
import Testing
import WorkbenchKit

/// A source is withdrawn: all that rests on it is named, and nothing else.
@Suite struct RecallTests {
  private let folder = TemporaryFolder()

  init() {
    folder.write("code;waarde\na;1\nb;2\n", to: "oud.csv")
    folder.write("code;waarde\na;1\nb;20\n", to: "nieuw.csv")
    folder.write("code;waarde\na;7\n", to: "ander.csv")
  }

  private func run(_ lines: [String], options: [String] = []) -> ChildProcess {
    Leerkring.run(
      ["--lang", "nl", "-w", "w.json"] + options + lines.flatMap { ["-c", $0] },
      environment: ["XDG_STATE_HOME": folder("state")], folder: folder.path)
  }

  private func json(_ line: String) throws -> JSON {
    let run = run([line], options: ["--json"])
    guard run.code == 0 else { return run.errorObject ?? .null }
    return try JSONReader.parse(String(run.output.split(separator: "\n").last ?? ""))
  }

  private static let work = [
    "let r1 = read oud.csv | sort waarde", "let r2 = $r1 | top 1 --by waarde", "let r3 = read ander.csv", "let r4 = 5",
    "keep r1", "keep r2", "keep r3", "keep r4", "branch new warm", "set title Warm", "branch use main",
    "read oud.csv | to html p.html", "read ander.csv | to html q.html", "save",
  ]

  private func names(_ told: JSON) -> Set<String> {
    Set(told.rows.map { "\($0["kind"]?.string ?? "") \($0["place"]?.string ?? "") \($0["name"]?.string ?? "")" })
  }

  @Test func `every dependant is named and no other, in all branches, notebooks and pages`() throws {
    #expect(run(Self.work).code == 0)
    #expect(run(["notebook save n.md"]).code == 0)
    let told = try json("recall oud.csv --because 'ingetrokken door de bron'")
    let cells = names(told).filter { $0.hasPrefix("cell") }
    #expect(
      names(told).subtracting(cells) == [
        "result main r1", "result main r2", "result warm r1", "result warm r2", "page p.html p.html",
      ])
    let text = folder.text("n.md") ?? ""
    // let r1, keep r1, let r2, keep r2: those of r3 and r4 are not among them.
    #expect(cells.count == 4, "\(cells)\n\(text)")
    #expect(told.facts["results"] == 4 && told.facts["pages"] == 1)
  }

  @Test func `what was decided on it is named with it, and what was decided on something else is not`() throws {
    let decided = [
      "kring new Lindehof", "kring role add gemeente",
      "besluit add 'Er komt een kamer' --id kamer --made 2027-01-01 --who gemeente --rests-on r2 --rests-on r3",
      "besluit add 'Er komt een bus' --id bus --made 2027-01-01 --who gemeente --rests-on r4",
      "besluit add 'Er komt een bank' --id bank --made 2027-01-01 --who gemeente", "save",
    ]
    #expect(run(Self.work + decided).code == 0)
    let told = try json("recall oud.csv --because ingetrokken")
    #expect(names(told).filter { $0.hasPrefix("decision") } == ["decision main kamer"])
    #expect(told.rows.first { $0["kind"] == "decision" }?["rests_on"] == "oud.csv")
    #expect(told.facts["decisions"] == 1)
    #expect(run(["undo", "recall ander.csv --because ingetrokken"]).output.contains("kamer"))
    #expect(!run(["undo", "recall ander.csv --because ingetrokken"]).output.contains("besluit bus"))
  }

  @Test func `what rests on it says so from then on, until it is taken back`() throws {
    #expect(run(Self.work + ["recall oud.csv --because 'ingetrokken door de bron'"]).code == 0)
    for line in ["show r1", "why r2", "read oud.csv | count"] {
      #expect(run([line]).output.contains("ingetrokken"), "\(line)")
    }
    for line in ["show r3", "why r3", "read ander.csv | count"] {
      #expect(!run([line]).output.contains("ingetrokken"), "\(line)")
    }
    #expect(
      try json("recall list").rows.contains { $0["name"] == "oud.csv" && $0["recalled"] == "ingetrokken door de bron" })
    #expect(try json("recall check p.html").facts["recalled"] == 1)
    #expect(try json("recall check q.html").facts["recalled"] == 0)
    #expect(run(["undo"]).code == 0)
    #expect(!run(["show r1"]).output.contains("ingetrokken"))
    #expect(try json("recall sweep .")["code"]?.string == "recall.none")
  }

  @Test func `a new file is worked out beside the old one, and nothing of the workspace changes but the note`() throws {
    #expect(run(Self.work).code == 0)
    let told = run(["recall oud.csv --because weg --use nieuw.csv"])
    #expect(told.output.contains("komen 4 van de 4 anders uit"), "\(told.output)\(told.errors)")
    #expect(told.output.contains("20"))
    #expect(run(["$r1"]).output.contains("2"))
    #expect(!run(["show r1"]).output.contains("20"))
    #expect(try json("recall oud.csv --because weg --use oud.csv")["code"]?.string == "recall.same")
    #expect(try json("recall oud.csv --because weg --use nergens.csv")["code"]?.string == "file.missing")
  }

  @Test func `a file is known by its digest and by its name, also when another lies in its place`() throws {
    #expect(run(Self.work).code == 0)
    let digest = SHA256.hex(folder.read("oud.csv") ?? [])
    #expect(try json("recall \(digest) --because x").facts["results"] == 4)
    #expect(try json("recall \(digest.prefix(10)) --because x").facts["results"] == 4)
    folder.write("iets;anders\n1;2\n", to: "oud.csv")
    let other = try json("recall oud.csv --because x")
    #expect(other.facts["results"] == 4)
    #expect(other.blocks("notice").contains { $0["level"] == "caution" })
    #expect(try json("recall nieuw.csv --because x").facts["results"] == 0)
    #expect(try json("recall ander.cvs --because x")["code"]?.string == "recall.unknown")
    #expect(try json("recall ander.cvs --because x")["suggestion"]?.string == "ander.csv")
  }

  @Test func `the reason is guarded, and a workspace for reading only stays as it is`() throws {
    #expect(run(Self.work).code == 0)
    #expect(run(["recall oud.csv --because 'bel 06-12345678'"]).errors.contains("[personal.found]"))
    #expect(run(["recall oud.csv"]).errors.contains("[argument.missing]"))
    #expect(run(["recall oud.csv --because x"], options: ["--readonly"]).errors.contains("[workspace.readonly]"))
    #expect(run(["recall sweep . oud.csv"], options: ["--readonly"]).code == 0)
    #expect(run(["recall check oud.csv"]).errors.contains("[recall.page]"))
    #expect(run(["recall check nergens.html"]).errors.contains("[file.missing]"))
  }

  @Test func `a sweep looks through workspaces, notebooks and pages, and names those that cannot be read`() throws {
    folder.folder("map")
    folder.folder("map/diep")
    #expect(run(Self.work).code == 0)
    #expect(run(["notebook save map/diep/n.md", "notebook export map/diep/n.md --to html map/n.html"]).code == 0)
    for name in ["w.json", "p.html", "q.html"] { folder.write(folder.read(name) ?? [], to: "map/\(name)") }
    let digest = SHA256.hex(folder.read("oud.csv") ?? [])
    folder.write(
      "---\ntitle: x\n---\n```leerkring\nx\n\n```output inputs=oud.csv:\(digest.prefix(12))\n", to: "map/stuk.md")
    folder.write("{\"format\":\"leerkring-workspace\",\"x\":\"\(digest)\"", to: "map/stuk.json")
    let told = try json("recall sweep map oud.csv")
    let files = Set(told.rows.compactMap { $0["file"]?.string })
    #expect(files == ["map/w.json", "map/p.html", "map/diep/n.md", "map/n.html"], "\(files)")
    #expect(told.facts["results"] == 4 && told.facts["cells"] == 4 && told.facts["pages"] == 2)
    #expect(told.blocks("notice").count { $0["text"]?.string?.contains("stuk") == true } >= 1)
    #expect(try json("recall sweep map ander.csv").facts["pages"] == 2)
  }

  @Test(.enabled(if: Places.hasRealData, "../shared/data is not there"))
  func `of ten kept results the four that rest on the percentages of RIVM are named`() throws {
    let data = try #require(Places.realData)
    let lines = [
      "wzw import \(data)/kwb_nl_2024.csv --year 2024 --only GM0164",
      "wzw import \(data)/rivm_50090NED_2020_65plus.csv --year 2020 --only GM0164",
      "let r1 = wzw estimate BU01640501 --indicator BeperkingInBewegen --age 65+",
      "let r2 = wzw estimate --level buurt --in GM0164 --indicator Eenzaam --age 65+",
      "let r3 = wzw rank Eenzaam --in GM0164",
      "let r4 = wzw benchmark BU01640501 --indicator Eenzaam", "let k1 = wzw rank AantalInwoners --in GM0164",
      "let k2 = wzw areas --level wijk", "let k3 = read ander.csv | count", "let k4 = 5",
      "let k5 = wzw project GM0164 --to 2030",
      "let k6 = read oud.csv",
    ]
    let keeps = ["r1", "r2", "r3", "r4", "k1", "k2", "k3", "k4", "k5", "k6"].map { "keep \($0)" }
    #expect(run(lines + keeps + ["save"]).code == 0)
    let told = try json("recall rivm_50090NED_2020_65plus.csv --because 'ingetrokken door CBS en PBL'")
    #expect(
      Set(names(told).filter { $0.hasPrefix("result") }) == [
        "result main r1", "result main r2", "result main r3", "result main r4",
      ])
    let cited = try json("recall 'Gezondheid per wijk en buurt 2020' --because 'ingetrokken'")
    #expect(names(cited).filter { $0.hasPrefix("result") }.count == 4)
  }
}
