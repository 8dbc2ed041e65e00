import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import EffectsArena

/// Money: what is offered, taken, varied and compared.
@Suite struct MoneyTests {
  @Test func `the ledger is offered for other plugins`() throws {
    let bench = try ArenaBench.w(quantities: ArenaBench.uncertain)
    try bench.run("arena ledger --offer --draws 1000 --seed 1")
    let table = try #require(try bench.table("arena.ledger"))
    #expect(table.columnNames == ["party", "law", "pays", "saves", "net", "low", "high", "p_negative"])
    #expect(table.column("pays")?.numbers == [90_000, 20_000, 0])
  }

  @Test func `every result with an amount says where it comes from`() throws {
    let bench = try ArenaBench.w(more: [
      "arena add effect extra", "arena effect extra --quantity 1 --value 5 --share gemeente=1",
    ])
    for line in [
      "arena ledger", "arena effects", "arena settle", "arena simulate", "arena drivers", "arena break-even deadweight",
      "arena what-if rate=1%",
    ] {
      let words = try bench.run(line).words
      #expect(words.contains("bedragen volgens: verzonnen") && words.contains("1 bedrag is aangenomen"), "\(line)")
    }
  }

  @Test func `money of a simulation comes in line by line, as a normal distribution, with its origin`() throws {
    let bench = try ArenaBench.w()
    try bench.hold(
      Table(columns: [
        .texts("form", ["pxq", "lumpsum"]), .texts("label", ["inspanning", "vast bedrag"]),
        .numbers("municipality_mean", [1_000, 900]), .numbers("municipality_sd", [50, 0]),
      ]), as: "procure.money")
    let shown = try bench.run("arena take procure")
    #expect(shown.numbers("amount") == [1_000, 900] && shown.texts("what") == ["inspanning", "vast bedrag"])
    #expect(bench.error("arena take procure --take 1")?.code == "argument.missing")
    #expect(bench.error("arena take procure --take 3 --to buurthuis --party gemeente")?.code == "take.unknown")
    try bench.run("arena take procure --take 1 --to buurthuis --party zorgverzekeraar")
    let taken = try #require(try bench.session.workspace.sheetForTest?.investments.last)
    #expect(taken.amount?.distribution == .normal(mean: 1_000, deviation: 50))
    #expect(taken.source == "procure.money: inspanning")
  }

  @Test func `shortages become activities, the largest first`() throws {
    let bench = try ArenaBench.w()
    try bench.hold(
      Table(columns: [
        .texts("area", ["BU1", "BU2", "BU1"]), .texts("name", ["Noord", "Zuid", "Noord"]),
        .texts("precondition", ["rust", "rust", "lift"]), .texts("label", ["rust", "rust", "een lift"]),
        Column("gap", .numbers([3, 12, .nan]), withheld: [2: "<5"]),
      ]), as: "wzw.gaps")
    #expect(try bench.run("arena take gap").texts("what") == ["rust, Zuid", "rust, Noord"])
    try bench.run("arena take gap --take 1,2")
    #expect(try bench.session.workspace.sheetForTest?.nodes.suffix(2).map(\.id) == ["rust-zuid", "rust-noord"])
  }

  @Test func `a small count cannot be taken, so that no amount gives it back`() throws {
    let bench = try ArenaBench.w()
    func caseload(_ waiting: Double, _ withheld: [Int: String] = [:]) -> Table {
      Table(columns: [
        .numbers("month", [1, 2]), Column("waiting", .numbers([9, waiting]), withheld: withheld),
        .numbers("waiting_low", [8, waiting - 1]), .numbers("waiting_high", [10, waiting + 2]),
      ])
    }
    for (table, sign) in [(caseload(4), "<5"), (caseload(.nan, [1: "•"]), "•")] {
      try bench.hold(table, as: "waakvlam.caseload")
      let shown = try bench.run("arena take waakvlam")
      #expect(shown.numbers("amount")[0].isNaN && shown.table?.column("amount")?.withheld[0] == sign)
      let before = bench.documents
      #expect(bench.error("arena take waakvlam --take 1 --to crisisopname")?.code == "take.withheld")
      #expect(bench.documents == before)
    }
    try bench.hold(caseload(5), as: "waakvlam.caseload")
    try bench.run("arena take waakvlam --take 1 --to crisisopname")
    // A lopsided spread moves no mean: of 4 to 7 around 5 it would be 5.4.
    let taken = try #require(try bench.session.workspace.sheetForTest?.money("crisisopname")?.quantity)
    #expect(taken.words == "normal:5:0.912" && taken.mean == 5)
  }

