/// How a cell looks.
struct CellStyle: Hashable {
  /// As spreadsheets write it: `#,##0.0`; `General` for none.
  var numberFormat = "General"
  var isBold = false
  var wraps = false
  var alignsRight = false

  /// A cell that is text whatever it looks like.
  static let text = CellStyle(numberFormat: "@")
  /// A cell that names a column.
  static let header = CellStyle(isBold: true, wraps: true)
  /// A text in the place of a number.
  static let withheld = CellStyle(numberFormat: "@", alignsRight: true)
  /// A text of several lines.
  static let prose = CellStyle(numberFormat: "@", wraps: true)
}

/// The looks that occur in a workbook, each with a number.
struct WorkbookStyles {
  /// Formats that every spreadsheet knows by a number (ECMA-376 part 1, 18.8.30).
  private static let known = [
    "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49,
  ]

  private var styles = [CellStyle()]
  private var numbers = [CellStyle(): 0]

  init() {}

  /// In the order of their numbers.
  var all: [CellStyle] { styles }

  /// Returns the number of a look.
  mutating func number(of style: CellStyle) -> Int {
    if let number = numbers[style] { return number }
    numbers[style] = styles.count
    styles.append(style)
    return styles.count - 1
  }

  /// The part that lists them.
  var part: [UInt8] {
    let own = styles.map(\.numberFormat).filter { Self.known[$0] == nil }
    let codes = own.indices.filter { own.firstIndex(of: own[$0]) == $0 }.map { own[$0] }
    var xml = XMLBytes.part("<styleSheet xmlns=\"\(Namespaces.sheet)\">")
    if !codes.isEmpty {
      xml.raw("<numFmts count=\"\(codes.count)\">")
      for (index, code) in codes.enumerated() {
        xml.raw("<numFmt numFmtId=\"\(164 + index)\" formatCode=\"")
        xml.attribute(code)
        xml.raw("\"/>")
      }
      xml.raw("</numFmts>")
    }
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
    xml.raw("<fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>")
    xml.raw("<fills count=\"2\"><fill><patternFill/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>")
    xml.raw("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>")
    xml.raw("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
    xml.raw("<cellXfs count=\"\(styles.count)\">")
    for style in styles {
      let format = Self.known[style.numberFormat] ?? codes.firstIndex(of: style.numberFormat).map { 164 + $0 } ?? 0
      xml.raw("<xf numFmtId=\"\(format)\" fontId=\"\(style.isBold ? 1 : 0)\" fillId=\"0\" borderId=\"0\" xfId=\"0\"")
      if format != 0 { xml.raw(" applyNumberFormat=\"1\"") }
      if style.isBold { xml.raw(" applyFont=\"1\"") }
      guard style.wraps || style.alignsRight else {
        xml.raw("/>")
        continue
      }
      xml.raw(" applyAlignment=\"1\"><alignment")
      if style.alignsRight { xml.raw(" horizontal=\"right\"") }
      if style.wraps { xml.raw(" vertical=\"top\" wrapText=\"1\"") }
      xml.raw("/></xf>")
    }
    xml.raw("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
    xml.raw("</styleSheet>")
    return xml.bytes
  }
}
