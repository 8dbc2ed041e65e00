import TestSupport

/// A made table of seven columns, as many rows as wanted: what stages are measured on.
enum RowTables {
  static let columns = 7

  /// Of `d` there are a seventh as many texts as rows, of `g` seven; `t` and `x` are a text and a number of its own for each row,
  /// `n` and `k` whole numbers below 1,000 and 366, `y` has two decimals.
  private static func cells(_ row: Int) -> [(name: String, text: String, isText: Bool)] {
    // Spread by a factor that has no part in common with the sizes.
    let number = row * 7_919 % 1_000_003
    let cents = number % 97
    return [
      ("d", "d\(row / 7)", true), ("g", "g\(row % 7)", true), ("n", "\(number % 1_000)", false),
      ("t", "t\(number)", true),
      ("x", "\(number).\(row % 10)", false), ("k", "\(row % 366)", false),
      ("y", "\(number % 977).\(cents < 10 ? "0" : "")\(cents)", false),
    ]
  }

  /// The path of a file with semicolons.
  static func csv(_ rows: Int, _ bench: Bench) throws -> String {
    try made("rows\(rows).csv", bench) {
      var text = cells(0).map(\.name).joined(separator: ";") + "\n"
      for row in 0..<rows {
        for cell in cells(row) {
          text += cell.text
          text += ";"
        }
        text.removeLast()
        text += "\n"
      }
      return text
    }
  }

  /// The path of a file with an object a line.
  static func jsonLines(_ rows: Int, _ bench: Bench) throws -> String {
    try made("rows\(rows).jsonl", bench) {
      var text = ""
      for row in 0..<rows {
        text += "{"
        for cell in cells(row) { text += "\"\(cell.name)\":" + (cell.isText ? "\"\(cell.text)\"," : "\(cell.text),") }
        text.removeLast()
        text += "}\n"
      }
      return text
    }
  }

  /// The path of a file that is made once.
  private static func made(_ name: String, _ bench: Bench, _ text: () -> String) throws -> String {
    let path = bench.folder(name)
    if bench.size(of: path) == 0 { bench.folder.write(Array(text().utf8), to: name) }
    return path
  }
}