  @Test func `an amount that was taken with three decimals is read again as it was`() throws {
    let bench = try ArenaBench.w()
    let table = Table(columns: [
      .texts("form", ["pxq"]), .numbers("municipality_mean", [123.456]), .numbers("municipality_sd", [12.345]),
    ])
    try bench.hold(table, as: "procure.money")
    try bench.run("arena take procure --take 1 --to buurthuis --party gemeente")
    #expect(
      try bench.run("arena ledger --draws 1000 --seed 1").numbers("pays").contains { ArenaBench.near($0, 123.456) })
  }

  @Test func `those in contact can be taken as well as those who wait`() throws {
    let bench = try ArenaBench.w()
    let table = Table(columns: [
      .numbers("month", [1, 24]), .numbers("in_contact", [12, 18.7]), .numbers("waiting", [0, 7.5]),
      .numbers("waiting_low", [0, 0]), .numbers("waiting_high", [0, 25]),
    ])
    try bench.hold(table, as: "waakvlam.caseload")
    #expect(try bench.run("arena take waakvlam").numbers("amount") == [7.5, 18.7])
    try bench.run("arena take waakvlam --take 2 --to crisisopname")
    #expect(try bench.session.workspace.sheetForTest?.money("crisisopname")?.quantity?.mean == 18.7)
  }

  @Test func `what would be, and two sheets side by side`() throws {
    let bench = try ArenaBench.w()
    let before = bench.documents
    let then = try bench.run("arena what-if crisisopname.aantal=20 buurthuis.gemeente.bedrag=80000")
    #expect(then.texts("party") == ["gemeente", "corporatie", "zorgverzekeraar", "total"])
    for (found, expected) in zip(then.numbers("difference"), [10_000.0, 0, 36_450, 46_450]) {
      #expect(ArenaBench.near(found, expected))
    }
    #expect(bench.documents == before)
    try bench.run("arena start berflo-es")
    let compared = try bench.run("arena compare w berflo-es")
    #expect(compared.texts("party").last == "total" && compared.numbers("net_b").last == -370_000)
    #expect(compared.words.contains("berflo-es: 0 % van de effecten"))
  }

  @Test func `the draws say when a distribution goes below nought`() throws {
    let bench = try ArenaBench.w(quantities: ["normal:1:2", "10", "20"])
    #expect(
      try bench.run("arena simulate --draws 500 --seed 1").words.contains("ligt in 30,9 % van de gevallen onder 0"))
  }

  @Test func `an amount that is typed anew does not stand in the source of the one before it`() throws {
    let bench = try ArenaBench.empty(["arena start goede-buur"])
    #expect(try bench.session.workspace.sheetForTest?.investments[1].source != nil)
    try bench.run("arena invest wijkbureau --party gemeente --amount 90000")
    #expect(try bench.session.workspace.sheetForTest?.investments[1].source == nil)
    func source() throws -> String? { try bench.session.workspace.sheetForTest?.money("netwerk")?.source }
    try bench.run("arena effect netwerk --quantity 3 --source telling")
    try bench.run("arena effect netwerk --lag 0")
    #expect(try source() == "telling")
    try bench.run("arena effect netwerk --value 40 --source prijslijst")
    #expect(try source() == "telling; prijslijst")
    try bench.run("arena effect netwerk --value 50")
    #expect(try source() == nil)
    #expect(try bench.run("arena effects").words.contains("bedragen zijn aangenomen"))
  }

  @Test func `English says everything too`() throws {
    let bench = try ArenaBench.w(quantities: ArenaBench.uncertain)
    for line in ["arena ledger", "arena settle", "arena check", "arena drivers", "arena simulate"] {
      let words = try bench.run(line).words(.en)
      for dutch in ["bedragen", "trekkingen", "saldo", "aangenomen"] {
        #expect(!words.contains(dutch), "\(line): \(dutch)")
      }
    }
  }
}
