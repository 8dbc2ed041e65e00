/// The answers of a Kano question, as people write them down in Dutch or English.
public enum KanoAnswer {
  /// Words for 1 (I like it) through 5 (I dislike it).
  public static let words: [(word: String, answer: Int)] = [
    ("like", 1), ("fijn", 1), ("leuk", 1), ("prettig", 1), ("expect", 2), ("must-be", 2), ("must be", 2),
    ("vanzelfsprekend", 2), ("verwacht", 2), ("neutral", 3), ("neutraal", 3), ("maakt niet uit", 3), ("live with", 4),
    ("live-with", 4), ("can live with", 4), ("mee te leven", 4), ("kan ermee leven", 4), ("dislike", 5),
    ("vervelend", 5), ("niet fijn", 5),
  ]

  /// Returns 1 through 5; nil for what is no answer.
  public static func read(_ word: String) -> Int? {
    if let number = Double(word) { return Int(exactly: number).flatMap { (1...5).contains($0) ? $0 : nil } }
    let folded = word.lowercased().split(separator: " ").joined(separator: " ")
    return words.first { $0.word == folded }?.answer
  }
}
