import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import EffectsArena

/// What a tired person types, and what is impossible or extreme.
@Suite struct InputTests {
  @Test(arguments: [
    ("arena link buurthuis buurthuis", "link.cycle"), ("arena new x --rate 21%", "discount.range"),
    ("arena new x --rate 2.25", "discount.range"), ("arena new x --rate -6%", "discount.range"),
    ("arena new W", "sheet.taken"), ("arena new x --years 0", "argument.range"),
    ("arena invest buurthuis --party gemeente --amount 90.000", "amount.value"),
    ("arena invest buurthuis --party gemeente --amount veel", "amount.value"),
    ("arena invest buurthuis --party gemeente --amount 30%", "amount.value"),
    ("arena invest buurthuis --party gemeente --amount -5", "amount.value"),
    ("arena invest buurthuis --party gemeente --amount 1e300", "amount.value"),
    ("arena invest buurthuis --party gemeente --amount normal:10:-1", "distribution.impossible"),
    ("arena invest buurthuis --party gemeente --amount triangular:3:2:1", "distribution.impossible"),
    ("arena invest buurthuis --party gemeente --amount triangulair:1:2:3", "amount.value"),
    ("arena invest huisuitzetting --party gemeente --amount 1", "activity.unknown"),
    ("arena invest buurthuis --party gemente --amount 1", "party.unknown"),
    ("arena invest buurthuis --party gemeente --amount 1 --in-years 2-1", "years.order"),
    ("arena invest buurthuis --party gemeente --amount 1 --in-years 1-2", "years.order"),
    ("arena invest buurthuis --party gemeente --amount 1 --in-years straks", "years.format"),
    ("arena invest buurthuis --party gemeente --law avg --amount 1", "law.unknown"),
    ("arena effect huisuitzetting --deadweight 1.2", "share.range"),
    ("arena effect huisuitzetting --deadweight -.1", "share.range"),
    ("arena effect huisuitzetting --share gemeente=.5", "share.sum"),
    ("arena effect huisuitzetting --share gemeente=.7 --share corporatie=.7", "share.sum"),
    ("arena effect huisuitzetting --share gemeente=.7 --share gemeente=.3", "share.twice"),
    ("arena effect huisuitzetting --share gemeente=1.5", "share.range"),
    ("arena effect huisuitzetting --share provincie=1", "party.unknown"),
    ("arena effect buurthuis --quantity 1", "effect.unknown"),
    ("arena sure buurthuis:crisisopname=.5 --by gemeente", "link.unknown"),
    ("arena sure buurthuis:niets=.5 --by gemeente", "node.unknown"),
    ("arena sure buurthuis=.5 --by gemeente", "link.format"),
    ("arena sure buurthuis:huisuitzetting=.5", "argument.missing"),
    ("arena sure buurthuis:huisuitzetting=60 --by gemeente", "share.range"),
    ("arena sure buurthuis:huisuitzetting=.5 --by 12345", "role.name"),
    ("arena drop iets", "node.unknown"), ("arena path iets", "node.unknown"),
    ("arena settle --floor gemeente=veel", "amount.value"),
    ("arena settle --rule eerlijk", "argument.choice"),
    ("arena break-even lichtere-begeleiding.kosten", "input.unknown"),
    ("arena break-even deadweight --of provincie", "party.unknown"),
    ("arena what-if crisisopname.aantal=veel", "amount.value"),
    ("arena what-if crisisopname.deadweight=3", "share.range"), ("arena what-if rate=30%", "discount.range"),
    ("arena take procure", "take.missing"), ("arena take gap", "take.missing"), ("arena take waakvlam", "take.missing"),
    ("arena add activity huisuitzetting", "node.taken"), ("arena compare W X", "sheet.unknown"),
  ])
  func `gives one error, and changes nothing`(line: String, code: String) throws {
    let bench = try ArenaBench.w(more: ["arena link buurthuis huisuitzetting"])
    let before = bench.documents
    let error = try #require(bench.error(line), "\(line)")
    #expect(error.code == code && error.wayOut != nil, "\(line): \(error.code) \(error.message.nl)")
    #expect(bench.documents == before)
  }

