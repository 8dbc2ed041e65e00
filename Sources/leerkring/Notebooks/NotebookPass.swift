import Notebooks
import WorkbenchKit

/// One pass through a notebook, from its first cell to its last or to the one that fails.
struct NotebookPass {
  var results: [CellResult] = []
  /// The cells that were out of date and were shown anew; nil where all were.
  var anew: Set<Int>?

  var failure: CellResult? { results.last { $0.error != nil } }

  /// Runs every cell.
  ///
  /// - Parameter each: is given each cell as soon as it has run.
  static func whole(
    _ run: NotebookRun, _ context: Context, each: (Cell, CellResult) -> Void = { _, _ in }
  ) throws -> NotebookPass {
    var pass = NotebookPass()
    for cell in run.notebook.cells {
      try pass.take(cell, run, context)
      if let result = pass.results.last { each(cell, result) }
      if pass.failure != nil { break }
    }
    return pass
  }

  /// Runs the cells that are out of date, and silently those before them.
  static func stale(
    _ run: NotebookRun, given: [String: String], _ surroundings: NotebookSurroundings, _ context: Context
  ) throws -> NotebookPass {
    var pass = NotebookPass(anew: [])
    var staleness = Staleness(given: given, surroundings)
    /// Those that were passed over so far, in case a later one needs them.
    var skipped: [Cell] = []
    for cell in run.notebook.cells {
      guard staleness.judge(cell) != nil else {
        skipped.append(cell)
        staleness.pass(cell)
        continue
      }
      for earlier in skipped {
        try pass.take(earlier, run, context)
        if pass.failure != nil { return pass }
      }
      skipped = []
      try pass.take(cell, run, context)
      pass.anew?.insert(cell.number)
      if pass.failure != nil { return pass }
      if let mark = pass.results.last?.output.mark { staleness.take(mark) }
    }
    return pass
  }

  private mutating func take(_ cell: Cell, _ run: NotebookRun, _ context: Context) throws {
    let count = run.notebook.cells.count
    context.monitor.progress(
      Double(cell.number - 1) / Double(max(count, 1)),
      Text(nl: "cel \(cell.number) van \(count)", en: "cell \(cell.number) of \(count)"))
    results.append(try run.run(cell))
  }
}
