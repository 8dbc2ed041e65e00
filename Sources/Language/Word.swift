/// One word of a line: literal pieces and `$names`, with where it stands.
public struct Word: Sendable, Hashable {
  public enum Piece: Sendable, Hashable {
    case literal(String)
    /// `$name`, with the UTF-8 offsets it takes.
    case variable(String, Range<Int>)
  }

  public let pieces: [Piece]
  /// UTF-8 offsets in the line's text, quotes included.
  public let range: Range<Int>
  /// Whether any of it stood in quotes: then it is a text, and no list.
  public let isQuoted: Bool
  /// Whether its first character stood outside quotes, so that it may be a flag: `--in="a b"`.
  public let beginsBare: Bool

  public init(pieces: [Piece], range: Range<Int>, isQuoted: Bool = false, beginsBare: Bool? = nil) {
    self.pieces = pieces
    self.range = range
    self.isQuoted = isQuoted
    self.beginsBare = beginsBare ?? !isQuoted
  }

  /// The word as text, where nothing in it needs to be looked up.
  public var literal: String? {
    switch pieces.count {
    case 0: return ""
    case 1:
      if case .literal(let text) = pieces[0] { return text }
      return nil
    default:
      var whole = ""
      for piece in pieces {
        guard case .literal(let text) = piece else { return nil }
        whole += text
      }
      return whole
    }
  }

  /// The name, where the word is `$name` and nothing else.
  public var variable: String? {
    guard pieces.count == 1, case .variable(let name, _) = pieces[0] else { return nil }
    return name
  }

  /// The word as text where it is bare: not quoted, nothing to look up.
  public var bare: String? { isQuoted ? nil : literal }
}
