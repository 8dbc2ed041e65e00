import Session
import Testing
@_spi(Host) import WorkbenchKit
import WorkbenchTesting

@testable import EffectsArena

/// The chain, who is sure of it, and what is told beside it.
@Suite struct ChainTests {
  private static let lines = [
    "arena link buurthuis huisuitzetting", "arena link buurthuis crisisopname",
    "arena sure buurthuis:huisuitzetting=.8 buurthuis:crisisopname=.1 --by gemeente",
    "arena sure buurthuis:huisuitzetting=.8 buurthuis:crisisopname=.9 --by corporatie",
    "arena sure buurthuis:huisuitzetting=weet-niet buurthuis:crisisopname=.1 --by bewoners",
    "arena sure buurthuis:crisisopname=.9 --by zorgverzekeraar",
  ]

  @Test func `the link on which people are most divided stands first`() throws {
    let sure = try ArenaBench.w(more: Self.lines).run("arena sure")
    #expect(sure.texts("to") == ["crisisopname", "huisuitzetting"] && sure.numbers("median") == [0.5, 0.8])
    #expect(
      sure.numbers("low") == [0.1, 0.8] && sure.numbers("high") == [0.9, 0.8] && sure.numbers("unknown") == [0, 1])
    #expect(sure.numbers("agreement")[1] == 1 && sure.numbers("agreement")[0] < -0.7)
  }

  @Test func `ten classes own their lower edge, and sure belongs to the last`() {
    // .3 and .2 + .1 lie in one class; .29 in the one below.
    #expect(LinkTable.agreement([0.3, 0.2 + 0.1]) == 1)
    #expect(LinkTable.agreement([0.29, 0.3]) < 1)
    #expect(LinkTable.agreement([0.95, 1]) == 1 && LinkTable.agreement([0.5]).isNaN)
  }

  @Test func `hidden roles leave medians and agreement only`() throws {
    let bench = try ArenaBench.w(more: Self.lines)
    #expect(try bench.run("arena path crisisopname").facts["doubted_by"] == .text("bewoners, gemeente"))
    try bench.set("kring.show-roles", to: "off")
    let sure = try bench.run("arena sure")
    #expect(sure.table?.column("low") == nil && sure.table?.column("high") == nil && sure.words.contains("verborgen"))
    #expect(try bench.run("arena path crisisopname").facts["doubted_by"] == nil)
  }

  @Test func `another name of a role at the table is the same role`() throws {
    let bench = try ArenaBench.w(more: ["arena link buurthuis crisisopname"])
    try bench.hold(
      Table(columns: [.texts("role", ["corporatie"]), .texts("aliases", ["woonbron;stadswonen"])]), as: "kring.roles")
    try bench.run("arena sure buurthuis:crisisopname=.2 --by corporatie")
    try bench.run("arena sure buurthuis:crisisopname=.4 --by woonbron")
    #expect(try bench.session.workspace.sheetForTest?.links[0].sure == ["corporatie": .value(0.4)])
  }

  @Test func `where nobody said anything the way is not told, and its bounds are`() throws {
    let bench = try ArenaBench.w(more: ["arena link buurthuis huisuitzetting"])
    let path = try bench.run("arena path huisuitzetting")
    #expect(path.numbers("confidence")[0].isNaN && path.fact("joined") == nil)
    #expect(path.words.contains("tussen 0,00 en 1,00"))
    #expect(try bench.run("arena path crisisopname").words.contains("leidt nog niets"))
  }

  @Test func `confidence enters the money only when asked, and what nobody is sure of is left out and told`() throws {
    let bench = try ArenaBench.w(more: Self.lines)
    #expect(ArenaBench.near(try bench.run("arena ledger").fact("total"), 10_450))
    let weighed = try bench.run("arena ledger --weigh-by-confidence")
    // 36,000 x .8 + 36,450 x .5 - 110,000; nothing leads to the third effect.
    #expect(ArenaBench.near(weighed.fact("total"), 28_800 + 18_225 - 110_000))
    #expect(weighed.words.contains("niemand zei hoe zeker het is: lichtere-begeleiding"))
  }

  @Test func `a claim against the sources is contested until the circle writes why it holds here`() throws {
    let bench = try ArenaBench.empty([
      "arena new claims", "arena add activity mantelzorg 'mantelzorgers ondersteunen'",
      "arena add effect thuiszorg 'minder thuiszorg nodig'", "arena add activity preventie 'vallen voorkomen'",
      "arena add effect ziekenhuis 'minder opnames'",
    ])
    let link = try bench.run("arena link mantelzorg thuiszorg")
    #expect(link.words.contains("is betwist"))
    #expect(try bench.run("arena check").texts("kind").contains("contested"))
    let answered = try bench.run("arena link mantelzorg thuiszorg --because 'hier is de thuiszorg nu al dubbel'")
    #expect(!answered.words.contains("is betwist") && answered.words.contains("dubbel"))
    let check = try bench.run("arena check")
    #expect(check.texts("kind").contains("contested_answered") && check.texts("lines").contains("391-391"))
    try bench.run("arena link preventie ziekenhuis")
    #expect(try bench.run("arena check").texts("lines").contains("846-846"))
  }

  @Test func `what is lacking and what may be one saving twice is named, and not removed`() throws {
    let bench = try ArenaBench.w(
      more: [
        "arena add effect opname-ggz 'opnames in de ggz'",
        "arena effect opname-ggz --quantity 2 --value 100 --share zorgverzekeraar=1",
        "arena link buurthuis crisisopname", "arena link buurthuis opname-ggz", "arena add activity los",
      ])
    let before = bench.documents
    let check = try bench.run("arena check")
    let found = Dictionary(grouping: zip(check.texts("kind"), check.texts("where")), by: \.0).mapValues { $0.map(\.1) }
    #expect(found["double"] == ["crisisopname, opname-ggz"] && found["leads_nowhere"] == ["los"])
    #expect(
      found["from_nowhere"] == ["huisuitzetting", "lichtere-begeleiding"] && found["no_source"] == ["opname-ggz"])
    #expect(bench.documents == before)
    // A party that goes takes its share along: then the shares lack.
    try bench.run("arena drop corporatie")
    #expect(try bench.run("arena check").texts("kind").contains("share_sum"))
  }

  @Test func `the picture has who pays, what is done, effects and who saves`() throws {
    let flow = try #require(try ArenaBench.w(more: Self.lines).run("arena show").flows.first)
    #expect(flow.columns.map(\.name) == ["investors", "activities", "effects", "savers"] && flow.remarks.isEmpty)
    #expect(ArenaBench.near(flow.nodes.first { $0.id == "saves:gemeente" }?.value, 62_400, within: 1e-6))
    #expect(flow.nodes.first { $0.id == "pays:gemeente" }?.value == 90_000)
    #expect(flow.links.count == 2 + 2 + 4)
  }

  @Test func `every change is one step that undo takes back`() throws {
    let lines = [
      "arena use w --years 2 --rate 2%", "arena party add provincie --law eigen",
      "arena add activity eetclub 'samen eten'",
      "arena link eetclub huisuitzetting --evidence aannemelijk", "arena sure eetclub:huisuitzetting=.4 --by gemeente",
      "arena invest eetclub --party provincie --amount normal:100:5 --in-years 2",
      "arena effect huisuitzetting --lag 1", "arena ledger --offer --draws 200", "arena start goede-buur",
      "arena use w",
      "arena link eetclub huisuitzetting --remove", "arena invest eetclub --party provincie --remove",
      "arena drop eetclub", "arena drop provincie",
    ]
    let bench = try ArenaBench.w()
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

  @Test func `what a newer version wrote is kept`() throws {
    let bench = try ArenaBench.w()
    var members = try #require(try bench.document("sheet.w", of: "effectsarena")?.object)
    members["later"] = .string("iets")
    members["parties"] = .array(
      (members["parties"]?.array ?? []) + [["id": "nieuw", "colour": "blauw"], .string("stuk")])
    try bench.hold(.object(members), as: "sheet.w", of: "effectsarena")
    try bench.run("arena add activity extra")
    let kept = try #require(try bench.document("sheet.w", of: "effectsarena"))
    #expect(kept["later"]?.string == "iets")
    #expect(kept["parties"]?.array?.contains { $0["colour"]?.string == "blauw" } == true)
    #expect(kept["parties"]?.array?.contains { $0.string == "stuk" } == true)
  }
}
