import TestSupport
import Testing
import WorkbenchKit

@testable import Session

/// Counts of people that would follow from two answers.
@Suite struct ShownCountsTests {
  private func table(_ age: String, _ people: Double, _ estimate: Double = .nan, area: String = "BU1") -> Block {
    .table(
      Table(columns: [
        .texts("area", [area]), .texts("name", ["Dorp"]), .texts("age", [age]),
        .numbers("population", [people], unit: .persons), .numbers("estimate", [estimate], unit: .persons),
      ]))
  }

  private func held(_ blocks: [Block]) -> [Int: String] {
    guard case .table(let table)? = blocks.first else { return [:] }
    return table.columns[3].withheld
  }

  @Test(arguments: [(97.0, true), (95.1, true), (95, false), (100, false), (101, true), (105, false)])
  func `18+ less 18-64 gives those of 65 and over: the later answer is held back where they are few`(
    people: Double, isHeld: Bool
  ) {
    var counts = ShownCounts()
    #expect(held(counts.noting([table("18+", 100)], threshold: 5)).isEmpty)
    let second = counts.noting([table("18-64", people)], threshold: 5)
    #expect(held(second) == (isHeld ? [0: "•"] : [:]))
    #expect(second.count == (isHeld ? 2 : 1))
    // What was held back was not shown: it stands in the way of nothing.
    #expect(held(counts.noting([table("18-40", 50)], threshold: 5)).isEmpty)
  }

  @Test func `neither order nor one command of two rows makes a difference`() {
    var counts = ShownCounts()
    _ = counts.noting([table("65+", 3)], threshold: 0)
    _ = counts.noting([table("18-64", 97)], threshold: 5)
    #expect(held(counts.noting([table("18+", 100)], threshold: 5)) == [0: "•"])
    var other = ShownCounts()
    let both = Table(columns: [
      .texts("area", ["BU1", "BU1"]), .texts("age", ["18+", "18-64"]), .numbers("people", [100, 97], unit: .persons),
    ])
    guard case .table(let shown) = other.noting([.table(both)], threshold: 5)[0] else { return }
    #expect(shown.columns[2].withheld == [1: "•"] && shown.columns[2].numbers?[0] == 100)
  }

  @Test func `people of another year are others`() {
    func block(_ age: String, _ year: Double, _ people: Double) -> Block {
      .table(
        Table(columns: [
          .texts("age", [age]), .numbers("base_year", [year]), .numbers("people", [people], unit: .persons),
        ]))
    }
    func isHeld(_ blocks: [Block]) -> Bool { blocks.count > 1 }
    var counts = ShownCounts()
    #expect(!isHeld(counts.noting([block("65+", 2030, 60)], threshold: 5)))
    #expect(!isHeld(counts.noting([block("75+", 2040, 62)], threshold: 5)))
    #expect(!isHeld(counts.noting([block("65+", 2040, 90)], threshold: 5)))
    // That of 2030 was not forgotten for that of 2040.
    #expect(isHeld(counts.noting([block("75+", 2030, 58)], threshold: 5)))
  }

  @Test func `another area, another column and ages that part more than one group are apart`() {
    var counts = ShownCounts()
    _ = counts.noting([table("18+", 100, 50)], threshold: 5)
    #expect(held(counts.noting([table("18-64", 97, area: "BU2")], threshold: 5)).isEmpty)
    #expect(held(counts.noting([table("30-64", 97)], threshold: 5)).isEmpty)
    // The estimate tells: all counts of the row go together.
    #expect(held(counts.noting([table("18-64", 60, 48)], threshold: 5)) == [0: "•"])
  }

  @Test func `what stands beside the table does not tell it either`() {
    var counts = ShownCounts()
    _ = counts.noting([table("18+", 100)], threshold: 5)
    var facts = Facts()
    facts.add("people", .number(97))
    facts.add("areas", .number(1))
    let told = counts.noting(
      [table("18-64", 97), .paragraph(.verbatim("97 people")), .facts(facts)], threshold: 5)
    #expect(!told.contains { if case .paragraph = $0 { true } else { false } })
    guard case .facts(let after)? = told.first(where: { if case .facts = $0 { true } else { false } }) else {
      Issue.record("no facts")
      return
    }
    #expect(after["people"] == .text("•") && after["areas"] == .number(1))
  }

