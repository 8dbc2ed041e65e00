import WorkbenchKit

/// On what an answer stands: its width, its language, its colours.
struct Screen {
  let language: Language
  let columns: Int
  let style: TextStyle

  func lines(of block: Block, height: Int? = nil) -> [String] {
    // The renderer leaves four lines of a screen for what stands around a picture.
    var renderer = TextRenderer(language: language, columns: columns, rows: height.map { $0 + 3 }, style: style)
    renderer.isBrief = height != nil
    return renderer.text(of: [block]).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }
}
