import WorkbenchKit

/// Figures on so few lines that they are taken in at once: where they take more, the longest is cut, and ends in `…`.
public struct BriefAnswer {
  /// The lines that such an answer takes at the most.
  public static let height = 10

  /// The lines with a line break behind each.
  public let text: String

  /// Makes an answer of figures; what else stands among the blocks follows as it is.
  ///
  /// - Parameter height: in lines; less than 3 counts as 3.
  public init(_ blocks: [Block], language: Language, columns: Int, height: Int) {
    let renderer = TextRenderer(language: language, columns: columns)
    text = blocks.reduce(into: "") { text, block in
      guard case .facts(let facts) = block else {
        text += renderer.text(of: [block])
        return
      }
      let width = max(columns, 20) - TextRenderer.indent.utf8.count
      for line in Self.lines(facts, language, width, max(height, 3)) {
        text += TextRenderer.indent + DisplayWidth.withoutTrailingBlanks(line) + "\n"
      }
    }
  }

  private static func lines(_ facts: Facts, _ language: Language, _ width: Int, _ height: Int) -> [String] {
    var parts = TextFacts(facts, language: language, width: width).parts
    // Of a screen too low for all of them the last stays, which tells how to see the rest.
    if parts.count > height { parts.removeSubrange(height - 1..<parts.count - 1) }
    var excess = parts.reduce(0) { $0 + $1.count } - height
    while excess > 0, let longest = parts.indices.max(by: { parts[$0].count < parts[$1].count }),
      parts[longest].count > 1
    {
      parts[longest].removeLast()
      let last = parts[longest].count - 1
      parts[longest][last] = ShortLine.cut(parts[longest][last] + " …", to: width)
      excess -= 1
    }
    return parts.flatMap { $0 }
  }
}
