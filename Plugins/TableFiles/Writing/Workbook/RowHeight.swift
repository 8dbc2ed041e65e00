/// How high a row is in which texts go on in a next line: not every spreadsheet measures that when it opens a file.
enum RowHeight {
  /// Of one line, in points.
  private static let line = 15

  /// Returns the attribute of a row with these texts; empty where each is one line.
  ///
  /// - Parameter texts: each with the width of its column, in signs.
  static func attribute(_ texts: some Sequence<(text: String, width: Int)>) -> String {
    let most = texts.reduce(1) { max($0, lines($1.text, $1.width)) }
    // No spreadsheet has a row higher than 409 points.
    return most > 1 ? " ht=\"\(min(most * line, 405))\"" : ""
  }

  /// How many lines a text takes, broken between words where it can be.
  static func lines(_ text: String, _ width: Int) -> Int {
    guard width > 0 else { return 1 }
    var count = 0
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" }) {
      count += 1
      var used = 0
      for word in piece.split(whereSeparator: { $0 == " " }) {
        let size = word.count
        if used > 0, used + 1 + size <= width {
          used += 1 + size
          continue
        }
        if used > 0 { count += 1 }
        // A word that is longer than a line is broken.
        count += (size - 1) / width
        used = (size - 1) % width + 1
      }
    }
    return count
  }
}
