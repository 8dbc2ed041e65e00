import WorkbenchKit

/// Writes a table as a sheet of an open document, piece by piece.
struct DocumentSheet {
  /// How many bytes of XML are held before they are compressed.
  private static let piece = 1 << 16
  /// How many cells are written between two looks at whether a person wants it to stop.
  private static let turn = 8192

  private let plan: SheetPlan
  private let styles: DocumentStyles
  private let header: Int
  private let withheld: Int

  /// - Parameters:
  ///   - header: the number of the look of what stands above the columns.
  ///   - withheld: of a sign in the place of a value.
  init(_ plan: SheetPlan, _ styles: DocumentStyles, header: Int, withheld: Int) {
    self.plan = plan
    self.styles = styles
    (self.header, self.withheld) = (header, withheld)
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
      for column in plan.columns { try write(column, row, to: &xml) }
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

  /// - Throws: `to.toolarge` for a text that no cell holds.
  private func write(_ column: SheetPlan.Column, _ row: Int, to xml: inout XMLBytes) throws {
    // What is held back comes first: nothing of the value may get out.
    if let sign = column.withheld[row] { return try write(sign, column, row, style: withheld, to: &xml) }
    switch column.values {
    case .numbers(let values): write(values[row], column, to: &xml)
    case .texts(let values):
      guard let value = values[row] else { return xml.raw("<table:table-cell/>") }
      try write(value, column, row, style: column.style, to: &xml)
    case .booleans(let values):
      guard let value = values[row] else { return xml.raw("<table:table-cell/>") }
      xml.raw("<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"\(value)\"/>")
    }
  }

  private func write(_ value: Double, _ column: SheetPlan.Column, to xml: inout XMLBytes) {
    if value.isNaN { return xml.raw("<table:table-cell/>") }
    xml.raw("<table:table-cell table:style-name=\"\(DocumentStyles.cell(column.style))\"")
    guard value.isFinite else {
      // What a spreadsheet says of a number that there is not.
      return xml.raw(
        " office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#NUM!</text:p></table:table-cell>")
    }
    switch styles.kind(column.style) {
    case .day:
      // Day 25,569 is 1 January 1970.
      let day = CalendarDate(dayNumber: Int(value) - 25_569)?.text ?? ""
      return xml.raw(
        " office:value-type=\"date\" office:date-value=\"\(day)\"><text:p>\(day)</text:p></table:table-cell>")
    case .share: xml.raw(" office:value-type=\"percentage\" office:value=\"")
    case .euro: xml.raw(" office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"")
    case .number, .text: xml.raw(" office:value-type=\"float\" office:value=\"")
    }
    xml.number(value)
    xml.raw("\"><text:p>")
    xml.number(value)
    xml.raw("</text:p></table:table-cell>")
  }

  private func write(
    _ text: String, _ column: SheetPlan.Column, _ row: Int, style: Int, to xml: inout XMLBytes
  ) throws {
    guard text.utf8.count <= TextPen.most || text.utf16.count <= TextPen.most else {
      throw WritingProblem.longText(column: column.header, row: row + 1, most: TextPen.most)
    }
    xml.raw("<table:table-cell table:style-name=\"\(DocumentStyles.cell(style))\" office:value-type=\"string\">")
    ParagraphPen.write(text, to: &xml)
    xml.raw("</table:table-cell>")
  }
}
