import CZip

/// Makes packages for tests, with libzip as any other program would.
enum TestPackage {
  /// Returns the bytes of a package with these parts.
  static func zip(_ parts: [(name: String, bytes: [UInt8])], stored: Bool = false) -> [UInt8] {
    guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { return [] }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let handle = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else { return [] }
    // The bytes must lie still until the package is closed.
    var copies: [UnsafeMutableBufferPointer<UInt8>] = []
    defer { for copy in copies { copy.deallocate() } }
    for part in parts {
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, part.bytes.count))
      _ = copy.update(fromContentsOf: part.bytes)
      copies.append(copy)
      guard let source = zip_source_buffer_create(copy.baseAddress, UInt64(part.bytes.count), 0, nil) else { continue }
      let index = zip_file_add(handle, part.name, source, ZIP_FL_ENC_UTF_8)
      if index >= 0 { zip_set_file_compression(handle, UInt64(index), stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) }
    }
    guard zip_close(handle) == 0, zip_source_open(target) == 0 else { return [] }
    defer { zip_source_close(target) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = zip_source_read(target, &piece, UInt64(piece.count)), count > 0 {
      bytes.append(contentsOf: piece[..<Int(count)])
    }
    return bytes
  }

  static func zip(texts parts: [(name: String, text: String)]) -> [UInt8] {
    zip(parts.map { ($0.name, Array($0.text.utf8)) })
  }

  /// Writes another unpacked size of the first part into the list at the end, as a liar would.
  static func lying(_ package: [UInt8], size: UInt32) -> [UInt8] {
    var bytes = package
    let mark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return bytes }
    for place in 0..<4 { bytes[start + 24 + place] = UInt8(truncatingIfNeeded: size >> UInt32(place * 8)) }
    return bytes
  }
}

/// Workbooks of one or more sheets.
enum TestBook {
  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

  /// Returns a workbook.
  ///
  /// - Parameters:
  ///   - sheets: the name, what else its tag says, and all that stands within `worksheet`.
  ///   - shared: the items of the list of texts.
  ///   - forms: own forms of numbers, from 164 on; the styles are 0 for none, then the built-in ones, then these.
  static func xlsx(
    _ sheets: [(name: String, tag: String, xml: String)], shared: String = "", builtIn: [Int] = [],
    forms: [String] = [], properties: String = ""
  ) -> [UInt8] {
    var parts: [(name: String, text: String)] = [("[Content_Types].xml", head + "<Types/>")]
    parts.append(
      (
        "_rels/.rels",
        head
          + #"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ))
    let list = sheets.enumerated().map {
      #"<sheet name="\#($1.name)" sheetId="\#($0 + 1)" r:id="r\#($0 + 1)" \#($1.tag)/>"#
    }
    parts.append(
      (
        "xl/workbook.xml",
        head + #"<workbook xmlns:r="x"><workbookPr \#(properties)/><sheets>"# + list.joined() + "</sheets></workbook>"
      ))
    let links = sheets.indices.map {
      #"<Relationship Id="r\#($0 + 1)" Type="http://x/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
    }
    parts.append(
      (
        "xl/_rels/workbook.xml.rels",
        head + "<Relationships>" + links.joined()
          + #"<Relationship Id="s" Type="http://x/styles" Target="/xl/styles.xml"/>"#
          + #"<Relationship Id="t" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
      ))
    let own = forms.enumerated().map { #"<numFmt numFmtId="\#(164 + $0)" formatCode="\#($1)"/>"# }
    let styles = ([0] + builtIn + forms.indices.map { 164 + $0 }).map { #"<xf numFmtId="\#($0)"/>"# }
    parts.append(
      (
        "xl/styles.xml",
        head + "<styleSheet><numFmts>" + own.joined() + "</numFmts><cellXfs>" + styles.joined()
          + "</cellXfs></styleSheet>"
      ))
    parts.append(("xl/sharedStrings.xml", head + "<sst>" + shared + "</sst>"))
    for (index, sheet) in sheets.enumerated() {
      parts.append(("xl/worksheets/sheet\(index + 1).xml", head + "<worksheet>" + sheet.xml + "</worksheet>"))
    }
    return TestPackage.zip(texts: parts)
  }

  /// Returns a workbook of one sheet with these rows.
  static func xlsx(
    rows: String, after: String = "", shared: String = "", builtIn: [Int] = [], forms: [String] = [],
    properties: String = "", before: String = ""
  ) -> [UInt8] {
    xlsx(
      [("Blad1", "", before + "<sheetData>" + rows + "</sheetData>" + after)], shared: shared, builtIn: builtIn,
      forms: forms, properties: properties)
  }

  /// A cell with a text of its own.
  static func text(_ place: String, _ text: String) -> String {
    #"<c r="\#(place)" t="inlineStr"><is><t xml:space="preserve">\#(text)</t></is></c>"#
  }

  /// A cell with a number.
  static func number(_ place: String, _ digits: String, style: Int = 0) -> String {
    #"<c r="\#(place)" s="\#(style)"><v>\#(digits)</v></c>"#
  }
}

/// Workbooks in the form of LibreOffice.
enum TestDocument {
  static let type = "application/vnd.oasis.opendocument.spreadsheet"

  static func ods(_ tables: String, styles: String = "", manifest: String = "", doctype: String = "") -> [UInt8] {
    TestPackage.zip(texts: [
      ("mimetype", type),
      ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\">\(manifest)</manifest:manifest>"),
      (
        "content.xml",
        #"<?xml version="1.0"?>\#(doctype)<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" "#
          + #"xmlns:calcext="c" xmlns:draw="d"><office:automatic-styles>\#(styles)</office:automatic-styles><office:body>"#
          + "<office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
      ),
    ])
  }

  static func text(_ text: String, _ more: String = "") -> String {
    #"<table:table-cell office:value-type="string" \#(more)><text:p>\#(text)</text:p></table:table-cell>"#
  }

  static func number(_ digits: String, _ more: String = "") -> String {
    #"<table:table-cell office:value-type="float" office:value="\#(digits)" \#(more)><text:p>\#(digits)</text:p></table:table-cell>"#
  }

  static func row(_ cells: String..., repeated: Int = 1) -> String {
    #"<table:table-row table:number-rows-repeated="\#(repeated)">\#(cells.joined())</table:table-row>"#
  }

  static func table(_ name: String, _ rows: String..., style: String = "") -> String {
    #"<table:table table:name="\#(name)" table:style-name="\#(style)">\#(rows.joined())</table:table>"#
  }
}
