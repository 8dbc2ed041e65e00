import Notebooks
import Rendering
import Session
import WorkbenchKit

/// A cell with other lines beside what it was: both with what they give, next to each other where there is room, else below each other.
struct ChangedCell {
  struct Side {
    let cell: Cell
    let result: CellResult
  }

  let old: Side
  let new: Side

  /// Fewer columns hold no two answers beside each other.
  private static let least = 30
  private static let between = " │ "

  func lines(_ slide: SlideLines) -> [SlideScreen.Line] {
    let titles = [Text(nl: "oud", en: "old"), Text(nl: "nieuw", en: "new")].map { $0(slide.session.language) }
    let width = (slide.columns - DisplayWidth.of(Self.between)) / 2
    let needed = [old, new].flatMap(\.result.blocks).reduce(0) {
      max($0, NeededColumns.of($1, language: slide.session.language))
    }
    guard width >= Self.least, needed <= width else {
      return zip(titles, [old, new]).flatMap { title, side in
        [SlideScreen.Line(text: title, style: "1")] + Self.lines(side, slide) + [SlideScreen.Line(text: "")]
      }
    }
    // Without colours: what they cost is no width, and a line is padded up to the other side.
    let half = SlideLines(session: slide.session, columns: width, allowsColour: false)
    let sides = zip(titles, [old, new]).map { title, side in [title] + Self.lines(side, half).map(\.text) }
    return (0..<max(sides[0].count, sides[1].count)).map { row in
      let (left, right) = (Self.text(sides[0], row, width), Self.text(sides[1], row, width))
      let text = DisplayWidth.padded(left, to: width) + Self.between + right
      return SlideScreen.Line(text: text, style: row == 0 ? "1" : "")
    }
  }

  private static func text(_ lines: [String], _ row: Int, _ width: Int) -> String {
    row < lines.count ? DisplayWidth.truncated(lines[row], to: width) : ""
  }

  private static func lines(_ side: Side, _ slide: SlideLines) -> [SlideScreen.Line] {
    side.cell.code.flatMap(slide.code) + [.init(text: "")] + slide.result(side.result)
  }
}
