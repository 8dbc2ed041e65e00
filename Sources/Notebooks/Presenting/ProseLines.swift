import Rendering

/// Markdown prose as a group reads it on a screen: without the signs of its markup.
public enum ProseLines {
  public struct Line: Sendable, Hashable {
    public let text: String
    public let isHeading: Bool
    /// The columns that it takes uncut: of code, which is not broken, those of all of it.
    public let width: Int

    init(_ text: String, isHeading: Bool = false, uncut: String? = nil) {
      self.text = text
      self.isHeading = isHeading
      width = DisplayWidth.of(uncut ?? text)
    }
  }

  /// - Parameter width: of the widest line, in columns.
  public static func lines(_ markdown: String, width: Int) -> [Line] {
    var lines: [Line] = []
    var paragraph: [String] = []
    var fence: CodeFence?
    func close() {
      if !paragraph.isEmpty {
        lines += DisplayWidth.wrapped(paragraph.joined(separator: " "), to: width).map {
          Line($0)
        }
      }
      paragraph = []
    }
    for line in NotebookText(withoutComments(markdown)).lines {
      if let open = fence {
        if open.isClosed(by: line.content) {
          fence = nil
        } else {
          let code = "  " + Sanitizer.line(line.content)
          lines.append(Line(DisplayWidth.truncated(code, to: width), uncut: code))
        }
        continue
      }
      let trimmed = line.trimmed
      if let open = CodeFence(opening: line.content) {
        close()
        fence = open
      } else if trimmed.isEmpty {
        close()
        if lines.last?.text.isEmpty == false { lines.append(Line("")) }
      } else if let heading = heading(trimmed) {
        close()
        lines += DisplayWidth.wrapped(plain(heading), to: width).map { Line($0, isHeading: true) }
      } else if isItem(trimmed) || trimmed.hasPrefix("|") || trimmed.hasPrefix(">") {
        close()
        paragraph = [plain(trimmed)]
        if !isItem(trimmed) { close() }
      } else {
        paragraph.append(plain(trimmed))
      }
    }
    close()
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    return Array(lines.drop { $0.text.isEmpty })
  }

  /// Whether the prose opens with a heading of the first level.
  static func beginsWithTitle(_ markdown: String) -> Bool {
    let first = NotebookText(withoutComments(markdown)).lines.first { !$0.isBlank }
    return first?.trimmed.hasPrefix("# ") == true
  }

  private static func heading(_ line: Substring) -> Substring? {
    let signs = line.prefix { $0 == "#" }.count
    guard (1...6).contains(signs), line.dropFirst(signs).first == " " else { return nil }
    return line.dropFirst(signs + 1)
  }

  private static func isItem(_ line: Substring) -> Bool {
    if let first = line.first, "-*+".contains(first) { return line.dropFirst().first == " " }
    let digits = line.prefix { $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return !digits.isEmpty && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// Takes off the signs of emphasis and code, and leaves of a link its words.
  private static func plain(_ text: Substring) -> String {
    var result = ""
    var rest = Sanitizer.line(String(text))[...]
    while let first = rest.first {
      if first == "\\", let next = rest.dropFirst().first {
        result.append(next)
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("**") || rest.hasPrefix("__") {
        rest = rest.dropFirst(2)
      } else if first == "`" || first == "*" && rest.dropFirst().first != " " {
        rest = rest.dropFirst()
      } else if first == "[" || rest.hasPrefix("!["), let link = link(rest) {
        result += link.words
        rest = link.rest
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func link(_ text: Substring) -> (words: Substring, rest: Substring)? {
    guard let open = text.firstIndex(of: "["), let close = text.firstIndex(of: "]"), open < close,
      text[text.index(after: close)...].hasPrefix("("), let end = text[close...].firstIndex(of: ")")
    else { return nil }
    return (text[text.index(after: open)..<close], text[text.index(after: end)...])
  }

  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "<!--"), let close = rest[open.upperBound...].firstRange(of: "-->") {
      result += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
