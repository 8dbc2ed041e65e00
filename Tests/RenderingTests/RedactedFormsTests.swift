import Rendering
import Testing
import WorkbenchKit

@testable import Session

/// A hidden name, number and day, in every kind of block and every form that is made of it.
@Suite struct RedactedFormsTests {
  static let name = "Karel Klaassen"
  static let number = 123_456_782.0
  private static let days = ["1950-03-12", "2027-01-31"].compactMap { CalendarDate($0) }

  private static func say(_ nl: String, _ en: String) -> Text { Text(nl: nl, en: en) }

  private static let blocks: [Block] = [
    .heading(Heading(say("Over \(name)", "About \(name)"))),
    .paragraph(
      say(
        "Een lange zin, zo lang dat hij ergens wordt afgebroken: \(name) woont hier, en Karel Klaassen, KLAASSEN en karel "
          + "klaassen ook; het zijn er 123.456.782, 123 456 782, 123456782, 123.456.782,00 en 1,23456782E8, sinds 12 maart 1950, "
          + "12-03-1950 en 12/3/1950.",
        "A sentence so long that it is broken somewhere: \(name) lives here, and KAREL KLAASSEN, K\u{E0}rel-Klaassen and Karel "
          + "Klaas\u{AD}sen too; there are 123,456,782, 123 456 782, 123456782.00 of them, since 12 March 1950, March 12, 1950 and "
          + "1950-03-12T10:00.")),
    .table(table), .table(narrow),
    .facts(facts),
    .notice(Notice(.caution, say("let op \(name)", "mind \(name)"))),
    .sources([Source(id: "s", title: "Verslag van \(name)", publisher: name, date: "2020", place: name)]),
    .chart(
      Chart(
        .bar, title: say("Staaf \(name)", "Bar \(name)"), x: .init(say("wie", "who")),
        y: .init(say("aantal", "number")),
        categories: [name, "Piet", "Dirk"], series: [.init(name: "n", values: [5, number, 900])])),
    .chart(
      Chart(
        .line, title: .verbatim("t"), x: .init(.verbatim("x")), y: .init(.verbatim("y"), range: 0...number),
        positions: [1, 2, 3], series: [.init(name: name, values: [number, 2, 3])])),
    .chart(
      Chart(
        .scatter, title: .verbatim("t"), x: .init(.verbatim("x")), y: .init(.verbatim("y")),
        positions: [number, 2, 3], series: [.init(name: "s", values: [1, 2, 3])], labels: [name, "b", "c"])),
    .chart(
      Chart(
        .quadrant, title: .verbatim("t"), x: .init(.verbatim("x"), range: -1...1),
        y: .init(.verbatim("y"), range: -1...1),
        positions: [0.5, -0.5], series: [.init(name: "s", values: [0.1, 0.2])], labels: [name, "b"])),
    .map(
      AreaMap(
        title: .verbatim(name), label: .verbatim("mensen"), coordinates: .rd,
        areas: [area("BU1", name, 12, at: 0), area("BU2", "b", number, at: 1), area("BU3", "c", 30, at: 2)],
        breaks: [12, 30, number])),
    .matrix(
      CellMatrix(
        title: .verbatim("m"), rowHeading: say("wie", "who"), columnHeading: .verbatim("c"),
        rows: [.init(name), .init("b")],
        columns: [.init("x"), .init("y")],
        cells: [[.init(number: number), .init(number: 2)], [.init(.verbatim(name)), .init(number: 4)]],
        range: 2...number)),
    .flow(
      Flow(
        title: .verbatim("stroom"), columns: [.init(name, label: say("Over \(name)", "About \(name)")), .init("b")],
        nodes: [
          .init(name, column: name, value: number), .init("x", label: .verbatim(name), column: "b", value: 2),
          .init("y", column: "b", value: 3),
        ],
        links: [
          .init(from: name, to: "x", value: number, label: .verbatim("van \(name)")),
          .init(from: "x", to: name, value: 2), .init(from: "y", to: "weg", value: 1),
        ])),
    .timeline(
      Timeline(
        title: .verbatim("t"),
        rows: [
          .init(what: .verbatim("bezoek aan \(name)"), start: days[1], who: .verbatim(name)),
          .init(what: .verbatim("geboren"), start: days[0]),
          .init(what: .verbatim("later"), start: days[1], end: days[1]),
        ])),
    .text("naam,aantal\n\(name),123456782\nKarel%20Klaassen,1\n"),
  ]

  private static let table = Table(
    title: say("Tabel \(name)", "Table \(name)"),
    columns: [
      .texts("naam", [name, "Piet", nil], label: .verbatim("naam van \(name)")),
      .numbers("aantal", [5, number, 123_456_783], unit: .persons), .numbers("bedrag", [-number, 1, 2], unit: .euro),
      .texts("sinds", ["12-03-1950", "1950-03-12", "31-01-2027"]),
      .texts(
        "tekst",
        ["Een tamelijk lange tekst over Karel Klaassen die niet op een regel past", "123.456.782", "K. Klaassen"]),
    ])
  private static let narrow = Table(columns: [
    .texts("a", [String(repeating: "woord ", count: 20) + name]), .numbers("aandeel", [number], format: .decimals(2)),
  ])

