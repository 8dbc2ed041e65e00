/// The parts of a workbook that tell what the others are.
struct WorkbookParts {
  /// A sheet as the others need to know of it.
  struct Sheet {
    let name: String
    /// The range that can be filtered, `$A$1:$C$9`; nil where there is none.
    let filter: String?
    let hasNotes: Bool
  }

  private let sheets: [Sheet]

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// `[Content_Types].xml`.
  var types: [UInt8] {
    var xml = XMLBytes.part("<Types xmlns=\"\(Namespaces.types)\">")
    xml.raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
    xml.raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    xml.raw("<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>")
    func part(_ name: String, _ kind: String) {
      xml.raw("<Override PartName=\"/xl/\(name).xml\" ContentType=\"\(Namespaces.kind)\(kind)+xml\"/>")
    }
    part("workbook", "sheet.main")
    part("styles", "styles")
    for (index, sheet) in sheets.enumerated() {
      part("worksheets/sheet\(index + 1)", "worksheet")
      if sheet.hasNotes { part("comments\(index + 1)", "comments") }
    }
    xml.raw("</Types>")
    return xml.bytes
  }

  /// `_rels/.rels`.
  var root: [UInt8] { Self.relations([("officeDocument", "xl/workbook.xml")]) }

  /// `xl/_rels/workbook.xml.rels`: the sheets in their order, then the looks.
  var links: [UInt8] {
    Self.relations(
      sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") } + [("styles", "styles.xml")])
  }

  /// `xl/workbook.xml`.
  var workbook: [UInt8] {
    var xml = XMLBytes.part("<workbook xmlns=\"\(Namespaces.sheet)\" xmlns:r=\"\(Namespaces.relation)\">")
    xml.raw("<workbookPr/><bookViews><workbookView/></bookViews><sheets>")
    for (index, sheet) in sheets.enumerated() {
      xml.raw("<sheet name=\"")
      xml.attribute(sheet.name)
      xml.raw("\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
    }
    xml.raw("</sheets>")
    let filters = sheets.enumerated().compactMap { index, sheet in sheet.filter.map { (index, sheet.name, $0) } }
    if !filters.isEmpty {
      xml.raw("<definedNames>")
      for (index, name, range) in filters {
        xml.raw("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">'")
        xml.attribute(name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))
        xml.raw("'!\(range)</definedName>")
      }
      xml.raw("</definedNames>")
    }
    xml.raw("</workbook>")
    return xml.bytes
  }

  /// `xl/worksheets/_rels/sheetN.xml.rels`: the notes of a sheet, its drawings first.
  static func notes(_ number: Int) -> [UInt8] {
    relations([("vmlDrawing", "../drawings/vmlDrawing\(number).vml"), ("comments", "../comments\(number).xml")])
  }

  private static func relations(_ targets: [(kind: String, path: String)]) -> [UInt8] {
    var xml = XMLBytes.part("<Relationships xmlns=\"\(Namespaces.package)\">")
    for (index, target) in targets.enumerated() {
      xml.raw("<Relationship Id=\"rId\(index + 1)\" Type=\"\(Namespaces.relation)/\(target.kind)\"")
      xml.raw(" Target=\"\(target.path)\"/>")
    }
    xml.raw("</Relationships>")
    return xml.bytes
  }
}
