/// The looks of a sheet as an open document names them (ODF 1.2 part 1, 16).
struct DocumentStyles {
  /// How a column's values are told: what kind of cell they are, and what its data style says.
  enum Kind: Hashable {
    case number(decimals: Int?, grouped: Bool)
    case share(decimals: Int)
    case euro(decimals: Int)
    case day
    case text

    /// - Parameter code: as the other spreadsheets write it; see `ColumnFormat`.
    init(_ code: String) {
      let decimals = code.split(separator: ".", maxSplits: 1).dropFirst().first.map { $0.prefix { $0 == "0" }.count }
      switch code {
      case "@": self = .text
      case DayColumn.format: self = .day
      case "General": self = .number(decimals: nil, grouped: false)
      case _ where code.hasSuffix("%"): self = .share(decimals: decimals ?? 0)
      case _ where code.hasPrefix("[$€-413]"): self = .euro(decimals: decimals ?? 0)
      default: self = .number(decimals: decimals ?? 0, grouped: code.contains(","))
      }
    }
  }

  private let styles: [CellStyle]
  private let widths: [Int]

  /// - Parameters:
  ///   - styles: in the order of their numbers.
  ///   - widths: of all columns, in signs.
  init(_ styles: [CellStyle], widths: [Int]) {
    self.styles = styles
    self.widths = Set(widths).sorted()
  }

  /// The look of every sheet.
  static let table = "ta1"

  static func cell(_ number: Int) -> String { "ce\(number)" }
  static func column(_ width: Int) -> String { "co\(width)" }

  func kind(_ number: Int) -> Kind { Kind(styles[number].numberFormat) }

  /// The element that lists them.
  func write(to xml: inout XMLBytes) {
    xml.raw("<office:automatic-styles>")
    xml.raw("<style:style style:name=\"\(Self.table)\" style:family=\"table\" style:master-page-name=\"Default\">")
    xml.raw("<style:table-properties table:display=\"true\"/></style:style>")
    for width in widths {
      xml.raw("<style:style style:name=\"\(Self.column(width))\" style:family=\"table-column\">")
      // A digit of the usual letter is a little over two millimetres wide.
      xml.raw("<style:table-column-properties style:column-width=\"\(width * 9 / 4)mm\"/></style:style>")
    }
    for (number, style) in styles.enumerated() {
      let data = dataStyle(Kind(style.numberFormat), "N\(number)")
      xml.raw(data)
      xml.raw("<style:style style:name=\"\(Self.cell(number))\" style:family=\"table-cell\"")
      xml.raw(" style:parent-style-name=\"Default\"\(data.isEmpty ? "" : " style:data-style-name=\"N\(number)\"")>")
      if style.wraps {
        xml.raw("<style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/>")
      }
      if style.alignsRight { xml.raw("<style:paragraph-properties fo:text-align=\"end\"/>") }
      if style.isBold { xml.raw("<style:text-properties fo:font-weight=\"bold\"/>") }
      xml.raw("</style:style>")
    }
    xml.raw("</office:automatic-styles>")
  }

  /// What all sheets stand on: A4 across, as many pages long as there are rows and one wide.
  static let page = """
    <office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>\
    <style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" \
    style:print-orientation="landscape" fo:margin="15mm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>\
    </office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1"/>\
    </office:master-styles>
    """

  private func dataStyle(_ kind: Kind, _ name: String) -> String {
    func number(_ decimals: Int, grouped: Bool) -> String {
      "<number:number number:decimal-places=\"\(decimals)\" number:min-decimal-places=\"\(decimals)\""
        + " number:min-integer-digits=\"1\"\(grouped ? " number:grouping=\"true\"" : "")/>"
    }
    switch kind {
    case .number(nil, _): return ""
    case .number(let decimals?, let grouped):
      return "<number:number-style style:name=\"\(name)\">\(number(decimals, grouped: grouped))</number:number-style>"
    case .share(let decimals):
      return "<number:percentage-style style:name=\"\(name)\">\(number(decimals, grouped: false))"
        + "<number:text>%</number:text></number:percentage-style>"
    case .euro(let decimals):
      return "<number:currency-style style:name=\"\(name)\">"
        + "<number:currency-symbol number:language=\"nl\" number:country=\"NL\">€</number:currency-symbol>"
        + "<number:text> </number:text>\(number(decimals, grouped: true))</number:currency-style>"
    case .day:
      return
        "<number:date-style style:name=\"\(name)\"><number:year number:style=\"long\"/><number:text>-</number:text>"
        + "<number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/></number:date-style>"
    case .text:
      return "<number:text-style style:name=\"\(name)\"><number:text-content/></number:text-style>"
    }
  }
}
