import WorkbenchKit

/// Finds the columns that hold numbers where a file declares none, as it is done with text in columns: a code such as `0344` stays what
/// it is.
enum WrittenNumbers {
  /// Returns the table with the columns as numbers in which all is one.
  ///
  /// - Parameter texts: the names of columns that keep the letters of the file, in which `1.10` and `1.1` are two codes.
  static func table(_ table: Table, except texts: [String]) -> Table {
    let texts = Set(texts)
    return Table(columns: table.columns.map { texts.contains($0.name) ? $0 : column($0) })
  }

  /// Returns the column as numbers where all that stands in it is one; else as it is.
  static func column(_ column: Column) -> Column {
    guard let texts = column.texts else { return column }
    var numbers: [Double] = []
    numbers.reserveCapacity(texts.count)
    var isEmpty = true
    for text in texts {
      guard let text, !text.isEmpty else {
        numbers.append(.nan)
        continue
      }
      guard let number = number(text) else { return column }
      isEmpty = false
      numbers.append(number)
    }
    return isEmpty ? column : Column(column.name, .numbers(numbers), label: column.label)
  }

  private static func number(_ text: String) -> Double? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard let first = digits.first, first &- 48 < 10, text.utf8.count - digits.count <= 1 else { return nil }
    // A nought before other digits is part of a code.
    if first == 48, let second = digits.dropFirst().first, second &- 48 < 10 { return nil }
    return NumberText.isBeyondWhole(text.utf8) ? nil : NumberText.parse(text)
  }
}
