/// The ages of a group as a table names it: `65+`, `18-64`.
struct AgeSpan: Hashable {
  let from: Int
  /// The last age; nil where it is open.
  let to: Int?

  init?(_ text: String) {
    let words = HiddenWords(text).words
    let ages = words.filter(\.isDigits).compactMap { Int($0.folded) }.filter { $0 < 130 }
    let isOpen = text.contains("+") || words.contains { ["ouder", "older", "over"].contains($0.folded) }
    if ages.count == 1, isOpen {
      self.init(from: ages[0], to: nil)
    } else if ages.count == 2, !isOpen, ages[0] <= ages[1] {
      self.init(from: ages[0], to: ages[1])
    } else {
      return nil
    }
  }

  private init(from: Int, to: Int?) {
    self.from = from
    self.to = to
  }

  /// As a person reads it.
  var text: String { to.map { "\(from)-\($0)" } ?? "\(from)+" }
}
