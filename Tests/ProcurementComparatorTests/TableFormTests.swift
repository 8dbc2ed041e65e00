import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// The same table in every form: what reads a table reads each.
@Suite struct TableFormTests {
  /// Rows as CSV, JSON, JSON Lines, and a table block.
  private static func forms(_ names: [String], _ rows: [[String]]) -> [String: String] {
    let cells = rows.map { row in row.map { Double($0) == nil ? "\"\($0)\"" : $0 } }
    let records = cells.map { row in "{" + zip(names, row).map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}" }
    let quoted = names.map { "\"\($0)\"" }.joined(separator: ",")
    let lists = cells.map { "[" + $0.joined(separator: ",") + "]" }.joined(separator: ",")
    return [
      "t.csv": ([names] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n",
      "t.json": "[" + records.joined(separator: ",") + "]", "t.jsonl": records.joined(separator: "\n") + "\n",
      "block.json": "{\"columns\":[\(quoted)],\"rows\":[\(lists)]}",
    ]
  }

  /// Runs a line with TABLE standing for each form, for a table of the workspace and for `$t`.
  private func outputs(_ line: String, _ names: [String], _ rows: [[String]]) throws -> [(
    name: String, bench: Workbench, output: Output
  )] {
    func run(_ name: String, _ prepare: (Workbench) throws -> Void) throws -> (String, Workbench, Output) {
      let bench = try Workbench()
      try prepare(bench)
      return (
        name, bench,
        try bench.run(line.split(separator: " ").map { $0 == "TABLE" ? name : String($0) }.joined(separator: " "))
      )
    }
    let files = Self.forms(names, rows).sorted { $0.key < $1.key }
    let columns = names.indices.map { index in
      Column(names[index], values: rows.map { Double($0[index]).map { .number($0) } ?? .text($0[index]) })
    }
    return try files.map { name, text in try run(name) { $0.file(name, text) } } + [
      run("held") { try $0.offer(Table(columns: columns), as: "held") }
    ]
  }

  @Test func `bid import takes bids in every form, the criteria in the order of the keys`() throws {
    let rows = [["A", "1000", "0.9", "0.5"], ["B", "875", "0.8", "1"]]
    let found = try outputs("bid import TABLE", ["bidder", "price", "team", "plan"], rows)
    #expect(found.map(\.name) == ["block.json", "t.csv", "t.json", "t.jsonl", "held"])
    for (name, bench, output) in found {
      #expect(output.table?.columnNames == ["bidder", "price", "team", "plan"], "\(name)")
      #expect(output.texts("bidder") == ["A", "B"] && output.numbers("price") == [1000, 875], "\(name)")
      #expect(try bench.run("bid rank --formula utility").numbers("quality") == [0.9, 0.7], "\(name)")
    }
  }

  @Test func `bid persona takes scores in every form`() throws {
    let rows = [["A", "Guus", "boeken", "0.9"], ["A", "Mildred", "boeken", "0.3"]]
    for (name, _, output) in try outputs("bid persona TABLE", ["bidder", "persona", "stage", "score"], rows) {
      #expect(output.texts("persona") == ["Guus", "Mildred"], "\(name)")
      #expect(output.table?.column("works")?[0] == .boolean(true), "\(name)")
      #expect(output.table?.column("works")?[1] == .boolean(false), "\(name)")
    }
  }

  @Test func `bid questions takes a journey in every form`() throws {
    for (name, _, output) in try outputs("bid questions TABLE", ["stage", "doing", "pain"], [["rit", "wacht", "kou"]]) {
      #expect(output.texts("question") == ["Hoe voorkomt u dit: kou?"], "\(name)")
    }
  }

  @Test func `procure arrangements takes costs in every form`() throws {
    let rows = [["low", "light", "10", "10000"], ["low", "heavy", "10", "30000"]]
    let names = ["complexity", "intensity", "clients", "cost"]
    for (name, _, output) in try outputs("procure arrangements TABLE --cut 10", names, rows) {
      #expect(output.fact("weighted_mean_tariff") == 1800 && output.numbers("tariff") == [900, 2700], "\(name)")
    }
  }

  @Test func `a result that is remembered is a table too`() throws {
    let bench = try Workbench().file("bids.csv", "bidder,price,quality\nA,10,.5\nB,5,.4\n")
    try bench.run("bid import bids.csv")
    try bench.run("let t = bid score B quality=.6")
    try bench.run("bid score B quality=.1")
    #expect(try bench.run("bid import $t").numbers("quality") == [0.5, 0.6])
    #expect(bench.error("bid persona $t")?.code == "column.unknown")
    #expect(bench.error("bid persona $weg")?.code == "variable.unknown")
  }

  @Test(arguments: ["t.csv", "t.json", "t.jsonl", "block.json"])
  func `personal data are stopped in every form`(name: String) throws {
    let rows = [["A", "10", "a.jansen@voorbeeld.nl"], ["B", "12", "b.jansen@voorbeeld.nl"]]
    let text = try #require(Self.forms(["bidder", "price", "mail"], rows)[name])
    let bench = try Workbench().file(name, text)
    #expect(bench.error("bid import \(name)")?.code == "personal.found")
    #expect(try bench.run("bid import \(name) --drop mail").texts("bidder") == ["A", "B"])
  }
}
