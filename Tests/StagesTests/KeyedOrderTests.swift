import TestSupport
import Testing
import WorkbenchKit

@testable import Stages

/// Order and groups by whole numbers against the same by comparing values, one by one.
@Suite struct KeyedOrderTests {
  private static let pieces = [
    "a", "A", "b", "Z", "z", "0", " ", "-", "_", "é", "É", "e\u{301}", "ß", "İ", "i", "ı", "ſ", "Σ", "ς", "σ", "ŉ",
    "Ÿ", "ÿ",
    "\u{212A}", "K", "k", "€", "–", "’", "\u{0}", "👩‍👩‍👧", "\r\n", "\u{344}", "\u{308}\u{301}", "ĳ", "Ĳ", "\u{37E}", ";",
    "buurt-", "buurt-00", "gemeente",
  ]
  /// Of these all are plain.
  private static let plain = pieces.filter { PlainText.hash($0) != nil }

  private func texts(
    _ count: Int, of pieces: [String], atMost length: Int, _ generator: inout SeededGenerator
  ) -> [String?] {
    (0..<count).map { _ in
      if Int.random(in: 0..<12, using: &generator) == 0 { return nil }
      return (0..<Int.random(in: 0...length, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
  }

  private func numbers(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
    let hard: [Double] = [
      0, -0.0, .nan, -.nan, .infinity, -.infinity, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e300,
      -1e300, .greatestFiniteMagnitude, 0.1, 0.1.nextUp,
    ]
    return (0..<count).map { _ in
      Bool.random(using: &generator)
        ? hard.randomElement(using: &generator) ?? 0 : Double.random(in: -9...9, using: &generator).rounded()
    }
  }

  /// The order by comparing: missing last, what is equal as it stands.
  private func compared(_ column: Column, descending: Bool) -> [Int] {
    func precedes(_ one: Int, _ other: Int) -> Bool? {
      if column.isMissing(one) || column.isMissing(other) {
        return column.isMissing(one) == column.isMissing(other) ? nil : column.isMissing(other)
      }
      switch column.storage {
      case .numbers(let values): return values[one] == values[other] ? nil : (values[one] < values[other]) != descending
      case .dates(let values):
        return values[one] == values[other] ? nil : ((values[one] ?? 0) < (values[other] ?? 0)) != descending
      case .booleans(let values):
        return values[one] == values[other] ? nil : (values[one] == false) != descending
      case .texts(let values):
        let (left, right) = (TextOrder(values[one] ?? ""), TextOrder(values[other] ?? ""))
        return left < right ? !descending : right < left ? descending : nil
      }
    }
    return (0..<column.count).sorted { precedes($0, $1) ?? ($0 < $1) }
  }

  private func columns(_ seed: UInt64) -> [Column] {
    var generator = SeededGenerator(seed)
    let count = [0, 1, 2, 47, 48, 49, 300][Int(seed % 7)]
    let flags = (0..<count).map { _ in [true, false, nil].randomElement(using: &generator) ?? nil }
    var withheld = Column("w", .texts(texts(count, of: Self.pieces, atMost: 1, &generator)))
    let edges: [Int32?] = [-719_162, 2_932_896, 0, -1, 1, 20_000, nil]
    let days = (0..<count).map { _ in
      Bool.random(using: &generator)
        ? edges.randomElement(using: &generator) ?? nil : Int32.random(in: 19_990...20_010, using: &generator)
    }
    for row in 0..<count where row % 5 == 0 { withheld.withheld[row] = row % 2 == 0 ? "x" : "<5" }
    return [
      Column("n", .numbers(numbers(count, &generator))), Column("b", .booleans(flags)),
      Column("p", .texts(texts(count, of: Self.plain, atMost: 12, &generator))),
      Column("q", .texts(texts(count, of: ["buurt-00", "gemeente", "A", "a"], atMost: 9, &generator))),
      Column("t", .texts(texts(count, of: Self.pieces, atMost: 3, &generator))), withheld, Column("d", .dates(days)),
    ]
  }

  @Test(arguments: 1...42 as ClosedRange<UInt64>)
  func `rows come in the order in which comparing puts them, in either direction`(seed: UInt64) throws {
    for column in columns(seed) {
      for descending in [false, true] {
        let order = RowOrder([.init(column, descending: descending)], count: column.count) {}
        let expected = compared(column.open, descending: descending)
        #expect(try order.rows() == expected, "\(column.name)")
        for wanted in [0, 1, 2, 5, column.count / 9, column.count, column.count + 1] {
          #expect(try order.first(wanted) == Array(expected.prefix(wanted)), "\(column.name) \(wanted)")
        }
      }
    }
  }

  @Test func `the first of many that come in falling order are the smallest`() throws {
    let column = Column("n", .numbers((0..<1_000).map { Double(-$0 / 3) }))
    #expect(try RowOrder([.init(column)], count: 1_000) {}.first(4) == [999, 996, 997, 998])
    let equal = Column("n", .numbers([Double](repeating: 7, count: 1_000)))
    #expect(try RowOrder([.init(equal)], count: 1_000) {}.first(4) == [0, 1, 2, 3])
  }

  @Test(arguments: 1...42 as ClosedRange<UInt64>)
  func `groups are those of equal values, in the order of their first row`(seed: UInt64) throws {
    let columns = columns(seed)
    for chosen in [[0], [1], [2], [4], [5], [0, 1], [4, 5], [5, 0, 1], [2, 3, 4], [6], [6, 1], [5, 6]] {
      let keys = chosen.map { columns[$0] }
      let groups = try Grouping(keys, rowCount: keys[0].count) {}
      // What a row is told apart by: the sign of what is withheld, else the value.
      var known: [[String]: Int] = [:]
      var expected: [Int] = []
      for row in 0..<keys[0].count {
        let key = keys.map { column -> String in
          if let sign = column.withheld[row] { return "sign \(sign)" }
          switch column.storage {
          case .numbers(let values): return values[row].isNaN ? "missing" : "\(values[row] == 0 ? 0 : values[row])"
          case .texts(let values): return values[row].map { "text \($0)" } ?? "missing"
          case .booleans(let values): return values[row].map { "\($0)" } ?? "missing"
          case .dates(let values): return values[row].map { "day \($0)" } ?? "missing"
          }
        }
        expected.append(known[key] ?? known.count)
        known[key] = expected.last
      }
      #expect(groups.groupOfRow == expected, "\(chosen)")
      #expect(groups.firstRows == (0..<known.count).map { expected.firstIndex(of: $0) ?? -1 })
      #expect(groups.sizes == (0..<known.count).map { group in expected.count { $0 == group } })
    }
  }

  @Test func `order is one: of any three texts it holds together, also where one is not composed`() {
    let texts = Self.pieces.flatMap { piece in ["", "a", "\u{301}"].map { piece + $0 } }.map(TextOrder.init)
    for one in texts {
      for other in texts {
        #expect((one < other) != (other < one) || one == other)
        #expect((one == other) == (one.text == other.text))
        for third in texts where one < other && other < third { #expect(one < third) }
      }
    }
    #expect(TextOrder("e\u{301}") < TextOrder("éa") && TextOrder("z") < TextOrder("e\u{301}"))
  }

  @Test func `plain are the texts of which no other bytes are equal`() {
    for text in ["", "a", "Súdwest-Fryslân", "€ 1.000", "‘quote’ – …", "Łódź"] { #expect(PlainText.hash(text) != nil) }
    for text in ["e\u{301}", "\u{212A}", "\u{344}", "\u{2000}", "\u{37E}", "한", "α"] {
      #expect(PlainText.hash(text) == nil)
    }
    for scalar in (0x80...0x17F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
      let text = String(Character(scalar))
      #expect(PlainText.hash(text) != nil)
      // Its own composed form, and so is the letter behind it.
      #expect(PlainText.hash(text) != PlainText.hash(text + text))
    }
    #expect(PlainText.hash("abcdefgh") != PlainText.hash("abcdefgh\0") && PlainText.hash("a") != PlainText.hash("\0a"))
  }

  @Test func `who stops is back before it is done`() {
    struct Stopped: Error {}
    let column = Column("n", .numbers((0..<200_000).map { Double($0 % 977) }))
    let texts = Column("t", .texts((0..<200_000).map { "\($0 % 977)" }))
    for key in [column, texts] {
      var asked = 0
      let stop = {
        asked += 1
        if asked == 2 { throw Stopped() }
      }
      #expect(throws: Stopped.self) { try RowOrder([.init(key)], count: 200_000, stop).rows() }
      asked = 0
      #expect(throws: Stopped.self) { try Grouping([key, column], rowCount: 200_000, stop) }
    }
  }
}
