import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Counts of one's own in different answers: what one session shows of them is looked at together.
@Suite struct OwnCountsTogetherTests {
  private static let parts = (1...6).map { "BU0164050\($0)" }
  private static let estimate = "wzw estimate \(parts.joined(separator: " ")) --indicator g"

  /// A district of 134, and all of its neighbourhoods but the one with 3; the year before one more in each.
  private func bench() throws -> Workbench {
    let codes = (0...6).map { "BU0164050\($0)" }
    let areas = codes.map { "\($0);Buurt \($0.suffix(1));Hengelo;2000\n" }.joined()
    let counts = [3, 51, 22, 9, 31, 10, 8]
    let rows = { (more: Int) in zip(codes, counts).map { "\($0);\($1 + more)\n" }.joined() }
    let bench = try Workbench()
      .file(
        "k.csv",
        "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5\nWK016405;Wijk 05;Hengelo;14000\n\(areas)"
      )
      .file("g.csv", "code;n\n" + rows(0)).file("eerder.csv", "code;n\n" + rows(1))
    for line in [
      "wzw import k.csv --year 2023", "wzw import k.csv --year 2024", "wzw add eerder.csv --as g --year 2023",
      "wzw add g.csv --as g --year 2024",
    ] { try bench.run(line) }
    return bench
  }

  private func table(_ output: Output, with column: String) throws -> Table {
    let tables = output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    return try #require(tables.first { $0.column(column) != nil })
  }

  @Test(arguments: [
    "wzw estimate WK016405 --indicator g", "wzw rank g --level wijk --show persons",
    "wzw trend WK016405 --indicator g --show persons --alone", "wzw trend WK016405 --indicator g --alone",
    "wzw benchmark WK016405 --indicator g --with BU01640501",
  ])
  func `134 of a district less the 131 of six neighbourhoods would be 3, whatever the first answer was`(first: String)
    throws
  {
    let bench = try bench()
    let district = try bench.run(first)
    #expect(!district.words.contains("met wat in deze sessie al is getoond"))
    let output = try bench.run(Self.estimate)
    let column = try #require(output.table?.column("estimate"))
    #expect((column.numbers ?? []).prefix(5) == [51, 22, 9, 31, 10] && column.numbers?[5].isNaN == true)
    #expect(column.withheld == [5: "•"])
    #expect(output.words.contains("• is achtergehouden: met wat in deze sessie al is getoond"))
  }

  @Test func `the neighbourhoods in a trend, among peers and in a benchmark are the same people as in an estimate`()
    throws
  {
    let list = Self.parts.joined(separator: " ")
    let others = Self.parts.dropFirst().joined(separator: ",")
    for (line, name) in [
      ("wzw trend \(list) --indicator g --show persons --alone", "y2024"),
      ("wzw trend \(list) --indicator g --alone", "n2024"), ("wzw peers BU01640501 --by g", "n_g"),
      ("wzw benchmark BU01640501 --indicator g --with \(others)", "observed"),
    ] {
      let bench = try bench()
      #expect(try bench.run("wzw estimate WK016405 --indicator g").numbers("estimate") == [134])
      let shown = try table(bench.run(line), with: name)
      #expect(shown.column(name)?.withheld.values.filter { $0 == "•" }.count == 1, "\(line)")
      // The other way round it is the district that is held back.
      let other = try self.bench()
      #expect(try table(other.run(line), with: name).column(name)?.withheld.isEmpty == true, "\(line)")
      let district = try other.run("wzw estimate WK016405 --indicator g")
      #expect(district.table?.column("estimate")?.withheld == [0: "•"], "\(line)")
    }
  }

  @Test func `the years of a trend are looked at together with those on the pages of areas`() throws {
    let bench = try bench()
    try bench.run("wzw trend WK016405 --indicator g --alone")
    for code in Self.parts.dropLast() {
      #expect(try !bench.run("wzw area \(code)").words.contains("met wat in deze sessie al is getoond"), "\(code)")
    }
    let last = try table(bench.run("wzw area BU01640506"), with: "estimate")
    // In both years: 134 less 131 is 3, and 141 less 137 is 4.
    #expect(last.column("estimate")?.withheld == [0: "•", 1: "•"])
  }

  @Test func `the people that a trend tells of are those that an estimate takes`() throws {
    let bench = try bench()
    let output = try bench.run("wzw trend WK016405 --indicator g --alone")
    #expect(output.numbers("n2023") == [141] && output.numbers("n2024") == [134])
    #expect(output.numbers("estimate") == [134] && output.texts("age") == ["0+"])
    // People of an area of 2024 whose counts lie nearest to that year are none of the years that show.
    try bench.run("wzw add eerder.csv --as g --year 2022")
    #expect(
      try bench.run("wzw trend WK016405 --indicator g --alone --to 2023").numbers("estimate").allSatisfy { $0.isNaN })
  }

  @Test func `a change is held back with its years, and since when it is stays`() throws {
    let bench = try bench()
    try bench.run("wzw estimate WK016405 --indicator g")
    let list = Self.parts.joined(separator: " ")
    let table = try table(bench.run("wzw trend \(list) --indicator g --show persons --alone"), with: "change")
    for name in ["y2023", "y2024", "change", "change_low", "change_high", "growth"] {
      #expect(table.column(name)?.withheld[5] == "•", "\(name)")
      #expect(table.column(name)?.withheld[0] == nil, "\(name)")
    }
    #expect(table.column("change")?.numbers?[0] == -1 && table.column("change_from")?.numbers?[5] == 2023)
  }

  @Test func `how many times as many there are has no unit, and is held back with what it was worked out of`() throws {
    let bench = try bench()
    let others = Self.parts.dropFirst().joined(separator: ",")
    let line = "wzw benchmark BU01640501 --indicator g --with \(others)"
    let ratio = try #require(try table(bench.run(line), with: "ratio").column("ratio"))
    #expect(ratio.unit == nil && ratio.withheld.isEmpty)
    let other = try self.bench()
    try other.run("wzw estimate WK016405 --indicator g")
    let held = try table(other.run(line), with: "ratio")
    #expect(held.column("ratio")?.withheld == [5: "•"] && held.column("observed")?.withheld == [5: "•"])
  }
}