  @Test func `held back too is what is asked again, and 0 switches it off`() {
    var counts = ShownCounts()
    for _ in 0..<2 { #expect(held(counts.noting([table("18+", 100)], threshold: 5)).isEmpty) }
    for _ in 0..<2 { #expect(held(counts.noting([table("18-64", 97)], threshold: 5)) == [0: "•"]) }
    #expect(held(counts.noting([table("18-64", 97)], threshold: 0)).isEmpty)
  }

  @Test(arguments: [
    ("65+", "65+"), ("18-64", "18-64"), ("18 t/m 64", "18-64"), ("65 jaar en ouder", "65+"), ("75 and over", "75+"),
  ])
  func `ages are read as tables name them`(text: String, expected: String) { #expect(AgeSpan(text)?.text == expected) }

  @Test(arguments: ["", "totaal", "65", "64-18", "2020", "18+ en 65+"]) func `anything else is no age`(text: String) {
    #expect(AgeSpan(text) == nil)
  }

  @Test(arguments: [(38.0, true), (35.5, true), (35, false), (40, false), (20, false)])
  func `18+, 18-64 and 65-74 give those of 75 and over, in whatever order they are asked`(people: Double, isHeld: Bool)
  {
    let answers = [("18+", 100.0), ("18-64", 60), ("65-74", people)]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]] {
      var counts = ShownCounts()
      let marks = order.map { held(counts.noting([table(answers[$0].0, answers[$0].1)], threshold: 5)) }
      #expect(marks[0].isEmpty && marks[1].isEmpty)
      #expect(marks[2] == (isHeld ? [0: "•"] : [:]), "\(order)")
    }
  }

  @Test func `what follows over four answers is held back, and what was held back tells nothing`() {
    var counts = ShownCounts()
    for (age, people) in [("0-17", 50.0), ("18-64", 60), ("65-74", 30)] {
      #expect(held(counts.noting([table(age, people)], threshold: 5)).isEmpty)
    }
    #expect(held(counts.noting([table("0+", 143)], threshold: 5)) == [0: "•"])
    // 143 was not shown: from 40 of 65 and over nothing below five follows.
    #expect(held(counts.noting([table("65+", 40)], threshold: 5)).isEmpty)
    #expect(held(counts.noting([table("0-64", 110)], threshold: 5)).isEmpty)
  }

  @Test func `no count below the least follows from what was shown, by trying every run of ages`() {
    var generator = SeededGenerator(47)
    var holds = 0
    for _ in 0..<150 {
      // People between six ages, of whom some are few.
      let bounds = [0, 18, 40, 65, 75, 200]
      let people = (0..<5).map { _ in Double(Int.random(in: 1...12, using: &generator)) }
      var counts = ShownCounts()
      var shown: [(Int, Int)] = []
      for _ in 0..<8 {
        let from = Int.random(in: 0..<5, using: &generator)
        let to = Int.random(in: from + 1...5, using: &generator)
        let sum = people[from..<to].reduce(0, +)
        if sum < 5 { continue }
        let age = to == 5 ? "\(bounds[from])+" : "\(bounds[from])-\(bounds[to] - 1)"
        if held(counts.noting([table(age, sum)], threshold: 5)).isEmpty { shown.append((from, to)) } else { holds += 1 }
      }
      // Two ages are in one part where answers lead from one to the other: then all between them follows.
      var part = Array(0...5)
      for (from, to) in shown { part = part.map { $0 == part[to] ? part[from] : $0 } }
      for from in 0..<5 {
        for to in from + 1...5 where part[from] == part[to] {
          #expect(people[from..<to].reduce(0, +) >= 5, "\(people) \(shown)")
        }
      }
    }
    #expect(holds > 50)
  }

  // MARK: Areas within areas

  private func area(_ code: String, _ people: Double, nesting: String? = nil, level: String = "buurt") -> Block {
    var columns: [Column] = [
      .texts("area", [code]), .texts("level", [level]), .numbers("population", [people], unit: .persons),
    ]
    if let nesting { columns.append(.texts("nesting", [nesting])) }
    return .table(Table(columns: columns))
  }

  private func isHeld(_ blocks: [Block]) -> Bool { blocks.count > 1 }

  @Test(arguments: [(97.0, true), (99, true), (95, false), (100, false), (96.5, false)])
  func `a district less two of its neighbourhoods gives those who live elsewhere in it`(people: Double, isFew: Bool) {
    let answers = [area("WK003401", 212, level: "wijk"), area("BU00340101", 112), area("BU00340102", people)]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
      var counts = ShownCounts()
      let marks = order.map { isHeld(counts.noting([answers[$0]], threshold: 5)) }
      #expect(marks == [false, false, isFew], "\(order)")
    }
  }

