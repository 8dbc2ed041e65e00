import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Waakvlam

/// What roles say of the steps, and who does what.
@Suite struct ChainTests {
  @Test func `medians of roles, and a range from the lowest and the highest`() throws {
    let bench = try WaakvlamBench.make([
      "waakvlam now 3.1=.2 3.2=.5 3.3=0 --by gemeente", "waakvlam now 3.1=40% 3.2=weet-niet 3.3=10% --by corporatie",
      "waakvlam nu 3.1=0.6 --by zorgaanbieder",
    ])
    let chain = try bench.run("waakvlam chain 3")
    #expect(near(chain.numbers("reached_now").last, 100 * 0.4 * 0.5 * 0.05, within: 1e-9))
    #expect(chain.numbers("low").last == 0 && near(chain.numbers("high").last, 100 * 0.6 * 0.5 * 0.1, within: 1e-9))
    #expect(chain.numbers("unknown") == [0, 1, 0])
    // Nobody said what is wanted: then no step can be called the best.
    #expect(chain.facts["best_step"] == nil && chain.facts["end_wanted"] == .missing)
    #expect(chain.words.contains("niemand zei iets van 3.1, 3.2, 3.3"))
    try bench.set("kring.show-roles", to: "off")
    let hidden = try bench.run("waakvlam chain 3")
    #expect(hidden.table?.column("low") == nil && hidden.table?.column("wanted_high") == nil)
    #expect(try bench.run("waakvlam now 3.1=.2 --by gemeente").table?.column("high") == nil)
  }

  @Test func `a step that nobody scored stops the product there, and says so`() throws {
    let bench = try WaakvlamBench.make(["waakvlam now 1.1=.6 1.3=.7 --by gemeente"])
    let chain = try bench.run("waakvlam chain 1 --return .5")
    #expect(chain.numbers("reached_now").map(\.isNaN) == [false, true, true, true])
    #expect(chain.facts["end_now"] == .missing && chain.facts["eventually"] == nil)
    #expect(chain.words.contains("vanaf 1.2 is er geen getal"))
    let flow = try #require(chain.flows.first)
    #expect(flow.columns.count == 2 && flow.nodes.count == 3 && flow.remarks.isEmpty)
  }

  @Test func `the flow loses what the table says, and links end where boxes stand`() throws {
    let flow = try #require(try WaakvlamBench.make(WaakvlamBench.shares).run("waakvlam chain 1").flows.first)
    #expect(flow.columns.count == 5 && flow.nodes.count == 9 && flow.links.count == 8 && flow.remarks.isEmpty)
    #expect(flow.nodes.filter { $0.id.hasPrefix("weg-") }.map { ($0.value ?? 0).rounded() } == [40, 30, 9, 13])
  }

  @Test func `nobody ever gets through and all come back: it goes round, and that is said`() throws {
    let bench = try WaakvlamBench.make(["waakvlam now 2.1=0 2.2=0 2.3=0 --by gemeente"])
    let chain = try bench.run("waakvlam chain 2 --return 1")
    #expect(chain.fact("end_now") == 0 && chain.facts["eventually"] == nil && chain.words.contains("eindeloos"))
    // Nought is a figure, and no gap.
    #expect(!chain.words.contains("zei iets van 2.1, 2.2, 2.3 (zoals het nu"))
  }

  @Test(arguments: ["2", "-0.1", "hoog", "140%"])
  func `what is no share is one error with its place, and nothing is kept`(word: String) throws {
    let bench = try WaakvlamBench.make()
    let error = try #require(bench.error("waakvlam now 1.1=.5 1.2=\(word) --by gemeente"))
    #expect(error.code == "share.range" && error.place != nil, "\(error)")
    #expect(bench.documents == "")
  }

  @Test(arguments: [("60", "60%"), ("7.5", "7.5%")])
  func `a number out of a hundred is offered with its sign`(word: String, better: String) throws {
    #expect(try WaakvlamBench.make().error("waakvlam now 1.1=\(word) --by gemeente")?.suggestion == better)
  }

  @Test func `a role takes its answer back, and the workspace is as it was`() throws {
    let bench = try WaakvlamBench.make([
      "waakvlam now 1.1=.5 --by gemeente", "waakvlam step 1.1 now intrekken --by gemeente",
    ])
    #expect(bench.documents == "")
    #expect(try bench.run("waakvlam chain").words.contains("nog niemand zei"))
    #expect(bench.error("waakvlam step 1.9 now .5 --by gemeente")?.code == "step.unknown")
    #expect(bench.error("waakvlam step 1.1 straks .5 --by gemeente")?.code == "argument.choice")
    #expect(bench.error("waakvlam now 1.1=.5")?.code == "argument.missing")
  }

  @Test func `the steps are offered as every plugin may read them`() throws {
    let bench = try WaakvlamBench.make(WaakvlamBench.shares)
    try bench.run("waakvlam chain --offer")
    let table = try #require(try bench.table("waakvlam.flows"))
    #expect(table.columnNames == ["situation", "step", "party", "now", "wanted", "reached_now", "reached_wanted"])
    #expect(table.rowCount == 4 && table.column("party")?.texts?.last == "waakvlam")
    try bench.session.apply(.undo(1))
    #expect(try bench.table("waakvlam.flows") == nil)
  }

  @Test func `a form for each role gives what they would type`() throws {
    let bench = try WaakvlamBench.make()
    try bench.ballot("nu", "waakvlam now shares=1.1,1.2", ["gemeente": ["0.6", "0.5"], "corporatie": ["0.2", ""]])
    let chain = try bench.run("waakvlam chain 1")
    #expect(chain.numbers("now").prefix(2) == [0.4, 0.5])
  }

  // MARK: Who does what

