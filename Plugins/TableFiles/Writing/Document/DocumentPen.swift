import WorkbenchKit

/// Writes the cells of one column of an open document.
struct DocumentPen {
  private let column: SheetPlan.Column
  private let isDay: Bool
  // What stands around a value, made once.
  private let number: [UInt8]
  private let day: [UInt8]
  private let text: [UInt8]
  private let error: [UInt8]
  private let withheld: [UInt8]

  /// - Parameters:
  ///   - kind: what kind of numbers it holds.
  ///   - withheldStyle: the number of the look of a sign in the place of a value.
  init(_ column: SheetPlan.Column, _ kind: DocumentStyles.Kind, withheldStyle: Int) {
    self.column = column
    isDay = kind == .day
    let open = "<table:table-cell table:style-name=\"\(DocumentStyles.cell(column.style))\" office:value-type="
    let form =
      switch kind {
      case .share: "\"percentage\""
      case .euro: "\"currency\" office:currency=\"EUR\""
      case .number, .text, .day: "\"float\""
      }
    number = Array("\(open)\(form) office:value=\"".utf8)
    day = Array("\(open)\"date\" office:date-value=\"".utf8)
    text = Array("\(open)\"string\">".utf8)
    // What a spreadsheet says of a number that there is not.
    error = Array("\(open)\"string\" calcext:value-type=\"error\"><text:p>#NUM!".utf8)
    withheld = Array(
      "<table:table-cell table:style-name=\"\(DocumentStyles.cell(withheldStyle))\" office:value-type=\"string\">".utf8)
  }

  private static let empty = Array("<table:table-cell/>".utf8)
  private static let paragraph = Array("\"><text:p>".utf8)
  private static let endOfParagraph = Array("</text:p></table:table-cell>".utf8)
  private static let end = Array("</table:table-cell>".utf8)
  private static let truths = [false, true].map { truth in
    Array("<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"\(truth)\"/>".utf8)
  }

  /// Adds the cell of a row.
  ///
  /// - Throws: `to.toolarge` for a text that no cell holds.
  func write(_ row: Int, to xml: inout XMLBytes) throws {
    // What is held back comes first: nothing of the value may get out.
    if !column.withheld.isEmpty, let sign = column.withheld[row] { return try write(sign, row, withheld, to: &xml) }
    switch column.values {
    case .numbers(let values): write(values[row], to: &xml)
    case .texts(let values):
      guard let value = values[row] else { return xml.raw(Self.empty) }
      try write(value, row, text, to: &xml)
    case .booleans(let values): xml.raw(values[row].map { Self.truths[$0 ? 1 : 0] } ?? Self.empty)
    // The plan made numbers or texts of them.
    case .dates: xml.raw(Self.empty)
    }
  }

  private func write(_ value: Double, to xml: inout XMLBytes) {
    if value.isNaN { return xml.raw(Self.empty) }
    if !value.isFinite {
      xml.raw(error)
    } else if isDay {
      let day = CalendarDate(dayNumber: DayColumn.dayNumber(value))?.text ?? ""
      xml.raw(self.day)
      xml.raw(day)
      xml.raw(Self.paragraph)
      xml.raw(day)
    } else {
      xml.raw(number)
      xml.number(value)
      xml.raw(Self.paragraph)
      xml.number(value)
    }
    xml.raw(Self.endOfParagraph)
  }

  private func write(_ value: String, _ row: Int, _ form: [UInt8], to xml: inout XMLBytes) throws {
    try TextPen.demandFits(value, column: column.header, row: row)
    xml.raw(form)
    ParagraphPen.write(value, to: &xml)
    xml.raw(Self.end)
  }
}