  @Test func `neighbourhoods of another district, and other words, are apart`() {
    var counts = ShownCounts()
    for block in [area("WK003401", 212, level: "wijk"), area("BU00340101", 112), area("BU00340202", 97)] {
      #expect(!isHeld(counts.noting([block], threshold: 5)))
    }
  }

  @Test func `over three levels and by ages: what follows of a neighbourhood counts in its municipality`() {
    func block(_ code: String, _ age: String, _ people: Double) -> Block {
      .table(
        Table(columns: [
          .texts("area", [code]), .texts("age", [age]), .numbers("population", [people], unit: .persons),
        ]))
    }
    var counts = ShownCounts()
    for (code, age, people) in [
      ("GM0034", "18+", 300.0), ("GM0034", "18-64", 200), ("WK003401", "65+", 60), ("BU00340201", "65+", 30),
    ] {
      #expect(!isHeld(counts.noting([block(code, age, people)], threshold: 5)))
    }
    // 100 of 65 and over in the municipality follow; less 60, less 30, less 7 is 3.
    #expect(isHeld(counts.noting([block("BU00340202", "65+", 7)], threshold: 5)))
    #expect(!isHeld(counts.noting([block("BU00340202", "65+", 5)], threshold: 5)))
  }

  @Test func `an area that was put together holds its parts`() {
    var counts = ShownCounts()
    let ways = "NL00/GM0034/WK003401/BU00340101 NL00/GM0034/WK003402/BU00340201"
    #expect(!isHeld(counts.noting([area("dorp", 100, nesting: ways, level: "eigen")], threshold: 5)))
    #expect(isHeld(counts.noting([area("BU00340101", 97)], threshold: 5)))
    #expect(!isHeld(counts.noting([area("BU00340101", 60)], threshold: 5)))
    #expect(isHeld(counts.noting([area("BU00340201", 38)], threshold: 5)))
  }

  @Test func `the figures of one area count like a table, and are held back with it`() {
    func facts(_ code: String, _ people: Double, _ old: Double) -> Block {
      var facts = Facts()
      facts.add("area", .text(code))
      facts.add("year", .number(2024))
      facts.add("population", .number(people, unit: .persons))
      facts.add("age_65_plus", .number(old, unit: .persons))
      facts.add("dwellings", .number(50, unit: .dwellings))
      return .facts(facts)
    }
    var counts = ShownCounts()
    #expect(!isHeld(counts.noting([facts("WK003401", 212, 37)], threshold: 5)))
    #expect(!isHeld(counts.noting([facts("BU00340101", 112, 20)], threshold: 5)))
    guard case .facts(let held)? = counts.noting([facts("BU00340102", 97, 0)], threshold: 5).first else { return }
    #expect(held["population"] == .text("•") && held["age_65_plus"] == .number(0, unit: .persons))
    #expect(held["dwellings"] == .number(50, unit: .dwellings))
  }

  @Test func `ages in the names of figures are told apart and compared`() {
    #expect(AgeSpan(figure: "age_15_25")?.text == "15-24")
    #expect(AgeSpan(figure: "age_65_plus")?.text == "65+")
    #expect(["age", "age_x_25", "age_25_15", "ages_15_25", "age_15"].allSatisfy { AgeSpan(figure: $0) == nil })
  }

  // MARK: Bounds

  @Test func `the limits beside a count that is held back are held back too, for they give it back`() {
    func benchmark(_ age: String, _ people: Double) -> Block {
      .table(
        Table(
          title: .verbatim("Eenzaam, \(age)"),
          columns: [
            .texts("area", ["BU00340101"]),
            .numbers("population", [people], label: .verbatim(age), unit: .persons),
            .numbers("rate", [0.4]), .numbers("funnel_low", [0.35]), .numbers("funnel_high", [0.45]),
          ]))
    }
    var counts = ShownCounts()
    #expect(!isHeld(counts.noting([benchmark("18+", 100)], threshold: 5)))
    var facts = Facts()
    facts.add("funnel_low", .number(0.35))
    let told = counts.noting([benchmark("18-64", 97), .facts(facts)], threshold: 5)
    guard case .table(let table)? = told.first, case .facts(let beside) = told[1] else { return }
    #expect(table.columns.map { $0.withheld[0] } == [nil, "•", nil, "•", "•"])
    #expect(beside["funnel_low"] == .text("•"))
  }
}