  @Test func `two that decide are marked, and what nobody does is a gap`() throws {
    let bench = try WaakvlamBench.make([
      "waakvlam who 1.1 corporatie doet", "waakvlam who 1.2 wijkteam beslist", "waakvlam who 1.2 corporatie beslist",
      "waakvlam who 1.1 buren weet",
    ])
    let board = try #require(try bench.run("waakvlam who").matrices.first)
    #expect(board.rows.count == 10 && board.columns.count == 6)
    #expect(board.cells[1][0].mark == .conflict && board.cells[1][1].mark == .conflict && board.cells[0][0].mark == nil)
    let gaps = try bench.run("waakvlam gaps 1")
    #expect(
      zip(gaps.texts("step"), gaps.texts("kind")).map { "\($0) \($1)" } == [
        "1.2 nobody_does", "1.2 several_decide", "1.3 nobody_does", "1.4 no_pilot_light",
      ])
    #expect(gaps.words.contains("wie aan tafel zit is niet bekend"))
    try bench.run("waakvlam who 1.2 corporatie intrekken")
    #expect(try bench.run("waakvlam gaps 1").texts("kind").contains("several_decide") == false)
  }

  @Test func `who stands at a step and not at the table is a gap, by other names too`() throws {
    let bench = try WaakvlamBench.make(["waakvlam who 1.1 corporatie doet", "waakvlam who 1.2 wijkteam doet"])
    try bench.hold(
      Table(columns: [
        .texts("role", ["woonbron", "gemeente"]), .texts("aliases", ["corporatie;wooncorporatie", nil]),
      ]), as: "kring.roles")
    let gaps = try bench.run("waakvlam gaps 1")
    let absent = zip(gaps.texts("step"), gaps.texts("kind")).filter { $0.1 == "not_at_table" }.map(\.0)
    #expect(absent == ["1.2"] && gaps.texts("kind").contains("no_word_back"))
  }

  @Test func `all in order is said in a sentence`() throws {
    let lines = [("2.1", "corporatie"), ("2.2", "begeleider"), ("2.3", "waakvlam")].map {
      "waakvlam who \($0) \($1) doet"
    }
    let bench = try WaakvlamBench.make(lines + ["waakvlam who 2.1 melder weet"])
    #expect(try bench.run("waakvlam gaps 2").words.contains("elke stap heeft wie hem doet"))
    #expect(bench.error("waakvlam who 2.1")?.code == "argument.missing")
    #expect(bench.error("waakvlam who 2.1 corporatie kijkt")?.code == "argument.choice")
  }

  @Test func `candidates are held against the marks, and what each lacks is said`() throws {
    let bench = try WaakvlamBench.make([
      "waakvlam candidate score wijkteam vertrouwd=2 ziet=4 vakmens=5 --by gemeente",
      "waakvlam candidate score wijkteam vertrouwd=1 ziet=weet-niet --by corporatie",
    ])
    let shown = try bench.run("waakvlam candidate score")
    #expect(shown.words.contains("wijkteam met een opdracht mist: bekend en vertrouwd"))
    #expect(shown.numbers("median") == [1.5, 4, 5] && shown.numbers("unknown") == [0, 1, 0])
    #expect(bench.error("waakvlam candidate score wijkteam ziet=4")?.code == "argument.missing")
    #expect(bench.error("waakvlam candidate score burgemeester ziet=4 --by gemeente")?.code == "candidate.unknown")
    #expect(bench.error("waakvlam candidate score wijkteam groot=4 --by gemeente")?.code == "mark.unknown")
    #expect(try bench.run("waakvlam candidate list").table?.rowCount == 9)
  }

  @Test func `what a newer version wrote is kept`() throws {
    let bench = try WaakvlamBench.make()
    try bench.hold(["now": ["1.1": ["gemeente": 0.5]], "later": "x"], as: "chain", of: "waakvlam")
    try bench.run("waakvlam now 1.2=.5 --by gemeente")
    let document = try #require(try bench.document("chain", of: "waakvlam"))
    #expect(document["later"]?.string == "x" && document["now"]?["1.1"]?["gemeente"]?.number == 0.5)
    try bench.hold(["now": ["1.1": ["gemeente": 7]]], as: "chain", of: "waakvlam")
    #expect(bench.error("waakvlam chain")?.code == "document.damaged")
  }

  @Test func `every change is one step that undo takes back`() throws {
    let lines =
      WaakvlamBench.shares + [
        "waakvlam step 1.2 now 40% --by gemeente", "waakvlam who 1.1 corporatie doet", "waakvlam chain --offer",
        "waakvlam candidate score wijkteam ziet=4 --by gemeente", "waakvlam handover import o.csv",
        "waakvlam caseload --arrivals 3 --stay 12 --places 40 --offer",
      ]
    let bench = try WaakvlamBench.make(files: ["o.csv": WaakvlamBench.handovers])
    for line in lines {
      let before = bench.session.workspace
      try bench.run(line)
      #expect(bench.session.workspace.serial == before.serial + 1, "\(line)")
      try bench.session.apply(.undo(1))
      #expect(
        bench.session.workspace.parts.mapValues { $0.part.canonical() }
          == before.parts.mapValues { $0.part.canonical() }, "\(line)")
      try bench.session.apply(.redo(1))
    }
  }

  @Test func `words of a person do not come in`() throws {
    let bench = try WaakvlamBench.make()
    for line in ["waakvlam who 1.1 'bel 06-12345678' doet", "waakvlam step 1.1 now 'bel 06-12345678' --by gemeente"] {
      #expect(["personal.found", "role.name"].contains(bench.error(line)?.code ?? ""), "\(line)")
    }
    #expect(bench.documents == "")
  }
}
