import Rendering
import Session
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
    let results = notebook.cells.flatMap { exported.results[$0.number]?.blocks ?? [] }
    let warnings = HTMLRenderer.warnings(of: results)
    var renderer = HTMLRenderer(language: exported.language, said: warnings)
    let mark = placeholder
    let prose = ProseHTML(withPlaceholders(mark), title: notebook.title, prefix: "s", picture: picture)
    let body = filled(prose, mark, &renderer)
    let page = HTMLPage(
      title: notebook.title, language: exported.language, under: exported.under, warnings: warnings,
      contents: prose.headings.count > 1 ? prose.headings : [], style: Self.style
    ).page(body: body + renderer.footnotes)
    return PageFiles.marked(page, resting: inputs)
  }

  /// The files that the cells read, with the beginnings of their digests.
  private var inputs: [(name: String, sha256: String)] {
    exported.notebook.cells.flatMap { cell in
      (exported.results[cell.number]?.output.mark.inputs ?? [:]).map { (name: $0.key, sha256: $0.value) }
    }
  }

  // MARK: Cells

  /// The prose with each cell in its place. The places are found in one way through the page: there may be thousands.
  ///
  /// A cell whose place is not found comes at the end: none may be missing.
  private func filled(_ prose: ProseHTML, _ mark: String, _ renderer: inout HTMLRenderer) -> String {
    var waiting = exported.notebook.cells[...]
    var page = ""
    var rest = prose.html[...]
    // The heading under which the cell stands.
    var level: Int?
    while let place = rest.firstRange(of: "<p>\(mark)"), let end = rest[place.upperBound...].firstRange(of: "x</p>") {
      level = prose.lastHeading(in: rest[..<place.lowerBound])?.level ?? level
      page += rest[..<place.lowerBound]
      let number = Int(rest[place.upperBound..<end.lowerBound])
      while let cell = waiting.first, let number, cell.number <= number {
        page += part(cell, under: level, &renderer)
        waiting.removeFirst()
      }
      rest = rest[end.upperBound...]
    }
    page += rest
    for cell in waiting { page += part(cell, under: level, &renderer) }
    return page
  }

  private func part(_ cell: Cell, under level: Int?, _ renderer: inout HTMLRenderer) -> String {
    var html = "<div class=\"cell\" id=\"cell-\(cell.number)\">\n"
    if exported.showsCode {
      html += "<pre class=\"code\" tabindex=\"0\"><code>\(ProseHTML.escaped(cell.text))</code></pre>\n"
    }
    if let remark = exported.remark(on: cell) { html += renderer.fragment(of: [.notice(remark)], under: level) }
    let result = exported.results[cell.number]
    for blocks in result?.blocks ?? [] { html += renderer.fragment(of: blocks, under: level) }
    for written in result?.output.pictures ?? [] {
      let words = ProseHTML.escaped(written.alternative)
      if let source = picture(written.path) {
        html += "<figure><img alt=\"\(words)\" src=\"\(source)\"></figure>\n"
      }
    }
    return html + "</div>\n"
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

  // MARK: Pictures

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
    .cell{margin:1.2rem 0}
    .cell .answer{font-size:1.1rem}
    .cell>.code{border-left:4px solid var(--link);margin:0 0 .6rem;white-space:pre-wrap;overflow-wrap:anywhere}
    blockquote{border-left:4px solid var(--line);margin:1rem 0;padding:0 1rem;color:var(--soft)}
    @media print{.cell,.cell>.code{margin:.5rem 0}}
    """
}
