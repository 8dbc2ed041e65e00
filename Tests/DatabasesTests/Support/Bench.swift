import TestSupport
@_spi(Host) import WorkbenchKit

@testable import Databases
@testable import Stages

/// A session with the plugin, `read`, `contents` and the stages in it.
struct Bench {
  let bench: Workbench

  init(_ lines: String..., files: [String: String] = [:], language: Language = .nl) throws {
    _ = TestServer.surroundings
    bench = try Workbench(
      Databases(), data: Places.root + "/Plugins/Databases/Knowledge/Data",
      commands: [Read(), Contents()],
      stages: [
        Group(), Where(), Count(), Select(), Top(), Derive(), Sort(), Describe(), Pivot(), PlanStage(),
      ], language: language,
      files: files)
    for line in lines { try bench.run(line) }
  }

  /// One with the usual database.
  static func kring(_ flags: String = "", files: [String: String] = [:]) throws -> Bench {
    try Bench("db add kring --service kring \(flags)", files: files)
  }

  /// A table as lines: names, then rows; missing is `.`.
  func sheet(_ line: String) throws -> [String] {
    guard let table = try bench.run(line).table else { return [] }
    return [table.columnNames.joined(separator: " ")]
      + (0..<table.rowCount).map { row in
        table.columns.map { column in
          column.withheld[row] ?? (column[row].isMissing ? "." : column[row].plain)
        }.joined(separator: " ")
      }
  }

  func code(_ line: String) -> String? { bench.error(line)?.code }
}

/// A connection to look at by itself.
func openLink(_ service: String, seconds: Int = 60, checkInterrupt: @escaping () throws -> Void = {}) throws
  -> ServerLink
{
  _ = TestServer.surroundings
  return try ServerLink.open(
    RegisteredDatabase(name: "kring", service: service), service: service, ReadingLimits(seconds: seconds),
    checkInterrupt: checkInterrupt
  )
}

extension Bench {
  /// What came of a line.
  struct Answer {
    var sheet: [String] = []
    var words = ""
    var error: Diagnostic?

    var code: String? { error?.code }
  }

  func answer(_ line: String) throws -> Answer {
    do {
      let words = try bench.run(line).words
      return Answer(sheet: try sheet(line), words: words)
    } catch let error as Diagnostic { return Answer(error: error) }
  }
}
