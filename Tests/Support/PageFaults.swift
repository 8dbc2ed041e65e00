/// What keeps a page from being read by somebody who hears it: the rules of WCAG 2.2 that can be seen in the markup alone, and what a
/// page of ours promises besides.
public struct PageFaults {
  /// Each with the place it concerns; empty where the page is sound.
  public private(set) var faults: [String] = []

  private var ids: Set<String> = []
  private var used: [String] = []
  private var landmarks: [String] = []
  private var levels: [Int] = []
  private var mains = 0

  /// - Parameter html: a page as we write them: every attribute in double quotes, every element closed.
  public init(_ html: String) {
    let tags = Self.tags(html)
    for (index, tag) in tags.enumerated() { check(tag, tags[(index + 1)...], html) }
    if levels.first != 1 || levels.count(where: { $0 == 1 }) != 1 {
      faults.append("headings begin with \(levels.prefix(3))")
    }
    for (before, after) in zip(levels, levels.dropFirst()) where after > before + 1 {
      faults.append("h\(after) under h\(before)")
    }
    for name in Set(landmarks) where landmarks.count(where: { $0 == name }) > 1 {
      faults.append("two landmarks: \(name)")
    }
    if mains != 1 { faults.append("\(mains) main landmarks") }
    for id in Set(used) where !ids.contains(id) { faults.append("nothing has the id \(id)") }
    for sign in ["<script", "src=\"http", "@import", "<link", "<iframe"] where html.contains(sign) {
      faults.append("what needs a network or a script: \(sign)")
    }
  }

  private mutating func check(_ tag: Tag, _ rest: ArraySlice<Tag>, _ html: String) {
    if let id = tag["id"], !ids.insert(id).inserted { faults.append("two of the id \(id)") }
    used += (tag["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    if let target = tag["href"], target.hasPrefix("#") { used.append(String(target.dropFirst())) }
    let inside = html[tag.end..<(rest.first { $0.name == "/" + tag.name }?.start ?? tag.end)]
    let words = Self.words(inside)
    switch tag.name {
    case "html": if tag["lang"].map({ $0.isEmpty }) ?? true { faults.append("no language") }
    case "title": if words.isEmpty { faults.append("a title without words") }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      levels.append(Int(tag.name.dropFirst()) ?? 0)
      if words.isEmpty { faults.append("a heading without words") }
    case "main": mains += 1
    case "nav", "aside": landmarks.append("\(tag.name) \(name(tag) ?? "")")
    case "section": if let name = name(tag) { landmarks.append("region \(name)") }
    case "th":
      if tag["scope"] == nil { faults.append("th without scope: \(words)") }
      if words.isEmpty { faults.append("a table heading without words") }
    case "img": if tag["alt"].map({ $0.isEmpty }) ?? true { faults.append("img without a text") }
    case "svg":
      if tag["role"] != "img" || name(tag) == nil { faults.append("svg without a role and a name") }
    case "a": if words.isEmpty { faults.append("a link without words") }
    default: break
    }
    if tag["role"] == "region" || tag["role"] == "group", name(tag) == nil {
      faults.append("\(tag["role"] ?? "") without a name")
    }
    if let order = tag["tabindex"], order != "0" { faults.append("tabindex \(order)") }
  }

  private func name(_ tag: Tag) -> String? {
    [tag["aria-label"], tag["aria-labelledby"]].compactMap { $0 }.first { !$0.isEmpty }
  }

  // MARK: Tags

  private struct Tag {
    let name: String
    let attributes: [String: String]
    let start: String.Index
    let end: String.Index

    subscript(attribute: String) -> String? { attributes[attribute] }
  }

  private static func tags(_ html: String) -> [Tag] {
    var tags: [Tag] = []
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let inside = html[html.index(after: open)..<close]
      let name = String(inside.prefix { !$0.isWhitespace }).lowercased()
      var attributes: [String: String] = [:]
      let pieces = inside.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
      for (key, value) in zip(pieces, pieces.dropFirst()) where key.hasSuffix("=") {
        attributes[key.dropLast().split(separator: " ").last.map(String.init) ?? ""] = String(value)
      }
      tags.append(Tag(name: name, attributes: attributes, start: open, end: html.index(after: close)))
      rest = html[html.index(after: close)...]
    }
    return tags
  }

  private static func words(_ markup: Substring) -> String {
    var isTag = false
    return String(
      markup.filter { sign in
        if sign == "<" { isTag = true }
        defer { if sign == ">" { isTag = false } }
        return !isTag && !sign.isWhitespace
      })
  }
}
