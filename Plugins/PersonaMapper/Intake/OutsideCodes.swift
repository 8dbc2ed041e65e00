import WorkbenchKit

/// Codes that lie outside of the scale of a question, as surveys write them for no answer: 99, 999, -1, or 8 and 9 behind 1 to 5.
struct OutsideCodes {
  private static let codes: Set<Double> = [
    -999, -99, -98, -97, -9, -8, -7, -1, 8, 9, 66, 77, 88, 95, 96, 97, 98, 99, 888, 995, 996, 997, 998, 999, 9_999,
  ]

  /// By question, each code with how often.
  private var found: [(question: String, codes: [(code: Double, count: Int)])] = []

  init(_ columns: [Column]) {
    for column in columns {
      let codes = Self.outside((column.numbers ?? []).filter { !$0.isNaN })
      if !codes.isEmpty { found.append((column.name, codes)) }
    }
  }

  /// The codes that stand apart, from the lowest, beyond a gap at an end of a scale of at most eleven whole numbers; none where the
  /// rest is no such scale.
  static func outside(_ values: [Double]) -> [(code: Double, count: Int)] {
    guard values.allSatisfy({ $0 == $0.rounded() }) else { return [] }
    let counts = values.reduce(into: [Double: Int]()) { $0[$1, default: 0] += 1 }
    let sorted = counts.keys.sorted()
    var (low, high) = (0, sorted.count)
    for place in sorted.indices.dropFirst() where sorted[place] - sorted[place - 1] >= 2 {
      if sorted[place...].allSatisfy({ $0 > 0 && codes.contains($0) }) {
        high = place
        break
      }
      if sorted[..<place].allSatisfy({ $0 < 0 && codes.contains($0) }) { low = place }
    }
    // A scale from nought has no -1 of its own, except the one from -1 to 1.
    if low == 0, high > 3, sorted[0] == -1, sorted[1] == 0 { low = 1 }
    guard low > 0 || high < sorted.count, high - low >= 2, sorted[high - 1] - sorted[low] <= 10 else { return [] }
    return (sorted[..<low] + sorted[high...]).map { ($0, counts[$0] ?? 0) }
  }

  /// That they are there and count as answers, and the way out; nil where there are none.
  var notice: Notice? {
    guard !found.isEmpty else { return nil }
    let told = found.map { question, codes in
      question + ": " + codes.map { "\(NumberText.shortest($0.code)) (\($0.count)×)" }.joined(separator: ", ")
    }
    let listed = Text.list(told, atMost: 8)
    let all = Set(found.flatMap { $0.codes.map(\.code) }).sorted().map(NumberText.shortest).joined(separator: ",")
    return Notice(
      .caution,
      Text(
        nl:
          "buiten de schaal van de vraag, en nu meegeteld als antwoord: \(listed.nl); betekent dat 'geen antwoord', geef dan --missing \(all)",
        en:
          "outside the scale of the question, and counted as answers now: \(listed.en); where that means 'no answer', give --missing \(all)"
      ))
  }
}
