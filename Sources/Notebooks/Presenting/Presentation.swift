import WorkbenchKit

/// Where a group stands in a notebook that is shown to it: one cell at a time, and behind the last what closes it.
public struct Presentation: Sendable {
  public let notebook: Notebook
  /// From 1; one more than there are cells is the end.
  public private(set) var number = 1
  /// What the cells gave that were run so far.
  public private(set) var results: [Int: CellResult] = [:]

  public init(_ notebook: Notebook) { self.notebook = notebook }

  /// The cell that is shown; nil at the end.
  public var cell: Cell? { number <= notebook.cells.count ? changed[number] ?? notebook.cells[number - 1] : nil }
  public var result: CellResult? { results[number] }
  public var isAtEnd: Bool { cell == nil }
  /// The cell that is due to run: the one that is shown, if it was not run and all before it were.
  public var due: Cell? { cell.flatMap { $0.number == results.count + 1 ? $0 : nil } }

  /// Takes what the cell gave that is shown. One that failed may be run again.
  public mutating func take(_ result: CellResult) {
    if result.error == nil { results[result.number] = result } else { failed = result }
  }

  /// Takes what the cell that is shown gives with other lines. Those behind it rest on what it gave, and are due once more.
  public mutating func replace(_ cell: Cell, by result: CellResult) {
    changed[cell.number] = cell
    for number in results.keys where number >= cell.number { results[number] = nil }
    results[cell.number] = result
    failed = nil
  }

  /// Cells that have other lines than in the file.
  public private(set) var changed: [Int: Cell] = [:]

  /// What the cell that is shown gave when it failed last.
  public private(set) var failed: CellResult?

  public mutating func goOn() {
    if number <= notebook.cells.count { number += 1 }
    failed = nil
  }

  public mutating func goBack() {
    number = max(1, number - 1)
    failed = nil
  }

  public mutating func goToStart() {
    number = 1
    failed = nil
  }
}
