import TestSupport
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Bids as a person works with them: in from a file, ranked, audited, out again.
@Suite struct BidCommandTests {
  private let known = "bidder,price,quality\nA,1000,.9\nB,875,.8\nC,600,.6\n"
  private let paradox = "bidder,price,quality\nA,80,.4\nB,180,.65\nC,30,.1\n"

  private func bench(_ bids: String, _ name: String = "bids.csv") throws -> Workbench {
    let bench = try Workbench().file(name, bids)
    try bench.run("bid import \(name)")
    return bench
  }

  @Test func `the contract line of bid rank gives bidder, price, quality, score and rank`() throws {
    let output = try bench(known).run("bid rank --formula relative --weights price=40,quality=60")
    #expect(output.texts("bidder") == ["A", "C", "B"] && output.numbers("rank") == [1, 2, 3])
    #expect(output.numbers("price") == [1000, 600, 875] && output.numbers("quality") == [0.9, 0.6, 0.8])
    #expect(output.numbers("score").map { ($0 * 1e4).rounded() / 1e4 } == [0.78, 0.76, 0.7543])
  }

  @Test func `gunnen op waarde has the column fictitious_price`() throws {
    let output = try bench("bidder,price,quality\nA,80000,.6\nB,78000,.1\n").run(
      "bid rank --formula value --quality-euro 2500")
    #expect(output.texts("bidder") == ["B", "A"] && output.numbers("fictitious_price") == [77_750, 78_500])
  }

  @Test func `the contract line of bid audit has the fact paradoxes and the table of who changes places`() throws {
    let output = try bench(paradox).run("bid audit --formula relative --weights price=40,quality=60")
    #expect(output.fact("paradoxes") == 1)
    #expect(output.table?.columnNames == ["dropped", "pair", "before", "after"])
    #expect(output.texts("dropped") == ["C"] && output.texts("pair") == ["A, B"])
    #expect(output.texts("before") == ["B > A"] && output.texts("after") == ["A > B"])
    #expect(output.words.contains("rerank"))
    for formula in ["linear:0:200", "log:2", "value --quality-euro 100", "ratio", "utility", "lowest"] {
      let none = try bench(paradox).run("bid audit --formula \(formula) --weights price=40,quality=60")
      #expect(none.fact("paradoxes") == 0 && none.table?.rowCount == 0, "\(formula)")
    }
  }

  @Test(arguments: [
    ("bidder;price\nNoord;95.000\nZuid;101.500\n", "b.csv"),
    ("bidder;price\nNoord;€ 95.000,-\nZuid;101.500\n", "b.csv"),
    ("bidder,price\nNoord,\"95,000\"\nZuid,\"101,500\"\n", "b.csv"),
    (#"[{"bidder":"Noord","price":"€ 95.000"},{"bidder":"Zuid","price":"101.500"}]"#, "b.json"),
  ])
  func `prices with marks between thousands are whole euros, and that is said`(text: String, name: String) throws {
    let bench = try Workbench().file(name, text)
    let output = try bench.run("bid import \(name)")
    #expect(output.numbers("price") == [95_000, 101_500])
    #expect(output.words.contains("scheidt duizendtallen"))
  }

  @Test func `a price that is none is counted, and does not change how the others are read`() throws {
    let bench = try Workbench().file("b.csv", "bidder;price;quality\nNoord;95.000;0,8\nZuid;op aanvraag;0,9\n")
    let output = try bench.run("bid import b.csv")
    #expect(output.numbers("price")[0] == 95_000 && output.numbers("price")[1].isNaN)
    #expect(output.numbers("quality") == [0.8, 0.9])
    #expect(output.words.contains("zonder leesbare prijs: 1"))
    #expect(
      try bench.file("c.csv", "bidder;price\nNoord;95,125\n").run("bid import c.csv --decimal comma").numbers("price")
        == [95.125])
  }

  @Test func `criteria have a column and a weight each`() throws {
    let bench = try bench("inschrijver;prijs;plan;team\nA;100;1;0\nB;100;0;1\n")
    let output = try bench.run("bid rank --formula relative --weights price=40,plan=35,team=25")
    #expect(output.texts("bidder") == ["A", "B"])
    #expect(output.numbers("score").map { ($0 * 1e6).rounded() / 1e6 } == [0.75, 0.65])
    #expect(bench.error("bid rank --weights price=40,plan=35,teem=25")?.suggestion == "team")
  }

  @Test func `words of a scale become quality, and the tender's rules hold until a flag says otherwise`() throws {
    let bench = try Workbench().file("bids.csv", "bidder,price,plan\nA,100,Goed\nB,100,matig\n")
    try bench.run(
      "bid new vervoer --formula relative --weights price=40,plan=60 --scale goed=.8,matig=.4 --ties quality")
    try bench.run("bid import bids.csv")
    #expect(try bench.run("bid rank").numbers("quality") == [0.8, 0.4])
    #expect(try bench.run("bid rank --formula lowest").numbers("rank") == [1, 2])
    try bench.run("bid score B plan=goed")
    #expect(try bench.run("bid rank").numbers("quality") == [0.8, 0.8])
    try bench.run("bid add C --price 50 plan=0.1")
    #expect(try bench.run("bid rank").texts("bidder").count == 3)
    #expect(bench.error("bid add C --price 50 plan=0.1")?.code == "bid.taken")
    #expect(bench.error("bid score B plan=geod")?.suggestion == "goed")
  }

