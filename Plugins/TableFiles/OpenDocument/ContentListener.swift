import WorkbenchKit

/// Reads the sheets of an open document, one after the other.
///
/// What is repeated is counted and not unfolded: a sheet of 16,384 columns and a million rows of nothing stands in ordinary files.
final class ContentListener: ElementListener {
  private let visit: (SheetHead) throws -> (any CellSink)?
  private let limits: SourceLimits
  private let problem: SourceProblem
  private let cell: DocumentCell

  /// Looks of sheets by which they are hidden.
  private var hidingStyles: Set<String> = []
  private var style: String?
  private var sheets = 0
  /// How many sheets within each other: a table within a cell is no sheet.
  private var tableDepth = 0
  private var sink: (any CellSink)?
  private var row = 1
  private var rowRepeats = 1
  private var column = 1
  private var listedColumns = 1
  private var isInCell = false

  init(_ limits: SourceLimits, _ problem: SourceProblem, _ visit: @escaping (SheetHead) throws -> (any CellSink)?) {
    self.limits = limits
    self.problem = problem
    self.visit = visit
    cell = DocumentCell(limits, problem)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if name.is("table") {
      tableDepth += 1
      if tableDepth == 1 { return try beginSheet(attributes) }
    }
    if tableDepth == 0 { return beginStyle(name, attributes) }
    guard sink != nil else { return }
    if isInCell {
      try cell.begin(name, attributes)
    } else if tableDepth > 1 {
      return
    } else if name.is("table-cell") || name.is("covered-table-cell") {
      // What lies under another cell is not shown, and counts as its place only.
      cell.open(attributes, isCovered: name.is("covered-table-cell"))
      isInCell = true
    } else if name.is("table-row") {
      rowRepeats = repeated(attributes, "table:number-rows-repeated")
      column = 1
      try hearing { try sink?.row(row, repeated: rowRepeats, isHidden: Self.isHidden(attributes)) }
    } else if name.is("table-column") {
      let count = repeated(attributes, "table:number-columns-repeated")
      if Self.isHidden(attributes), listedColumns <= limits.columns {
        sink?.hide(columns: listedColumns...min(listedColumns + count - 1, limits.columns))
      }
      listedColumns += count
    }
  }

  func end(_ name: XMLName) throws {
    if name.is("table") {
      tableDepth -= 1
      if tableDepth == 0 { sink = nil }
    }
    if tableDepth == 0 {
      if name.is("style") { style = nil }
      return
    }
    guard sink != nil else { return }
    if isInCell, tableDepth == 1, name.is("table-cell") || name.is("covered-table-cell") {
      isInCell = false
      try hearing { try give() }
      column += min(cell.repeated, 2 * limits.columns)
    } else if isInCell {
      cell.end(name)
    } else if tableDepth == 1, name.is("table-row") {
      row += rowRepeats
    }
  }

  func hear(_ text: UnsafeBufferPointer<UInt8>) throws {
    if isInCell { try cell.hear(text) }
  }

  // MARK: Sheets

  private func beginSheet(_ attributes: XMLAttributes) throws {
    (row, rowRepeats, column, listedColumns, isInCell) = (1, 1, 1, 1, false)
    let name = attributes.string("table:name") ?? ""
    // What a formula fetched out of another file is kept as a sheet that nobody sees.
    guard !name.hasPrefix("'file:") else { return }
    sheets += 1
    let isHidden = attributes.string("table:style-name").map(hidingStyles.contains) ?? false
    sink = try visit(SheetHead(name: name, state: isHidden ? .hidden : .visible, number: sheets))
  }

  private func beginStyle(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("style"), attributes.is("style:family", "table") {
      style = attributes.string("style:name")
    } else if name.is("table-properties"), attributes.is("table:display", "false"), let style {
      hidingStyles.insert(style)
    }
  }

  /// A sink that heard enough of a sheet ends that sheet, and not the document.
  private func hearing(_ body: () throws -> Void) throws {
    do { try body() } catch is HeardEnough { sink = nil }
  }

  private func give() throws {
    guard let sink else { return }
    try cell.give(to: sink, at: column)
    if let merged = cell.merged(row: row, column: column) { sink.merge(merged) }
  }

  /// How often something stands; more than twice a sheet is as good as any.
  private func repeated(_ attributes: XMLAttributes, _ name: StaticString) -> Int {
    max(1, min(attributes.count(name) ?? 1, 2 * limits.rows))
  }

  private static func isHidden(_ attributes: XMLAttributes) -> Bool {
    attributes.is("table:visibility", "collapse") || attributes.is("table:visibility", "filter")
  }
}
