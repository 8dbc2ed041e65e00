/// What stands before the line that is typed.
public struct LinePrompt: Sendable, Hashable {
  /// A stretch of text in one style.
  public struct Piece: Sendable, Hashable {
    public let text: String
    /// The numbers of an ANSI sequence (SGR), such as `1;33`; nil for no style.
    public let style: String?

    public init(_ text: String, style: String? = nil) {
      self.text = text
      self.style = style
    }
  }

  public let pieces: [Piece]

  /// - Parameter pieces: without control characters.
  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// What takes room on the screen.
  public var visible: String { pieces.map(\.text).joined() }

  /// The form that libedit takes: what a terminal must not count stands between two U+0001, and has a character behind it.
  var marked: String {
    var text = ""
    var isStyled = false
    for piece in pieces where !piece.text.isEmpty {
      let reset = isStyled ? "\u{1B}[0m" : ""
      let style = piece.style.map { "\u{1B}[\($0)m" } ?? ""
      if !reset.isEmpty || !style.isEmpty { text += "\u{1}\(reset)\(style)\u{1}" }
      text += piece.text
      isStyled = piece.style != nil
    }
    // The last style would run on into the line.
    return isStyled ? text + "\u{1}\u{1B}[0m\u{1} " : text
  }
}
