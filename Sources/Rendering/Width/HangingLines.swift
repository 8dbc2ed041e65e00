/// A text behind a sign or label, with the lines after the first set in under its first word.
enum HangingLines {
  /// Wraps the text; tabs in it count as one blank.
  ///
  /// - Parameter width: of the whole, the sign included.
  static func wrapped(_ text: String, behind sign: String = "", to width: Int) -> [String] {
    let hang = min(DisplayWidth.of(sign), width / 2)
    let flat = text.utf8.contains(UInt8(ascii: "\t")) ? String(text.map { $0 == "\t" ? " " : $0 }) : text
    let head = DisplayWidth.truncated(sign, to: hang)
    let blanks = String(repeating: " ", count: hang)
    return DisplayWidth.wrapped(flat, to: width - hang).enumerated().map { index, line in
      line.isEmpty ? (index == 0 ? head : "") : (index == 0 ? head : blanks) + line
    }
  }
}
