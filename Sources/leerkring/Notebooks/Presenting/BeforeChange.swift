import Notebooks

/// How all was before a cell was changed.
struct BeforeChange {
  let mark: NotebookRun.Mark
  let presentation: Presentation
  let marks: [Int: NotebookRun.Mark]
  let beside: [Int: [ChangedCell.Side]]
  /// How many steps were done, and how many of them before the cell that was changed.
  let steps: Int
  var base: Int
  /// The lines that bring a script from there to how it was.
  let lines: [String]
}
