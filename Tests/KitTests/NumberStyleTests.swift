import TestSupport
import Testing
import WorkbenchKit

/// Numbers as people of several countries write them: they come back equal, or with a caution.
@Suite struct NumberStyleTests {
  /// How a country writes numbers, and parts cells.
  struct Style: Sendable, CustomTestStringConvertible {
    let name: String
    let decimal: DecimalMark
    let thousands: ThousandsMark
    /// As it stands in the file.
    let sign: String
    let delimiter: Character

    var testDescription: String { name }

    func written(_ digits: Int, decimals: Int) -> String {
      var text = String(digits.magnitude)
      while text.count <= decimals { text = "0" + text }
      var whole = String(text.dropLast(decimals))
      let fraction = text.suffix(decimals)
      var grouped = ""
      while whole.count > 3 {
        grouped = sign + whole.suffix(3) + grouped
        whole.removeLast(3)
      }
      let mark = decimals == 0 ? "" : decimal == .comma ? "," : "."
      return (digits < 0 ? "-" : "") + whole + grouped + mark + fraction
    }
  }

  static let styles = [
    Style(name: "Dutch", decimal: .comma, thousands: .point, sign: ".", delimiter: ";"),
    Style(name: "English", decimal: .point, thousands: .comma, sign: ",", delimiter: ","),
    Style(name: "English in a Dutch file", decimal: .point, thousands: .comma, sign: ",", delimiter: ";"),
    Style(name: "Swiss", decimal: .point, thousands: .apostrophe, sign: "\u{2019}", delimiter: ";"),
    Style(name: "Swiss, typed", decimal: .point, thousands: .apostrophe, sign: "'", delimiter: ","),
    Style(name: "French", decimal: .comma, thousands: .space, sign: "\u{202F}", delimiter: ";"),
    Style(name: "thin space", decimal: .comma, thousands: .space, sign: "\u{2009}", delimiter: "\t"),
    Style(name: "no-break space", decimal: .point, thousands: .space, sign: "\u{A0}", delimiter: ";"),
    Style(name: "space", decimal: .comma, thousands: .space, sign: " ", delimiter: "|"),
    Style(name: "plain", decimal: .point, thousands: .nothing, sign: "", delimiter: ","),
    Style(name: "plain with commas", decimal: .comma, thousands: .nothing, sign: "", delimiter: ";"),
  ]

  /// Random columns: what they hold, and how that is written.
  private func sheet(_ style: Style, _ generator: inout SeededGenerator) -> (expected: [[Double]], cells: [[String]]) {
    let rows = Int.random(in: 1...6, using: &generator)
    var expected: [[Double]] = []
    var cells: [[String]] = []
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let decimals = Int.random(in: 0...4, using: &generator)
      let size = Int.random(in: 1...9, using: &generator)
      let most = (0..<size).reduce(1) { power, _ in power * 10 }
      let signs = [("", ""), ("", ""), ("", ""), ("€ ", ""), ("", "%"), ("", "*"), ("\u{A0}", " ")]
      let (before, after) = signs.randomElement(using: &generator) ?? ("", "")
      var numbers: [Double] = []
      var texts: [String] = []
      for _ in 0..<rows {
        if Int.random(in: 0..<8, using: &generator) == 0 {
          numbers.append(.nan)
          texts.append("")
          continue
        }
        let digits = Int.random(in: -most...most, using: &generator)
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        numbers.append(Double(digits) / power)
        texts.append(before + style.written(digits, decimals: decimals) + after)
      }
      expected.append(numbers)
      cells.append(texts)
    }
    return (expected, cells)
  }

  private func csv(_ cells: [[String]], _ delimiter: Character) -> String {
    let quoted = cells.map { $0.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 } }
    let names = cells.indices.map { "k\($0)" }.joined(separator: String(delimiter)) + "\(delimiter)naam\n"
    return names
      + (0..<(cells.first?.count ?? 0)).map { row in
        quoted.map { $0[row] }.joined(separator: String(delimiter)) + "\(delimiter)x\n"
      }.joined()
  }

  private func isSame(_ one: [Double]?, _ other: [Double]) -> Bool {
    guard let one, one.count == other.count else { return false }
    return zip(one, other).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }

  @Test(arguments: styles)
  func `a table comes back equal or with a caution, and equal where the marks are given`(style: Style) throws {
    var generator = SeededGenerator(20_261_128)
    var cautioned = 0
    for _ in 0..<150 {
      let (expected, cells) = sheet(style, &generator)
      let file = csv(cells, style.delimiter)
      let text = try DelimitedText(bytes: Array(file.utf8))
      let table = try text.table()
      let columns = Array(expected.indices)
      let isCautioned = text.numberNotices(of: columns).contains { $0.level == .caution }
      if isCautioned { cautioned += 1 }
      for column in columns {
        let isSame = isSame(table.columns[column].numbers, expected[column])
        #expect(isSame || isCautioned, "\(file)")
      }
      let given = try DelimitedText(
        bytes: Array(file.utf8),
        options: .init(marks: GivenMarks(decimal: style.decimal, thousands: style.thousands)))
      for column in columns {
        #expect(isSame(try given.table().columns[column].numbers, expected[column]), "\(file)")
      }
      #expect(given.numberNotices(of: columns).allSatisfy { $0.level == .info }, "\(file)")
      // Texts of JSON or of a typed table are read as those of a file.
      let typed = Table(columns: cells.enumerated().map { .texts("k\($0)", $1) })
      let (read, notices) = typed.readingNumbers(of: columns)
      for column in columns {
        let isSame = isSame(read.columns[column].numbers, expected[column])
        #expect(isSame || notices.contains { $0.level == .caution }, "\(file)")
      }
    }
    // Doubt is the exception, or a caution says nothing.
    #expect(cautioned < 45, "\(cautioned)")
  }

  @Test func `two countries in one file: each column by itself, and a caution`() throws {
    var generator = SeededGenerator(7)
    for _ in 0..<150 {
      let (one, first) = sheet(Self.styles[0], &generator)
      let (two, second) = sheet(Self.styles[2], &generator)
      let rows = min(first[0].count, second[0].count)
      let cells = (first + second).map { Array($0.prefix(rows)) }
      let text = try DelimitedText(bytes: Array(csv(cells, ";").utf8))
      let isCautioned = text.numberNotices(of: Array(cells.indices)).contains { $0.level == .caution }
      let table = try text.table()
      for (column, expected) in (one + two).enumerated() {
        let isSame = isSame(table.columns[column].numbers, Array(expected.prefix(rows)))
        // Without a proof of this country too nothing tells that there are two.
        let isProven =
          column < one.count
          ? cells[..<one.count].contains { Self.proves($0, ",") }
          : cells[one.count...].contains { Self.proves($0, ".") }
        #expect(isSame || isCautioned || !isProven || table.columns[column].numbers == nil, "\(cells)")
      }
    }
  }

  /// Whether a cell can be read only with this mark before decimals.
  private static func proves(_ cells: [String], _ mark: Character) -> Bool {
    cells.contains { cell in
      guard let place = cell.lastIndex(of: mark) else { return false }
      return cell[cell.index(after: place)...].count { $0.isNumber } != 3
    }
  }
}
