import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Casebook

/// A case that a circle writes itself, what is otherwise now, and how it leaves.
@Suite struct OwnCaseTests {
  private static let lines = [
    "casus new lindehof",
    "casus answer lindehof renewal 'een buurtkamer' --by gemeente --status gezien --at 2027-03-01",
    "casus answer lindehof klant 'meer aanloop' --by bewoners",
    "casus trait lindehof initiator=burgers scale=wijk informal=ja payer=gemeente --source werkbezoek",
  ]

  @Test func `seven empty questions, then what roles know, by default heard`() throws {
    let bench = try CasebookBench.make()
    let empty = try bench.run("casus new 'Hof van Noord'")
    #expect(empty.texts("status") == Array(repeating: "open", count: 7) && empty.words.contains("bij 0 van de 7"))
    for line in Self.lines { try bench.run(line) }
    let shown = try bench.run("casus show lindehof")
    #expect(shown.texts("status").prefix(3) == ["gezien", "gehoord", "open"])
    #expect(
      shown.texts("by").prefix(2) == ["gemeente", "bewoners"] && shown.texts("at").prefix(2) == ["2027-03-01", ""])
    #expect(try bench.run("casus list --kind own").texts("case") == ["hof-van-noord", "lindehof"])
  }

  @Test func `a role's second answer takes the place of its first, another's does not`() throws {
    let bench = try CasebookBench.make(
      Self.lines + [
        "casus answer lindehof renewal 'een buurthuis' --by gemeente",
        "casus answer lindehof renewal 'een tuin' --by corporatie",
      ])
    let found = try bench.run("casus show lindehof --question renewal")
    #expect(found.texts("text") == ["een buurthuis", "een tuin"] && found.texts("by") == ["gemeente", "corporatie"])
  }

  @Test func `it is compared like any other, and hidden roles stay hidden`() throws {
    let bench = try CasebookBench.make(Self.lines)
    let found = try bench.run("casus near lindehof")
    #expect(found.texts("case").first == "stadsdorp-zuid" && near(found.numbers("likeness").first, 0.75))
    #expect(try bench.run("casus near stadsdorp-zuid").texts("case").first == "lindehof")
    try bench.set("kring.show-roles", to: "off")
    let hidden = try bench.run("casus show lindehof")
    #expect(hidden.table?.column("by") == nil)
    #expect(!(try bench.run("casus export lindehof --to markdown").words.contains("bewoners")))
    #expect(!(try bench.run("casus export lindehof --to json").words.contains("bewoners")))
    #expect(try bench.run("casus weigh payer=3 --by corporatie").table?.column("by_corporatie") == nil)
  }

  @Test func `what is otherwise now stands beside what was, and likeness takes the latest day`() throws {
    let bench = try CasebookBench.make([
      "casus update brunssum providers_after 7 --source website --at 2027-01-01",
      "casus update brunssum form arrangement --source website --at 2027-01-01",
      "casus update brunssum form pxq --source krant --at 2026-01-01",
    ])
    let facts = try #require(try bench.run("casus show brunssum").tables.last)
    let rows = (0..<facts.rowCount).map { row in
      (facts.column("fact")?[row].plain, facts.column("value")?[row].plain, facts.column("current")?[row])
    }
    #expect(rows.contains { $0.0 == "providers_after" && $0.1 == "5" && $0.2 == .boolean(false) })
    #expect(rows.contains { $0.0 == "providers_after" && $0.1 == "7" && $0.2 == .boolean(true) })
    #expect(rows.filter { $0.0 == "form" }.map(\.1) == ["vast bedrag", "arrangement", "prijs maal volume"])
    #expect(rows.filter { $0.0 == "form" }.map(\.2) == [.boolean(false), .boolean(true), .boolean(false)])
    let near = try bench.run("casus near sittard-geleen")
    let place = try #require(near.texts("case").firstIndex(of: "brunssum"))
    #expect(near.texts("same")[place].contains("form"))
    #expect(try bench.run("casus traits brunssum").texts("source").contains("website"))
  }

  @Test func `the day of the source itself is not before it, and a new fact has none`() throws {
    let bench = try CasebookBench.make(Self.lines)
    try bench.run("casus update brunssum form pxq --source x --at 2015-12-11")
    try bench.run("casus update brunssum wachttijd 6 --source x --at 2000-01-01")
    try bench.run("casus update lindehof payer gemeente --source x --at 2000-01-01")
    let facts = try #require(try bench.run("casus show lindehof").tables.last)
    #expect(facts.column("value")?.texts?.compactMap { $0 } == ["gemeente", "gemeente"])
    #expect(facts.column("found")?.texts?.compactMap { $0 } == ["werkbezoek", "x"])
  }

  @Test func `an example leaves as Markdown and as JSON, with its lines`() throws {
    let bench = try CasebookBench.make(Self.lines)
    let paper = try bench.run("casus export goede-buur --to markdown").words
    #expect(
      paper.hasPrefix("# Goede Buur, Alkmaar\n") && paper.contains("regel 513)") && paper.contains("niet in de bron"))
    let json = try JSONReader.parse(Array(try bench.run("casus export lindehof --to json").words.utf8))
    #expect(json["format"] == "leerkring-case" && json["case"]?["id"] == "lindehof")
    #expect(json["case"]?["answers"]?.array?.count == 7 && json["case"]?["traits"]?.array?.count == 4)
    #expect(json["case"]?["answers"]?.array?.last?["text"] == nil)
    try bench.run("casus export lindehof --to json uit.json")
    #expect(try bench.text(of: "uit.json").contains("leerkring-case"))
  }

  @Test func `traits are offered to other plugins in full`() throws {
    let bench = try CasebookBench.make(Self.lines + ["casus traits goede-buur --offer"])
    let offered = try #require(try bench.table("casus.traits"))
    #expect(offered.columnNames == ["case", "trait", "value", "source", "lines"])
    let cases = Set(offered.column("case")?.texts?.compactMap { $0 } ?? [])
    #expect(cases.count == 9 && cases.contains("lindehof"))
    #expect(offered.columns.allSatisfy { $0.type == "text" })
  }

  @Test(arguments: [
    ("casus new brunssum", "case.taken"), ("casus new '!'", "name.unusable"),
    ("casus answer brunssum renewal 'x' --by gemeente", "case.unknown"),
    ("casus answer lindehof weer 'x' --by gemeente", "question.unknown"),
    ("casus answer lindehof renewal '' --by gemeente", "answer.empty"),
    ("casus answer lindehof renewal 'bel 06-12345678' --by gemeente", "personal.found"),
    ("casus answer lindehof renewal 'mail jan@example.org' --by gemeente", "personal.found"),
    ("casus answer lindehof renewal 'x' --by gemeente --status misschien", "argument.choice"),
    ("casus answer lindehof renewal 'x'", "argument.missing"),
    ("casus trait lindehof weer=zon --source x", "trait.unknown"),
    ("casus trait lindehof payer=provincie --source x --strict", "trait.value"),
    ("casus near payer=provincie --strict", "trait.value"), ("casus near", "traits.none"),
    ("casus near kernkracht", "traits.none"), ("casus near goede-bur", "case.unknown"),
    ("casus near weer=zon", "trait.unknown"), ("casus near payer=", "trait.value"), ("casus near payer", "trait.value"),
    ("casus near brunssum alphen", "near.two"),
    ("casus compare brunssum", "compare.one"), ("casus compare brunssum brunssum", "compare.one"),
    ("casus compare brunssum kernkracht", "traits.none"), ("casus weigh payer=-1 --by gemeente", "weights.negative"),
    ("casus weigh payer=veel --by gemeente", "weights.value"), ("casus weigh payer=1", "argument.missing"),
    ("casus weigh weer=1 --by gemeente", "trait.unknown"), ("casus show brunsum", "case.unknown"),
    ("casus show brunssum --question weer", "question.unknown"),
    ("casus update brunssum form arrangement --source x", "time.missing"),
    ("casus update brunssum form ruil --source x --at 2027-01-01 --strict", "trait.value"),
    ("casus update brunssum form pxq --source x --at 2015-12-10", "update.before"),
    ("casus update brunssum lots 4 --source x --at 2015-12-10", "update.before"),
    ("casus lessons --theme weer", "theme.unknown"), ("casus list --task 3.1.99", "task.unknown"),
    ("casus cover --of tasks --from cases", "cover.origin"), ("casus cover --of traits --from pilots", "cover.origin"),
  ])
  func `bad input is one error, and nothing is kept`(line: String, code: String) throws {
    let bench = try CasebookBench.make(Self.lines)
    let before = try bench.run("casus export lindehof --to json").words
    #expect(bench.error(line)?.code == code)
    #expect(try bench.run("casus export lindehof --to json").words == before)
    #expect(try bench.run("casus list | count").fact("count") == 35)
  }

  @Test func `a damaged document is an error, and is not written over`() throws {
    let bench = try CasebookBench.make()
    for (piece, line) in [
      ("own.kapot", "casus list"), ("updates", "casus show brunssum"), ("weights", "casus near brunssum"),
    ] {
      try bench.hold("geen", as: piece, of: "casebook")
      #expect(bench.error(line)?.code == "document.damaged", "\(piece)")
      #expect(try bench.document(piece, of: "casebook") == "geen")
      try bench.hold(
        piece == "updates" ? [] : piece == "weights" ? [:] : ["id": "kapot", "title": "Kapot"], as: piece,
        of: "casebook")
    }
    try bench.hold(["payer": ["gemeente": -1]], as: "weights", of: "casebook")
    #expect(bench.error("casus near brunssum")?.code == "document.damaged")
    // What cannot be read in a list stays as it is, and is told.
    try bench.hold(
      ["id": "kapot", "title": "Kapot", "answers": [["question": "renewal"]], "later": 1], as: "own.kapot",
      of: "casebook")
    #expect(try bench.run("casus show kapot").words.contains("ongewijzigd bewaard"))
    try bench.run("casus answer kapot client 'iets' --by gemeente")
    let kept = try #require(try bench.document("own.kapot", of: "casebook"))
    #expect(kept["answers"]?.array?.count == 2 && kept["later"] == 1)
  }

  @Test func `all weights at nought would compare nothing`() throws {
    let traits = ["initiator", "payer", "form", "scale", "access", "hours", "informal", "state", "choice", "earning"]
    let bench = try CasebookBench.make()
    #expect(
      bench.error("casus weigh \(traits.map { "\($0)=0" }.joined(separator: " ")) --by gemeente")?.code
        == "weights.zero")
    try bench.run("casus weigh \(traits.dropLast().map { "\($0)=0" }.joined(separator: " ")) --by gemeente")
    // What is left is known of two cases only.
    #expect(bench.error("casus near brunssum")?.code == "traits.none")
    #expect(try bench.run("casus near goede-buur").texts("case") == ["samen-en-anders"])
  }

  @Test func `a new value is taken with a remark, and the nearest word is offered for a mistyped name`() throws {
    let bench = try CasebookBench.make(Self.lines)
    #expect(try bench.run("casus trait lindehof payer=provincie --source x").words.contains("een nieuwe waarde"))
    #expect(bench.error("casus show goede-bur")?.suggestion == "goede-buur")
    #expect(bench.error("casus near payr=gemeente")?.suggestion == "payer")
    #expect(bench.error("casus show brunssum --question renewel")?.suggestion == "renewal")
  }
}
