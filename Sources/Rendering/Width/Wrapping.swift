extension DisplayWidth {
  /// Breaks a text into lines of at most a width: at blanks, and inside a word only where the word alone is too wide: with a
  /// hyphen where it is a word, without one where it is a path or a code.
  ///
  /// Line breaks in the text are kept; blanks at a break and at the end of a line fall away.
  /// - Parameter width: in columns; less than 1 counts as 1.
  /// - Returns: at least one line.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    let width = max(width, 1)
    if !text.utf8.contains(UInt8(ascii: "\n")), of(text) <= width { return [withoutTrailingBlanks(text)] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var breaker = LineBreaker(String(line), width: width)
      return breaker.lines()
    }
  }

  static func withoutTrailingBlanks(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: " ") else { return text }
    let blanks = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return String(decoding: text.utf8.dropLast(blanks), as: UTF8.self)
  }
}

/// Breaks one line, word by word.
private struct LineBreaker {
  private let graphemes: GraphemeClusters
  private let width: Int
  private var done: [String] = []
  private var line = ""
  private var lineWidth = 0

  init(_ text: String, width: Int) {
    graphemes = GraphemeClusters(text)
    self.width = width
  }

  mutating func lines() -> [String] {
    var index = 0
    let end = graphemes.clusters.count
    while index < end {
      let gap = index
      while index < end, graphemes.isBlank(index) { index += 1 }
      let word = index
      while index < end, !graphemes.isBlank(index) { index += 1 }
      if word < index { take(word..<index, after: word - gap) }
    }
    if !line.isEmpty || done.isEmpty { done.append(line) }
    return done
  }

  private mutating func take(_ word: Range<Int>, after blanks: Int) {
    let wordWidth = width(of: word)
    if lineWidth + blanks + wordWidth <= width {
      append(String(repeating: " ", count: blanks) + graphemes.text(word), lineWidth: lineWidth + blanks + wordWidth)
      return
    }
    if !line.isEmpty { endLine() }
    if wordWidth <= width {
      append(graphemes.text(word), lineWidth: wordWidth)
    } else {
      breakInside(word)
    }
  }

  private mutating func breakInside(_ word: Range<Int>) {
    var rest = word
    let wordBreak = WordBreak(graphemes, word)
    var restWidth = self.width(of: word)
    while restWidth > width, let point = wordBreak.point(in: rest, width: width) {
      let piece = rest.lowerBound..<point.end
      append(graphemes.text(piece) + (point.isHyphenated ? "-" : ""), lineWidth: width)
      endLine()
      rest = point.end..<rest.upperBound
      restWidth -= self.width(of: piece)
    }
    for index in rest {
      let wide = graphemes.clusters[index].width
      if lineWidth + wide > width, !line.isEmpty { endLine() }
      // One column cannot hold a wide character: its place is marked.
      if wide > width {
        append("…", lineWidth: 1)
      } else {
        append(graphemes.text(index..<index + 1), lineWidth: lineWidth + wide)
      }
    }
  }

  private func width(of clusters: Range<Int>) -> Int { clusters.reduce(0) { $0 + graphemes.clusters[$1].width } }

  private mutating func append(_ text: String, lineWidth: Int) {
    line += text
    self.lineWidth = lineWidth
  }

  private mutating func endLine() {
    done.append(line)
    line = ""
    lineWidth = 0
  }
}
