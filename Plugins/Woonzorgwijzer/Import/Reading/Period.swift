/// The periods of StatLine: `2020JJ00` is the year 2020.
enum Period {
  static func year(_ text: String) -> Int? {
    guard text.utf8.count == 8, text.hasSuffix("JJ00") else { return nil }
    return Int(text.prefix(4))
  }

  /// A year that a file name carries, to be suggested and never taken.
  static func suggestedYear(_ fileName: String) -> Int? {
    let digits = fileName.split { !$0.isASCII || !$0.isNumber }
    return digits.compactMap { $0.count == 4 ? Int($0) : nil }.last { (1990...2100).contains($0) }
  }
}
