import Decisions
import TestSupport
import Testing
import WorkbenchKit

@testable import InstrumentSelector

/// Decision tables out of DMN files: each is taken whole, or what is not read of it stays and is said.
@Suite struct DMNImportTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @discardableResult private func take(_ elements: String...) throws -> Output {
    bench.file("t.dmn", DMNText.file(elements.joined()))
    return try bench.run("rules import t.dmn")
  }

  private func words(_ output: Output) -> String {
    output.blocks.compactMap { if case .notice(let notice) = $0 { notice.text.en } else { nil } }.joined(
      separator: "\n")
  }

  private func fact(_ name: String, _ line: String) throws -> Value? { try bench.run(line).facts[name] }

  // MARK: Nothing is lost

  @Test func `a rule that names what is no input stays, and every command says that it cannot be decided`() throws {
    let output = try take(
      DMNText.decision(
        "Voorrang",
        DMNText.table(
          "FIRST", inputs: [("leeftijd", "number"), ("inkomen", "number")], outputs: [("uitkomst", "string", nil, nil)],
          ">= 65 | < grens → \"voorrang\"", ">= 18 | - → \"wachtlijst\"")))
    let said = "rule 1 of 'Voorrang' cannot be decided: '< grens' for 'inkomen' names 'grens'"
    #expect(words(output).contains(said))
    let open = try bench.run("rules run Voorrang leeftijd=70 inkomen=1000")
    #expect(open.facts["uitkomst"] == .list([.text("voorrang"), .text("wachtlijst")]))
    #expect(open.facts["fired"] == .list([.number(1), .number(2)]) && open.facts["undecided"] == .list([.number(1)]))
    #expect(words(open).contains(said))
    #expect(try fact("uitkomst", "rules run Voorrang leeftijd=30 inkomen=1000") == .text("wachtlijst"))
    for line in ["rules check Voorrang", "rules show Voorrang", "rules export Voorrang", "rules check"] {
      #expect(words(try bench.run(line)).contains(said), "\(line)")
    }
    #expect(!words(try bench.run("rules check Voorrang")).contains("no two rules"))
    for form in ["dmn", "csv", "json"] {
      _ = try bench.run("rules export Voorrang uit.\(form)")
      _ = try bench.run("rules import uit.\(form) --name heen")
      #expect(
        try fact("uitkomst", "rules run heen leeftijd=70 inkomen=1") == .list([.text("voorrang"), .text("wachtlijst")]))
    }
  }

  @Test func `an input without a type takes what is given`() throws {
    try take(
      DMNText.decision(
        "Voorrang",
        DMNText.table(
          "FIRST", inputs: [("leeftijd", nil)], outputs: [("uitkomst", "string", nil, nil)], ">= 65 → \"voorrang\"",
          "- → \"wachtlijst\"")))
    #expect(try fact("uitkomst", "rules run Voorrang leeftijd=70") == .text("voorrang"))
    #expect(try fact("uitkomst", "rules run Voorrang leeftijd=7") == .text("wachtlijst"))
    #expect(try bench.run("rules check Voorrang").facts["gaps"] == .number(0))
    bench.file("t.csv", "U,in:leeftijd,out:wie\n1,< 18,kind\n2,>= 18,volwassene\n")
    _ = try bench.run("rules import t.csv --name wie")
    #expect(try fact("wie", "rules run wie leeftijd=17.5") == .text("kind"))
  }

  @Test func `a text that is tested as a number is one, and that is said`() throws {
    let output = try take(
      DMNText.decision(
        "Klasse",
        DMNText.table(
          "UNIQUE", inputs: [("bedrag", "string")], outputs: [("klasse", "string", nil, nil)], "< 100 → 1", ">= 100 → 2"
        )
      ))
    #expect(words(output).contains("'bedrag' is called text in the file and tested as number"))
    #expect(words(output).contains("the outcome 1 of 'klasse' was read as text"))
    #expect(try fact("klasse", "rules run Klasse bedrag=99.5") == .text("1"))
  }

  @Test func `an outcome that is not worked out is shown as it stands`() throws {
    try take(
      DMNText.decision(
        "Datum",
        DMNText.table(
          "UNIQUE", inputs: [("spoed", "boolean")], outputs: [("uiterlijk", nil, nil, nil)], "true → today()",
          "false → date(\"2027-01-01\")")))
    let open = try bench.run("rules run Datum spoed=ja")
    #expect(
      open.facts["uiterlijk"] == .missing && words(open).contains("'uiterlijk' is 'today()', which is not worked out"))
    #expect(try fact("uiterlijk", "rules run Datum spoed=nee") == .text("2027-01-01"))
  }

  @Test func `a table that does not hold together is refused, and the others come`() throws {
    let output = try take(
      DMNText.decision(
        "Goed",
        DMNText.table("UNIQUE", inputs: [("a", "number")], outputs: [("b", "number", nil, nil)], "1 → 2")),
      DMNText.decision(
        "Fout",
        DMNText.table("PRIORITY", inputs: [("a", "number")], outputs: [("b", "number", nil, nil)], "1 → 2")),
      DMNText.decision(
        "Standaard",
        DMNText.table("UNIQUE", inputs: [("a", "number")], outputs: [("b", "number", nil, "now()")], "1 → 2")))
    #expect(output.table?.column("name")?.texts == ["Goed"])
    #expect(words(output).contains("does not list its values") && words(output).contains("now()"))
  }

  // MARK: What is compared and worked out

  @Test func `days, times and durations are compared, with each other too`() throws {
    try take(
      DMNText.given("ingang", "date"), DMNText.given("peil", "date"), DMNText.given("termijn", "yearMonthDuration"),
      DMNText.given("start", "dateTime"), DMNText.given("uur", "time"),
      DMNText.decision(
        "Regeling",
        DMNText.table(
          "UNIQUE", inputs: [("ingang", "date")], outputs: [("regeling", "string", nil, nil)],
          "< date(\"2015-01-01\") → \"oud\"", ">= date(\"2015-01-01\") → \"nieuw\"")),
      DMNText.decision(
        "Op tijd",
        DMNText.table(
          "UNIQUE", inputs: [("ingang", "date")], outputs: [(nil, nil, nil, nil)], "> peil → \"te laat\"",
          "<= peil → \"op tijd\"")),
      DMNText.decision(
        "Lengte",
        DMNText.table(
          "UNIQUE", inputs: [("termijn", nil)], outputs: [(nil, nil, nil, nil)], "> duration(\"P4Y\") → \"lang\"",
          "<= duration(\"P4Y\") → \"kort\"")),
      DMNText.decision(
        "Dienst",
        DMNText.table(
          "FIRST", inputs: [("start", nil), ("uur", nil)], outputs: [(nil, nil, nil, nil)],
          "< date and time(\"2026-01-01T00:00:00Z\") | - → \"vorig jaar\"",
          "- | [time(\"07:00:00\")..time(\"15:00:00\")) → \"dag\"",
          "- | - → \"avond\"")))
    #expect(try fact("regeling", "rules run Regeling ingang=2014-12-31") == .text("oud"))
    #expect(try fact("regeling", "rules run Regeling ingang=1-1-2015") == .text("nieuw"))
    #expect(try fact("Op tijd", "rules run 'Op tijd' ingang=2026-03-02 peil=2026-03-01") == .text("te laat"))
    #expect(try fact("Op tijd", "rules run 'Op tijd' ingang=2026-03-01 peil=2026-03-01") == .text("op tijd"))
    #expect(try fact("unknown", "rules run 'Op tijd' ingang=2026-03-01") == .list([.text("peil")]))
    #expect(try fact("Lengte", "rules run Lengte termijn=P49M") == .text("lang"))
    #expect(
      try fact("Dienst", "rules run Dienst start=2025-12-31T23:30:00Z uur=16:00") == .text("vorig jaar"))
    #expect(try fact("Dienst", "rules run Dienst start=2026-01-01T00:30:00+01:00 uur=16:00") == .text("vorig jaar"))
    #expect(try fact("Dienst", "rules run Dienst start=2026-05-01T08:00:00Z uur=15:00") == .text("avond"))
    #expect(bench.error("rules run Regeling ingang=gisteren")?.code == "rules.value")
    let gaps = try bench.run("rules check Regeling")
    #expect(gaps.facts["gaps"] == .number(0) && gaps.facts["overlaps"] == .number(0))
  }

  @Test func `a range between two other inputs, by priority`() throws {
    try take(
      "<itemDefinition name=\"tWoning\"><itemComponent name=\"huur\"><typeRef>number</typeRef></itemComponent>"
        + "<itemComponent name=\"soort\"><typeRef>string</typeRef></itemComponent></itemDefinition>",
      DMNText.given("woning", "tWoning"), DMNText.given("laagste", "number"), DMNText.given("hoogste", "number"),
      DMNText.decision(
        "past", type: "string",
        DMNText.table(
          "PRIORITY", inputs: [("woning.huur", "number")], outputs: [(nil, nil, "\"past\", \"past niet\"", nil)],
          "[laagste..hoogste] → \"past\"", "- → \"past niet\"")))
    let line = "rules run past woning.huur=700 laagste=600"
    #expect(try fact("past", "\(line) hoogste=700") == .text("past"))
    #expect(try fact("past", "\(line) hoogste=699.99") == .text("past niet"))
    #expect(try fact("past", "\(line)") == .list([.text("past niet"), .text("past")]))
    #expect(try fact("past", "rules run past woning.huur=500 laagste=600") == .text("past niet"))
  }

  @Test func `lists stand for each of their values, and outcomes are worked out`() throws {
    try take(
      "<itemDefinition name=\"tLijst\" isCollection=\"true\"><typeRef>string</typeRef></itemDefinition>",
      DMNText.given("kernen", "tLijst"), DMNText.given("kern", "string"), DMNText.given("uren", "number"),
      DMNText.decision(
        "Waar", type: "tLijst",
        DMNText.table(
          "COLLECT", inputs: [("kern", "string")], outputs: [(nil, nil, nil, nil)],
          "\"Noord\", \"Zuid\" → kern + \" ligt in de stad\"", "kernen → kern + \" is een kern\"")),
      DMNText.decision(
        "Kosten",
        DMNText.table(
          "UNIQUE", inputs: [("uren", "number")], outputs: [("kosten", "number", nil, nil)], "<= 10 → uren * 0.1 + 0.2",
          "> 10 → decimal(uren / 3, 2)")))
    #expect(
      try fact("Waar", "rules run Waar kern=Noord 'kernen=Dorp,Noord'")
        == .list([.text("Noord ligt in de stad"), .text("Noord is een kern")]))
    #expect(try fact("Waar", "rules run Waar kern=Zuid 'kernen=Dorp,Noord'") == .list([.text("Zuid ligt in de stad")]))
    #expect(try fact("kosten", "rules run Kosten uren=1") == .number(0.3))
    #expect(try fact("kosten", "rules run Kosten uren=11") == .number(3.67))
  }

  @Test func `an input is worked out of what is given, and one input may have two columns`() throws {
    try take(
      DMNText.given("maandinkomen", "number"),
      DMNText.decision(
        "Inkomen",
        DMNText.table(
          "FIRST", inputs: [("maandinkomen * 12", "number"), ("maandinkomen", nil), ("maandinkomen", nil)],
          outputs: [("klasse", "string", nil, nil)], "< 20000 | - | - → \"laag\"", "- | > 2000 | < 3000 → \"midden\"",
          "- | - | - → \"hoog\"")))
    func check(_ name: String) throws {
      for (income, known) in [(1000, "laag"), (2000, "hoog"), (2500, "midden"), (3000, "hoog")] {
        #expect(try fact("klasse", "rules run \(name) maandinkomen=\(income)") == .text(known), "\(name) \(income)")
      }
      let open = try bench.run("rules run \(name)")
      #expect(
        open.facts["unknown"] == .list([.text("maandinkomen")])
          && open.facts["fired"] == .list([1, 2, 3].map { .number($0) }))
    }
    try check("Inkomen")
    for form in ["dmn", "csv", "json"] {
      _ = try bench.run("rules export Inkomen uit.\(form)")
      _ = try bench.run("rules import uit.\(form) --name heen")
      try check("heen")
    }
  }

  @Test func `null is a value that is not there`() throws {
    try take(
      DMNText.decision(
        "Score",
        DMNText.table(
          "UNIQUE", inputs: [("score", "number")], outputs: [("s", "string", nil, nil)], "null → \"geen\"",
          "not(null) → \"wel\"")))
    #expect(try fact("s", "rules run Score score=null") == .text("geen"))
    #expect(try fact("s", "rules run Score score=0") == .text("wel"))
    #expect(try fact("s", "rules run Score") == .list([.text("wel"), .text("geen")]))
  }

  // MARK: Models and contexts

  @Test func `a model of business knowledge is read by way of its invocation`() throws {
    let person =
      "<itemDefinition name=\"tBewoner\"><itemComponent name=\"naam\"><typeRef>string</typeRef></itemComponent>"
      + "<itemComponent name=\"leeftijd\"><typeRef>number</typeRef></itemComponent></itemDefinition>"
    let output = try take(
      person, DMNText.given("bewoner", "tBewoner"), DMNText.given("score", "number"),
      DMNText.decision(
        "Groep", type: "string",
        DMNText.invocation("Leeftijdsgroep", ("leeftijd", "bewoner.leeftijd"), ("punten", "score * 2"))),
      DMNText.decision("Brief", DMNText.invocation("Aanhef", ("wie", "bewoner"))),
      DMNText.model(
        "Leeftijdsgroep", [("leeftijd", "number"), ("punten", "number")],
        DMNText.table(
          "UNIQUE", inputs: [("leeftijd", "number"), ("punten", "number")], outputs: [(nil, nil, nil, nil)],
          "< 65 | - → \"jong\"", ">= 65 | < 10 → \"oud\"", ">= 65 | >= 10 → \"oud met \" + string(punten)")),
      DMNText.model(
        "Aanhef", [("wie", "tBewoner")],
        DMNText.context(
          ("groet", DMNText.literal("\"Beste \"")),
          (
            "tekst",
            DMNText.table(
              "UNIQUE", inputs: [("wie.leeftijd", "number")], outputs: [(nil, nil, nil, nil)],
              "< 18 → \"Hoi \" + wie.naam", ">= 18 → groet + wie.naam")
          ), result: "tekst")),
      DMNText.model(
        "Los", [("n", "number")],
        DMNText.table("UNIQUE", inputs: [("n", "number")], outputs: [(nil, nil, nil, nil)], "1 → \"een\"")))
    #expect(output.table?.column("name")?.texts == ["Groep", "Brief", "Los"])
    #expect(try fact("Groep", "rules run Groep bewoner.leeftijd=70 score=4") == .text("oud"))
    #expect(try fact("Groep", "rules run Groep bewoner.leeftijd=70 score=5") == .text("oud met 10"))
    // The name of the parameter is the label of the column.
    #expect(try fact("Groep", "rules run Groep leeftijd=64") == .text("jong"))
    #expect(try fact("Brief", "rules run Brief bewoner.leeftijd=17 bewoner.naam=Bo") == .text("Hoi Bo"))
    #expect(try fact("Brief", "rules run Brief bewoner.leeftijd=18 bewoner.naam=Bo") == .text("Beste Bo"))
    #expect(try fact("Los", "rules run Los n=1") == .text("een"))
    for form in ["dmn", "csv", "json"] {
      _ = try bench.run("rules export Brief uit.\(form)")
      _ = try bench.run("rules import uit.\(form) --name heen")
      let value = try bench.run("rules run heen bewoner.leeftijd=18 bewoner.naam=Bo").facts
      #expect(value["Brief"] == .text("Beste Bo"), "\(form)")
    }
  }

  @Test func `contexts in contexts give names to what is fixed`() throws {
    let table = DMNText.table(
      "UNIQUE", inputs: [("bedrag", "number"), ("rente", "number")], outputs: [(nil, nil, nil, nil)],
      "100 | 0.05 → bedrag * (1 + rente) ** 2 + kosten", "200 | - → 0")
    try take(
      DMNText.given("bedrag", "number"),
      DMNText.decision(
        "Aflossing", type: "number",
        DMNText.context(
          ("rente", DMNText.literal("0.05")),
          (
            "binnen",
            DMNText.context(("kosten", DMNText.literal("rente * 200")), ("tabel", table), result: "tabel")
          ), result: "binnen")))
    #expect(try fact("Aflossing", "rules run Aflossing bedrag=100") == .number(120.25))
    // The rate is fixed: no gap lies beside it.
    let rows = try #require(try bench.run("rules check Aflossing").table?.column("example")?.texts)
    #expect(rows.allSatisfy { $0?.contains("rente") == false })
  }

  @Test func `what is more than plain is refused with the reason`() throws {
    let output = try take(
      DMNText.decision(
        "Goed", DMNText.table("UNIQUE", inputs: [("a", "number")], outputs: [(nil, nil, nil, nil)], "1 → 2")),
      DMNText.decision("Som", DMNText.literal("1 + 1")),
      DMNText.decision("Elders", DMNText.invocation("Weg", ("a", "a"))),
      DMNText.decision(
        "Kring", DMNText.invocation("Rond", ("a", "1"))),
      DMNText.model("Rond", [("a", "number")], DMNText.invocation("Rond", ("a", "a"))),
      DMNText.decision(
        "Twee",
        DMNText.context(
          ("x", DMNText.literal("elders.aanroep(1)")),
          ("t", DMNText.table("UNIQUE", inputs: [("a", "number")], outputs: [(nil, nil, nil, nil)], "1 → x")),
          result: "t")),
      DMNText.decision(
        "Slot",
        DMNText.context(
          ("t", DMNText.table("UNIQUE", inputs: [("a", "number")], outputs: [(nil, nil, nil, nil)], "1 → 2")),
          result: "t + 1")))
    let said = words(output)
    for reason in [
      "'Som' is no table but literalExpression", "'Elders': it invokes 'Weg', which is not in this file",
      "'Rond' invokes itself", "'Twee': 'x' is 'elders.aanroep(1)', which is not worked out",
      "'Slot': a context that gives back 't + 1', which is no table",
    ] {
      #expect(said.contains(reason), "\(reason)\n\(said)")
    }
    #expect(output.table?.column("name")?.texts == ["Goed"])
  }

  @Test func `types within types are no way to fill the memory`() throws {
    let types = (0..<10).map { level in
      "<itemDefinition name=\"t\(level)\">"
        + (0..<10).map { "<itemComponent name=\"c\($0)\"><typeRef>t\(level + 1)</typeRef></itemComponent>" }.joined()
        + "</itemDefinition>"
    }
    try take(
      types.joined(), DMNText.given("x", "t0"),
      DMNText.decision(
        "T", DMNText.table("UNIQUE", inputs: [("a", "number")], outputs: [(nil, nil, nil, nil)], "1 → 2")))
    #expect(try fact("T", "rules run T a=1") == .number(2))
  }
}