  @Test func `knock-outs and a ceiling take bids out, with the reason`() throws {
    let output = try bench(known).run(
      "bid rank --weights price=40,quality=60 --ceiling 900 --minimum quality=.7")
    #expect(
      output.texts("bidder").first == "B" && output.texts("status") == ["ranked", "above_ceiling", "below_minimum"])
    #expect(output.numbers("rank").map(\.isNaN) == [false, true, true])
  }

  @Test(arguments: ["bids.csv", "bids.json"])
  func `what goes out comes in again the same`(name: String) throws {
    let bench = try bench(known)
    try bench.run("bid export \(name)")
    let before = try bench.run("bid rank --weights price=40,quality=60").numbers("score")
    try bench.run("bid import \(name)")
    #expect(try bench.run("bid rank --weights price=40,quality=60").numbers("score") == before)
  }

  // MARK: Bad input

  @Test func `weights that do not add to 100 are refused with those in proportion`() throws {
    let error = try bench(known).error("bid rank --weights price=40,quality=70")
    #expect(error?.code == "bid.weights" && error?.wayOut?.en.contains("price=36.36,quality=63.64") == true)
    #expect(try bench(known).error("bid rank --weights price=0,quality=0")?.code == "bid.weights")
    #expect(try bench(known).error("bid rank --weights price=-40,quality=140")?.code == "bid.weights")
    #expect(try bench(known).error("bid rank --weights price=50,price=50")?.code == "bid.weights")
    #expect(try bench(known).error("bid rank")?.code == "formula.weights")
    // Shares are weights as well.
    #expect(try bench(known).run("bid rank --weights price=.4,quality=.6").texts("bidder") == ["A", "C", "B"])
  }

  @Test func `a price of 0 or 1.00 is kept, told, and does not win by division`() throws {
    let output = try bench("bidder,price,quality\nA,0,.5\nB,1,.5\nC,900,.9\n").run(
      "bid rank --weights price=40,quality=60")
    #expect(output.texts("status").last == "price_not_positive")
    #expect(output.words.contains("prijs 0: A") && output.words.contains("invulwaarde"))
    #expect(
      try bench("bidder,price,quality\nA,0,.5\nB,10,.5\n").run("bid rank --formula lowest").texts("bidder") == [
        "A", "B",
      ])
  }

  @Test func `one bid, equal bids, and bids without quality give an answer and a word`() throws {
    #expect(
      try bench("bidder,price,quality\nA,10,.5\n").run("bid rank --weights price=40,quality=60").words.contains(
        "maar één"))
    #expect(
      try bench("bidder,price,quality\nA,10,.5\n").run("bid audit --weights price=40,quality=60").fact("paradoxes") == 0
    )
    let equal = try bench("bidder,price,quality\nA,10,.5\nB,10,.5\n").run("bid rank --weights price=40,quality=60")
    #expect(equal.numbers("rank") == [1, 1] && equal.words.contains("gelijke uitkomst"))
    let open = try bench("bidder,price,quality\nA,10,\nB,10,.5\n").run("bid rank --weights price=40,quality=60")
    #expect(open.texts("status") == ["ranked", "no_quality"])
    #expect(try bench("bidder,price\nA,10\nB,5\n").run("bid rank --formula lowest").texts("bidder") == ["B", "A"])
    #expect(
      try bench("bidder,price\nA,10\nB,5\n").run("bid rank --weights price=40,quality=60").words.contains("geen enkele")
    )
  }

  @Test(arguments: [
    ("bidder,price,quality\nA,10,8\n", "bid.quality"), ("bidder,price,quality\nA,-5,.5\n", "bid.price"),
    ("a,b\n1,2\n", "bid.columns"), ("bidder,price,quality\n", "bid.empty"), ("[1,2]", "bid.columns"),
    ("{\"x\":1}", "bid.columns"), ("[{\"bidder\":\"A\"", "json.syntax"), ("", "file.empty"),
  ])
  func `a file that is no table of bids is told so, and nothing is kept`(text: String, code: String) throws {
    let bench = try Workbench().file("x", text)
    #expect(bench.error("bid import x")?.code == code)
    #expect(bench.error("bid rank --formula lowest")?.code == "bid.none")
  }

  @Test func `points are shares once the most is given`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality\nA,10,80\nB,12,60\n")
    #expect(bench.error("bid import b.csv")?.wayOut?.en.contains("--out-of 100") == true)
    try bench.run("bid import b.csv --out-of 100")
    #expect(try bench.run("bid rank --formula utility").numbers("quality") == [0.8, 0.6])
  }

  @Test func `personal data stop at the door`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality,mail\nA,10,.5,a.jansen@voorbeeld.nl\n")
    #expect(bench.error("bid import b.csv")?.code == "personal.found")
    #expect(try bench.run("bid import b.csv --drop mail").texts("bidder") == ["A"])
  }

  @Test func `more than four hundred bids are ranked, but not audited pair by pair`() throws {
    var text = "bidder,price,quality\n"
    for bid in 0..<1000 { text += "b\(bid),\(1000 + bid),0.5\n" }
    let bench = try bench(text)
    #expect(try bench.run("bid rank --weights price=40,quality=60").table?.rowCount == 1000)
    #expect(bench.error("bid audit --weights price=40,quality=60")?.code == "bid.toomany")
  }
}
