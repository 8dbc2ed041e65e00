import WorkbenchKit

/// A sheet as it is going to be written: its name, and of each column the look, the width and the note.
struct SheetPlan {
  /// A column of a sheet.
  struct Column {
    /// What stands above it.
    let header: String
    /// What is told about it beside the header; nil where there is nothing to tell.
    let note: String?
    let values: WorkbenchKit.Column.Storage
    /// What is shown in the place of a value, by row.
    let withheld: [Int: String]
    /// The number of the look of its values.
    let style: Int
    let width: Int
  }

  /// Rows that are looked at for a width.
  private static let sample = 1000

  let name: String
  let columns: [Column]
  /// Without the header.
  let rowCount: Int

  /// Whether there is something to tell about a column.
  var hasNotes: Bool { columns.contains { $0.note != nil } }

  /// - Parameters:
  ///   - name: one that a spreadsheet takes.
  ///   - styles: where the looks of its columns are noted.
  init(_ table: Table, name: String, in language: Language, _ styles: inout WorkbookStyles) {
    self.name = name
    rowCount = table.rowCount
    columns = table.columns.map { column in
      let style: CellStyle
      var width: Int
      var written = column.storage
      switch column.storage {
      case .dates:
        if let days = DayColumn.numbers(of: column.dates ?? []) {
          written = .numbers(days)
          style = CellStyle(numberFormat: DayColumn.format)
        } else {
          // A spreadsheet has no days that early: there they are texts.
          (written, style) = (column.withDatesAsTexts.storage, .text)
        }
        width = 10
      case .numbers(let values):
        let format = ColumnFormat(column, values)
        (style, width) = (CellStyle(numberFormat: format.code), format.width)
      case .texts(let values):
        if let days = DayColumn.numbers(values) {
          (written, style, width) = (.numbers(days), CellStyle(numberFormat: DayColumn.format), 10)
        } else {
          style = .text
          width = values.prefix(Self.sample).reduce(0) { max($0, Self.width($1)) }
        }
      case .booleans: (style, width) = (CellStyle(), 8)
      }
      // The arrow of the filter stands in the header.
      width = max(width, Self.width(column.name) + 3)
      return Column(
        header: column.name, note: Self.note(column, language), values: written, withheld: column.withheld,
        style: styles.number(of: style), width: min(max(width + 1, 8), 60))
    }
  }

  private static func width(_ text: String?) -> Int { text.map { min($0.utf8.count, 60) } ?? 0 }

  private static func note(_ column: WorkbenchKit.Column, _ language: Language) -> String? {
    var lines: [String] = []
    if let label = column.label?(language), !label.isEmpty, label != column.name { lines.append(label) }
    if let unit = column.unit?.label(language), !unit.isEmpty {
      lines.append(Text(nl: "Eenheid: \(unit)", en: "Unit: \(unit)")(language))
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
