import WorkbenchKit

/// The frame of a page: its title with what stands under it, contents where it is long, and its style in the file itself.
public struct HTMLPage: Sendable {
  /// A heading of the page, for its contents.
  public struct Entry: Sendable {
    public let level: Int
    public let id: String
    /// Escaped already.
    public let text: String

    public init(level: Int, id: String, text: String) {
      (self.level, self.id, self.text) = (level, id, text)
    }
  }

  public let title: String
  public let language: Language
  private let under: [String]
  private let warnings: [Notice]
  private let contents: [Entry]
  private let moreStyle: String

  private static let deepestListed = 3

  /// - Parameters:
  ///   - under: lines under the title: what it is about, of when, by whom.
  ///   - warnings: what bears on the whole page.
  ///   - contents: its headings in their order; empty where it needs no contents.
  ///   - style: rules of CSS for what the body has besides blocks.
  public init(
    title: String, language: Language, under: [String] = [], warnings: [Notice] = [], contents: [Entry] = [],
    style: String = ""
  ) {
    self.title = title
    self.language = language
    self.under = under
    self.warnings = warnings
    self.contents = contents
    moreStyle = style
  }

  /// - Parameter body: elements whose texts are escaped already.
  public func page(body: String) -> String {
    let words = XMLEscape.words(title)
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="leerkring">
      <title>\(words)</title>
      <style>
      \(style)\(moreStyle)
      </style>
      </head>
      <body>
      <main>
      <header class="title">
      <h1>\(words)</h1>
      \(head)</header>
      \(list)\(body)</main>
      </body>
      </html>

      """
  }

  private var head: String {
    under.map { "<p class=\"under\">\(XMLEscape.words($0))</p>\n" }.joined()
      + warnings.map { HTMLNotices.paragraph($0, language) }.joined()
  }

  private var style: String {
    let head = ([title] + under.prefix(1)).joined(separator: " · ")
    let foot = warnings.map { $0.text(language) }.joined(separator: " · ")
    let front = Text(nl: "met een waarschuwing vooraan", en: "with a warning at the front")(language)
    return PageStyle(head: head, foot: foot.count <= Self.longestFoot ? foot : front).text
  }

  /// What stands on a line beside the number of the page.
  private static let longestFoot = 110

  private var list: String {
    let listed = contents.filter { $0.level <= Self.deepestListed }
    if listed.isEmpty { return "" }
    let title = Text(nl: "Inhoud", en: "Contents")(language)
    let items = listed.map { "<li class=\"level\($0.level)\"><a href=\"#\($0.id)\">\($0.text)</a></li>\n" }
    return "<nav class=\"contents\" aria-label=\"\(title)\">\n<p>\(title)</p>\n<ul>\n\(items.joined())</ul>\n</nav>\n"
  }
}
