import WorkbenchKit

/// The periods of StatLine: `2020JJ00` is the year 2020, and so are `2020`, `2020*` (provisional) and `1 januari 2020`.
enum Period {
  /// Nil where a text is another period than a year, or the first day of one.
  static func year(_ text: String) -> Int? {
    var word = text.trimmedOfPadding.lowercased()
    while word.hasSuffix("*") { word.removeLast() }
    for ending in ["jj00", "-01-01"] where word.count == 4 + ending.count && word.hasSuffix(ending) {
      word.removeLast(ending.count)
    }
    for start in ["1 januari ", "1 january "] where word.hasPrefix(start) { word.removeFirst(start.count) }
    guard word.utf8.count == 4, let year = Int(word), (1900...2100).contains(year) else { return nil }
    return year
  }

  /// Whether a text is a part of a year as StatLine writes it: `2024KW01`, `2024MM03`, `1e kwartaal 2024`.
  static func isPartOfYear(_ text: String) -> Bool {
    let word = text.trimmedOfPadding.lowercased()
    if ["kwartaal", "quarter", "halfjaar", "maand"].contains(where: word.contains) { return true }
    let (year, rest) = (word.prefix(4), word.dropFirst(4))
    return year.count == 4 && year.allSatisfy(\.isNumber)
      && ["kw", "mm", "hj"].contains {
        rest.hasPrefix($0) && rest.count > 2 && rest.dropFirst(2).allSatisfy(\.isNumber)
      }
  }

  /// The years that a title or the name of a file carries.
  static func years(in words: String) -> [Int] {
    words.split { !$0.isASCII || !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }
      .filter { (1990...2100).contains($0) }
  }

  /// A year that a file name carries, to be suggested and never taken.
  static func suggestedYear(_ fileName: String) -> Int? { years(in: fileName).last }
}
