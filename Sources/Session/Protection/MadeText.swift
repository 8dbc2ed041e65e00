import WorkbenchKit

/// A text in a form of its own that was made before or beside the blocks: an export that a plugin wrote, or a result that was
/// made into a page before a word was hidden.
///
/// What is hidden is taken out of what it says, not out of the marks that make its form: in XML, HTML and SVG out of the text and
/// the values of attributes, in JSON out of strings that are no keys, and out of numbers. Any other text is words.
enum MadeText {
  static func redacted(_ text: String, by redactor: Redactor) -> String {
    guard !redactor.isEmpty, !redactor.isMade(text) else { return text }
    switch text.utf8.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) {
    case UInt8(ascii: "<") where isMarkup(text): return markup(text, redactor)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard (try? JSONReader.parse(text)) != nil else { break }
      return json(text, redactor)
    default: break
    }
    return redactor.redacted(text)
  }

  // MARK: Markup

  /// Whether the first `<` begins a tag: in `<65 jaar` it does not.
  private static func isMarkup(_ text: String) -> Bool {
    guard let open = text.firstIndex(of: "<"), let next = text[open...].dropFirst().first else { return false }
    return next.isLetter || "!?/".contains(next)
  }

  /// Attributes that hold no words of anybody: what they say is how something is drawn or where a form is defined.
  private static let drawing: Set<Substring> = [
    "class", "style", "d", "points", "viewBox", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx",
    "ry",
    "dx", "dy", "width", "height", "fill", "stroke", "role", "lang", "charset", "version", "type", "rel",
  ]

  private static func markup(_ text: String, _ redactor: Redactor) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      result += redactor.redacted(String(rest[..<open]))
      rest = rest[open...]
      // Styles and scripts are as good as markup, but for the words that a style puts in the margins of paper.
      if let whole = ["style", "script"].lazy.compactMap({ element($0, in: rest) }).first {
        result += rest.hasPrefix("<style") ? style(rest[..<whole], redactor) : String(rest[..<whole])
        rest = rest[whole...]
        continue
      }
      // What no `>` ends is words.
      guard let end = end(ofTag: rest) else { break }
      result += tag(rest[..<end], redactor)
      rest = rest[end...]
    }
    return result + redactor.redacted(String(rest))
  }

  /// A style of which the strings are words: `content:"…"`, with `\22 ` and its like as CSS escapes a sign.
  private static func style(_ style: Substring, _ redactor: Redactor) -> String {
    let pieces = style.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      guard index % 2 == 1 else { return String(piece) }
      let words = unescaped(piece)
      let clean = redactor.redacted(words)
      // Nothing that is left may end the string.
      return clean == words ? String(piece) : String(clean.filter { !"\"\\<>&\n".contains($0) })
    }.joined(separator: "\"")
  }

  private static func unescaped(_ text: Substring) -> String {
    var words = ""
    var rest = text
    while let slash = rest.firstIndex(of: "\\") {
      let digits = rest[rest.index(after: slash)...].prefix { $0.isHexDigit }
      words += rest[..<slash]
      if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { words.unicodeScalars.append(scalar) }
      rest = rest[digits.endIndex...]
      if rest.first == " " { rest = rest.dropFirst() }
    }
    return words + rest
  }

  /// Where an element ends that begins here; nil where another begins.
  private static func element(_ name: String, in text: Substring) -> String.Index? {
    guard text.hasPrefix("<\(name)>") || text.hasPrefix("<\(name) ") else { return nil }
    return text.firstRange(of: "</\(name)>")?.upperBound
  }

  /// Behind the `>` that ends a tag, one between quotes left out; nil where none does.
  private static func end(ofTag text: Substring) -> String.Index? {
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return text.index(after: index)
      }
    }
    return nil
  }

  private static func tag(_ tag: Substring, _ redactor: Redactor) -> String {
    if tag.hasPrefix("<!--") { return redactor.redacted(String(tag)) }
    var result = ""
    var rest = tag
    while let open = rest.firstIndex(where: { $0 == "\"" || $0 == "'" }) {
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: rest[open]) else { break }
      let name = rest[..<open].dropLast().split { " \t\n\r".contains($0) }.last ?? ""
      let isForm = drawing.contains(name) || name.hasPrefix("xmlns") || tag.hasPrefix("<?") || tag.hasPrefix("<!")
      result += rest[...open]
      result += isForm ? String(rest[after..<close]) : redactor.redacted(String(rest[after..<close]))
      result.append(rest[close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  // MARK: JSON

  /// The text is known to be JSON.
  private static func json(_ text: String, _ redactor: Redactor) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "\"" {
        let end = end(ofString: rest)
        let string = rest[..<end]
        let isKey = rest[end...].first { !$0.isWhitespace } == ":"
        result += isKey && isPlain(string) ? String(string) : withheld(string, redactor)
        rest = rest[end...]
      } else if first.isNumber || first == "-" {
        let number = rest.prefix { $0.isNumber || "+-.eE".contains($0) }
        let isHidden = Double(number).map(redactor.hidden) ?? false
        result += isHidden ? "\"\(Redactor.mark)\"" : String(number)
        rest = rest[number.endIndex...]
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// A string without what it hides; escapes are undone first, or `\nJan` would be one word.
  private static func withheld(_ string: Substring, _ redactor: Redactor) -> String {
    guard let text = (try? JSONReader.parse(String(string)))?.string else { return redactor.redacted(String(string)) }
    let clean = redactor.redacted(text)
    return clean == text ? String(string) : JSON.string(clean).canonical
  }

  private static func end(ofString text: Substring) -> String.Index {
    var isEscaped = false
    for index in text.indices.dropFirst() {
      if isEscaped {
        isEscaped = false
      } else if text[index] == "\\" {
        isEscaped = true
      } else if text[index] == "\"" {
        return text.index(after: index)
      }
    }
    return text.endIndex
  }

  /// Whether a key is one of a form, in small letters of ASCII without spaces: `title`.
  private static func isPlain(_ key: Substring) -> Bool {
    key.utf8.allSatisfy { $0 &- 97 < 26 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "\"") }
  }
}
