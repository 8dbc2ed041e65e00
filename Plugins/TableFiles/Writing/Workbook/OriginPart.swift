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
    xml.raw("<dimension ref=\"\(CellReference.range(columns: columns, rows: rows.count))\"/>")
    xml.raw("<sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\"/></sheetViews>")
    xml.raw("<sheetFormatPr defaultRowHeight=\"15\"/>")
    if columns > 0 {
      xml.raw("<cols><col min=\"1\" max=\"1\" width=\"24\" customWidth=\"1\"/>")
      if columns > 1 { xml.raw("<col min=\"2\" max=\"\(columns)\" width=\"60\" customWidth=\"1\"/>") }
      xml.raw("</cols>")
    }
    xml.raw("<sheetData>")
    for (number, row) in rows.enumerated() {
      xml.raw("<row r=\"\(number + 1)\">")
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
    xml.raw("</sheetData></worksheet>")
    try archive.write(xml.bytes)
  }

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
