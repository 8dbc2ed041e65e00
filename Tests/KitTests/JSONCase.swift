import Testing
import WorkbenchKit

/// A case of the public JSON test suite (github.com/nst/JSONTestSuite): its name there, and the bytes.
struct JSONCase: Sendable {
  let name: String
  let bytes: [UInt8]

  /// Takes cases from lines: a name and, behind a blank, the text; `‹E5›` stands for a byte that cannot be shown.
  static func list(_ lines: String) -> [JSONCase] {
    lines.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return JSONCase(name: String(parts[0]), bytes: parts.count < 2 ? [] : bytes(parts[1]))
    }
  }

  private static func bytes(_ text: Substring) -> [UInt8] {
    text.split(separator: "‹", omittingEmptySubsequences: false).enumerated().flatMap { index, piece -> [UInt8] in
      guard index > 0, let end = piece.firstIndex(of: "›") else { return Array(piece.utf8) }
      return [UInt8(piece[..<end], radix: 16) ?? 0] + piece[piece.index(after: end)...].utf8
    }
  }
}

extension JSONCase: CustomTestStringConvertible {
  var testDescription: String { name }
}
