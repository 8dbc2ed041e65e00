import WorkbenchKit

/// What in a survey stands for no answer: words that everybody uses for it, and the codes that a person named.
struct MissingAnswers {
  /// In small letters.
  private static let words: Set = [
    "n/a", "#n/a", "#n/b", "nan", "dk", "weet niet", "weet ik niet", "geen antwoord", "skip", "overgeslagen",
    "don't know", "dont know", "no answer",
  ]

  /// As typed, or as a trace keeps them.
  let named: [String]

  private var numbers: Set<Double> { Set(named.compactMap { NumberText.parse($0) }) }

  init(_ named: [String] = []) { self.named = named }

  /// Returns the columns without what stands for no answer, read as numbers where nothing else is left, and what was left out.
  func taken(out columns: [Column], marks: GivenMarks) -> (columns: [Column], notices: [Notice]) {
    let (numbers, words) = (numbers, Set(named.map(\.plainWords)))
    var left: [String: Int] = [:]
    var freed: [Int] = []
    var taken = columns
    for (place, column) in columns.enumerated() {
      if let values = column.numbers {
        let kept = values.map { numbers.contains($0) ? .nan : $0 }
        let gone = zip(values, kept).filter { !$0.isNaN && $1.isNaN }.map(\.0)
        guard !gone.isEmpty else { continue }
        for value in gone { left[NumberText.shortest(value), default: 0] += 1 }
        taken[place].storage = .numbers(kept)
      } else if let texts = column.texts {
        let kept = texts.map { text in
          text.flatMap { Self.isMissing($0) || words.contains($0.plainWords) ? nil : $0 }
        }
        let gone = zip(texts, kept).compactMap { $1 == nil ? $0 : nil }
        guard !gone.isEmpty else { continue }
        for word in gone { left[word, default: 0] += 1 }
        taken[place].storage = .texts(kept)
        freed.append(place)
      }
    }
    let (read, remarks) = Table(columns: taken).readingNumbers(of: freed, marks: marks)
    var notices = remarks
    if !left.isEmpty {
      let counted = left.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value)×)" }
      let listed = Text.list(counted, atMost: 12)
      notices.append(
        Notice(
          .info, Text(nl: "telt als geen antwoord: \(listed.nl)", en: "counts as no answer: \(listed.en)")))
    }
    return (read.columns, notices)
  }

  // In small letters 'na' is a word.
  private static func isMissing(_ word: String) -> Bool { word == "NA" || words.contains(word.plainWords) }
}
