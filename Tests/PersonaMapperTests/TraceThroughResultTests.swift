import Stages
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import PersonaMapper

/// A trace leads to the rows of a file, whatever was done with them on the way.
@Suite struct TraceThroughResultTests {
  private let bench: Workbench

  init() throws {
    let rows = (1...12).map { "p\($0),\($0 % 3),\($0 % 2 == 0 ? "ja" : "nee")\n" }
    bench = try Workbench(files: ["w.csv": "naam,groep,hulp\n" + rows.joined()])
    let catalogue = StageCatalogue.all(
      forms: TextForms(
        table: { _, _ in "" }, csv: { _, _, _ in [] }, json: { _ in [] }, jsonl: { _ in [] }, markdown: { _, _ in "" },
        html: { _, _ in "" }, svg: { _, _ in nil }))
    for command in catalogue.commands { try bench.session.registry.add(command) }
    for stage in catalogue.stages { try bench.session.registry.add(stage) }
  }

  private func traces() throws -> [PersonaTrace] {
    try (bench.piece("drafts")["drafts"]?.array ?? []).compactMap { draft in
      try draft["trace"].map { try PersonaTrace(field: $0) }
    }
  }

  @Test(arguments: [
    ("read w.csv", Array(1...12)), ("read w.csv | where groep > 0", [1, 2, 4, 5, 7, 8, 10, 11]),
    ("read w.csv | sort naam desc | where groep > 0 | select naam,hulp", [1, 2, 4, 5, 7, 8, 10, 11]),
    ("read w.csv | derive a = groep + 1 | top 3", [1, 2, 3]),
    // In the order of their names p9 is first, and p12 last but three.
    ("read w.csv | sort naam desc | top 4", [6, 7, 8, 9]),
  ])
  func `the rows of a result are those of its file`(line: String, rows: [Int]) throws {
    try bench.run("persona cluster w.csv --id naam --columns hulp --k 2 --resamples 0")
    let direct = try #require(try traces().first)
    try bench.run("let t = \(line)")
    try bench.run("persona cluster $t --id naam --columns hulp --k 2 --resamples 0")
    let found = try traces()
    #expect(found.flatMap(\.rows).sorted() == rows)
    #expect(found.allSatisfy { $0.file == "$t (w.csv)" && $0.sha256 == direct.sha256 && $0.rows.contains($0.medoid) })
    #expect(direct.sha256.count == 64)
  }

  @Test func `what was made out of several rows is of no file`() throws {
    try bench.run("let g = read w.csv | group hulp,groep")
    try bench.run("persona cluster $g --columns hulp --k 2 --resamples 0")
    #expect(try traces().allSatisfy { $0.sha256.isEmpty && $0.file == "$g" })
  }
}
