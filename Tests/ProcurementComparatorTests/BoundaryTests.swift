import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Figures that stand exactly on a limit, as typed.
@Suite struct BoundaryTests {
  @Test(arguments: [("1", true), ("100%", true), ("0", true), ("0%", true), ("1.001", false), ("100.1%", false)])
  func `quality goes up to a hundred percent and no further, however it is typed`(quality: String, isGood: Bool) throws
  {
    let due = isGood ? nil : "bid.quality"
    #expect(try Workbench().error("bid add A --price 10 --quality \(quality)")?.code == due)
    #expect(try Workbench().error("bid add A quality=\(quality) --price 10")?.code == due)
    let bench = try Workbench()
    try bench.run("bid add A --price 10 --quality .5")
    #expect(bench.error("bid score A quality=\(quality)")?.code == due)
    #expect(
      bench.error("bid rank --weights price=40,quality=60 --minimum quality=\(quality)")?.code == due)
  }

  @Test(arguments: [
    ("1", "", true), ("1.001", "", false), ("100", "--out-of 100", true), ("100.1", "--out-of 100", false),
  ])
  func `quality in a file goes up to the most that can be had and no further`(
    quality: String, flag: String, isGood: Bool
  ) throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality\nA,10,\(quality)\nB,12,0\n")
    #expect(bench.error("bid import b.csv \(flag)")?.code == (isGood ? nil : "bid.quality"))
  }

  @Test func `a bid of exactly the ceiling and exactly the minimum takes part`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality\nA,100,.6\nB,100.01,.9\nC,50,.59\n")
    try bench.run("bid import b.csv")
    let output = try bench.run("bid rank --weights price=40,quality=60 --ceiling 100 --minimum quality=.6")
    #expect(output.texts("bidder").first == "A")
    #expect(output.texts("status") == ["ranked", "above_ceiling", "below_minimum"])
  }

  @Test(arguments: [
    ("--target 80 --measured 79,80", true), ("--target 80 --measured 79,79.99", false),
    ("--target 80 --measured 81,80 --lower", true), ("--target 80 --measured 81,80.01 --lower", false),
  ])
  func `an indicator that reaches its target exactly has met it`(words: String, isMet: Bool) throws {
    #expect(try Workbench().run("procure kpi ladder \(words)").facts["met"] == .boolean(isMet))
  }

  @Test(arguments: [
    ("--target 80 --measured 80,85", true), ("--target 80 --measured 79.9,85", false),
    ("--target 80 --measured 80,75 --lower", true), ("--target 80 --measured 80.1,75 --lower", false),
  ])
  func `a target that the first measurement reaches exactly is told`(words: String, isTold: Bool) throws {
    let said = try Workbench().run("procure kpi ladder \(words)").words
    #expect(said.contains("eerste meting al gehaald") == isTold)
  }

  @Test func `a stage that scores exactly the limit works`() throws {
    let bench = try Workbench().file("s.csv", "bidder,persona,stage,score\nA,p,1,.5\nA,p,2,.9\nB,p,1,.49\nB,p,2,1\n")
    let table = try #require(try bench.run("bid persona s.csv").table)
    #expect(table.column("works")?[0] == .boolean(true) && table.column("works")?[1] == .boolean(false))
  }
}

/// Figures that were worked out and lie on a limit, on paper.
@Suite struct ComputedBoundaryTests {
  /// Three times .6 weighed by 5, 10 and 20 is .5999999999999999 in binary.
  private static let bids = "bidder,price,a,b,c\nNoord,100,0.6,0.6,0.6\nZuid,120,0.7,0.7,0.7\n"

  private func bench(_ sheet: String = bids) throws -> Workbench {
    let bench = try Workbench().file("b.csv", sheet)
    try bench.run("bid import b.csv")
    return bench
  }

