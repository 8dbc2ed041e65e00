import Crates
import Session
import WorkbenchKit

/// A crate of one estimate on a file of four areas.
enum CrateFixture {
  static let file = CrateInput(
    name: "areas.csv", sha256: String(repeating: "a", count: 64), licence: "CC0 1.0",
    way: .travels(Array("code;people;rate\nBU1;100;20\nBU2;50;10\nBU3;20;30\nBU3;30;40\n".utf8)))

  static let derivation = Derivation(
    column: "estimate", key: "area", variant: "origin", when: "", method: Text(nl: "direct", en: "direct"),
    factors: [
      .init(column: "people", label: .verbatim("people"), file: "/home/someone/areas.csv", fileColumns: ["people"]),
      .init(column: "rate", label: .verbatim("rate"), file: "/home/someone/areas.csv", fileColumns: ["rate"]),
    ])

  static func result(_ table: Table) -> RunResult {
    var provenance = Provenance()
    provenance.inputs = [
      InputFile(path: "/home/someone/areas.csv", sha256: file.sha256, rows: 4, columns: ["people", "rate"], year: 2024)
    ]
    provenance.assumptions = [Text(nl: "het percentage geldt ook hier", en: "the percentage holds here too")]
    provenance.sources = [Source(id: "s", title: "A & B", publisher: "CBS", date: "2024", licence: "CC BY 4.0")]
    provenance.derivations = [derivation]
    return RunResult(
      output: Output([.table(table), .text("x")]), provenance: provenance, line: "wzw estimate",
      owner: Registration.Owner(name: "wzw", version: "1.2"))
  }

  static let table = Table(columns: [
    .texts("area", ["BU1", "BU2", "BU3"]), .numbers("estimate", [20, 5, 6]),
  ])

  static func contents(_ table: Table = table, inputs: [CrateInput] = [file]) throws -> CrateContents {
    let day = try present(CalendarDate("2027-01-31"))
    var contents = CrateContents(
      title: "Een <proef>", about: Text(nl: "een proef", en: "a trial"), language: .nl, published: day,
      program: Registration.Owner(name: "leerkring", version: "0.1"))
    let (shown, held) = ShownResult.of(result(table))
    var first = CrateRun(id: "step-1", line: "wzw import areas.csv", place: Text(nl: "stap 1", en: "step 1"))
    first.inputs = shown.provenance.inputs
    first.time = "2027-01-30T10:00:00Z"
    first.changed = ["tables/wzw.areas"]
    var second = CrateRun(id: "step-2", line: "wzw estimate BU1", place: Text(nl: "stap 2", en: "step 2"))
    second.inputs = shown.provenance.inputs
    second.basis = ["step-1"]
    second.tools = [Registration.Owner(name: "wzw", version: "1.2")]
    second.given = [CrateValue(kind: "seed", name: "", value: "7")]
    second.result = shown
    contents.runs = [first, second]
    contents.inputs = inputs
    contents.heldBack = held
    return contents
  }

  private static func present<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Diagnostic("test.missing", .verbatim("missing")) }
    return value
  }
}
