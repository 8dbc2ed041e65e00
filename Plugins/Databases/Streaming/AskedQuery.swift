import WorkbenchKit

/// One question in SQL, as a person wrote it in a file: it is put to the server as a part of ours, and nothing else can come of it.
struct AskedQuery: Sendable {
  /// What stands before it in every statement that holds it.
  private static let opening = "(\n"

  /// The file, for errors.
  let file: String
  /// Without what ends it.
  let text: String

  /// - Throws: `db.query` where it is not one SELECT or WITH; `personal.found`.
  init(_ file: ReadFile) throws {
    self.file = file.name
    guard var text = String(validating: file.bytes, as: UTF8.self), !text.utf8.contains(0) else {
      throw FetchProblem.notOneQuestion(file.name)
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
    let first = Self.firstWord(text).lowercased()
    guard ["select", "with"].contains(first) else { throw FetchProblem.notOneQuestion(file.name) }
    try QueryWords.demandNothingPersonal(in: text)
    self.text = text
  }

  /// As it stands behind `from`. On lines of its own, so that a remark at its end hides nothing of ours.
  var relation: String { "\(Self.opening)\(text)\n)" }

  /// Whether it says itself in which order its rows come.
  var saysOrder: Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return zip(words, words.dropFirst()).contains { $0 == "order" && $1 == "by" }
  }

  /// Tells where in the file a place in a statement lies that holds the question; nil where it lies outside.
  ///
  /// - Parameters:
  ///   - position: in letters, counted from 1.
  ///   - sql: the statement.
  func spot(_ position: Int, in sql: String) -> Text? {
    guard let range = sql.firstRange(of: relation) else { return nil }
    let before = sql.unicodeScalars.distance(from: sql.startIndex, to: range.lowerBound)
    let offset = position - 1 - before - Self.opening.unicodeScalars.count
    guard offset >= 0, offset < text.unicodeScalars.count else { return nil }
    let lines = text.unicodeScalars.prefix(offset).split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last?.count ?? 0) + 1
    return Text(
      nl: ", in '\(file)' op regel \(lines.count), teken \(column)",
      en: ", in '\(file)' on line \(lines.count), sign \(column)")
  }

  /// The first word that is no remark.
  private static func firstWord(_ text: String) -> Substring {
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.firstRange(of: "*/") else { return "" }
        rest = rest[end.upperBound...]
      } else {
        return rest.prefix { $0.isLetter }
      }
    }
  }
}
