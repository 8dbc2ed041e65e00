/// Whether a text form may use colour; the caller decides by `NO_COLOR`, `TERM` and what stands at the other end.
public enum TextStyle: Sendable, Hashable {
  case plain
  /// With ANSI sequences (SGR) around whole stretches of text.
  case coloured

  /// What a stretch of text is for.
  enum Role: String {
    case heading = "1"
    case faint = "2"
    case info = "36"
    case caution = "33"
    case warning = "31"
    case error = "1;31"
    case bar = "34"
  }

  func callAsFunction(_ role: Role, _ text: String) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m"
  }

  /// Colours a stretch of text out of the 256 colours of terminals.
  func painted(_ text: String, _ colour: Colour?, on background: Colour? = nil) -> String {
    let codes = [colour.map { "38;5;\($0.terminalIndex)" }, background.map { "48;5;\($0.terminalIndex)" }]
      .compactMap { $0 }
    if self == .plain || text.isEmpty || codes.isEmpty { return text }
    return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// Returns the columns of a text that may hold colours.
  static func width(_ text: String) -> Int { DisplayWidth.of(plainText(text)) }

  /// Returns a text that may hold colours without them.
  static func plainText(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var plain = ""
    var isCode = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isCode = true }
      if !isCode { plain.unicodeScalars.append(scalar) }
      if scalar == "m" { isCode = false }
    }
    return plain
  }
}
