import WorkbenchKit

/// Ages from one up to but not with another; without an end, all that are older.
struct AgeRange: Sendable, Hashable {
  let from: Int
  let below: Int?

  init(from: Int, below: Int?) {
    self.from = from
    self.below = below
  }

  /// Reads `65+`, `75-84` (the last age counts) and `65`.
  init?(_ word: String) {
    let text = word.trimmedOfPadding
    if text.hasSuffix("+") {
      guard let from = Int(text.dropLast()), (0...130).contains(from) else { return nil }
      self.init(from: from, below: nil)
      return
    }
    let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0.filter { $0 != " " }) }
    guard let first = ends.first, let from = first, let last = ends.last, let to = last, ends.count <= 2,
      (0...130).contains(from), from <= to, to <= 130
    else { return nil }
    self.init(from: from, below: to + 1)
  }

  static let all = AgeRange(from: 0, below: nil)
  /// What all ages are called.
  static let everybody = Text(nl: "alle inwoners", en: "all inhabitants")

  /// `65+`, `75-84`.
  var label: String { below.map { $0 == from + 1 ? "\(from)" : "\(from)-\($0 - 1)" } ?? "\(from)+" }

  func overlaps(_ other: AgeRange) -> Bool { common(with: other) != nil }

  /// The ages that both have; nil for none.
  func common(with other: AgeRange) -> AgeRange? {
    let start = max(from, other.from)
    let end = [below, other.below].compactMap { $0 }.min()
    if let end, end <= start { return nil }
    return AgeRange(from: start, below: end)
  }

  func holds(_ other: AgeRange) -> Bool { common(with: other) == other }

  /// How many ages there are; nil where it is open.
  var width: Int? { below.map { $0 - from } }
}
