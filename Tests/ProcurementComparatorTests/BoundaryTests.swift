import Testing
import WorkbenchKit

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
