import WorkbenchKit

/// Writes a text of a cell.
enum TextPen {
  /// The most UTF-16 units that a cell holds; a file with more is repaired when it is opened.
  static let most = 32_767

  /// - Parameter row: counted from 0.
  /// - Throws: `to.toolarge` for a text that no cell holds.
  static func demandFits(_ text: String, column: String, row: Int) throws {
    // UTF-16 is never longer than UTF-8.
    guard text.utf8.count <= most || text.utf16.count <= most else {
      throw WritingProblem.longText(column: column, row: row + 1, most: most)
    }
  }

  /// Adds a text element, which keeps its blanks.
  static func write(_ text: String, to xml: inout XMLBytes) {
    let isPadded = text.utf8.first.map { $0 <= 0x20 } ?? false || text.utf8.last.map { $0 <= 0x20 } ?? false
    xml.raw(isPadded ? "<t xml:space=\"preserve\">" : "<t>")
    xml.text(text)
    xml.raw("</t>")
  }
}

/// Writes the cells of one column.
struct ColumnPen {
  private let column: SheetPlan.Column
  private let letters: String
  // What stands around a value, made once.
  private let open: [UInt8]
  private let number: [UInt8]
  private let text: [UInt8]
  private let boolean: [UInt8]
  private let error: [UInt8]
  private let withheld: [UInt8]

  /// - Parameter index: of the column, counted from 0.
  init(_ column: SheetPlan.Column, at index: Int, withheldStyle: Int) {
    self.column = column
    letters = CellReference.letters(index)
    open = Array("<c r=\"\(letters)".utf8)
    let style = column.style == 0 ? "" : " s=\"\(column.style)\""
    number = Array("\"\(style)><v>".utf8)
    text = Array("\"\(style) t=\"inlineStr\"><is>".utf8)
    boolean = Array("\"\(style) t=\"b\"><v>".utf8)
    error = Array("\"\(style) t=\"e\"><v>".utf8)
    withheld = Array("\" s=\"\(withheldStyle)\" t=\"inlineStr\"><is>".utf8)
  }

  private static let endOfValue = Array("</v></c>".utf8)
  private static let endOfText = Array("</is></c>".utf8)

  /// Adds the cell of a row; a missing value is no cell.
  ///
  /// - Throws: `to.toolarge` for a text that no cell holds.
  func write(_ row: Int, to xml: inout XMLBytes) throws {
    // What is held back comes first: nothing of the value may get out.
    if !column.withheld.isEmpty, let sign = column.withheld[row] {
      return try write(sign, row, withheld, to: &xml)
    }
    switch column.values {
    case .numbers(let values):
      let value = values[row]
      guard !value.isNaN else { return }
      begin(row, to: &xml)
      if value.isFinite {
        xml.raw(number)
        xml.number(value)
      } else {
        // What a spreadsheet says of a number that there is not.
        xml.raw(error)
        xml.raw("#NUM!")
      }
      xml.raw(Self.endOfValue)
    case .texts(let values):
      if let value = values[row] { try write(value, row, text, to: &xml) }
    case .booleans(let values):
      guard let value = values[row] else { return }
      begin(row, to: &xml)
      xml.raw(boolean)
      xml.raw(value ? "1" : "0")
      xml.raw(Self.endOfValue)
    // The plan made numbers or texts of them.
    case .dates: break
    }
  }

  private func begin(_ row: Int, to xml: inout XMLBytes) {
    xml.raw(open)
    xml.number(row + 2)
  }

  private func write(_ value: String, _ row: Int, _ form: [UInt8], to xml: inout XMLBytes) throws {
    try TextPen.demandFits(value, column: column.header, row: row)
    begin(row, to: &xml)
    xml.raw(form)
    TextPen.write(value, to: &xml)
    xml.raw(Self.endOfText)
  }
}
