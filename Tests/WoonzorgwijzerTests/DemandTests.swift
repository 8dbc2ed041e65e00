import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// People x share x necessity, as a function on values.
@Suite struct DemandTests {
  private func cell(
    _ people: Double, _ low: Double, _ high: Double, median: Bool?, least: Bool? = nil, most: Bool? = nil,
    unknown: Double = 0, group: String = "3"
  ) -> Demand.Cell {
    Demand.Cell(
      group: group, people: people, low: low, high: high, isNeeded: median, isNeededAtLeast: least ?? (median == true),
      isNeededAtMost: most ?? (median == true), unknown: unknown)
  }

  @Test func `the needed cells add up, with the low counts of what all find needed and the high of what any does`() {
    let amount = Demand.sum([
      cell(24, 18, 30, median: true, least: false, most: true),
      cell(32, 24, 40, median: true),
      cell(24, 18, 30, median: false, most: true),
    ])
    #expect(amount.demand == 56 && amount.low == 24 && amount.high == 100 && amount.unknownShare == 0)
  }

  @Test func `what nobody knows is a share of the people and no demand`() {
    let amount = Demand.sum([
      cell(24, 18, 30, median: true, unknown: 0.5), cell(56, 42, 70, median: nil, unknown: 1),
    ])
    #expect(amount.demand == 24 && amount.unknownShare == (12 + 56) / 80.0)
  }

  @Test func `where all is unknown there is no number, and no nought either`() {
    let amount = Demand.sum([cell(80, 60, 100, median: nil, unknown: 1)])
    #expect(amount.demand.isNaN && amount.low.isNaN && amount.high.isNaN && amount.unknownShare == 1)
    #expect(Demand.sum([]).demand.isNaN && Demand.sum([]).unknownShare.isNaN)
  }

  @Test func `a group of nobody needs nothing`() {
    #expect(Demand.sum([cell(0, 0, 0, median: nil, unknown: 1)]).demand == 0)
  }

  @Test func `without a range of the people there is none of the demand, but for what nobody finds needed`() {
    let amount = Demand.sum([cell(24, .nan, .nan, median: true, least: false, most: true)])
    #expect(amount.demand == 24 && amount.low == 0 && amount.high.isNaN)
  }
}

/// What there is in an area, out of what was given of it or of the areas in it.
@Suite struct StockTests {
  private func entry(_ code: String, _ capacity: Double, _ unit: String? = "woningen") -> Stock.Entry {
    .init(code: code, item: "nultrede", capacity: capacity, unit: unit, from: nil, record: 0)
  }

  private func area(_ code: String, _ level: AreaLevel, parts: [String] = []) -> Area {
    Area(code: code, name: code, level: level, municipality: nil, place: nil, partCodes: parts)
  }

  private let wijk = Area(code: "WK016405", name: "", level: .wijk, municipality: nil, place: nil)

  @Test func `the sum over buurten, where the wijk has no figure of its own`() {
    let stock = Stock(entries: [entry("BU01640501", 20), entry("BU01640502", 5), entry("BU01640601", 7)])
    #expect(stock.amount(of: ["nultrede"], in: wijk)?.capacity == 25)
    #expect(stock.amount(of: ["nultrede"], in: area("GM0164", .gemeente))?.capacity == 32)
    #expect(
      stock.amount(of: ["nultrede"], in: area("eigen", .eigen, parts: ["BU01640502", "BU01640601"]))?.capacity == 12)
  }

  @Test func `a figure of the wijk itself counts instead of its buurten, and is not divided over them`() {
    let stock = Stock(entries: [entry("WK016405", 30), entry("BU01640501", 20)])
    #expect(stock.amount(of: ["nultrede"], in: wijk)?.capacity == 30)
    #expect(stock.amount(of: ["nultrede"], in: area("GM0164", .gemeente))?.capacity == 30)
    #expect(stock.amount(of: ["nultrede"], in: area("BU01640502", .buurt)) == nil)
  }

  @Test func `nothing given is not the same as none`() {
    #expect(Stock(entries: []).amount(of: ["nultrede"], in: wijk) == nil)
    #expect(Stock(entries: [entry("WK016405", 0)]).amount(of: ["nultrede"], in: wijk)?.capacity == 0)
  }

  @Test func `different units are not added up, and hours serve no count of people`() {
    let mixed = Stock(entries: [entry("BU01640501", 20), entry("BU01640502", 5, "plaatsen")])
    #expect(mixed.amount(of: ["nultrede"], in: wijk)?.capacity.isNaN == true)
    #expect(Stock.Amount(entries: [entry("BU01640501", 20, "Uren")]).servesPersons == false)
    #expect(Stock.Amount(entries: [entry("BU01640501", 20, nil)]).servesPersons)
  }
}

/// Reading what could be otherwise.
@Suite struct WhatIfTests {
  private func read(_ text: String) throws -> [WhatIf.Change] {
    let groups = try (KnowledgeBase.data("groups")["groups"]?.array ?? []).map(TargetGroup.init(field:))
    let preconditions = try (KnowledgeBase.data("preconditions")["preconditions"]?.array ?? []).map(
      Precondition.init(field:))
    return try WhatIf.read(text, groups: groups, preconditions: preconditions)
  }

  @Test func `both forms of the specification, and the words in Dutch`() throws {
    #expect(
      try read("group 3 +10%, item nultrede +120") == [
        .init(subject: .group("3"), amount: 0.1, isRelative: true),
        .init(subject: .precondition("nultrede"), amount: 120, isRelative: false),
      ])
    #expect(try read("nultrede +40") == [.init(subject: .precondition("nultrede"), amount: 40, isRelative: false)])
    #expect(
      try read("groep ggz-c3 −2.5 %,voorziening rolstoelwoning - 3") == [
        .init(subject: .group("ggz-c3"), amount: -0.025, isRelative: true),
        .init(subject: .precondition("rolstoelwoning"), amount: -3, isRelative: false),
      ])
    #expect(try read("group 3 +10 procent").first == .init(subject: .group("3"), amount: 0.1, isRelative: true))
    #expect(try read("lvb +5").first?.subject == .group("lvb"))
  }

  @Test(arguments: [
    ("", "whatif.syntax"), ("nultrede", "whatif.syntax"), ("nultrede 40", "whatif.syntax"),
    ("nultrede +veel", "whatif.syntax"), ("+40", "whatif.syntax"), ("nultrede +1,", "whatif.syntax"),
    ("nultrede +2,5", "whatif.syntax"), ("nultrede ++4", "whatif.syntax"), ("nultrede +1e999", "whatif.syntax"),
    ("nultrde +4", "precondition.unknown"), ("group 9 +4", "group.unknown"), ("item 3 +4", "precondition.unknown"),
    ("winkels-1000 +1", "whatif.place"),
  ])
  func `what cannot be read says so`(text: String, code: String) throws {
    do {
      _ = try read(text)
      Issue.record("'\(text)' was read")
    } catch let problem as Diagnostic {
      #expect(problem.code == code)
    }
  }
}
