/// What a line of names looks like.
enum DelimitedHeader {
  /// Whether a first record can be the names of columns: not all empty, and no numbers among them but, beside a name of
  /// another kind, years or a count 0, 1, 2 or 1, 2, 3.
  static func isHeader(_ names: [String]) -> Bool {
    if names.allSatisfy(\.isEmpty) { return false }
    let numbers = names.filter(isNumber)
    if numbers.isEmpty { return true }
    if numbers.count == names.count { return false }
    if numbers.allSatisfy(isYear) { return true }
    let counts = numbers.compactMap(Int.init)
    guard counts.count > 1, counts.count == numbers.count, counts[0] == 0 || counts[0] == 1 else { return false }
    return zip(counts, counts.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// `2022`, and `2022*` of a year whose figures are provisional.
  private static func isYear(_ name: String) -> Bool {
    var year = name.trimmedOfPadding[...]
    while year.last == "*" { year.removeLast() }
    return year.count == 4 && (year.hasPrefix("19") || year.hasPrefix("20"))
  }

  /// Whether a cell holds a number, with whatever marks and signs.
  static func isNumber(_ cell: String) -> Bool {
    if NumberText.parse(cell) != nil || NumberText.parse(cell, point: UInt8(ascii: ",")) != nil { return true }
    var cell = cell.trimmedOfPadding
    return cell.withUTF8 { text in BareNumber.read(text) { bare, _ in NumberShape(bare) } } != nil
  }
}
