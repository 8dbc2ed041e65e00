/// The lines of a file, each with the line break that it had, so that what is not touched can be written back as it was.
struct NotebookText: Sendable {
  struct Line: Sendable {
    /// Without its line break.
    var content: String
    /// `\n`, `\r\n`, or nothing at the end of the file.
    var ending: String

    /// The line with its indentation and trailing blanks taken off.
    var trimmed: Substring {
      var rest = content[...]
      while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
      while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
      return rest
    }

    var isBlank: Bool { trimmed.isEmpty }
  }

  var lines: [Line]

  init(_ text: String) {
    lines = []
    var rest = Array(text.utf8)[...]
    // On bytes: a carriage return and a line feed are one character.
    while let end = rest.firstIndex(of: 0x0A) {
      var content = rest[rest.startIndex..<end]
      let hasReturn = content.last == 0x0D
      if hasReturn { content.removeLast() }
      lines.append(Line(content: String(decoding: content, as: UTF8.self), ending: hasReturn ? "\r\n" : "\n"))
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { lines.append(Line(content: String(decoding: rest, as: UTF8.self), ending: "")) }
  }

  /// The line break of the file: that of its first line.
  var ending: String { lines.first.map { $0.ending.isEmpty ? "\n" : $0.ending } ?? "\n" }

  static func joined(_ lines: some Sequence<Line>) -> String { lines.reduce(into: "") { $0 += $1.content + $1.ending } }
}