  @Test func `a decimal comma in a list of answers is told how to write it, and alone it is a number`() throws {
    let bench = try ArenaBench.w(more: ["arena link buurthuis huisuitzetting", "arena link buurthuis crisisopname"])
    let error = try #require(
      bench.error("arena sure buurthuis:huisuitzetting=0,6 buurthuis:crisisopname=0,5 --by gemeente"))
    #expect(error.code == "link.format" && error.wayOut?.nl.contains("komma") == true)
    try bench.run("arena sure buurthuis huisuitzetting 60% --by gemeente")
    #expect(try bench.session.workspace.sheetForTest?.link("buurthuis", "huisuitzetting")?.confidence == 0.6)
    try bench.run("arena sure buurthuis huisuitzetting intrekken --by gemeente")
    #expect(try bench.session.workspace.sheetForTest?.link("buurthuis", "huisuitzetting")?.sure.isEmpty == true)
  }

  @Test func `a sheet without a single amount says so, and shows no nought`() throws {
    let bench = try ArenaBench.empty([
      "arena new leeg", "arena party add gemeente,corporatie", "arena add activity a", "arena add effect e",
      "arena link a e", "arena invest a --party gemeente", "arena effect e --share corporatie=1",
    ])
    let ledger = try bench.run("arena ledger")
    #expect(ledger.numbers("pays").allSatisfy(\.isNaN) && ledger.numbers("net").allSatisfy(\.isNaN))
    #expect(ledger.numbers("empty") == [1, 1] && ledger.fact("total") == nil && ledger.fact("covered") == 0)
    #expect(ledger.words.contains("nog geen bedrag"))
    for line in ["arena simulate", "arena drivers", "arena settle", "arena effects", "arena show", "arena check"] {
      try bench.run(line)
    }
    #expect(try bench.run("arena settle").facts["feasible"] == nil)
    #expect(bench.error("arena break-even e.quantity")?.code == "input.unknown")
    // An empty sheet, and one that is all parties.
    try bench.run("arena new niets")
    for line in [
      "arena ledger", "arena show", "arena check", "arena sure", "arena settle", "arena effects", "arena simulate",
    ] {
      try bench.run(line)
    }
  }

  @Test func `one party that pays and saves settles with nobody`() throws {
    let bench = try ArenaBench.empty([
      "arena new een", "arena party add gemeente --law wmo", "arena add activity a", "arena add effect e",
      "arena invest a --party gemeente --amount 100", "arena effect e --quantity 1 --value 40 --share gemeente=1",
    ])
    let short = try bench.run("arena settle")
    #expect(short.facts["feasible"] == .boolean(false) && short.fact("short") == 60)
    let floored = try bench.run("arena settle --floor gemeente=-60")
    #expect(floored.facts["feasible"] == .boolean(true) && floored.fact("moved") == 0)
    #expect(try bench.run("arena break-even e.value").fact("break_even") == 100)
    #expect(try bench.run("arena break-even e.drop-off").words.contains("geen waarde die kan"))
  }

  @Test func `two laws of one party stand apart in the ledger and together in the settlement`() throws {
    let bench = try ArenaBench.empty([
      "arena new twee", "arena party add gemeente --law wmo", "arena add activity a", "arena add effect e",
      "arena invest a --party gemeente --amount 100",
      "arena invest a --party gemeente --law participatiewet --amount 30",
      "arena effect e --quantity 1 --value 200 --share gemeente/jeugdwet=25% --share gemeente=rest",
    ])
    let ledger = try bench.run("arena ledger")
    #expect(ledger.texts("law") == ["wmo", "participatiewet", "jeugdwet"] && ledger.numbers("net") == [50, -30, 50])
    #expect(try bench.run("arena settle").fact("moved") == 0)
    // Each has a name of its own.
    #expect(try bench.run("arena what-if a.gemeente.participatiewet.bedrag=130").numbers("difference") == [-100, -100])
  }

  @Test func `a lag, years of an investment, hours, and what falls outside`() throws {
    let bench = try ArenaBench.empty([
      "arena new jaren --years 3 --start 2027", "arena party add gemeente", "arena add activity a",
      "arena add effect e",
      "arena invest a --party gemeente --hours 10 --hourly 60 --amount 400 --in-years 2027-2028",
      "arena effect e --quantity 2 --value 500 --drop-off 50% --lag 1 --share gemeente=1",
    ])
    let ledger = try bench.run("arena ledger")
    // 1,000 a year in two years; an effect of 1,000 in the second year and half of it in the third.
    #expect(ledger.numbers("pays") == [2_000] && ledger.numbers("saves") == [1_500])
    #expect(try bench.run("arena effect e --lag 3").words.contains("begint na de 3 jaar"))
    #expect(try bench.run("arena ledger").numbers("saves") == [0])
  }

  @Test func `words of a person do not come in`() throws {
    let bench = try ArenaBench.w(more: ["arena link buurthuis huisuitzetting"])
    let person = "'bel 06-12345678'"
    for line in [
      "arena new \(person)", "arena start goede-buur --name \(person)", "arena party add \(person)",
      "arena add activity x \(person)",
      "arena add effect \(person)", "arena add activity x y --unit \(person)",
      "arena link buurthuis huisuitzetting --source \(person)",
      "arena link buurthuis huisuitzetting --because \(person)",
      "arena invest buurthuis --party gemeente --source \(person)",
      "arena effect huisuitzetting --unit \(person)", "arena effect huisuitzetting --source \(person)",
    ] {
      #expect(bench.error(line)?.code == "personal.found", "\(line)")
    }
    #expect(!bench.documents.contains("12345678"))
  }

  @Test func `without a sheet there is one error that says how to begin`() throws {
    let bench = try ArenaBench.empty()
    for line in [
      "arena show", "arena ledger", "arena check", "arena sure", "arena simulate", "arena drivers", "arena settle",
      "arena effects", "arena party add gemeente", "arena add effect e", "arena drop e",
    ] {
      #expect(bench.error(line)?.code == "sheet.none", "\(line)")
    }
    #expect(try bench.run("arena list").table?.rowCount == 0)
  }
}
