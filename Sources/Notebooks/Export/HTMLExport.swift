import Rendering
import WorkbenchKit

/// A notebook as one page: prose, tables and pictures in a single file, without script and without network.
public struct HTMLExport {
  private let exported: ExportedNotebook
  private let files: any FileAccess

  /// - Parameter files: those of the notebook's folder, for the pictures of its prose.
  public init(_ exported: ExportedNotebook, files: any FileAccess) {
    self.exported = exported
    self.files = files
  }

  public var text: String {
    let notebook = exported.notebook
    var renderer = HTMLRenderer(language: exported.language, prefix: "r", topHeading: 3)
    let mark = placeholder
    let prose = ProseHTML(withPlaceholders(mark), title: notebook.title, prefix: "s", picture: picture)
    let body = filled(prose.html, mark, &renderer)
    let line = exported.parameterLine.map {
      "<p class=\"given\">\(ProseHTML.escaped($0(exported.language)))</p>\n"
    }
    let notes = renderer.footnotes
    return HTMLPage(title: notebook.title, language: exported.language, style: Self.style).page(
      body: (line ?? "") + contents(prose.headings, hasSources: !notes.isEmpty) + body + notes)
  }

  // MARK: Cells

  /// The prose with each cell in its place. The places are found in one way through the page: there may be thousands.
  ///
  /// A cell whose place is not found comes at the end: none may be missing.
  private func filled(_ prose: String, _ mark: String, _ renderer: inout HTMLRenderer) -> String {
    var waiting = exported.notebook.cells[...]
    var page = ""
    var rest = prose[...]
    while let place = rest.firstRange(of: "<p>\(mark)"), let end = rest[place.upperBound...].firstRange(of: "x</p>") {
      page += rest[..<place.lowerBound]
      let number = Int(rest[place.upperBound..<end.lowerBound])
      while let cell = waiting.first, let number, cell.number <= number {
        page += section(cell, &renderer)
        waiting.removeFirst()
      }
      rest = rest[end.upperBound...]
    }
    page += rest
    for cell in waiting { page += section(cell, &renderer) }
    return page
  }

  private func section(_ cell: Cell, _ renderer: inout HTMLRenderer) -> String {
    let language = exported.language
    let label = Text(nl: "cel \(cell.number)", en: "cell \(cell.number)")(language)
    var html = "<section class=\"cell\" id=\"cell-\(cell.number)\" aria-label=\"\(label)\">\n"
    if exported.showsCode {
      html += "<pre class=\"code\" tabindex=\"0\"><code>\(ProseHTML.escaped(cell.text))</code></pre>\n"
    }
    if let remark = exported.remark(on: cell) { html += renderer.fragment(of: [.notice(remark)]) }
    let result = exported.results[cell.number]
    for blocks in result?.blocks ?? [] { html += renderer.fragment(of: blocks) }
    for written in result?.output.pictures ?? [] {
      let words = ProseHTML.escaped(written.alternative)
      if let source = picture(written.path) {
        html += "<figure><img alt=\"\(words)\" src=\"\(source)\"></figure>\n"
      }
    }
    return html + "</section>\n"
  }

  /// A word that stands nowhere in the notebook.
  private var placeholder: String {
    let word = "leerkringcel"
    let source = exported.notebook.source
    let longest = source.ranges(of: word).map { source[$0.upperBound...].prefix { $0 == "x" }.count }.max()
    return word + String(repeating: "x", count: longest.map { $0 + 1 } ?? 0)
  }

  /// The prose, with a paragraph in the place of each cell: so that links and footnotes hold across them.
  private func withPlaceholders(_ mark: String) -> String {
    let notebook = exported.notebook
    var text = ""
    for cell in notebook.cells { text += notebook.prose(before: cell.number) + "\n\n\(mark)\(cell.number)x\n\n" }
    return text + notebook.prose(before: notebook.cells.count + 1)
  }

  // MARK: Contents and pictures

  private func contents(_ headings: [ProseHTML.Heading], hasSources: Bool) -> String {
    let listed = headings.filter { $0.level <= 3 }
    guard listed.count > 1 else { return "" }
    let title = Text(nl: "Inhoud", en: "Contents")(exported.language)
    let items = listed.map { "<li class=\"level\($0.level)\"><a href=\"#\($0.id)\">\($0.text)</a></li>\n" }
    return "<nav class=\"contents\" aria-label=\"\(title)\">\n<ul>\n\(items.joined())</ul>\n</nav>\n"
  }

  private static let types = [
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
    ".webp": "image/webp",
  ]

  /// A picture of the folder in the page itself; one on the network is not fetched.
  private func picture(_ path: String) -> String? {
    guard !path.contains("://"), !path.hasPrefix("//"),
      let type = Self.types.first(where: { path.lowercased().hasSuffix($0.key) })?.value,
      let bytes = try? files.read(Self.decoded(path), at: nil).bytes
    else { return nil }
    return "data:\(type);base64,\(Base64.text(bytes))"
  }

  private static func decoded(_ path: String) -> String { PercentText.decoded(path[...]) }

  private static let style = """
    .contents{border:1px solid var(--line);padding:.3rem 1rem;margin:1rem 0 2rem}
    .contents ul{list-style:none;margin:0;padding:.3rem 0}
    .contents .level3{padding-left:1.2rem}
    .given{color:var(--soft)}
    .cell{margin:1.2rem 0}
    .cell>.code{border-left:4px solid var(--link);margin:0 0 .6rem;white-space:pre-wrap;overflow-wrap:anywhere}
    img{max-width:100%;height:auto}
    blockquote{border-left:4px solid var(--line);margin:1rem 0;padding:0 1rem;color:var(--soft)}
    @media print{.contents a,.cited a{color:inherit;text-decoration:none}}
    """
}
