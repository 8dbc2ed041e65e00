import WorkbenchKit

/// How the feelings of a table are written: as ours from -2 to 2, from 1 to 5, or in words.
struct FeelingScale {
  private enum Form { case own, oneToFive, words }

  private static let words: [String: Int] = [
    "heel slecht": -2, "zeer slecht": -2, "zeer negatief": -2, "heel negatief": -2, "very bad": -2, "very negative": -2,
    "slecht": -1, "negatief": -1, "ontevreden": -1, "bad": -1, "negative": -1, "unhappy": -1, "dissatisfied": -1,
    "neutraal": 0, "neutral": 0, "goed": 1, "positief": 1, "tevreden": 1, "blij": 1, "good": 1, "positive": 1,
    "happy": 1, "satisfied": 1, "heel goed": 2, "zeer goed": 2, "zeer positief": 2, "heel positief": 2, "very good": 2,
    "very positive": 2, "very happy": 2,
  ]

  private let form: Form
  /// What has to be said about how the column was taken.
  let notices: [Notice]

  /// - Parameters:
  ///   - given: all that stands in the column.
  ///   - column: its name; ours takes our own scale only.
  init(_ given: [String], column: String) {
    let numbers = given.compactMap(Self.whole)
    guard column != "feeling", !given.isEmpty else {
      (form, notices) = (.own, [])
      return
    }
    if numbers.count < given.count, given.contains(where: { Self.words[$0.plainWords] != nil }) {
      form = .words
      notices = [Self.said(column, Text(nl: "in woorden", en: "in words"))] + Self.unread(given, column)
    } else if numbers.count == given.count, numbers.allSatisfy((1...5).contains), numbers.contains(where: { $0 > 2 }) {
      form = .oneToFive
      notices = [Self.said(column, Text(nl: "van 1 tot en met 5: 3 is neutraal", en: "from 1 through 5: 3 is neutral"))]
    } else {
      form = .own
      let isOpen = numbers.count == given.count && numbers.allSatisfy((1...2).contains)
      notices = [
        Self.said(column, Text(nl: "van -2 tot en met 2", en: "from -2 through 2"), isOpen ? .caution : .info)
      ]
    }
  }

  /// Whether what is no feeling on this scale is passed over, and said, for words know no end.
  var isLenient: Bool { form == .words }

  /// Returns a feeling from -2 through 2; nil for what is none on this scale.
  func feeling(_ words: String) -> Int? {
    switch form {
    case .own: Self.whole(words).flatMap { (-2...2).contains($0) ? $0 : nil }
    case .oneToFive: Self.whole(words).map { $0 - 3 }
    case .words: Self.words[words.plainWords] ?? Self.whole(words).flatMap { (-2...2).contains($0) ? $0 : nil }
    }
  }

  private static func unread(_ given: [String], _ column: String) -> [Notice] {
    let scale = FeelingScale(form: .words)
    let counts = given.filter { scale.feeling($0) == nil }.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    guard !counts.isEmpty else { return [] }
    let words = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value)×)" }
    let listed = Text.list(words, atMost: 12)
    return [
      Notice(
        .caution,
        Text(
          nl: "geen gevoel van -2 tot en met 2, dus niet overgenomen uit '\(column)': \(listed.nl)",
          en: "no feeling from -2 through 2, so not taken along from '\(column)': \(listed.en)"))
    ]
  }

  private init(form: Form) { (self.form, notices) = (form, []) }

  private static func whole(_ words: String) -> Int? { NumberText.parse(words).flatMap { Int(exactly: $0) } }

  private static func said(_ column: String, _ how: Text, _ level: Notice.Level = .info) -> Notice {
    Notice(level, Text(nl: "'\(column)' is gelezen \(how.nl)", en: "'\(column)' was read \(how.en)"))
  }
}
