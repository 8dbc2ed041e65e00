import WorkbenchKit

/// Writes the cells of a table as a part of a workbook, piece by piece.
struct SheetPart {
  /// How many bytes of XML are held before they are compressed.
  private static let piece = 1 << 16
  /// How many cells are written between two looks at whether a person wants it to stop.
  private static let turn = 8192

  private let plan: SheetPlan
  private let isFirst: Bool
  private let headerStyle: Int
  private let withheldStyle: Int

  /// - Parameter isFirst: whether it is the sheet that is seen first.
  init(_ plan: SheetPlan, isFirst: Bool, _ styles: inout WorkbookStyles) {
    self.plan = plan
    self.isFirst = isFirst
    headerStyle = styles.number(of: .header)
    withheldStyle = styles.number(of: .withheld)
  }

  /// Writes the part.
  func write(to archive: inout ZipArchiveWriter, interrupt: () throws -> Void) throws {
    var xml = XMLBytes.part("")
    head(&xml)
    var cells = 0
    let pens = plan.columns.indices.map { ColumnPen(plan.columns[$0], at: $0, withheldStyle: withheldStyle) }
    for row in 0..<plan.rowCount {
      xml.raw("<row r=\"")
      xml.number(row + 2)
      xml.raw("\">")
      for pen in pens {
        try pen.write(row, to: &xml)
        if xml.bytes.count >= Self.piece {
          try archive.write(xml.bytes)
          xml.removeAll()
        }
      }
      xml.raw("</row>")
      cells += pens.count + 1
      if cells >= Self.turn {
        cells = 0
        try interrupt()
      }
    }
    foot(&xml)
    try archive.write(xml.bytes)
  }

  private func head(_ xml: inout XMLBytes) {
    let columns = plan.columns
    xml.raw("<worksheet xmlns=\"\(Namespaces.sheet)\" xmlns:r=\"\(Namespaces.relation)\">")
    xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    xml.raw("<dimension ref=\"\(CellReference.range(columns: columns.count, rows: plan.rowCount + 1))\"/>")
    xml.raw("<sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\">")
    // The header and the column with the names stay in sight.
    xml.raw("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>")
    xml.raw("<selection pane=\"topRight\"/><selection pane=\"bottomLeft\"/><selection pane=\"bottomRight\"/>")
    xml.raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>")
    if !columns.isEmpty {
      xml.raw("<cols>")
      for (index, column) in columns.enumerated() {
        xml.raw("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\"/>")
      }
      xml.raw("</cols>")
    }
    xml.raw("<sheetData>")
    guard !columns.isEmpty else { return }
    // The arrow of the filter takes some of the width.
    xml.raw("<row r=\"1\"\(RowHeight.attribute(columns.lazy.map { ($0.header, $0.width - 3) }))>")
    for (index, column) in columns.enumerated() {
      xml.raw("<c r=\"\(CellReference.letters(index))1\" s=\"\(headerStyle)\" t=\"inlineStr\"><is>")
      TextPen.write(column.header, to: &xml)
      xml.raw("</is></c>")
    }
    xml.raw("</row>")
  }

  /// A4 across, as many pages long as there are rows and one wide.
  private static let page = "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"

  private func foot(_ xml: inout XMLBytes) {
    xml.raw("</sheetData>")
    if !plan.columns.isEmpty {
      xml.raw("<autoFilter ref=\"\(CellReference.range(columns: plan.columns.count, rows: plan.rowCount + 1))\"/>")
    }
    xml.raw(Self.page)
    if plan.hasNotes { xml.raw("<legacyDrawing r:id=\"rId1\"/>") }
    xml.raw("</worksheet>")
  }
}
