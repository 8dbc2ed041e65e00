import Testing
import WorkbenchKit

@testable import Session

/// Words that are hidden, in texts as they come.
@Suite struct RedactorTests {
  private func redactor(_ words: [String]) -> Redactor {
    let vault = OpenVault()
    let redactor = Redactor(vault: vault)
    vault.hidden = words.map { word in
      let cut = HiddenWords(word)
      return HiddenWord(digest: redactor.digest(cut.phrase, "0"), length: cut.words.count, added: "")
    }
    redactor.attend("0")
    return redactor
  }

  @Test(arguments: [
    ("Jan kwam.", "▇▇▇ kwam."), ("JAN, jan en Ján", "▇▇▇, ▇▇▇ en ▇▇▇"), ("Januari met Marijan", "Januari met Marijan"),
    ("jan's fiets", "▇▇▇'s fiets"), ("a/jan/b.csv", "a/▇▇▇/b.csv"), ("Ja\u{301}n", "▇▇▇"), ("", ""), ("▇▇▇", "▇▇▇"),
  ])
  func `a word is hidden whole, whatever its capitals and accents`(text: String, expected: String) {
    #expect(redactor(["Jan"]).redacted(text) == expected)
  }

  @Test(arguments: [
    ("voor Zoë van den Berg, zei zij", "voor ▇▇▇, zei zij"), ("zoe VAN DEN berg", "▇▇▇"),
    ("Zoë-van-den-Berg", "▇▇▇"), ("Zoë van de Berg", "Zoë van de Berg"),
    ("Zoë;van den;Berg", "▇▇▇;▇▇▇ ▇▇▇;▇▇▇"), ("Berg", "Berg"),
  ])
  func `a phrase is hidden as a whole, and cells stay apart`(text: String, expected: String) {
    #expect(redactor(["Zoë van den Berg"]).redacted(text) == expected)
  }

  @Test(arguments: [
    ("<65 jaar: Jan belde", "<65 jaar: ▇▇▇ belde"), ("<p>Jan's</p> <Jan zei", "<p>▇▇▇'s</p> <▇▇▇ zei"),
    ("<a title='Jan'>x</a>", "<a title='▇▇▇'>x</a>"), (#"{"a":"x\nJan","b":"\u004aan"}"#, #"{"a":"x\n▇▇▇","b":"▇▇▇"}"#),
    (#"{"a":"x\ny"}"#, #"{"a":"x\ny"}"#),
  ])
  func `a text with a form of its own loses its words and keeps its form`(text: String, expected: String) {
    guard case .text(let clean) = redactor(["Jan"]).redacted(Block.text(text)) else { return }
    #expect(clean == expected)
  }

  @Test func `the longest phrase goes before the words in it`() {
    #expect(redactor(["Jan", "Jan Jansen"]).redacted("Jan Jansen en Jan") == "▇▇▇ en ▇▇▇")
  }

  @Test(arguments: ["12 maart 1950", "1950-03-12", "12-3-1950"])
  func `a hidden day is taken out of dates, of facts, of an axis and of what is worked out`(hidden: String) throws {
    let redactor = redactor([try #require(WrittenFigure.phrase(of: hidden))])
    let days = ["1950-03-12", "1950-03-13"].map { CalendarDate($0) }
    guard case .table(let table) = redactor.redacted(Block.table(Table(columns: [.dates("d", days)]))) else { return }
    let column = try #require(table.column("d"))
    #expect(column.withheld == [0: "▇▇▇"] && column.dates?.map { $0?.text } == [nil, "1950-03-13"])
    #expect(redactor.redacted(Value.date(try #require(days[0]))) == .text("▇▇▇"))
    #expect(redactor.redacted(Value.date(try #require(days[1]))).date == days[1])
    let output = redactor.withoutNumbers(Output(Table(columns: [.dates("d", days)])))
    #expect(output.table?.column("d")?.open.dates?.map { $0?.text } == [nil, "1950-03-13"])
    let positions = days.compactMap { $0.map { Double($0.dayNumber) } }
    let chart = redactor.redacted(
      Chart(
        .line, title: .verbatim("t"), x: .init(.verbatim("d"), isOfDates: true), y: .init(.verbatim("n")),
        positions: positions, series: [.init(name: "n", values: [1, 2])]))
    #expect(chart.positions[0].isNaN && chart.positions[1] == positions[1] && chart.series[0].values[0].isNaN)
  }

  @Test func `blocks of every kind are looked through, and counted`() {
    let table = Table(columns: [.texts("jan", ["Jan", nil, "Piet"]), .numbers("n", [12_345, 5, .nan])])
    let (blocks, count) = redactor(["Jan", "12345"]).outgoing([
      .table(table), .paragraph(.verbatim("dag jan")), .text("a,jan\n"),
    ])
    guard case .table(let clean) = blocks[0] else { return }
    #expect(clean.columnNames == ["▇▇▇", "n"])
    #expect(clean.columns[0].texts == ["▇▇▇", nil, "Piet"])
    #expect(clean.columns[1].withheld == [0: "▇▇▇"])
    #expect(blocks[2] == .text("a,▇▇▇\n"))
    #expect(count == 5)
  }

  @Test func `personal fields are sealed, opened again, and hidden`() throws {
    let redactor = redactor([])
    let document: JSON = ["people": [["name": "Jan Jansen", "age": 70]], "title": "x"]
    let sealed = redactor.sealed(document, ["name"], "0")
    #expect(!sealed.canonical.contains("Jansen") && sealed["title"] == "x")
    #expect(redactor.sealed(sealed, ["name"], "0") == sealed)
    #expect(redactor.opened(sealed, "0") == document)
    #expect(redactor.redacted("dag jan jansen") == "dag ▇▇▇")
  }

  @Test func `a pseudonym that another value has already gets longer`() {
    let names = SessionPseudonyms(vault: OpenVault()) { "0" }
    var other = [UInt8](repeating: 7, count: 32)
    let first = names.name([UInt8](repeating: 7, count: 32))
    other[20] = 8
    let second = names.name(other)
    #expect(first.count == 12 && second.count == 22 && second.hasPrefix(first))
    #expect(names.name([UInt8](repeating: 7, count: 32)) == first)
  }
}

/// A vault without secrets.
final class OpenVault: Vault {
  var hidden: [HiddenWord] = []

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
