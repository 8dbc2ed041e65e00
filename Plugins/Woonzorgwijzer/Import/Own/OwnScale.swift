import WorkbenchKit

/// Whether percentages of one's own stand in their file as shares of one.
struct OwnScale {
  /// What the file itself says of it.
  struct Signs {
    /// Whether a percent sign stands behind a figure or in the name of the column, or the workbook shows percentages.
    var ofHundred: Bool
    /// Whether the figure has a value above 1 already, of any year, that was no share.
    var goesOn: Bool
  }

  /// The sign in a table of rows that were read as shares.
  static let share = "share"

  /// Takes shares of one for percentages, where all are: percentages of many areas are not all below one.
  ///
  /// Where what is there already or the file says that they are percentages they stay, and what was taken for granted is said.
  static func settle(_ rows: inout OwnRows, _ signs: Signs) {
    let values = rows.years.values.joined().map(\.value).filter { !$0.isNaN }
    guard !signs.ofHundred, values.allSatisfy({ $0 <= 1 }), values.contains(where: { $0 > 0 && $0 < 1 }) else { return }
    if signs.goesOn {
      rows.remarks.append(
        Text(
          nl:
            "let op: alle cijfers liggen van 0 tot en met 1: gelezen als percentages, zoals wat er al is; zijn het aandelen, vermenigvuldig ze dan met 100 en voeg ze opnieuw toe met --replace",
          en:
            "mind: all figures lie from 0 through 1: read as percentages, as what is there already; if they are shares, multiply them by 100 and add them again with --replace"
        ))
      return
    }
    rows.years = rows.years.mapValues { these in
      these.map { row in
        var scaled = row
        scaled.value = (row.value * 1e8).rounded() / 1e6
        scaled.error = row.error * 100
        scaled.isOfShare = true
        return scaled
      }
    }
    rows.remarks.append(
      Text(
        nl:
          "let op: alle cijfers liggen van 0 tot en met 1: gelezen als aandelen, en bewaard als percentages; zijn het al percentages, zet er dan een %-teken achter en voeg ze opnieuw toe met --replace",
        en:
          "mind: all figures lie from 0 through 1: read as shares, and kept as percentages; if they are percentages already, put a % sign behind them and add them again with --replace"
      ))
  }

  /// Whether a figure has a value above 1 in a year, which no file gave as a share.
  ///
  /// - Throws: `document.damaged`.
  static func holdsPercentages(_ figure: String, in workspace: WorkspaceHandle) throws -> Bool {
    try OwnTable.all(of: figure, in: workspace).contains { own in
      guard let table = try workspace.table(own.name) else { return false }
      let scales = table.column(OwnTable.scale)?.texts ?? Texts(repeating: nil, count: table.rowCount)
      let values = JoinedColumns(table.figureColumns.filter { !OwnTable.isBeside($0.name) }).values
      return zip(values, scales).contains { value, scale in value > 1 && scale != share }
    }
  }

  /// Whether a workbook shows a column as percentages, which then are of a hundred.
  ///
  /// - Parameter columns: those of the workbook; none of a text.
  static func isShownAsPercentages(_ column: String, among columns: [Column]) -> Bool {
    if let own = columns.first(where: { $0.name.trimmedOfPadding == column }) { return own.unit == .percent }
    // Years side by side became one column, which the workbook does not have.
    return columns.contains { $0.unit == .percent }
  }
}
