/// Where a cell stands, as spreadsheets write it.
enum CellReference {
  /// Returns the letters of a column counted from 0: `A`, `Z`, `AA`.
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    repeat {
      letters.append(UInt8(65 + rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Returns the range from the first cell on, `A1:C9`; of one cell at least.
  static func range(columns: Int, rows: Int, isFixed: Bool = false) -> String {
    let sign = isFixed ? "$" : ""
    return "\(sign)A\(sign)1:\(sign)\(letters(max(columns - 1, 0)))\(sign)\(max(rows, 1))"
  }
}
