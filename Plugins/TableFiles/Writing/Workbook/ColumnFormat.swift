import WorkbenchKit

/// How a spreadsheet shows the numbers of a column: as a screen does, in its own marks.
struct ColumnFormat {
  /// As spreadsheets write it.
  let code: String
  /// How many signs a number takes, about.
  let width: Int

  /// Rows that are looked at for the width; the others are seldom much longer.
  private static let sample = 1000

  /// Finds the format of a column of numbers.
  init(_ column: Column, _ numbers: [Double]) {
    let isShare: Bool
    if case .share = column.format {
      isShare = true
    } else {
      isShare = column.unit == .share && column.format != .plain
    }
    let decimals = Self.decimals(column, numbers, isShare: isShare)
    code = Self.code(column, decimals, isShare: isShare, numbers)
    let largest = numbers.prefix(Self.sample).lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    var digits = 1
    for bound in Self.bounds where largest >= bound { digits += 1 }
    let marks = code.contains(",") ? (digits - 1) / 3 : 0
    let sign = column.unit == .euro ? 2 : isShare ? 3 : 0
    width = code == "General" ? 10 : 1 + digits + marks + sign + (decimals.map { $0 + 1 } ?? 0)
  }

  private static let bounds: [Double] = [1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]

  /// How many decimals are shown; nil where the digits decide.
  private static func decimals(_ column: Column, _ numbers: [Double], isShare: Bool) -> Int? {
    switch column.format {
    case .decimals(let count), .share(let count): return min(max(count, 0), 15)
    case .plain: return nil
    case .automatic:
      if isShare { return needed(numbers, atMost: 1, times: 100) }
      switch column.unit {
      case nil: return nil
      case .percent?: return 1
      // An amount has cents or none.
      case .euro?: return needed(numbers, atMost: 2) == 0 ? 0 : 2
      default: return needed(numbers, atMost: 3)
      }
    }
  }

  private static func code(_ column: Column, _ decimals: Int?, isShare: Bool, _ numbers: [Double]) -> String {
    guard let decimals else {
      let isYear = column.format == .plain || isYear(column.name)
      return isYear && needed(numbers, atMost: 1) == 0 ? "0" : "General"
    }
    let fraction = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
    if isShare { return "0\(fraction)%" }
    if column.unit == .percent { return "0\(fraction)" }
    // The euro of the Netherlands, wherever the file is opened.
    return (column.unit == .euro ? "[$€-413] " : "") + "#,##0\(fraction)"
  }

  /// What is called a year is written without marks between thousands.
  private static func isYear(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["year", "jaar"].contains { name == $0 || name.hasSuffix("_\($0)") }
  }

  private static func needed(_ numbers: [Double], atMost most: Int, times factor: Double = 1) -> Int {
    var needed = 0
    for number in numbers where number.isFinite {
      let shown = number * factor
      if shown == shown.rounded() { continue }
      // The digits as they print decide: 29.599999999999998 needs one.
      let digits = NumberText.fixed(shown, decimals: most).utf8.reversed()
      let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
      needed = max(needed, most - min(zeros, most))
      if needed == most { break }
    }
    return needed
  }
}
