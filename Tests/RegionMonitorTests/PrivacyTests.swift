import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import RegionMonitor

/// Counts of few clients are held back, and nothing that is shown gives them back.
@Suite struct PrivacyTests {
  private static func bench(_ clients: String) throws -> Workbench {
    try RegionBench.make([RegionBench.define], files: ["c.csv": clients, "k.csv": RegionBench.key])
  }

  @Test func `with the usual limit the small ones show <5, a second cell with them, and their money a dot`() throws {
    let split = try Self.bench(RegionBench.clients).run(
      "regio split proef --clients c.csv --key k.csv --cost light=25000,heavy=80000")
    let table = try #require(split.table)
    #expect(table.column("clients")?.withheld == [0: "<5", 1: "•", 2: "•"])
    for model in ["woonplaats", "zwaarte", "planbaar", "solidair"] {
      #expect(table.column(model)?.withheld == [0: "•", 1: "•", 2: "•"], "\(model)")
      #expect(split.numbers(model).prefix(3).allSatisfy { $0.isNaN } && !split.numbers(model)[3].isNaN)
    }
    #expect(split.fact("sum") == 5_800_000 && split.words.contains("achtergehouden"))
    // Nobody is named of whom nothing is shown.
    #expect(!split.words.contains("Aa ") && !split.words.contains("Bee"))
  }

  /// Whoever knows the costs, the key and all that is shown tries every way of filling in the counts that are held back.
  @Test(arguments: [
    [[2, 2], [4, 5], [6, 10], [10, 15], [18, 28]], [[3, 0], [20, 20], [30, 9], [8, 8], [7, 7]],
    [[0, 4], [0, 6], [9, 9], [9, 9], [9, 9]], [[1, 9], [9, 9], [9, 9], [9, 9], [9, 9]],
    [[4, 8], [1, 6], [9, 12], [20, 20], [30, 30]],
  ])
  func `no small count follows from what a split shows`(counts: [[Int]]) throws {
    let names = ["Aa", "Bee", "Cee", "Dee", "Ee"]
    let lines = zip(names, counts).map { "\($0),\($1[0]),\($1[1])" }.joined(separator: "\n")
    let split = try Self.bench("municipality,light,heavy\n\(lines)\n").run(
      "regio split proef --clients c.csv --key k.csv --cost light=25000,heavy=80000")
    let held = Set(try #require(split.table?.column("clients")).withheld.keys)
    for (row, count) in counts.enumerated() {
      let isSmall = [count[0], count[1], count[0] + count[1]].contains { (1..<5).contains($0) }
      if isSmall { #expect(held.contains(row), "row \(row) shows \(count)") }
    }
    guard !held.isEmpty, split.facts["sum"] != .missing else { return }
    // What all that is held back has together can be worked out of the sums; that is what must be no small count.
    for column in [0, 1] {
      let together = held.reduce(0) { $0 + counts[$1][column] }
      #expect(together == 0 || together >= 5)
    }
    #expect(held.count > 1)
    // Every way in which what is held back can be filled in so that all that is shown stays the same: no small count is the same in all.
    let rows = held.sorted()
    let sums = [0, 1].map { column in rows.reduce(0) { $0 + counts[$1][column] } }
    let isMarked = rows.map { split.table?.column("clients")?.withheld[$0] == "<5" }
    var possible = rows.map { _ in [Set<Int>(), Set<Int>()] }
    let heavies = Self.ways(sums[1], over: rows.count)
    for lights in Self.ways(sums[0], over: rows.count) {
      for heavy in heavies {
        let totals = zip(lights, heavy).map { $0 + $1 }
        guard zip(totals, isMarked).allSatisfy({ (1..<5).contains($0) == $1 }) else { continue }
        for row in rows.indices {
          possible[row][0].insert(lights[row])
          possible[row][1].insert(heavy[row])
        }
      }
    }
    for (index, row) in rows.enumerated() {
      for column in [0, 1] where (1..<5).contains(counts[row][column]) {
        #expect(possible[index][column].count > 1, "\(row) \(column)")
      }
    }
  }

  /// All ways to part a number over so many.
  private static func ways(_ sum: Int, over count: Int) -> [[Int]] {
    guard count > 1 else { return [[sum]] }
    return (0...sum).flatMap { first in ways(sum - first, over: count - 1).map { [first] + $0 } }
  }

  @Test func `of risks all that gives a small count back is held back, the sum of reserves too`() throws {
    let risk = try Self.bench("municipality,clients\nAa,4\nBee,9\nCee,16\nDee,25\nEe,46\n").run(
      "regio risk proef --clients c.csv --cost 60000 --over 20% --reinsure 6")
    let table = try #require(risk.table)
    #expect(table.column("clients")?.withheld == [0: "<5", 1: "•"])
    for column in ["sd_alone", "p_over", "reserve_alone", "reinsurance"] {
      #expect(table.column(column)?.withheld == [0: "•", 1: "•"], "\(column)")
    }
    for fact in ["sd_sum", "reserve_sum", "saved"] { #expect(risk.facts[fact] == .missing, "\(fact)") }
    #expect(near(risk.fact("sd_pooled"), 600_000, within: 1e-6))
  }

  @Test func `exactly five is shown, four is not, and too few together show nothing`() throws {
    let five = try Self.bench("municipality,clients\nAa,5\nBee,9\n").run(
      "regio risk proef --clients c.csv --cost 60000 --over 20%")
    #expect(five.table?.column("clients")?.withheld == [:])
    let few = try Self.bench("municipality,light,heavy\nAa,1,0\nBee,2,0\n").run(
      "regio split proef --clients c.csv --cost light=25000,heavy=80000")
    #expect(few.facts["sum"] == .missing && few.facts["clients"] == .missing)
    #expect(few.table?.column("woonplaats")?.withheld.count == 2 && few.charts.first?.series.isEmpty == true)
    let none = try Self.bench("municipality,clients\nAa,0\nBee,9\n").run(
      "regio risk proef --clients c.csv --cost 60000 --over 20%")
    #expect(none.table?.column("clients")?.withheld == [:])
  }

  @Test func `free words pass the guard, and roles can be hidden`() throws {
    let bench = try RegionBench.make()
    #expect(bench.error("regio card breda uitvoering 'bel 06-12345678' --by gemeente")?.code == "personal.found")
    #expect(
      bench.error("regio card breda raden ja --by gemeente --source 'mail jan@voorbeeld.nl'")?.code == "personal.found")
    try bench.run("regio say breda 1=uitgewerkt --by gemeente")
    try bench.run("regio say breda 1=niet --by corporatie")
    #expect(try bench.run("regio show breda").tables.last?.column("by") != nil)
    try bench.set("kring.show-roles", to: "off")
    let hidden = try bench.run("regio show breda")
    #expect(hidden.tables.last?.column("by") == nil && hidden.words.contains("verborgen"))
    try bench.run("regio coverage --offer")
    let offered = try #require(try bench.table("regio.coverage"))
    #expect(offered.columnNames == ["region", "question", "state", "by"] && offered.rowCount == 46 * 20)
    #expect(offered.column("by")?.texts?.allSatisfy { $0 == nil } == true)
  }
}
