import WorkbenchKit

/// Writes tables as an open document for spreadsheets (ODF 1.2), a sheet each; the same tables give the same bytes.
///
/// What stands in its cells is what `WorkbookWriter` writes: a missing value is an empty cell, a withheld one its sign as text, a text a
/// text whatever it begins with, and a number has the fewest digits that read back to it. There are no formulas, macros, links or authors.
struct DocumentWriter {
  private static let namespaces = [
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
  ].sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined()

  private static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

  private let language: Language

  /// - Parameter language: of names and notes.
  init(language: Language) { self.language = language }

  /// Writes a document.
  ///
  /// - Parameters:
  ///   - sheets: the tables, in their order.
  ///   - origin: rows of texts for the last sheet, `herkomst` or `origin`; none for no such sheet.
  ///   - interrupt: is called every 8,192 cells or so, and throws where a person wants it to stop.
  /// - Returns: the bytes of the file.
  /// - Throws: `to.toolarge`, `to.empty`, and what `interrupt` throws.
  func bytes(_ sheets: [WrittenSheet], origin: [[String]] = [], interrupt: () throws -> Void) throws -> [UInt8] {
    var planned = try SheetPlans(sheets, hasOrigin: !origin.isEmpty, in: language)
    let plans = planned.sheets
    let looks = (
      planned.styles.number(of: .header), planned.styles.number(of: .withheld), planned.styles.number(of: .prose)
    )
    let all = DocumentStyles(
      planned.styles.all, widths: plans.flatMap { $0.columns.map(\.width) } + OriginRows.widths)
    do {
      var archive = ZipArchiveWriter()
      // First and as it stands, so that the first bytes of the file tell what it is.
      try archive.store("mimetype", Array(Self.mediaType.utf8))
      try archive.begin("content.xml")
      var xml = XMLBytes.part("<office:document-content\(Self.namespaces) office:version=\"1.2\">")
      all.write(to: &xml)
      xml.raw("<office:body><office:spreadsheet>")
      for plan in plans {
        try DocumentSheet(plan, all, header: looks.0, withheld: looks.1).write(&xml, to: &archive, interrupt: interrupt)
      }
      if let originName = planned.originName {
        try OriginRows(origin, style: looks.2).write(originName, &xml, to: &archive, interrupt)
      }
      filters(plans, &xml)
      xml.raw("</office:spreadsheet></office:body></office:document-content>")
      try archive.write(xml.bytes)
      try archive.end()
      try archive.add("styles.xml", Self.styles)
      try archive.add("settings.xml", settings(plans))
      try archive.add("META-INF/manifest.xml", Self.manifest)
      return try archive.finish()
    } catch is ZipArchiveWriter.Problem { throw WritingProblem.file() }
  }

  private static let styles = XMLBytes.part(
    "<office:document-styles\(namespaces) office:version=\"1.2\">\(DocumentStyles.page)</office:document-styles>"
  ).bytes

  /// The header of each table filters.
  private func filters(_ plans: [SheetPlan], _ xml: inout XMLBytes) {
    let filtered = plans.filter { !$0.columns.isEmpty }
    guard !filtered.isEmpty else { return }
    xml.raw("<table:database-ranges>")
    for (number, plan) in filtered.enumerated() {
      let sheet = "'" + plan.name.replacing("'", with: "''") + "'"
      let last = "\(CellReference.letters(plan.columns.count - 1))\(plan.rowCount + 1)"
      xml.raw("<table:database-range table:name=\"__Anonymous_Sheet_DB__\(number)\" table:target-range-address=\"")
      xml.attribute("\(sheet).A1:\(sheet).\(last)")
      xml.raw("\" table:display-filter-buttons=\"true\"/>")
    }
    xml.raw("</table:database-ranges>")
  }

  /// The header and the column with the names stay in sight.
  private func settings(_ plans: [SheetPlan]) -> [UInt8] {
    var xml = XMLBytes.part("<office:document-settings\(Self.namespaces) office:version=\"1.2\"><office:settings>")
    xml.raw("<config:config-item-set config:name=\"ooo:view-settings\">")
    xml.raw("<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>")
    xml.raw("<config:config-item-map-named config:name=\"Tables\">")
    for plan in plans {
      xml.raw("<config:config-item-map-entry config:name=\"")
      xml.attribute(plan.name)
      xml.raw("\">")
      for (name, value) in [
        ("HorizontalSplitMode", 2), ("VerticalSplitMode", 2), ("HorizontalSplitPosition", 1),
        ("VerticalSplitPosition", 1),
        ("PositionRight", 1), ("PositionBottom", 1),
      ] {
        let type = name.hasSuffix("Mode") ? "short" : "int"
        xml.raw("<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)</config:config-item>")
      }
      xml.raw("</config:config-item-map-entry>")
    }
    xml.raw("</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>")
    xml.raw("</config:config-item-set></office:settings></office:document-settings>")
    return xml.bytes
  }

  private static let manifest: [UInt8] = {
    let name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    var xml = XMLBytes.part("<manifest:manifest xmlns:manifest=\"\(name)\" manifest:version=\"1.2\">")
    for (path, type) in [
      ("/", mediaType), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("settings.xml", "text/xml"),
    ] {
      xml.raw("<manifest:file-entry manifest:full-path=\"\(path)\" manifest:media-type=\"\(type)\"/>")
    }
    xml.raw("</manifest:manifest>")
    return xml.bytes
  }()
}

/// The sheet that tells where everything comes from.
private struct OriginRows {
  /// What it is, what it says, and a digest.
  static let widths = [24, 60, 80]

  private let rows: [[String]]
  private let style: Int

  init(_ rows: [[String]], style: Int) {
    self.rows = rows
    self.style = style
  }

  func write(
    _ name: String, _ xml: inout XMLBytes, to archive: inout ZipArchiveWriter, _ interrupt: () throws -> Void
  ) throws {
    xml.raw("<table:table table:style-name=\"\(DocumentStyles.table)\" table:name=\"")
    xml.attribute(name)
    xml.raw("\">")
    let width = max(rows.map(\.count).max() ?? 0, 1)
    for column in 0..<width {
      xml.raw("<table:table-column table:style-name=\"\(DocumentStyles.column(Self.widths[min(column, 2)]))\"/>")
    }
    for (number, row) in rows.enumerated() {
      xml.raw("<table:table-row>")
      for text in row {
        xml.raw("<table:table-cell table:style-name=\"\(DocumentStyles.cell(style))\" office:value-type=\"string\">")
        ParagraphPen.write(text, to: &xml)
        xml.raw("</table:table-cell>")
      }
      if row.isEmpty { xml.raw("<table:table-cell/>") }
      xml.raw("</table:table-row>")
      try archive.write(xml.bytes)
      xml.removeAll()
      if number % 1024 == 0 { try interrupt() }
    }
    xml.raw("</table:table>")
  }
}
