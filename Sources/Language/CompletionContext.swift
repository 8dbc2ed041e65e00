import WorkbenchKit

/// What stands before the cursor, as far as completion needs it: the whole words of the stage, and the one begun.
public struct CompletionContext: Sendable {
  /// The whole stages before the one in which the cursor is.
  public let earlier: [StageWords]
  /// The whole words of the stage in which the cursor is.
  public let words: [Word]
  /// The word that is begun: without its quotes; empty behind a blank.
  public let partial: String
  /// Where the word that is begun stands in the text before the cursor, its opening quote included, in UTF-8 offsets.
  public let range: Range<Int>
  /// The quote with which it begins, if it begins with one.
  public let quote: Character?
  /// Whether the cursor is where `let NAME =` wants a name.
  public let isNaming: Bool

  /// Looks at the text before the cursor.
  ///
  /// - Returns: nil where nothing can be completed: in a comment, in a word with an error.
  public init?(_ before: String) {
    guard let (tokens, quote) = Self.tokens(before) else { return nil }
    let end = before.utf8.count
    var words: [Word] = []
    var earlier: [StageWords] = []
    var lastEnd = 0
    for token in tokens {
      switch token {
      case .word(let word):
        words.append(word)
        lastEnd = word.range.upperBound
      case .pipe(let range):
        guard let first = words.first, let last = words.last else { return nil }
        earlier.append(StageWords(words: words, range: first.range.lowerBound..<last.range.upperBound))
        words = []
        lastEnd = range.upperBound
      }
    }
    // Behind the last word there are blanks only, or a comment.
    let rest = before.utf8.dropFirst(lastEnd)
    guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == UInt8(ascii: "\\") }) else { return nil }
    if let last = words.last, last.range.upperBound >= end {
      words.removeLast()
      partial = Self.text(last)
      range = last.range.lowerBound..<end
      let initial = before.utf8.dropFirst(last.range.lowerBound).first
      self.quote = quote ?? (last.isQuoted ? initial.map { Character(Unicode.Scalar($0)) } : nil)
    } else {
      partial = ""
      range = end..<end
      self.quote = nil
    }
    (self.words, isNaming) = Self.withoutBinding(words, isFirst: earlier.isEmpty)
    self.earlier = earlier
  }

  /// The tokens of the text, with an open quote closed.
  private static func tokens(_ before: String) -> (tokens: [Lexer.Token], quote: Character?)? {
    var lexer = Lexer(SourceLine(before, source: "prompt"))
    do { return (try lexer.tokens(), nil) } catch Lexer.Incomplete.quote(let quote, at: let offset) {
      let sign = Character(Unicode.Scalar(quote))
      var closed = Lexer(SourceLine(before + String(sign), source: "prompt"))
      guard let tokens = try? closed.tokens(), case .word(let last)? = tokens.last else { return nil }
      // A quote in the midst of a word, as in --in="a b, leaves the word as it was typed.
      return (tokens, last.range.lowerBound == offset ? sign : nil)
    } catch { return nil }
  }

  /// The word as text, its names as they were typed.
  private static func text(_ word: Word) -> String {
    word.pieces.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .variable(let name, _): text += "$" + name
      }
    }
  }

  /// The words behind `let NAME =`.
  private static func withoutBinding(_ words: [Word], isFirst: Bool) -> (words: [Word], isNaming: Bool) {
    guard isFirst, words.first?.bare == "let" else { return (words, false) }
    if words.count > 1, words[1].bare?.hasSuffix("=") == true { return (Array(words.dropFirst(2)), false) }
    guard words.count > 2, words[2].bare == "=" else { return ([], true) }
    return (Array(words.dropFirst(3)), false)
  }
}
