import TestSupport
import Testing
import WorkbenchKit

@testable import InstrumentSelector

@Suite struct RulesCommandTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
    for (name, text) in ExampleSheets.files { bench.file(name, text) }
  }

  private func notices(_ line: String) throws -> [String] {
    try bench.run(line).blocks.compactMap { if case .notice(let notice) = $0 { notice.text.en } else { nil } }
  }

  @Test func `the four styles are those of the specification`() throws {
    for (answers, style) in [
      ("script=yes power=yes", "beheersingsgericht"), ("script=no power=yes", "uitvoeringsgericht"),
      ("script=yes power=no", "visionair"), ("script=nee power=nee", "faciliterend"),
    ] {
      #expect(try bench.run("rules run regiestijl \(answers)").facts["style"] == .text(style))
    }
  }

  @Test func `the shipped rules pass their own check`() throws {
    let table = try #require(try bench.run("rules check").table)
    #expect(
      table.column("gaps")?.numbers == [0, 0, 0, 0, 0, 0] && table.column("overlaps")?.numbers == [0, 0, 0, 0, 0, 0])
  }

  @Test func `a DMN file comes in, and runs as the contract says`() throws {
    let output = try bench.run("rules import risico.dmn")
    #expect(output.table?.column("name")?.texts == ["Eligibility"])
    #expect(
      try notices("rules import risico.dmn") == [
        "rule 4 of 'Eligibility' cannot be decided: '? > date(\"2020-01-01\")' does not fit 'Age', which is number",
        "not taken along: the decision 'Sum' is no table but literalExpression",
      ])
    let run = try bench.run("rules run Eligibility Age=17 RiskCategory=High")
    #expect(run.facts["Eligibility"] == .text("Ineligible"))
    #expect(run.facts["fired"] == .list([.number(1), .number(2), .number(3)]))
    #expect(try bench.run("rules run eligibility Age=40 RiskCategory=low").facts["Eligibility"] == .text("Eligible"))
    #expect(try bench.run("rules run Eligibility Age=17").facts["Eligibility"] == .text("Ineligible"))
    #expect(bench.error("rules run Eligibility Age=17 RiskCategory=Hihg")?.suggestion == "High")
    #expect(bench.error("rules run Eligibility Aeg=17")?.suggestion == "Age")
    #expect(bench.error("rules run Eligibility Age=oud")?.code == "rules.value")
    #expect(bench.error("rules run Eligibility Age=17 Age=18")?.code == "rules.repeated")
  }

  @Test func `an open answer names every rule that may still fire, and is one where all say the same`() throws {
    let open = try bench.run("rules run congruentie style=visionair funding=pxq")
    #expect(open.facts["congruence"] == .text("schuurt"))
    #expect(open.facts["fired"] == .list([.number(1), .number(2)]))
    #expect(open.facts["unknown"] == .list([.text("term_years")]))
    #expect(open.table?.column("rules")?.texts == ["1, 2"])
  }

  @Test func `what goes out comes in the same, in each form`() throws {
    for form in ["dmn", "csv", "json"] {
      for name in ["regiestijl", "instrumenten", "congruentie"] {
        let before = try bench.run("rules show \(name)").table
        _ = try bench.run("rules export \(name) uit.\(form)")
        _ = try bench.run("rules import uit.\(form) --name heen")
        let after = try bench.run("rules show heen").table
        #expect(
          (0..<(before?.rowCount ?? 0)).map { row in before?.columns.map { $0[row] } }
            == (0..<(after?.rowCount ?? 0)).map { row in after?.columns.map { $0[row] } }, "\(form) \(name)")
        _ = try bench.run("rules drop heen")
      }
    }
  }

  @Test func `a screen has rules in words with what is typed behind them, and FEEL stands in every other form`() throws
  {
    let style = try bench.run("rules show regiestijl")
    #expect(style.table?.column("power")?.isDetail == true && style.table?.column("power")?.texts?.first == "true")
    #expect(style.table?.column("power_label")?.texts == ["ja", "ja", "nee", "nee"])
    #expect(style.table?.column("power_label")?.label?.nl == "doorzettingsmacht (power)")
    let congruence = try #require(try bench.run("rules show congruentie").table)
    let funding = congruence.column("funding_label")?.texts
    #expect(funding?[0] == "maakt niet uit" && funding?[1] == "prijs maal volume (price-volume of pxq)")
    #expect(congruence.column("term_years_label")?.texts?[0] == "0 tot en met 1")
    for column in congruence.columns where !column.isDetail {
      #expect((column.texts ?? []).allSatisfy { $0?.contains("\"") != true }, "\(column.name)")
    }
    let list = try #require(try bench.run("rules show").table)
    #expect(list.column("inputs_label")?.texts?[0] == "eigen script (script), doorzettingsmacht (power)")
    #expect(list.column("hit_policy_label")?.texts?[0] == "U: hoogstens één regel past")
    #expect(list.column("inputs")?.texts?[0] == "script, power" && list.column("hit_policy")?.texts?[0] == "U")
  }

  private static func cells(_ table: Table) -> [[Value]] {
    (0..<table.rowCount).map { row in table.columns.map { $0[row] } }
  }

  @Test func `a gap and an overlap stand in the table of the check`() throws {
    _ = try bench.run("rules import voorrang.csv")
    let table = try #require(try bench.run("rules check voorrang").table)
    #expect(table.columnNames == ["kind", "kind_label", "rules", "example", "region"])
    #expect(table.column("kind")?.texts == ["gap", "overlap"])
    #expect(table.column("kind_label")?.texts == ["gat", "overlapping"])
    #expect(table.column("rules")?.texts == [nil, "3, 4"])
    #expect(table.column("example")?.texts == ["leeftijd=70 mantelzorg=false", "leeftijd=60 mantelzorg=false"])
    #expect(bench.error("rules run voorrang leeftijd=60 mantelzorg=nee")?.code == "rules.overlap")
    #expect(try bench.run("rules run voorrang leeftijd=72 mantelzorg=nee").facts["urgent"] == .missing)
  }

  @Test func `a circle makes a table, adds rules, and takes one back`() throws {
    _ = try bench.run(
      "rules new advies --input 'leeftijd:integer:[0..120]' --input ziek:boolean --output 'doe:text:ja, nee'")
    #expect(try bench.run("rules add advies 'leeftijd=>= 75' doe=ja").table?.rowCount == 1)
    _ = try bench.run("rules add advies leeftijd=<75 ziek=ja doe=ja")
    #expect(
      try notices("rules add advies leeftijd=<70 ziek=nee doe=nee") == [
        "gaps and overlaps: 1; 'rules check advies' shows them"
      ]
    )
    #expect(try bench.run("rules run advies leeftijd=80 ziek=onbekend").facts["doe"] == .text("ja"))
    #expect(try bench.run("rules drop advies 3").table?.rowCount == 2)
    #expect(bench.error("rules new advies --input a:text --output b:text")?.code == "rules.taken")
    #expect(bench.error("rules add advies leeftijd=200 doe=ja")?.code == "rules.value")
    #expect(bench.error("rules add advies leeftijd=oud doe=ja")?.code == "rules.cell")
    #expect(bench.error("rules add advies leeftijd=5")?.code == "rules.noresult")
    #expect(bench.error("rules add advies doe=misschien")?.code == "rules.value")
    _ = try bench.run("rules add regiestijl script=yes power=yes style=visionair")
    #expect(bench.error("rules run regiestijl script=ja power=ja")?.code == "rules.overlap")
    _ = try bench.run("rules drop regiestijl")
    #expect(try bench.run("rules run regiestijl script=ja power=ja").facts["style"] == .text("beheersingsgericht"))
    #expect(bench.error("rules drop regiestijl")?.code == "rules.shipped")
  }

  @Test func `files that are no tables are refused`() throws {
    func code(_ name: String, _ text: String) -> String? {
      bench.file(name, text)
      return bench.error("rules import \(name)")?.code
    }
    #expect(code("a.dmn", "<definitions") == "xml.syntax")
    #expect(code("a.dmn", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>") == "xml.doctype")
    #expect(code("a.dmn", "<html/>") == "dmn.none")
    #expect(code("a.dmn", "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>") == "dmn.none")
    #expect(code("a.json", "{\"name\": 5}") == "rules.json")
    #expect(code("a.json", "{") == "json.syntax")
    #expect(code("a.csv", "U,in:x:number,out:y\n1,abc def(,ja\n") == "rules.cell")
    #expect(code("a.csv", "Q,in:x:number,out:y\n1,2,ja\n") == "rules.policy")
    #expect(code("a.csv", "U,out:y\n1,ja\n") == "rules.csv")
    #expect(code("a.csv", "U,in:x,out:y\n1,\"jan@example.org\",ja\n") == "personal.found")
    let json =
      #"{"name":"t","inputs":[{"name":"a"}],"outputs":[{"name":"b"}],"rules":[{"when":["1","2"],"then":["x"]}]}"#
    #expect(code("a.json", json) == "rules.shape")
    // Read as 'whatever it is', as it once was, the rule would hold always.
    let number = #"{"name":"t","inputs":[{"name":"a"}],"outputs":[{"name":"b"}],"rules":[{"when":[1],"then":["x"]}]}"#
    #expect(code("a.json", number) == "rules.json")
    #expect(bench.error("rules import weg.dmn")?.code == "file.missing")
  }

  @Test func `undo takes a rule back`() throws {
    let before = try bench.run("rules show regiestijl").table
    _ = try bench.run("rules drop regiestijl 1")
    #expect(try bench.run("rules show regiestijl").table?.rowCount == 3)
    _ = try bench.run("rules drop regiestijl")
    #expect(try bench.run("rules show regiestijl").table == before)
  }

  private static let worked = #"""
    {"name": "werk", "hit_policy": "C", "inputs": [
      {"name": "uren", "type": "number"}, {"name": "dubbel", "type": "number", "expression": "uren * 2"},
      {"name": "grens", "type": "number"}],
     "definitions": [{"name": "ruim", "expression": "uren + 1"}],
     "outputs": [{"name": "doe", "type": "any"}],
     "rules": [{"when": ["-", "-", "< ruim"], "then": ["ja"]}]}
    """#

  @Test func `an input that is worked out has no name in cells, so that no table is kept that cannot be read`() throws {
    bench.file("werk.json", Self.worked)
    _ = try bench.run("rules import werk.json")
    #expect(bench.error("rules add werk 'grens=< dubbel' doe=ja")?.code == "rules.cell")
    #expect(try bench.run("rules add werk 'grens=< uren' doe=nee").table?.rowCount == 2)
    #expect(try bench.run("rules show werk").table?.rowCount == 2)
  }

  @Test func `what may be a gap or an overlap is counted too`() throws {
    bench.file("werk.json", Self.worked)
    _ = try bench.run("rules import werk.json")
    let list = try #require(try bench.run("rules check").table)
    let row = try #require(list.column("name")?.texts?.firstIndex(of: "werk"))
    #expect(list.column("gaps")?.numbers?[row] == 0 && (list.column("maybe")?.numbers?[row] ?? 0) > 0)
    #expect(
      try notices("rules add werk 'grens=< uren' doe=nee").contains { $0.hasPrefix("gaps and overlaps: 1, perhaps: 1") }
    )
  }

  @Test func `what is not worked out stands among the facts for programs`() throws {
    bench.file(
      "open.dmn",
      DMNText.file(
        DMNText.decision(
          "Open", DMNText.table("UNIQUE", inputs: [("a", "number")], outputs: [(nil, nil, nil, nil)], "1 → heute()"))))
    _ = try bench.run("rules import open.dmn")
    let facts = try bench.run("rules run Open a=1").facts
    #expect(facts["open"] == .list([.text("heute()")]))
    #expect(try bench.run("rules run regiestijl script=yes power=yes").facts["open"] == nil)
  }
}
