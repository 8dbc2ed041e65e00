import TestSupport
import Testing
import WorkbenchKit

@testable import InstrumentSelector

@Suite struct AdviceTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func tables(_ output: Output) -> [Table] {
    output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func first(_ line: String) throws -> [String] {
    let table = try bench.run(line).table
    return zip(table?.column("instrument")?.texts ?? [], table?.column("rank")?.numbers ?? []).filter { $0.1 <= 3 }
      .compactMap(\.0)
  }

  private func notices(_ output: Output) -> [String] {
    output.blocks.compactMap { if case .notice(let notice) = $0 { notice.text.en } else { nil } }
  }

  @Test func `the style is the one of the specification, with the rule that led to it`() throws {
    for (answers, style, rule) in [
      ("script=yes power=yes", "beheersingsgericht", 1.0), ("script=no power=yes", "uitvoeringsgericht", 2),
      ("script=yes power=no", "visionair", 3), ("script=no power=no", "faciliterend", 4),
    ] {
      let output = try bench.run("instrument advise \(answers)")
      #expect(output.facts["style"] == .text(style))
      #expect(output.facts["rules"] == .list([.number(rule)]))
      #expect(output.table?.columnNames == ["rank", "instrument", "domain", "level", "score", "because"])
      #expect(output.table?.rowCount == 14)
      #expect(tables(output)[1].columnNames == ["answer", "answer_label", "from", "to", "effect"])
    }
  }

