/// Writes the sheet that tells where everything comes from: rows of texts, read from top to bottom.
struct OriginPart {
  private let rows: [[String]]
  private let style: Int

  init(_ rows: [[String]], _ styles: inout WorkbookStyles) {
    self.rows = rows.map { $0.flatMap(Self.pieces) }
    style = styles.number(of: .prose)
  }

  /// Writes the part.
  func write(to archive: inout ZipArchiveWriter, isFirst: Bool, interrupt: () throws -> Void) throws {
    let columns = rows.map(\.count).max() ?? 0
    var xml = XMLBytes.part("<worksheet xmlns=\"\(Namespaces.sheet)\">")
    xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    xml.raw("<dimension ref=\"\(CellReference.range(columns: columns, rows: rows.count))\"/>")
    xml.raw("<sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\"/></sheetViews>")
    xml.raw("<sheetFormatPr defaultRowHeight=\"15\"/>")
    if columns > 0 {
      xml.raw("<cols>")
      for column in 0..<min(columns, 3) {
        let last = column == 2 ? columns : column + 1
        xml.raw("<col min=\"\(column + 1)\" max=\"\(last)\" width=\"\(Self.width(column))\" customWidth=\"1\"/>")
      }
      xml.raw("</cols>")
    }
    xml.raw("<sheetData>")
    for (number, row) in rows.enumerated() {
      // A letter is wider than the digit that widths are counted in.
      let height = RowHeight.attribute(row.enumerated().lazy.map { ($1, Self.width($0) * 9 / 10) })
      xml.raw("<row r=\"\(number + 1)\"\(height)>")
      for (index, text) in row.enumerated() where !text.isEmpty {
        xml.raw("<c r=\"\(CellReference.letters(index))\(number + 1)\" s=\"\(style)\" t=\"inlineStr\"><is>")
        TextPen.write(text, to: &xml)
        xml.raw("</is></c>")
      }
      xml.raw("</row>")
      try archive.write(xml.bytes)
      xml.removeAll()
      if number % 1024 == 0 { try interrupt() }
    }
    xml.raw("</sheetData><pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/></worksheet>")
    try archive.write(xml.bytes)
  }

  /// In signs: what it is, what it says, and a digest.
  private static func width(_ column: Int) -> Int { column == 0 ? 24 : column == 1 ? 60 : 80 }

  /// How many columns and rows it takes.
  var size: (columns: Int, rows: Int) { (rows.map(\.count).max() ?? 0, rows.count) }

  /// A text that no cell holds goes on in the next one.
  private static func pieces(_ text: String) -> [String] {
    guard text.utf16.count > TextPen.most else { return [text] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      let width = scalar.value > 0xFFFF ? 2 : 1
      if count + width > TextPen.most {
        pieces.append(String(piece))
        (piece, count) = (String.UnicodeScalarView(), 0)
      }
      piece.append(scalar)
      count += width
    }
    return pieces + [String(piece)]
  }
}
