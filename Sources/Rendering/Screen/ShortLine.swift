import WorkbenchKit

/// A text on one line of a screen: cut between two words, with `…` behind it, where it is longer.
enum ShortLine {
  static func cut(_ text: String, to width: Int) -> String {
    let flat = Sanitizer.line(text)
    guard DisplayWidth.of(flat) > width else { return flat }
    let short = DisplayWidth.truncated(flat, to: max(width - 1, 1)).dropLast()
    guard let blank = short.lastIndex(of: " "), short.distance(from: short.startIndex, to: blank) > width / 2 else {
      return short + "…"
    }
    return short[..<blank] + " …"
  }

  /// The publications by number.
  static func sources(_ sources: [Source]) -> String {
    sources.enumerated().map { "[\($0 + 1)] \($1.title)" }.joined(separator: "  ")
  }
}
