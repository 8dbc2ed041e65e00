import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Scales of words and digits, points with a maximum for each, and weights of nought, as a person works with them.
@Suite struct BidScaleTests {
  private let rijkswaterstaat = "bid new r --formula value --quality-euro 200000 --scale 3=1,2=0.6,1=0.25,0=0,NR=-50%"

  @Test func `the scale of Rijkswaterstaat: 1 is 25 %, 0 is nothing, NR costs half of full quality`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality\nNoord,1060000,1\nZuid,960000,0\nWest,960000,NR\n")
    try bench.run(rijkswaterstaat)
    #expect(try bench.run("bid import b.csv").numbers("quality") == [0.25, 0, -0.5])
    let ranked = try bench.run("bid rank")
    #expect(ranked.texts("bidder") == ["Zuid", "Noord", "West"])
    #expect(ranked.numbers("fictitious_price") == [960_000, 1_010_000, 1_060_000])
    // The digits hold for one that is typed as well; a share has its %.
    try bench.run("bid score Zuid quality=2")
    try bench.run("bid score West quality=100%")
    try bench.run("bid add Oost --price 900000 --quality nr")
    #expect(
      try bench.run("bid rank").numbers("fictitious_price") == [760_000, 840_000, 1_000_000, 1_010_000])
    #expect(bench.error("bid score Zuid quality=0.7")?.code == "bid.quality")
    #expect(try bench.run("bid rank --minimum quality=1").texts("status").filter { $0 == "ranked" }.count == 3)
  }

  @Test(arguments: ["out.csv", "out.json"])
  func `what was judged by a scale goes out and comes in again the same`(name: String) throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality\nNoord,100,1\nZuid,90,0\nWest,95,NR\nOost,80,3\n")
    try bench.run(rijkswaterstaat)
    try bench.run("bid import b.csv")
    try bench.run("bid score Zuid quality=70%")
    let before = try bench.run("bid rank").numbers("fictitious_price")
    try bench.run("bid export \(name)")
    #expect(try bench.run("bid import \(name)").numbers("quality") == [0.25, 0.7, -0.5, 1])
    #expect(try bench.run("bid rank").numbers("fictitious_price") == before)
    #expect(try bench.run("bid import procure.bids").numbers("quality") == [0.25, 0.7, -0.5, 1])
  }

  @Test func `digits in another order, with words between them, and as they are written in a file`() throws {
    let bench = try Workbench().file("b.csv", "inschrijver;prijs;plan\nA;100;10\nB;100;x\nC;100;2\n")
    try bench.run("bid new r --scale 2=0.1,x=0.5,10=100%")
    #expect(try bench.run("bid import b.csv").numbers("plan") == [1, 0.5, 0.1])
    bench.file("c.csv", "inschrijver;prijs;plan\nA;100;10,0\nB;100;2,0\n")
    #expect(try bench.run("bid import c.csv").numbers("plan") == [1, 0.1])
  }

  @Test func `a digit that is not on the scale is an error, and so is a scale that is not used`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality\nA,10,1\nB,12,4\n")
    try bench.run(rijkswaterstaat)
    let error = bench.error("bid import b.csv")
    #expect(error?.code == "bid.quality" && error?.wayOut?.en.contains("3, 2, 1, 0, NR") == true)
    bench.file("c.csv", "bidder,price,quality\nA,10,0.7\nB,12,0.4\n")
    #expect(bench.error("bid import c.csv")?.code == "scale.unused")
    try bench.run("bid new w --scale goed=0.8,matig=0.4")
    #expect(bench.error("bid import c.csv")?.code == "scale.unused")
    // One column in shares beside one on the scale is told.
    bench.file("d.csv", "bidder,price,plan,team\nA,10,3,0.7\nB,12,0,0.4\n")
    try bench.run(rijkswaterstaat)
    let output = try bench.run("bid import d.csv")
    #expect(output.numbers("plan") == [1, 0] && output.numbers("team") == [0.7, 0.4])
    #expect(output.words.contains("'team' heeft geen enkel cijfer van de schaal"))
  }

  @Test func `a scale is worth at most all, and a malus is told how to be typed`() throws {
    #expect(try Workbench().error("bid new r --scale 1=2")?.code == "bid.quality")
    #expect(try Workbench().error("bid new r --scale NR=veel")?.wayOut?.en.contains("NR=-50%") == true)
  }

  @Test func `low bid scoring, Negometrix: 70 x Pmin/P beside maxima 60, 40 and 30 give 146 and 144`() throws {
    let rows = "bidder,price,experience,qa,time\nA,10000,40,30,20\nB,8000,32,20,22\n"
    let points = "price=70,experience=60,qa=40,time=30"
    let bench = try Workbench().file("p.csv", rows)
    try bench.run("bid import p.csv --out-of experience=60,qa=40,time=30")
    let output = try bench.run("bid rank --formula relative --points \(points)")
    #expect(output.texts("bidder") == ["A", "B"] && output.numbers("score").map { $0.rounded() } == [146, 144])
    #expect(output.words.contains("2 punten voor B"))
    // The tender's own points are the maxima too.
    try bench.run("bid new t --points \(points) --ties price --rerank no")
    #expect(try bench.run("bid import p.csv").words.contains("punten van ten hoogste 60"))
    #expect(try bench.run("bid rank").numbers("score").map { $0.rounded() } == [146, 144])
    #expect(try bench.run("bid rank --round 0").numbers("score") == [146, 144])
    #expect(bench.error("bid import p.csv --out-of experience=30,qa=40,time=30")?.code == "bid.quality")
    #expect(bench.error("bid import p.csv --out-of 60,ervaring=60")?.code == "criterion.unknown")
    #expect(bench.error("bid rank --weights price=100 --points price=70")?.code == "bid.weights")
  }

  @Test func `shares beside a tender's points are read as shares, and that is said`() throws {
    let bench = try Workbench().file("p.csv", "bidder,price,plan\nA,10,0.5\nB,8,1\n")
    try bench.run("bid new t --points price=70,plan=60")
    let output = try bench.run("bid import p.csv")
    #expect(output.numbers("plan") == [0.5, 1] && output.words.contains("--out-of plan=60"))
  }

  @Test func `gunnen op waarde with an amount for each criterion`() throws {
    let bench = try Workbench().file("p.csv", "bidder,price,plan,team\nA,100000,0.5,1\nB,90000,0,0.5\n")
    try bench.run("bid import p.csv")
    let output = try bench.run("bid rank --formula value --quality-euro plan=40000,team=10000")
    #expect(output.texts("bidder") == ["A", "B"] && output.numbers("fictitious_price") == [70_000, 85_000])
    #expect(bench.error("bid rank --formula value --quality-euro plan=40000,10000")?.code == "formula.worth")
    #expect(bench.error("bid rank --formula value --quality-euro plan=veel")?.code == "argument.number")
    #expect(try bench.run("bid rank --formula value --quality-euro plan=40000").words.contains("zonder gewicht"))
  }

  @Test func `price alone: quality of weight nought needs no score`() throws {
    let bench = try Workbench().file("p.csv", "bidder,price\nA,80\nB,100\n")
    try bench.run("bid import p.csv")
    let output = try bench.run("bid rank --formula relative --weights price=100,quality=0")
    #expect(output.texts("status") == ["ranked", "ranked"] && output.numbers("score") == [1, 0.8])
    #expect(try bench.run("bid audit --weights price=100,quality=0").fact("bids") == 2)
    #expect(try bench.run("bid rank --weights price=99,quality=1").words.contains("geen enkele"))
  }

  @Test func `linear 2L: C overtakes B when A falls away, and the audit says so by that very formula`() throws {
    let bench = try Workbench().file("l.csv", "bidder,price,quality\nA,100,0.2\nB,150,0.60\nC,190,0.90\n")
    try bench.run("bid import l.csv")
    let line = "--formula linear2L --weights price=50,quality=50"
    #expect(try bench.run("bid rank \(line)").texts("bidder") == ["A", "B", "C"])
    let audit = try bench.run("bid audit \(line)")
    #expect(audit.texts("dropped") == ["A"] && audit.texts("before") == ["B > C"] && audit.texts("after") == ["C > B"])
    #expect(
      try bench.run("bid audit --formula 'steps:100=1:200=0.5' --weights price=50,quality=50").fact("paradoxes") == 0)
  }

  @Test(arguments: [
    "linear2L:1", "linear2L:0:0", "rank", "rank:5:8", "rank:0:0", "steps:5%=1:110=0.5", "steps:110=0.5:100=1",
    "steps:100=2",
    "average:2", "superformule:100:0.7", "superformule:100:0.7:100", "log:1", "lineair:1",
  ])
  func `numbers that cannot be are refused`(formula: String) throws {
    let bench = try Workbench().file("l.csv", "bidder,price,quality\nA,100,0.2\n")
    try bench.run("bid import l.csv")
    let error = bench.error("bid rank --formula '\(formula)' --weights price=50,quality=50")
    #expect(error?.code == (formula == "lineair:1" ? "formula.unknown" : "formula.bounds"))
  }

  @Test func `the headline says what decided`() throws {
    let bench = try Workbench().file("t.csv", "bidder,price,quality\nA,100,0.5\nB,50,0.25\nC,400,0.1\n")
    try bench.run("bid import t.csv")
    #expect(try bench.run("bid rank --formula ratio").words.contains("A, B staan samen eerste"))
    #expect(
      try bench.run("bid rank --formula ratio --ties quality").words.contains(
        "A staat eerste: gelijk met B, en meer kwaliteit gaf de doorslag"))
    #expect(
      try bench.run("bid rank --formula ratio --ties price").words.contains(
        "B staat eerste: gelijk met A, en de lagere prijs"))
    #expect(try bench.run("bid rank --formula ratio --ties draw").words.contains("en het lot besliste"))
    #expect(try bench.run("bid rank --formula lowest").words.contains("€ 50,00 voor A"))
    #expect(try bench.run("bid rank --weights price=50,quality=50").words.contains("want er is geen opgegeven"))
    bench.file("u.csv", "bidder,price,a,b,c\nA,100,0.6,0.6,0.6\nB,100,0.6,0.6,0.6\n")
    try bench.run("bid import u.csv")
    #expect(
      try bench.run("bid rank --formula relative --weights price=65,a=5,b=10,c=20").words.contains("samen eerste"))
  }
}
