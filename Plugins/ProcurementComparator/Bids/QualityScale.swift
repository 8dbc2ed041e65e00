import WorkbenchKit

/// The words or digits by which quality is judged, each with the share of full quality that it stands for.
///
/// Rijkswaterstaat's own since 2023: 3 = 100 %, 2 = 60 %, 1 = 25 %, 0 = 0 %, NR (adverse or risky) = -50 %.
struct QualityScale: Sendable, Hashable {
  private let shares: [String: Double]
  private let numbers: [(number: Double, share: Double)]
  /// The best first.
  let words: [String]

  static func == (one: QualityScale, other: QualityScale) -> Bool { one.shares == other.shares }

  func hash(into hasher: inout Hasher) { hasher.combine(shares) }

  /// - Parameter shares: by word as it was typed.
  init(_ shares: [String: Double]) {
    self.shares = Dictionary(shares.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    words = shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    numbers = words.compactMap { word in
      guard let number = TypedValue.number(word)?.number, let share = shares[word] else { return nil }
      return (number, share)
    }
  }

  var isEmpty: Bool { shares.isEmpty }
  /// Whether some of its words are numbers.
  var hasDigits: Bool { !numbers.isEmpty }
  var listed: Text { .list(words, atMost: 12) }

  /// The share that a word stands for, whether it is spelled in capitals or not; 2.0 is 2.
  subscript(word: String) -> Double? {
    let word = word.lowercased()
    return shares[word] ?? (hasDigits ? TypedValue.number(word)?.number.flatMap { self[$0] } : nil)
  }

  /// The word that stands for a share; nil where none does.
  func word(for share: Double) -> String? { words.first { self[$0] == share } }

  subscript(number: Double) -> Double? { numbers.first { $0.number == number }?.share }
}
