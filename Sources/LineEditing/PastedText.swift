/// What came out of the clipboard, made fit to be a line or several.
public struct PastedText: Sendable, Hashable {
  /// Without a line break at the end; line breaks are `\n`.
  public let text: String

  /// Takes the bytes between the two markers of a bracketed paste: tabs become blanks, other control characters go.
  public init(_ bytes: [UInt8]) {
    var clean = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: clean.append("\n")
      case 0x0A: if !afterReturn { clean.append("\n") }
      case 0x09: clean.append(" ")
      case 0..<0x20, 0x7F..<0xA0: break
      default: clean.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    while clean.last == "\n" { clean.removeLast() }
    text = String(clean)
  }

  public var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  var isOneLine: Bool { !text.unicodeScalars.contains("\n") }
}
