import TestSupport
import Testing

@testable import WorkbenchKit

/// The one place that decides how the numbers of a file are read, on small literal files.
@Suite struct WrittenNumberTests {
  private func read(_ text: String, _ marks: GivenMarks = GivenMarks()) throws -> DelimitedText {
    try DelimitedText(bytes: Array(text.utf8), options: .init(marks: marks))
  }

  private func notices(_ text: DelimitedText, _ columns: [Int]) -> [String] {
    text.numberNotices(of: columns).map { "\($0.level.rawValue): \($0.text.en)" }
  }

  @Test(arguments: [
    ("€ 12.500,-", 12_500), ("€12.500", 12_500), ("-€ 3,50", -3.5), ("€ -3,50", -3.5), ("12.500,50 EUR", 12_500.5),
    ("44%", 44), ("44,5 %", 44.5), ("83058*", 83_058), ("83.058**", 83_058), ("\u{A0}1\u{202F}234,5\u{A0}", 1234.5),
    ("1'234'567", 1_234_567), ("\u{2212}5", -5), ("+5", 5), ("1e3", 1000), ("0,125", 0.125), (",5", 0.5),
    ("1.234.567", 1_234_567), ("1 234", 1234), ("12500,--", 12_500),
  ])
  func `what stands around the digits is taken off`(cell: String, number: Double) throws {
    let text = try read("n;d\n\(cell);0,5\n")
    #expect(text.numbers(column: 0).values == [number])
  }

  @Test func `what evidence takes for words is no number in any marks`() {
    var random = SeededGenerator(12)
    let signs = Array("0123456789.,' +-eE%€*abnNAaifIFxEUR\u{A0}")
    for _ in 0..<200_000 {
      var text = String(
        (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in signs.randomElement(using: &random) })
      text = text.trimmedOfPadding
      text.withUTF8 { bytes in
        var evidence = NumberEvidence()
        evidence.look(at: bytes, row: 0)
        guard evidence.holdsWordsOnly else { return }
        for decimal in DecimalMark.allCases {
          let marks = MarkDecision([evidence], given: GivenMarks(decimal: decimal), commaPartsCells: false).marks[0]
          if case .number = WrittenNumber(bytes, marks: marks) {
            Issue.record("\(String(decoding: bytes, as: UTF8.self))")
          }
        }
      }
    }
  }

  @Test(arguments: [
    "12-345", "2024-05-01", "1.2.3", "12.34.567", "0.1.2", "1 2345", "12 34", "€ 5 %", "€", "*", "%", "-", "5 km",
    "06 123 456", "12:30", "1,2,3", "--5", "1/2", "e5", "EUR", "1..5", "1.234.56,7",
  ])
  func `what is no number stays what it is`(cell: String) throws {
    let text = try read("n;d\n\(cell);0,5\n")
    #expect(text.numbers(column: 0).unreadableCount == 1)
    #expect(try text.table().columns[0].texts == [cell])
  }

  @Test func `a column that proves its marks settles the others`() throws {
    let dutch = try read("a;b\n12.500;0,5\n3.625;1\n")
    #expect(dutch.numbers(columns: [0, 1]).map(\.values) == [[12_500, 3625], [0.5, 1]])
    #expect(notices(dutch, [0, 1]) == ["info: numbers: the point parts thousands ('12.500') in 'a'"])
    let english = try read("a;b\n12,500;0.5\n3,625;1\n")
    #expect(english.numbers(columns: [0, 1]).map(\.values) == [[12_500, 3625], [0.5, 1]])
    let machine = try read("a;b\n12.500;0.5\n3.625;1\n")
    #expect(machine.numbers(columns: [0, 1]).map(\.values) == [[12.5, 3.625], [0.5, 1]])
    #expect(notices(machine, [0, 1]) == [])
  }