  @Test func `ties are ties, and every instrument that leads has a reason`() throws {
    let table = try #require(try bench.run("instrument advise script=yes power=no").table)
    #expect(table.column("rank")?.numbers?.prefix(4) == [1, 1, 1, 4])
    #expect(
      Set(table.column("instrument")?.texts.map(Array.init)?.prefix(3) ?? []) == [
        "structuurvisie", "woonvisie", "wmo-beleidsplan",
      ])
    #expect(table.column("because")?.texts?.first??.contains("samen een visie") == true)
    #expect(try first("instrument advise script=yes power=yes").first == "huisvestingsverordening")
    #expect(try first("instrument advise script=no power=yes").first == "benuttingsanalyse")
  }

  @Test func `an unknown answer leaves the styles that are still possible`() throws {
    let output = try bench.run("instrument advise script=yes power=onbekend")
    #expect(output.facts["style"] == .list([.text("beheersingsgericht"), .text("visionair")]))
    #expect(output.facts["style_order"] == .text("possible"))
    #expect(notices(output).contains { $0.hasPrefix("not answered yet: power") })
    guard case .list(let styles)? = try bench.run("instrument advise").facts["style"] else {
      Issue.record("no list")
      return
    }
    #expect(styles.count == 4)
  }

  @Test func `visionary first and controlling after is a sequence`() throws {
    let output = try bench.run("instrument advise script=yes power=yes both=yes")
    #expect(output.facts["style"] == .list([.text("visionair"), .text("beheersingsgericht")]))
    #expect(output.facts["style_order"] == .text("sequence"))
  }

  @Test func `power is a fact: a wish to fix without it is said, and never to get it`() throws {
    let output = try bench.run("instrument advise script=yes power=no hold=vastzetten")
    #expect(output.facts["style"] == .text("visionair"))
    #expect(output.words.contains("dat is een gegeven, geen keuze"))
    #expect(try bench.run("instrument advise script=yes hold=vastzetten").facts["style"] == .text("beheersingsgericht"))
  }

  @Test func `an ambition supposes its script, and one that it excludes is a contradiction`() throws {
    #expect(try bench.run("instrument advise ambition=ruimte power=no").facts["style"] == .text("faciliterend"))
    // gebiedsgericht-2016, lines 1837 to 1890: an ambition that lets go, or fixes, leads to its style of itself.
    for (ambition, style) in [("ruimte", "faciliterend"), ("wetten", "uitvoeringsgericht")] {
      let alone = try bench.run("instrument advise ambition=\(ambition)")
      #expect(alone.facts["style"] == .text(style) && alone.words.contains("hoort bij de ambitie '\(ambition)'"))
    }
    #expect(try bench.run("instrument advise ambition=ruimte power=yes").facts["style"] == .text("uitvoeringsgericht"))
    #expect(
      try bench.run("instrument advise ambition=woonservicegebieden").facts["style"]
        == .list([.text("beheersingsgericht"), .text("visionair")]))
    #expect(bench.error("instrument advise ambition=ruimte script=yes")?.code == "answer.contradiction")
    #expect(bench.error("instrument advise script=yes script=no")?.code == "answer.contradiction")
    #expect(try bench.run("instrument advise script=yes script=yes power=no").facts["style"] == .text("visionair"))
  }

  @Test func `answers that are none are named with the nearest`() {
    #expect(bench.error("instrument advise script=yess")?.suggestion == "yes")
    #expect(bench.error("instrument advise scrip=yes")?.suggestion == "script")
    #expect(bench.error("instrument advise domain=woonen")?.suggestion == "wonen")
    #expect(bench.error("instrument advise time=-3")?.code == "answer.value")
    #expect(
      bench.error(
        "instrument advise script=yes --weights rule=0,domain=0,ambition=0,level=0,task=0,new=0,time=0,parties=0")?.code
        == "weights.zero")
    #expect(bench.error("instrument advise --weights rule=-1")?.code == "weights.negative")
    #expect(bench.error("instrument advise --by raad")?.code == "role.silent")
  }

  @Test func `what exists sinks, and a domain that is asked for rises`() throws {
    #expect(
      try first("instrument advise script=yes power=no exists=woonvisie+structuurvisie").first == "wmo-beleidsplan")
    #expect(try first("instrument advise script=yes power=no domain=wonen").first == "woonvisie")
  }

  @Test func `what would change the advice does change it`() throws {
    let line = "instrument advise script=yes power=no domain=wonen"
    let before = try first(line)
    let output = try bench.run(line)
    let table = tables(output)[1]
    let answers = (table.column("answer")?.texts ?? []).compactMap { $0 }
    #expect(answers.contains("script") && answers.contains("power"))
    #expect(try first("instrument advise script=no power=no domain=wonen") != before)
    let ranges = try #require(tables(output).first { $0.column("low") != nil })
    for row in 0..<ranges.rowCount {
      let (low, weight, high) = (
        ranges.column("low")?[row].number, ranges.column("weight")?[row].number, ranges.column("high")?[row].number
      )
      #expect((low ?? 1) <= (weight ?? 0) && (weight ?? 1) <= (high ?? 0))
    }
  }

  @Test func `the form of contract is held against the style`() throws {
    try bench.hold(
      Table(columns: [.texts("form", ["inspanning"]), .texts("funding", ["price-volume"]), .numbers("term_years", [1])]
      ),
      as: "procure.form")
    let said = notices(try bench.run("instrument advise script=yes power=no")).first {
      $0.contains("procure") || $0.contains("price-volume")
    }
    #expect(said?.contains("visionair: schuurt") == true)
  }

  @Test func `every row of the contract is read on its axis, and nothing that nobody said is assumed`() throws {
    func said(_ rows: [(String, String, String)], _ line: String) throws -> String {
      try bench.hold(
        Table(columns: [
          .texts("axis", rows.map { $0.0 }), .texts("form", rows.map { $0.1 }), .texts("label", rows.map { $0.2 }),
        ]), as: "procure.form")
      let lines = try bench.run(line).seen.split(separator: "\n").map { String($0) }
      return try #require(lines.first { $0.contains("stijl naast het contract") })
    }
    let chosen = [("funding", "lumpsum", "vast bedrag"), ("constellation", "coalition", "coalitie")]
    let open = try said(chosen, "instrument advise script=yes power=no")
    #expect(open.contains("vast bedrag, coalitie") && open.contains("visionair: past"))
    #expect(!open.contains("contract van een jaar") && open.contains("procure choose --term"))
    #expect(open.contains("over de samenstelling bij een stijl zeggen de bronnen niets"))
    let term = try said(chosen + [("term", "4+2", "4 jaar")], "instrument advise script=yes power=no")
    #expect(term.contains("visionair: past") && !term.contains("--term") && !term.contains("contract van een jaar"))
    let short = try said(chosen + [("term", "1+1+1", "1 jaar")], "instrument advise script=yes power=no")
    #expect(short.contains("visionair: schuurt") && short.contains("contract van een jaar"))
    // The names are those of `procure`, whichever row they stand on.
    for form in ["area-budget", "subsidy-funding", "population"] {
      let rows = [("procedure", "open", "openbaar"), ("funding", form, form)]
      #expect(try said(rows, "instrument advise script=yes power=no").contains("visionair: past"), "\(form)")
    }
    let none = try said([("constellation", "coalition", "coalitie")], "instrument advise script=yes power=no")
    #expect(none.contains("visionair: onbekend"))
    // Of the funding the sources do speak; nobody named one.
    let only = try said([("term", "4+2", "4 jaar")], "instrument advise script=yes power=no")
    #expect(only.contains("visionair: onbekend") && !only.contains("de bronnen zeggen hier niets over"))
    #expect(only.contains("de bekostiging is niet gezegd en telt niet mee: procure choose VORM"))
  }

  @Test func `roles answer apart, and the group is what most of them say`() throws {
    _ = try bench.run("instrument answer script=yes power=no --by wethouder")
    _ = try bench.run("instrument answer script=yes power=yes --by corporatie")
    _ = try bench.run("instrument answer script=no power=no --by bewoners")
    let output = try bench.run("instrument advise")
    #expect(output.facts["style"] == .text("visionair"))
    let roles = try #require(tables(output).first { $0.column("role") != nil })
    #expect(roles.column("role")?.texts == ["bewoners", "corporatie", "wethouder"])
    #expect(roles.column("style")?.texts == ["faciliterend", "beheersingsgericht", "visionair"])
    let parting = try #require(tables(output).last { $0.column("question") != nil })
    #expect(parting.column("question")?.texts == ["script", "power"])
    #expect(try bench.run("instrument advise --by corporatie").facts["style"] == .text("beheersingsgericht"))
  }

  @Test func `weights of roles are averaged geometrically`() throws {
    _ = try bench.run("instrument weigh rule=8 domain=2 ambition=0 level=0 task=0 new=0 time=0 parties=0 --by a")
    let table = try #require(
      try bench.run("instrument weigh rule=2 domain=8 ambition=0 level=0 task=0 new=0 time=0 parties=0 --by b").table)
    #expect(abs((table.column("weight")?.numbers?[0] ?? 0) - 0.5) < 1e-12)
    #expect(bench.error("instrument weigh regel=1")?.code == "criterion.unknown")
  }

  @Test func `the interview asks one question at a time, goes back and skips`() throws {
    func asked(_ line: String) throws -> Value? { try bench.run(line).facts["question"] }
    #expect(try asked("instrument interview") == .text("must"))
    #expect(try asked("instrument answer ja") == .text("can"))
    #expect(try asked("instrument skip") == .text("want"))
    #expect(try asked("instrument answer onbekend") == .text("script"))
    #expect(try asked("instrument answer nee") == .text("power"))
    #expect(try asked("instrument back") == .text("script"))
    #expect(try asked("instrument back") == .text("want"))
    #expect(bench.error("instrument answer misschien")?.code == "answer.value")
    #expect(try asked("instrument answer domain=wonen,wmo exists=woonvisie") == .text("want"))
    #expect(try bench.run("instrument why power").words.contains("gegeven"))
    #expect(try bench.run("instrument back --by raad").words.contains("eerste vraag"))
    let all = try #require(try bench.run("instrument interview --all").table)
    #expect(all.rowCount == 12 && all.column("answer")?.texts?[8] == "wonen, wmo")
  }

  @Test func `a script of answers gives what the interview gives`() throws {
    for answer in ["onbekend", "onbekend", "onbekend", "ja", "nee"] { _ = try bench.run("instrument answer \(answer)") }
    let asked = try bench.run("instrument advise")
    let typed = try Workbench().run("instrument advise script=yes power=no")
    #expect(asked.table == typed.table && asked.facts["style"] == typed.facts["style"])
  }

  @Test func `the plan lies on a calendar, with who and source`() throws {
    _ = try bench.run("instrument fill woonvisie lead_months=6")
    let output = try bench.run("instrument plan woonvisie prestatieafspraken --from 2027-01-01")
    let timeline = try #require(
      output.blocks.compactMap { if case .timeline(let timeline) = $0 { timeline } else { nil } }.first)
    #expect(
      timeline.rows.map(\.start.text) == [
        "2027-07-01", "2027-07-01", "2027-07-01", "2027-12-15", "2028-03-15", "2027-01-01", "2027-01-01",
      ])
    #expect(
      timeline.rows[2].end?.text == "2027-12-15" && timeline.rows[2].who?.nl == "gemeente, corporaties en huurders")
    // Granted on the woonvisie of 2027, the spring after it.
    #expect(timeline.rows[4].what.nl.hasPrefix("borgingsplafond") && timeline.rows[4].end?.text == "2028-04-15")
    #expect(timeline.rows[5].end?.text == "2027-07-02" && timeline.rows[6].end == nil)
    let cited = "Kennisdossier Strategisch werken aan wonen, welzijn en zorg, annex 2"
    #expect(timeline.rows.prefix(5).allSatisfy { $0.source?.en.hasPrefix(cited) == true })
    #expect(bench.error("instrument plan --from morgen")?.code == "date.format")
    #expect(bench.error("instrument plan")?.code == "argument.missing")
  }

  @Test(arguments: [
    // A month is 30.4375 days, and a part of a day less than half does not count: 30.4, 60.9, 91.3, 121.75 and 15.2.
    ("1", "2027-01-30"), ("2", "2027-03-02"), ("3", "2027-04-01"), ("4", "2027-05-02"), (".5", "2027-01-15"),
  ])
  func `months of a plan are rounded to the nearest day`(months: String, end: String) throws {
    _ = try bench.run("instrument fill woonvisie lead_months=\(months)")
    let timeline = try bench.run("instrument plan woonvisie --from 2027-01-01").blocks.compactMap { block in
      if case .timeline(let timeline) = block { timeline } else { nil }
    }.first
    #expect(timeline?.rows.last?.end?.text == end)
  }

  @Test func `a circle fills in what the sources leave empty`() throws {
    _ = try bench.run("instrument fill woonvisie lead_months=9 'clashes=structuurvisie' 'needs=een raad die meedoet'")
    let output = try bench.run("instrument advise script=yes power=no")
    #expect(notices(output).contains("the circle says that 'woonvisie' clashes with structuurvisie"))
    #expect(bench.error("instrument fill woonvisie doorlooptijd=9")?.code == "fill.field")
    #expect(bench.error("instrument fill woonvisie clashes=vliegveld")?.code == "instrument.unknown")
    let late = try bench.run("instrument advise script=yes power=no time=3").table
    #expect(late?.column("because")?.texts?.contains { $0?.contains("duurt langer") == true } == true)
  }

  @Test func `a scan puts the lowest first and shows the spread`() throws {
    _ = try bench.run("steer scan vbpm vertrouwen=2 10=4 --by wethouder")
    let table = try #require(try bench.run("steer scan vbpm vertrouwen=4 --by bewoners").table)
    #expect(table.column("item")?.texts.map(Array.init)?.prefix(2) == ["vertrouwen", "dialoog"])
    #expect(table.column("median")?.numbers?.first == 3)
    #expect(table.column("low")?.numbers?.first == 2 && table.column("high")?.numbers?.first == 4)
    #expect(try bench.run("steer scan model solidariteit=5 efficientie=1").facts["rijnlands"] == .number(5))
    for bad in ["vbpm x=3", "vbpm vertrouwen=0", "vbpm 12=3", "vbpn"] {
      #expect(bench.error("steer scan \(bad)") != nil, "\(bad)")
    }
  }
}
