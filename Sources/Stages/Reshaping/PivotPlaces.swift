import WorkbenchKit

/// Where each row of a long table lands in a wide one.
struct PivotPlaces {
  /// The columns of one value, one for each head.
  struct Filling {
    let columns: [Column]
    var notices: [Notice] = []
  }

  /// Rows that make one row.
  let rows: Grouping
  private let heads: PivotHeads
  /// Rows that fall into the same cell.
  let cells: Grouping
  /// Which of those groups stands in each cell, row by row of the wide table; nil where no row falls.
  private let groupOfCell: [Int?]
  private let place: Place?

  /// - Parameter check: asked often; what it throws ends the work.
  /// - Throws: `pivot.toolarge`.
  init(
    _ keys: [Column], _ heads: PivotHeads, valueCount: Int, rowCount: Int, at place: Place?, _ check: () throws -> Void
  ) throws {
    self.heads = heads
    self.place = place
    rows = try Grouping(keys, rowCount: rowCount, check)
    let names = heads.groups
    let (count, width) = (rows.sizes.count, names.sizes.count)
    guard count * width * valueCount <= RowMatching.limit else {
      throw PivotHeads.tooLarge(.count(count * width * valueCount) + Text(nl: " cellen", en: " cells"), place)
    }
    cells = try Grouping(rows, names, check)
    var groupOfCell = [Int?](repeating: nil, count: count * width)
    for (group, row) in cells.firstRows.enumerated() {
      groupOfCell[rows.groupOfRow[row] * width + names.groupOfRow[row]] = group
    }
    self.groupOfCell = groupOfCell
  }

  /// How many cells no row falls into.
  var emptyCount: Int { rows.sizes.count * heads.names.count - cells.sizes.count }

  /// Puts the values where they belong.
  ///
  /// - Throws: `pivot.repeated` where more than one falls into a cell.
  func filling(with value: Column, keys: [Column]) throws -> Filling {
    if let group = cells.sizes.firstIndex(where: { $0 > 1 }) { throw repeated(group, keys) }
    return Filling(columns: columns(of: value.rows(cells.firstRows)))
  }

  /// Puts a figure of the values that fall into a cell there.
  ///
  /// - Parameter empty: what stands where no row falls; nothing without.
  func filling(with figure: GroupFigure, empty: Double?) -> Filling {
    Filling(columns: columns(of: figure.column, empty: empty), notices: figure.notices)
  }

  /// - Parameters:
  ///   - figures: one for each group of rows that fall into the same cell.
  ///   - empty: what stands where no row falls; nothing without.
  private func columns(of figures: Column, empty: Double? = nil) -> [Column] {
    let width = heads.names.count
    return (0..<width).map { head in
      let groups = stride(from: head, to: groupOfCell.count, by: width).map { groupOfCell[$0] }
      var column = figures.rows(groups)
      if let empty, case .numbers(var values) = column.storage {
        for (row, group) in groups.enumerated() where group == nil { values[row] = empty }
        column.storage = .numbers(values)
      }
      return column
    }
  }

  private func repeated(_ group: Int, _ keys: [Column]) -> Diagnostic {
    let first = cells.firstRows[group]
    let count = cells.sizes.count { $0 > 1 }
    let row = keys.prefix(3).map { $0.withheld[first] ?? $0.open[first].plain }.joined(separator: " · ")
    let head = heads.names[heads.groups.groupOfRow[first]]
    let spot =
      row.isEmpty
      ? Text(nl: "'\(head)'", en: "'\(head)'")
      : Text(nl: "'\(head)' van '\(row)'", en: "'\(head)' of '\(row)'")
    let more =
      count == 1
      ? Text(nl: "", en: "")
      : Text(nl: ", en zo is het met \(count) cellen", en: ", and so it is with \(count) cells")
    return Diagnostic(
      "pivot.repeated",
      Text(
        nl: "in \(spot.nl) vallen \(cells.sizes[group]) rijen\(more.nl)",
        en: "\(cells.sizes[group]) rows fall into \(spot.en)\(more.en)"),
      wayOut: Text(
        nl:
          "zeg welk cijfer er komt: --using sum, mean, count, min of max; of noem in --rows wat de rijen onderscheidt",
        en:
          "say which figure comes there: --using sum, mean, count, min or max; or name in --rows what tells the rows apart"
      ),
      place: place)
  }
}
