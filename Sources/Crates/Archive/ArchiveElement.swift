/// An element of the metadata for an archive.
struct ArchiveElement {
  /// What stands where only the organisation knows the value.
  static let open = "in te vullen door de organisatie"

  private enum Content {
    case text(String)
    case elements([ArchiveElement])
    /// Empty, and marked as such.
    case open
  }

  let name: String
  private let content: Content

  init(_ name: String, _ text: String?) {
    self.name = name
    content = text.map(Content.text) ?? .open
  }

  init(_ name: String, _ elements: [ArchiveElement]) {
    self.name = name
    content = .elements(elements)
  }

  func lines(_ depth: Int = 0) -> String {
    let blanks = String(repeating: "  ", count: depth)
    switch content {
    case .text(let text): return "\(blanks)<\(name)>\(Self.escaped(text))</\(name)>\n"
    case .open: return "\(blanks)<\(name)><!-- \(Self.open) --></\(name)>\n"
    case .elements(let elements):
      return "\(blanks)<\(name)>\n" + elements.map { $0.lines(depth + 1) }.joined() + "\(blanks)</\(name)>\n"
    }
  }

  /// A text of XML 1.0: without control characters, its marks as references.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\t": result += " "
      default: if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { result.unicodeScalars.append(scalar) }
      }
    }
  }
}
