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
}
