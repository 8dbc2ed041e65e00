import WorkbenchKit

/// Writes a table as a sheet of an open document, piece by piece.
struct DocumentSheet {
  /// How many bytes of XML are held before they are compressed.
  private static let piece = 1 << 16
  /// How many cells are written between two looks at whether a person wants it to stop.
  private static let turn = 8192

  private let plan: SheetPlan
  private let pens: [DocumentPen]
  private let header: Int

  /// - Parameters:
  ///   - header: the number of the look of what stands above the columns.
  ///   - withheld: of a sign in the place of a value.
  init(_ plan: SheetPlan, _ styles: DocumentStyles, header: Int, withheld: Int) {
    self.plan = plan
    self.header = header
    pens = plan.columns.map { DocumentPen($0, styles.kind($0.style), withheldStyle: withheld) }
  }

  func write(_ xml: inout XMLBytes, to archive: inout ZipArchiveWriter, interrupt: () throws -> Void) throws {
    xml.raw("<table:table table:style-name=\"\(DocumentStyles.table)\" table:name=\"")
    xml.attribute(plan.name)
    xml.raw("\">")
    for column in plan.columns {
      xml.raw("<table:table-column table:style-name=\"\(DocumentStyles.column(column.width))\"")
      xml.raw(" table:default-cell-style-name=\"\(DocumentStyles.cell(column.style))\"/>")
    }
    if plan.columns.isEmpty { xml.raw("<table:table-column/>") }
    head(&xml)
    var cells = 0
    for row in 0..<plan.rowCount {
      xml.raw("<table:table-row>")
      for pen in pens { try pen.write(row, to: &xml) }
      if plan.columns.isEmpty { xml.raw("<table:table-cell/>") }
      xml.raw("</table:table-row>")
      cells += plan.columns.count + 1
      if xml.bytes.count >= Self.piece {
        try archive.write(xml.bytes)
        xml.removeAll()
      }
      if cells >= Self.turn {
        cells = 0
        try interrupt()
      }
    }
    xml.raw("</table:table>")
  }

  private func head(_ xml: inout XMLBytes) {
    xml.raw("<table:table-header-rows><table:table-row>")
    for column in plan.columns {
      xml.raw("<table:table-cell table:style-name=\"\(DocumentStyles.cell(header))\" office:value-type=\"string\">")
      if let note = column.note {
        xml.raw("<office:annotation>")
        ParagraphPen.write(note, to: &xml)
        xml.raw("</office:annotation>")
      }
      ParagraphPen.write(column.header, to: &xml)
      xml.raw("</table:table-cell>")
    }
    if plan.columns.isEmpty { xml.raw("<table:table-cell/>") }
    xml.raw("</table:table-row></table:table-header-rows>")
  }
}