  @Test func `a weighted quality of exactly the minimum wins, and the answer says that it lies on it`() throws {
    let output = try bench().run(
      "bid rank --formula relative --weights price=65,a=5,b=10,c=20 --minimum quality=0.6")
    #expect(output.texts("bidder") == ["Noord", "Zuid"] && output.texts("status") == ["ranked", "ranked"])
    let scores = try #require(output.table?.column("score")?.numbers)
    #expect(abs(scores[0] - 0.86) < 1e-12 && abs(scores[1] - (0.7 * 0.35 + 0.65 / 1.2)) < 1e-12)
    #expect(output.words.contains("precies op het plafond of op een minimum, en dus geldig: Noord"))
  }

  @Test(arguments: ["quality=0.600000001", "a=0.600000001"])
  func `just above it is not on it`(minimum: String) throws {
    let output = try bench().run(
      "bid rank --formula relative --weights price=65,a=5,b=10,c=20 --minimum \(minimum)")
    #expect(output.texts("bidder") == ["Zuid", "Noord"] && !output.words.contains("precies op"))
  }

  @Test func `figures that are equal on paper share the rank`() throws {
    // .7 × .3 + .3 × 1 = .51 and .7 × .3 of tenths; P - 1000 Q of both is 100.
    let bench = try bench("bidder,price,quality\nA,400.1,0.3001\nB,700.2,0.6002\nC,900,0.7\n")
    let output = try bench.run("bid rank --formula value --quality-euro 1000")
    #expect(output.table?.column("rank")?.numbers == [1, 1, 3])
  }

  @Test func `a bid breaks even at the ceiling at most`() throws {
    let bench = try bench("bidder,price,quality\nA,100,0.9\nB,120,0.2\n")
    let line = "bid audit --formula relative --weights price=10,quality=90"
    func turning(_ line: String) throws -> [Double?] {
      let table = try #require(
        try bench.run(line).blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
          .first { $0.columnNames.contains("break_even_price") })
      return (0..<2).map { table.column("break_even_price")?[$0].number }
    }
    // Dear as it may be, A stays ahead on quality.
    #expect(try turning(line) == [nil, nil])
    #expect(try turning(line + " --ceiling 150") == [150, nil])
    // At 80 to 20 the turning point lies below the ceiling, and the ceiling below the turning point.
    let even = line.replacing("price=10,quality=90", with: "price=80,quality=20")
    let free = try #require(try turning(even)[0])
    let high = try turning(even + " --ceiling 200")
    #expect(free > 120 && free < 200 && high[0] == free)
    let low = try turning(even + " --ceiling 121")
    #expect(low[0] == 121 && low[1] == high[1])
  }

  @Test(arguments: [
    ("--contracted 100 --actual 90", "down", true), ("--contracted 100 --actual 90.0001", "none", false),
    ("--contracted 100 --actual 105", "none", true), ("--contracted 100 --actual 105.0001", "up", false),
    ("--contracted 0.3 --actual 0.27", "down", true), ("--contracted 1e11 --actual 90000000000", "down", true),
    ("--contracted 70 --actual 77 --up 10", "none", true), ("--contracted 100 --actual 100 --down 0", "none", false),
  ])
  func `the edge of a band`(line: String, direction: String, isOn: Bool) throws {
    let output = try Workbench().run("procure corridor \(line)")
    #expect(output.facts["direction"] == .text(direction))
    #expect(output.words.contains("precies op de rand van de band") == isOn)
  }

  @Test func `an indicator that lies on its target says so`() throws {
    #expect(try Workbench().run("procure kpi ladder --target 80 --measured 80").words.contains("precies op het doel"))
    #expect(try !Workbench().run("procure kpi ladder --target 80 --measured 80.1").words.contains("precies op"))
  }

  @Test func `three lines through one point do not hide who is first behind it`() throws {
    // Quality 1, .7 and .4 against price points .4, .7 and 1: all are .7 at half.
    let bids = [(250.0, 1.0), (1 / 0.007, 0.7), (100, 0.4)].map { Bid(bidder: "", price: $0.0, quality: $0.1) }
    let ranges = PriceWeightRange.all(bids, rule: AwardRule(formula: .relative))
    #expect(ranges.map(\.first) == [0, 2])
    #expect(abs((ranges.first?.to ?? 0) - 0.5) < 1e-12)
  }
}
