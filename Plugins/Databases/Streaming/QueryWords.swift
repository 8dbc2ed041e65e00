import WorkbenchKit

/// What of a question in SQL can tell of a person: its texts, and the numbers that something has to be equal to. They would stand in
/// the workspace with what came of it.
enum QueryWords {
  /// - Throws: `personal.found`, which repeats nothing of it.
  static func demandNothingPersonal(in sql: String) throws {
    for words in guarded(in: sql) { try FreeWords.demandNone(in: words, at: nil, limit: sql.utf8.count) }
  }

  /// Returns texts between quotes, and whole numbers behind `=`, a bracket or a comma.
  static func guarded(in sql: String) -> [String] {
    var found: [String] = []
    var word = ""
    var isText = false
    // What stood before the number that is read.
    var before: Character = " "
    var last: Character = " "
    func isEqual(_ sign: Character) -> Bool { "=(,".contains(sign) }
    for character in sql + " " {
      if isText {
        if character == "'" {
          found.append(word)
          (word, isText) = ("", false)
        } else {
          word.append(character)
        }
        continue
      }
      if character.isASCII, character.isNumber {
        if word.isEmpty { before = last }
        word.append(character)
      } else {
        if !word.isEmpty, isEqual(before) { found.append(word) }
        word = ""
        isText = character == "'"
      }
      if !character.isWhitespace { last = character }
    }
    // A text that is not closed is one to its end.
    return isText ? found + [word] : found
  }
}