  private static var facts: Facts {
    var facts = Facts()
    facts.add("who", .text(name), label: say("wie", "who"))
    facts.add("number", .number(number, unit: .persons), label: say("aantal", "number"))
    facts.add("list", .list([.number(number), .text(name)]))
    return facts
  }

  private static func area(_ code: String, _ name: String, _ value: Double, at place: Double) -> AreaMap.Area {
    let x = 100_000 + place * 1_000
    let ring = [(0.0, 0.0), (0, 900), (900, 900), (900, 0)].map { AreaMap.Point(x: x + $0.0, y: 400_000 + $0.1) }
    return AreaMap.Area(code: code, name: name, rings: [ring], value: value)
  }

  private let redactor: Redactor = {
    let vault = HidingVault()
    let redactor = Redactor(vault: vault)
    vault.hide([name, "123456782", "12-03-1950"], redactor)
    return redactor
  }()

  /// The letters and digits of a text, so that no mark, gap or line break hides what stands in it.
  static func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  static func expectNothing(in text: String, _ form: String) {
    let bare = bare(text)
    for needle in ["karelklaassen", "123456782", "19500312", "12031950", "12maart1950", "12march1950", "march121950"] {
      #expect(!bare.contains(needle), "\(needle) in \(form)")
    }
  }

  @Test(arguments: [60, 80, 120], Language.allCases)
  func `nothing hidden stands in any form of any block`(columns: Int, language: Language) throws {
    for block in Self.blocks {
      let clean = redactor.clean([block])
      var forms = [
        "text": TextRenderer(language: language, columns: columns).text(of: clean),
        "whole": TextRenderer(language: language, columns: columns, isWhole: true).text(of: clean),
        "markdown": MarkdownRenderer(language: language).text(of: clean),
        "html": HTMLRenderer.page(of: clean, language: language),
        "json": String(decoding: JSONRenderer(language: language).bytes(clean, line: 1, source: "t"), as: UTF8.self),
      ]
      forms["svg"] = SVGForm(language: language).pictures(of: clean)
      if case .table(let table)? = clean.first {
        forms["csv"] = TableForms.csv(table)
        forms["records"] = TableForms.json(table)
        forms["lines"] = TableForms.jsonLines(table)
      }
      for (form, text) in forms {
        Self.expectNothing(in: text, "\(form) of \(block)")
        // What is not hidden is there still.
        #expect(text.utf8.count > 2)
      }
      #expect(redactor.outgoing([block]).count > 0, "\(block)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a hidden word of ours breaks no page, picture or notebook`(language: Language) throws {
    let vault = HidingVault()
    let redactor = Redactor(vault: vault)
    vault.hide(["Title", "svg", "table", "text", "html", "kind"], redactor)
    let clean = redactor.clean(Self.blocks)
    let page = HTMLRenderer.page(of: clean, language: language)
    #expect(page.contains("<title>") && page.contains("</html>") && page.contains("<table") && page.contains("<svg"))
    let json = JSONRenderer(language: language).bytes(clean, line: 1, source: "t")
    let kinds = try #require(try JSONReader.parse(json)["blocks"]?.array).map { $0["kind"]?.string }
    #expect(kinds.contains("table") && kinds.contains("text") && !kinds.contains(nil))
    // A page that was made before is a text: of it the words are taken, and the marks stay.
    let before = HTMLRenderer.page(of: [.heading(Heading(.verbatim("Title page")))], language: language)
    guard case .text(let after)? = redactor.clean([.text(before)]).first else { return }
    #expect(after.contains("<title>") && after.contains("</html>") && !after.contains("Title page"))
  }

  @Test func `of JSON the values are taken and the keys of its form stay`() throws {
    let vault = HidingVault()
    let redactor = Redactor(vault: vault)
    vault.hide(["title", Self.name, "123456782"], redactor)
    let text = #"{"title": "Title of Karel Klaassen", "n": 1.23456782e8, "m": 5, "Karel Klaassen": [true]}"#
    guard case .text(let clean)? = redactor.clean([.text(text)]).first else { return }
    let json = try JSONReader.parse(clean)
    #expect(json["title"] == "▇▇▇ of ▇▇▇" && json["n"] == "▇▇▇" && json["m"] == 5 && json["▇▇▇"] == [true])
  }
}

/// A vault without secrets.
final class HidingVault: Vault {
  private var hidden: [HiddenWord] = []

  func hide(_ words: [String], _ redactor: Redactor) {
    hidden = words.map { word in
      let figure = WrittenFigure.phrase(of: word)
      let cut = HiddenWords(word)
      return HiddenWord(
        digest: redactor.digest(figure ?? cut.phrase, "0"), length: cut.words.count, added: "",
        mayBeFigure: figure != nil)
    }
    redactor.attend("0")
  }

  func digest(_ message: [UInt8], of lineage: String) -> [UInt8] {
    var sum = message.reduce(into: UInt64(7)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return (0..<32).map { _ in
      sum = sum &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(sum >> 56)
    }
  }

  func seal(_ message: [UInt8], of lineage: String) -> [UInt8] { message.map { $0 ^ 0x55 } }
  func open(_ sealed: [UInt8], of lineage: String) -> [UInt8]? { sealed.map { $0 ^ 0x55 } }
  func words(of lineage: String) -> [HiddenWord] { hidden }
  func setWords(_ words: [HiddenWord], of lineage: String) { hidden = words }
  func isLasting(_ lineage: String) -> Bool { true }
}
