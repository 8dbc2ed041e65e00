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

  /// Where its physical lines behind the first begin, in UTF-8 offsets.
  private let starts: [Int]
  /// Where its characters begin, in UTF-8 offsets; nil where each is one byte.
  private let characters: [Int]?

  public init(_ text: String, source: String, number: Int = 1, via: [Place] = []) {
    self.text = text
    self.source = source
    self.number = number
    self.via = via
    // Every word of a line has a place: none may walk over the line anew.
    var starts: [Int] = []
    var isPlain = true
    var bytes = text
    bytes.withUTF8 { bytes in
      for (offset, byte) in bytes.enumerated() {
        if byte == 0x0A { starts.append(offset + 1) }
        if byte >= 0x80 || byte == 0x0D { isPlain = false }
      }
    }
    self.starts = starts
    characters = isPlain ? nil : Self.characters(of: text)
  }

  /// Returns the place of a range of UTF-8 offsets: physical line, column in characters, and the line to show.
  public func place(_ range: Range<Int>) -> Place {
    let count = text.utf8.count
    let start = min(max(range.lowerBound, 0), count)
    let line = starts.isEmpty || start < starts[0] ? 0 : Self.last(in: starts, notAfter: start) + 1
    let lineStart = line == 0 ? 0 : starts[line - 1]
    let lineEnd = line < starts.count ? starts[line] - 1 : count
    let end = max(start, min(range.upperBound, lineEnd))
    return Place(
      source: source,
      line: number + line,
      column: character(at: start) - character(at: lineStart) + 1,
      length: character(at: end) - character(at: start),
      text: starts.isEmpty ? text : String(text.utf8.dropFirst(lineStart).prefix(lineEnd - lineStart)) ?? text,
      via: via)
  }

  private static func characters(of text: String) -> [Int] {
    var offset = 0
    return text.map { character in
      defer { offset += character.utf8.count }
      return offset
    }
  }

  /// How many characters begin before an offset.
  private func character(at offset: Int) -> Int {
    guard let characters else { return offset }
    return characters.isEmpty || offset > characters[characters.count - 1]
      ? characters.count : Self.last(in: characters, notAfter: offset)
  }

  /// The place in a sorted array of the last number that is not larger; the first is not.
  private static func last(in sorted: [Int], notAfter offset: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if sorted[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The place of the whole line's beginning.
  public var start: Place { place(0..<0) }
}
