import Session
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Databases
@testable import Woonzorgwijzer

/// A session with both plugins in it: small areas out of a database, and out of a file with the same rows.
struct SmallBench {
  let bench: TestSupport.Workbench

  init(_ flags: String = "", files: [String: String] = [:]) throws {
    bench = try Bench("db add kring --service kring \(flags)", files: files).bench
    var registrar = Registrar(dataFolder: Places.root + "/Plugins/Woonzorgwijzer/Knowledge/Data")
    Woonzorgwijzer().register(with: &registrar)
    try bench.session.registry.add(registrar, owner: .init(name: "woonzorgwijzer", version: "0.1.0"))
  }

  /// The rows of a table as a file, in an order that has nothing to do with it.
  static func csv(_ table: String) -> String {
    TestServer.shared?.sql(
      "copy (select * from public.\(table) as q order by md5(q::text)) to stdout (format csv, header)") ?? ""
  }

  /// What a line gives, but for what names the table.
  func told(_ line: String) throws -> [String] {
    let output = try bench.run(line)
    let columns = (output.table?.columns ?? []).filter { $0.name != "origin" }
    return columns.map { column in
      let held = column.withheld.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }.joined(separator: ",")
      return "\(bits(Output(Table(columns: [column])))) \(held)"
    } + output.facts.map { "\($0.key) \($0.value.plain)" }.sorted()
  }
}
