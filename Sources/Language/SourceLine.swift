import WorkbenchKit

/// One logical line as it was read, continuation lines and all, with where it came from.
public struct SourceLine: Sendable {
  /// Without the last line break; continuation lines are parted by `\n`.
  public let text: String
  /// A file's path as it was given, `stdin`, `-c`, `prompt` or `options`.
  public let source: String
  /// The number of its first physical line, from 1.
  public let number: Int
  /// The lines of `source FILE` that led here, the nearest first.
  public let via: [Place]

  public init(_ text: String, source: String, number: Int = 1, via: [Place] = []) {
    self.text = text
    self.source = source
    self.number = number
    self.via = via
  }

  /// Returns the place of a range of UTF-8 offsets: physical line, column in characters, and the line to show.
  public func place(_ range: Range<Int>) -> Place {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: min(max(range.lowerBound, 0), utf8.count))
    let end = utf8.index(utf8.startIndex, offsetBy: min(max(range.upperBound, range.lowerBound), utf8.count))
    let before = text[..<start]
    let lineStart = before.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
    let lineEnd = text[start...].firstIndex(of: "\n") ?? text.endIndex
    return Place(
      source: source,
      line: number + before.count(where: { $0 == "\n" }),
      column: text.distance(from: lineStart, to: start) + 1,
      length: text.distance(from: start, to: max(start, min(end, lineEnd))),
      text: String(text[lineStart..<lineEnd]),
      via: via)
  }

  /// The place of the whole line's beginning.
  public var start: Place { place(0..<0) }
}
