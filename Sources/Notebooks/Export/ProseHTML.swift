import CCmark
import Glibc
import Rendering

/// Makes HTML of Markdown, with GitHub's tables and task lists. HTML in the prose is shown as the text that it is.
struct ProseHTML {
  private(set) var html = ""
  private(set) var headings: [HTMLPage.Entry] = []
  /// Returns the `src` for a picture of the prose; nil for one that cannot be shown.
  private let picture: (String) -> String?
  private let prefix: String

  /// - Parameters:
  ///   - title: a first heading that says the same is left out.
  ///   - prefix: what the ids of headings begin with.
  init(_ markdown: String, title: String, prefix: String, picture: @escaping (String) -> String?) {
    self.picture = picture
    self.prefix = prefix
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES) else { return }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist", "autolink"] {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    var text = markdown
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    takeOutTitle(document, title)
    rewrite(document)
    guard let rendered = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser))
    else { return }
    html = withIds(String(cString: rendered)).replacing("<th>", with: "<th scope=\"col\">")
      .replacing("<th align", with: "<th scope=\"col\" align")
    free(rendered)
  }

  /// The last heading in a stretch of the page; nil where it has none.
  func lastHeading(in stretch: Substring) -> HTMLPage.Entry? {
    // What the writer wrote has no quotes of ours.
    guard let mark = stretch.ranges(of: " id=\"\(prefix)-").last else { return nil }
    let number = Int(stretch[mark.upperBound...].prefix(while: \.isNumber)) ?? 0
    return headings.indices.contains(number - 1) ? headings[number - 1] : nil
  }

  private static func nodes(of root: OpaquePointer) -> [OpaquePointer] {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var found: [OpaquePointer] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return found }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { found.append(node) }
    }
  }

  private static func words(of node: OpaquePointer) -> String {
    nodes(of: node).compactMap { child in
      let type = cmark_node_get_type(child)
      if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { return " " }
      guard type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE else { return nil }
      return cmark_node_get_literal(child).map { String(cString: $0) }
    }.joined()
  }

  /// The title of the page stands above it; headings under it begin at the second level and skip none.
  private func takeOutTitle(_ document: OpaquePointer, _ title: String) {
    if let first = cmark_node_first_child(document), cmark_node_get_type(first) == CMARK_NODE_HEADING,
      cmark_node_get_heading_level(first) == 1, Self.words(of: first) == title
    {
      cmark_node_unlink(first)
      cmark_node_free(first)
    }
    var outline = PageOutline(top: 2)
    for node in Self.nodes(of: document) where cmark_node_get_type(node) == CMARK_NODE_HEADING {
      cmark_node_set_heading_level(node, Int32(outline.level(of: Int(cmark_node_get_heading_level(node)))))
    }
  }

  /// Replaces what is HTML or a picture; what stands in a picture goes with it.
  private func rewrite(_ document: OpaquePointer) {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), let new = replacement(of: node)
      else { continue }
      guard cmark_node_replace(node, new) == 1 else {
        cmark_node_free(new)
        continue
      }
      cmark_iter_reset(iterator, new, CMARK_EVENT_EXIT)
      cmark_node_free(node)
    }
  }

  /// Returns what comes in the place of a node; nil where it stays.
  private func replacement(of node: OpaquePointer) -> OpaquePointer? {
    let type = cmark_node_get_type(node)
    if type == CMARK_NODE_HTML_BLOCK {
      let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      return Self.custom(CMARK_NODE_CUSTOM_BLOCK, Self.isComment(text) ? "" : Self.block(Self.escaped(text)))
    }
    if type == CMARK_NODE_CODE_BLOCK {
      let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      return Self.custom(CMARK_NODE_CUSTOM_BLOCK, Self.block("<code>\(Self.escaped(text))</code>"))
    }
    if type == CMARK_NODE_HTML_INLINE {
      let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      return Self.custom(CMARK_NODE_CUSTOM_INLINE, Self.isComment(text) ? "" : Self.escaped(text))
    }
    guard type == CMARK_NODE_IMAGE else { return nil }
    let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let words = Self.escaped(Self.words(of: node))
    let source = picture(url).map { "<img alt=\"\(words)\" src=\"\($0)\">" }
    return Self.custom(CMARK_NODE_CUSTOM_INLINE, source ?? "<em>\(words)</em>")
  }

  /// Lines as they are: they may be wider than the page, and whoever has no mouse must be able to move them.
  private static func block(_ html: String) -> String { "<pre tabindex=\"0\">\(html)</pre>\n" }

  private static func custom(_ type: cmark_node_type, _ html: String) -> OpaquePointer? {
    guard let new = cmark_node_new(type) else { return nil }
    cmark_node_set_on_enter(new, html)
    return new
  }

  private static func isComment(_ text: String) -> Bool {
    guard text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") else { return false }
    return text[end.upperBound...].allSatisfy(\.isWhitespace)
  }

  /// Gives each heading an id. All that stands in the prose is escaped by now, so what looks like a heading is one.
  private mutating func withIds(_ html: String) -> String {
    var result = ""
    var rest = html[...]
    while let open = rest.firstRange(of: "<h") {
      let after = rest[open.upperBound...]
      guard let digit = after.first, let level = digit.wholeNumberValue, (1...6).contains(level),
        after.dropFirst().first == ">", let close = after.firstRange(of: "</h\(level)>")
      else {
        result += rest[..<open.upperBound]
        rest = after
        continue
      }
      let inside = after.dropFirst(2)[..<close.lowerBound]
      let id = "\(prefix)-\(headings.count + 1)"
      headings.append(HTMLPage.Entry(level: level, id: id, text: Self.withoutTags(inside)))
      result += rest[..<open.lowerBound] + "<h\(level) id=\"\(id)\">" + inside + "</h\(level)>"
      rest = after[close.upperBound...]
    }
    return result + rest
  }

  private static func withoutTags(_ html: Substring) -> String {
    var isInside = false
    return String(
      html.filter { character in
        if character == "<" { isInside = true }
        defer { if character == ">" { isInside = false } }
        return !isInside
      })
  }

  static func escaped(_ text: String) -> String {
    Sanitizer.lines(text).reduce(into: "") { result, character in
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
