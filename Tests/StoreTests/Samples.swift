import Session
import Store
import WorkbenchKit

/// Operations and workspaces to try things on.
enum Samples {
  static func record(_ line: String) -> Step.Record { Step.Record(line: line, time: "2026-01-02T03:04:05Z") }

  static func title(_ title: String) -> Operation {
    .step(record("set title \(title)"), changes: [PartName(.about, "title"): Part(.string(title))])
  }

  static let table = Table(
    title: Text(nl: "Buurten", en: "Neighbourhoods"),
    columns: [
      .texts("area", ["BU01640501", "BU01640502", nil]),
      .numbers("population", [650, 1234.5, .nan]),
      Column("rural", .booleans([true, false, nil])),
    ])

  /// A step that took in two of a copy, one of which took in another.
  static var mergedRecord: Step.Record {
    var inner = Step.Record(line: "set seed 8", time: "2026-01-02T03:04:05Z", plugin: "p", version: "1", basis: [1, 2])
    inner.merged = [Step.Merged(number: 3, record: record("set seed 9"))]
    var record = record("workspace merge kopie.json")
    record.merged = [
      Step.Merged(
        number: 4,
        record: Step.Record(
          line: "keep x", time: "2026-01-02T03:04:05Z", needs: [NeededLine(line: "let x = 1", after: 3)], language: .en,
          seed: 2)),
      Step.Merged(number: 5, record: inner),
    ]
    return record
  }

  /// One of every kind of part, and of operation.
  static let operations: [Operation] = [
    title("Een"),
    .step(
      Step.Record(
        line: "wzw import wijken.csv", time: "2026-01-02T03:04:06Z", plugin: "woonzorgwijzer", version: "0.1.0",
        inputs: [
          InputFile(
            path: "wijken.csv", sha256: String(repeating: "a", count: 64), rows: 3, columns: ["area", "population"],
            year: 2024, evidence: .measured)
        ],
        needs: [
          NeededLine(line: "let rij = 3", after: 0),
          NeededLine(line: "let x = read wijken.csv |\n  top $rij", after: 1, branch: "warm", step: 2),
        ], language: .nl, seed: .max),
      changes: [
        PartName(.tables, "wzw.areas"): Part(table),
        PartName(.documents, "woonzorgwijzer/need"): Part(["rate": 0.296, "name": "Berflo Es \u{202E} \"Noord\""]),
        PartName(.schemas, "woonzorgwijzer"): Part(1),
        PartName(.results, "r1"): Part([["kind": "text", "text": "één"]]),
      ]),
    title("Twee"),
    .step(record("set seed 7"), changes: [PartName(.settings, "seed"): Part(7)]),
    .undo(2),
    .redo(1),
    .step(record("forget r1"), changes: [PartName(.results, "r1"): nil]),
    title("Drie"),
    .undo(1),
  ]

  /// What a sealed file says, in the canonical form; nil where it bears no seal or is damaged.
  static func content(_ bytes: [UInt8]?) -> [UInt8]? {
    guard let bytes, String(decoding: bytes, as: UTF8.self).contains("\n  \"seal\": {") else { return nil }
    let snapshot = SnapshotReader.read(bytes)
    return snapshot.damage == nil ? SnapshotWriter.encode(snapshot.workspace) : nil
  }

  static func workspace(_ operations: [Operation] = operations, lineage: String = "0123456789abcdef") throws
    -> Workspace
  {
    try operations.reduce(Workspace(lineage: lineage)) { try $0.applying($1) }
  }
}
