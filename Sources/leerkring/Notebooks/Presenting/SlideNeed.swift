import Notebooks
import Rendering
import Session
import WorkbenchKit

/// The screen that a slide takes to be seen whole, once its cell was run.
struct SlideNeed {
  /// The number of the cell; one more than there are for what stands behind the last.
  let number: Int
  /// What the slide says first, by which it is known.
  let words: String
  /// At the width of the screen that was asked for.
  let rows: Int
  let columns: Int

  init(_ number: Int, of notebook: Notebook, _ result: CellResult?, in slide: SlideLines) {
    self.number = number
    let cell = number <= notebook.cells.count ? notebook.cells[number - 1] : nil
    let prose = slide.prose(notebook, before: number)
    rows = slide.lines(notebook, before: number, cell, result).count + SlideScreen.around
    let code = prose.reduce(0) { max($0, $1.width) }
    let blocks = result?.blocks.reduce(0) { max($0, NeededColumns.of($1, language: slide.session.language)) } ?? 0
    // The last column stays free beside what is not broken.
    columns = max(SlideScreen.least.columns, code + 1, blocks)
    words =
      (prose.first { $0.isHeading }?.text ?? cell?.code.first.map(slide.session.redacted) ?? prose.first?.text) ?? ""
  }

  func fits(_ size: ScreenSize) -> Bool { rows <= size.rows && columns <= size.columns }
}

/// A screen as it is typed: `80x24`.
struct ScreenSize: Sendable {
  let columns: Int
  let rows: Int

  static let usual = ScreenSize(columns: 80, rows: 24)
  private static let most = 1_000

  var words: String { "\(columns)x\(rows)" }

  init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  /// - Throws: `size.form`.
  init(typed text: String) throws {
    let sides = text.split(omittingEmptySubsequences: false) { "xX×".contains($0) }.map { Int($0) }
    let least = SlideScreen.least
    guard sides.count == 2, let columns = sides[0], let rows = sides[1], (least.columns...Self.most).contains(columns),
      (least.rows...Self.most).contains(rows)
    else {
      throw Diagnostic(
        "size.form",
        Text(nl: "'\(text)' is geen scherm", en: "'\(text)' is no screen"),
        wayOut: Text(
          nl:
            "kolommen x rijen, zoals 80x24; ten minste \(least.columns)x\(least.rows) en hoogstens \(Self.most)x\(Self.most)",
          en:
            "columns x rows, such as 80x24; at least \(least.columns)x\(least.rows) and at most \(Self.most)x\(Self.most)"
        ))
    }
    self.init(columns: columns, rows: rows)
  }
}
