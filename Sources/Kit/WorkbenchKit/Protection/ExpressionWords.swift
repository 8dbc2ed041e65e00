/// What of an expression can tell of a person: the texts and names in it, and the numbers that something has to be equal to.
///
/// A number that something is more or less than, or is worked out with, is an amount; one in eleven amounts of nine digits would
/// pass for a BSN.
struct ExpressionWords {
  private static let quotes: Set<Character> = ["'", "\"", "`"]

  private var words: [String] = []
  private var word = ""
  /// The last two signs before the word.
  private var signs = ""
  private var wasIn = false
  /// Whether the word stands between the brackets of `in (…)`.
  private var isListed = false

  /// Returns the words that have to pass the guard, each on its own.
  static func guarded(in text: String) -> [String] {
    var reading = ExpressionWords()
    var open: Character?
    for character in text {
      if let quote = open {
        if character != quote {
          reading.word.append(character)
        } else {
          open = nil
          reading.takeText()
        }
      } else if quotes.contains(character) {
        reading.takeBare()
        open = character
      } else if character.isLetter || character.isNumber || "._@".contains(character) {
        reading.word.append(character)
      } else {
        reading.takeBare()
        if !character.isWhitespace { reading.pass(character) }
      }
    }
    if open == nil { reading.takeBare() } else { reading.takeText() }
    return reading.words
  }

  private mutating func pass(_ sign: Character) {
    if sign == "(" { isListed = isListed || wasIn }
    if sign == ")" { isListed = false }
    wasIn = false
    signs = String((signs + [sign]).suffix(2))
  }

  private mutating func takeText() {
    words.append(word)
    (word, signs, wasIn) = ("", "", false)
  }

  private mutating func takeBare() {
    guard let first = word.first else { return }
    let isSame = signs.hasSuffix("=") && !signs.hasPrefix("<") && !signs.hasPrefix(">")
    if !first.isNumber || isSame || isListed { words.append(word) }
    (wasIn, signs, word) = (word == "in", "", "")
  }
}
