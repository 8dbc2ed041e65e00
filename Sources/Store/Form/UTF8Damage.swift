import WorkbenchKit

extension ObjectReader {
  /// What keeps bytes from being UTF-8, with the place; nil where they are.
  static func utf8Damage(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let (line, column) = bytes.withUnsafeBufferPointer {
        place(of: error.byteOffsets.lowerBound, in: $0)
      }
      return Diagnostic(
        "json.encoding",
        Text(
          nl: "geen geldige UTF-8 (regel \(line), teken \(column))",
          en: "not valid UTF-8 (line \(line), byte \(column))"))
    }
  }
}
