/// A line that people type after a command's answer, made of what the command was told.
///
///     FollowUp("wzw map {indicator} [--age {age}]", Text(nl: "hetzelfde op een kaart", en: "the same on a map"))
public struct FollowUp: Sendable {
  /// The line, with `{name}` for what was told as that argument and `{line}` for the whole line that was answered; what stands
  /// in brackets is left out with it.
  public let template: String
  /// What it shows, in a few words.
  public let about: Text

  /// Makes a follow-up.
  ///
  /// - Parameters:
  ///   - template: where a `{name}` outside brackets was not told, the line is not offered.
  ///   - about: what it shows, in a few words.
  public init(_ template: String, _ about: Text) {
    self.template = template
    self.about = about
  }

  /// Returns the line for what a command was told; nil where something that it needs was not.
  ///
  /// - Parameter told: returns what was typed as an argument, already quoted where that is due.
  @_spi(Host) public func line(_ told: (String) -> String?) -> String? {
    var line = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "[") {
      let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
      guard let before = Self.filled(rest[..<open], told) else { return nil }
      line += before + (Self.filled(rest[rest.index(after: open)..<close], told) ?? "")
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
    }
    guard let last = Self.filled(rest, told) else { return nil }
    return (line + last).split(separator: " ").joined(separator: " ")
  }

  private static func filled(_ part: Substring, _ told: (String) -> String?) -> String? {
    var filled = ""
    var rest = part
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let value = told(String(rest[rest.index(after: open)..<close])) else { return nil }
      filled += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
