/// The ages of a group as a table names it: `65+`, `18-64`.
struct AgeSpan: Hashable {
  let from: Int
  /// The last age; nil where it is open.
  let to: Int?

  /// Everybody, whatever age.
  static let all = AgeSpan(from: 0, to: nil)

  /// The ages in the name of a figure: `age_15_25` for those from 15 and under 25, `population_65_plus`; nil for any other name.
  init?(figure: String) {
    let words = figure.split(separator: "_")
    guard words.count == 3, words[0] == "age" || words[0] == "population", let from = Int(words[1]) else { return nil }
    if words[2] == "plus" {
      self.init(from: from, to: nil)
    } else if let to = Int(words[2]), from < to {
      self.init(from: from, to: to - 1)
    } else {
      return nil
    }
  }

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
