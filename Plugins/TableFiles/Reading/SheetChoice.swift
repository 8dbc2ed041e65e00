import WorkbenchKit

/// Finds the sheet that is meant, and reads its cells.
struct SheetChoice {
  let source: any SheetSource
  let limits: SourceLimits
  let problem: SourceProblem
  let wish: SheetGrid.Wish

  private var sheets: SheetProblem { SheetProblem(file: problem.name) }
  private func grid() -> SheetGrid { SheetGrid(source.texts, wish, limits, problem) }

  /// Returns the sheet of that name or number; without one the only visible sheet that holds something.
  ///
  /// - Throws: `source.sheet`, `source.empty`, what reading throws.
  func choose(_ wanted: String?) throws -> (head: SheetHead, grid: SheetGrid) {
    if let wanted { return try named(wanted) }
    return try source.heads.map(onlyVisible) ?? onlyVisibleInOneGo()
  }

  // MARK: By name

  private func named(_ wanted: String) throws -> (head: SheetHead, grid: SheetGrid) {
    let known = source.heads.map { heads in
      heads.filter { rank($0, wanted) != nil }.min { rank($0, wanted) ?? 9 < rank($1, wanted) ?? 9 }
    }
    var heads: [SheetHead] = []
    var best: (head: SheetHead, grid: SheetGrid, rank: Int)?
    if let list = source.heads, known == .some(nil) { throw sheets.unknownSheet(wanted, list) }
    try source.eachSheet { head in
      heads.append(head)
      guard let rank = rank(head, wanted), rank < best?.rank ?? 9, known.map({ $0 == head }) ?? true else { return nil }
      let grid = grid()
      best = (head, grid, rank)
      return grid
    }
    guard let best else { throw sheets.unknownSheet(wanted, heads) }
    return (best.head, best.grid)
  }

  /// How well a sheet answers to a name: the name itself goes before a number, and a number before other capitals.
  private func rank(_ head: SheetHead, _ wanted: String) -> Int? {
    if head.name == wanted { return 0 }
    if String(head.number) == wanted { return 1 }
    return head.name.lowercased() == wanted.lowercased() ? 2 : nil
  }

  // MARK: The only one

  /// Where the list is known, a look at the first cell of each is enough to choose.
  private func onlyVisible(_ heads: [SheetHead]) throws -> (head: SheetHead, grid: SheetGrid) {
    var looks: [(head: SheetHead, look: FirstCell)] = []
    try source.eachSheet { head in
      let look = FirstCell(source.texts)
      looks.append((head, look))
      return look
    }
    let filled = looks.filter(\.look.isThere).map(\.head)
    let visible = filled.filter { $0.state == .visible }
    if visible.count > 1 { throw sheets.severalSheets(visible) }
    guard let only = visible.first else {
      throw filled.isEmpty ? sheets.noCells() : sheets.onlyHidden(filled)
    }
    let grid = grid()
    try source.eachSheet { $0 == only ? grid : nil }
    return (only, grid)
  }

  /// Where all sheets stand in one part, the first that holds something is kept until another does too.
  private func onlyVisibleInOneGo() throws -> (head: SheetHead, grid: SheetGrid) {
    var kept: (head: SheetHead, grid: SheetGrid)?
    var looks: [(head: SheetHead, look: FirstCell)] = []
    try source.eachSheet { head in
      if head.state == .visible, kept.map({ $0.grid.filled == 0 }) ?? true {
        let grid = grid()
        kept = (head, grid)
        return grid
      }
      let look = FirstCell(source.texts)
      looks.append((head, look))
      return look
    }
    let others = looks.filter(\.look.isThere).map(\.head)
    guard let kept, kept.grid.filled > 0 else {
      throw others.isEmpty ? sheets.noCells() : sheets.onlyHidden(others)
    }
    let visible = others.filter { $0.state == .visible }
    if !visible.isEmpty {
      throw sheets.severalSheets(([kept.head] + visible).sorted { $0.number < $1.number })
    }
    return kept
  }
}