  @Test func `three digits behind the only mark everywhere are doubt, told with both ways out`() throws {
    let points = try read("a;b\n12.500;7\n")
    #expect(points.numbers(column: 0).values == [12.5])
    #expect(
      notices(points, [0, 1]) == [
        "caution: the point in 'a' ('12.500') may part thousands or decimals; read as decimals (confirm it with "
          + "--decimal point), else: --thousands point"
      ])
    let commas = try read("a,b\n\"1,250\",x\n\"2,300\",y\n")
    #expect(commas.numbers(column: 0).values == [1250, 2300])
    #expect(
      notices(commas, [0]) == [
        "caution: the comma in 'a' ('1,250') may part thousands or decimals; read as thousands (confirm it with "
          + "--thousands comma), else: --decimal comma"
      ])
    for (marks, value) in [
      (GivenMarks(decimal: .comma), 1.25), (GivenMarks(thousands: .comma), 1250), (GivenMarks(decimal: .point), 1250),
      (GivenMarks(thousands: .nothing), 1.25), (GivenMarks(thousands: .point), 1.25),
    ] {
      let settled = try read("a;b\n1,250;x\n", marks)
      #expect(settled.numbers(column: 0).values == [value])
      #expect(settled.numberNotices(of: [0]).allSatisfy { $0.level == .info })
    }
  }

  @Test func `what is known of a column settles what is in doubt, and not what is proven`() throws {
    let people = try read("n;m\n83,058;1,250\n").settled(whole: [0])
    #expect(people.numbers(columns: [0, 1]).map(\.values) == [[83_058], [1250]])
    #expect(notices(people, [0]) == ["info: numbers: the comma parts thousands ('83,058') in 'n'"])
    #expect(try read("n\n12.5\n3.625\n").settled(whole: [0]).numbers(column: 0).values == [12.5, 3.625])
    #expect(try read("n\n4.892\n").settled(fractions: [0]).numberNotices(of: [0]).isEmpty)
    let against = try read("n;d\n3.625;0.5\n").settled(whole: [0])
    #expect(against.numbers(columns: [0, 1]).map(\.values) == [[3625], [0.5]])
    #expect(against.numberNotices(of: [0, 1]).contains { $0.level == .caution })
  }

  @Test func `two ways of writing in one file are told, and each column is read by itself`() throws {
    let text = try read("a;b;c\n1,5;2.25;3.625\n")
    #expect(text.numbers(columns: [0, 1]).map(\.values) == [[1.5], [2.25]])
    let told = notices(text, [0, 1, 2])
    #expect(told.count == 2)
    #expect(told[0].hasPrefix("caution: this file writes numbers in two ways: '1,5' in 'a' and '2.25' in 'b'"))
    #expect(told[1].hasPrefix("caution: the point in 'c' ('3.625') may part thousands or decimals"))
  }

  @Test func `names, dates and codes prove nothing`() throws {
    let text = try read("naam;datum;versie;n\nStraat 1,5;31.12.2024;1.2.3;12.500\nWeg 2,5;1.1.2025;1.2.4;3.625\n")
    #expect(text.numberNotices(of: [3]).map(\.level) == [.caution])
  }

  @Test func `a sign in some cells only is a caution, in all it is the unit`() throws {
    let all = try read("p;q;e\n44%;44%;€ 5\n9%;0.5;€ 7\n")
    #expect(try all.table().columns.map(\.unit) == [.percent, nil, .euro])
    #expect(
      notices(all, [0, 1, 2]) == [
        "info: numbers: € was taken off in 'e'; % was taken off in 'p', 'q'",
        "caution: in 'q' some of the numbers have a % (1 of 2); they now stand together",
      ])
  }

  @Test func `whole numbers above 2^53 stay apart, the last that a double holds is one`() throws {
    let text = try read("id;n\n9007199254740992;1\n9007199254740993;2\n9007199254740995;4\n")
    let table = try text.table()
    #expect(table.columns[0].texts == ["9007199254740992", "9007199254740993", "9007199254740995"])
    #expect(table.columns[1].numbers == [1, 2, 4])
    #expect(notices(text, [1]).count == 1 && notices(text, [1])[0].hasSuffix("9,007,199,254,740,992: 'id'"))
    #expect(try read("id;n\n9007199254740992;1\n-9007199254740992;1\n").table().columns[0].type == "number")
    #expect(try read("id;n\n9.007.199.254.740.993;0,5\n").table().columns[0].type == "text")
    #expect(try read("n;m\n0.12345678901234567890;1\n").table().columns[0].numbers == [0.12345678901234568])
  }
}
