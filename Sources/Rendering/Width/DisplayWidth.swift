/// How many columns of a terminal a text takes, and fitting texts into columns.
public enum DisplayWidth {
  /// On which side of its column a text stands.
  public enum Side: Sendable, Hashable {
    case left, right
  }

  /// Returns the columns that a text without line breaks and control characters takes.
  public static func of(_ text: String) -> Int {
    latinWidth(text) ?? GraphemeClusters(text).width
  }

  /// Returns the text if it fits, else its beginning with `…` behind it.
  ///
  /// - Parameter width: in columns; of 0 or less the result is empty.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    if of(text) <= width { return text }
    let graphemes = GraphemeClusters(text)
    var taken = 0
    var end = 0
    while end < graphemes.clusters.count, taken + graphemes.clusters[end].width < width {
      taken += graphemes.clusters[end].width
      end += 1
    }
    return graphemes.text(0..<end) + "…"
  }

  /// Returns the text with blanks beside it up to a width; a wider one as it is.
  public static func padded(_ text: String, to width: Int, at side: Side = .left) -> String {
    let lack = width - of(text)
    guard lack > 0 else { return text }
    let blanks = String(repeating: " ", count: lack)
    return side == .left ? text + blanks : blanks + text
  }

  /// Returns the width of a text of printable ASCII and Latin letters up to U+02FF, where each character takes one column and none
  /// combines with another; nil for any other text.
  private static func latinWidth(_ text: String) -> Int? {
    var copy = text
    return copy.withUTF8 { bytes in
      var width = 0
      for byte in bytes {
        switch byte {
        case 0x20...0x7E, 0xC3...0xCB: width += 1
        case 0x80...0xBF: continue
        default: return nil
        }
      }
      return width
    }
  }
}
