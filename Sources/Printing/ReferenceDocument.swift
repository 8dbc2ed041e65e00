/// The page that pandoc takes size, margins and styles from: A4 upright, with the number of the page at its foot.
///
/// Its own is US Letter. The parts are those that pandoc asks for; what else a document has it adds.
enum ReferenceDocument {
  static func bytes(_ form: PaperForm) -> [UInt8] {
    ZipArchive.bytes(form == .odt ? openDocument : wordDocument)
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private static let font = "Calibri"
  /// Of headings by level, in points.
  private static let sizes = [18.0, 14, 12, 11]

  // MARK: Office Open XML (ECMA-376)

  private static let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static var wordDocument: [(name: String, text: String)] {
    [
      (
        "[Content_Types].xml",
        head + """
          <Types xmlns="\(package)/content-types"><Default Extension="rels" \
          ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
          ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="\(kinds).document.main+xml"/>\
          <Override PartName="/word/styles.xml" ContentType="\(kinds).styles+xml"/><Override PartName="/word/footer1.xml" \
          ContentType="\(kinds).footer+xml"/></Types>
          """
      ),
      ("_rels/.rels", relations([("rId1", "officeDocument", "word/document.xml")])),
      (
        "word/document.xml",
        // Of A4, 210 by 297 mm, with margins of 18 mm, in twentieths of a point.
        head + """
          <w:document xmlns:w="\(w)" xmlns:r="\(r)"><w:body><w:p/><w:sectPr><w:footerReference w:type="default" r:id="rId9"/>\
          <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1021" w:right="1021" w:bottom="1021" w:left="1021" w:header="567" \
          w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
          """
      ),
      ("word/styles.xml", head + "<w:styles xmlns:w=\"\(w)\">\(usual)\(styles)</w:styles>"),
      (
        "word/_rels/document.xml.rels",
        relations([("rId1", "styles", "styles.xml"), ("rId9", "footer", "footer1.xml")])
      ),
      (
        "word/footer1.xml",
        head + """
          <w:ftr xmlns:w="\(w)"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>\
          <w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
          """
      ),
    ]
  }

  private static func relations(_ parts: [(id: String, kind: String, target: String)]) -> String {
    head + "<Relationships xmlns=\"\(package)/relationships\">"
      + parts.map { "<Relationship Id=\"\($0.id)\" Type=\"\(r)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined()
      + "</Relationships>"
  }

  private static let usual = """
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="\(font)" w:hAnsi="\(font)" w:cs="\(font)"/><w:sz w:val="21"/></w:rPr>\
    </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
    """

  private static var styles: String {
    style("Normal", "Normal") + style("BodyText", "Body Text", basedOn: "Normal")
      + style("FirstParagraph", "First Paragraph", basedOn: "BodyText")
      + style("Compact", "Compact", basedOn: "BodyText", "<w:pPr><w:spacing w:after=\"0\"/></w:pPr>")
      + sizes.enumerated().map { level, size in
        style(
          "Heading\(level + 1)", "heading \(level + 1)", basedOn: "Normal",
          "<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"\(level)\"/></w:pPr>"
            + "<w:rPr><w:b/><w:sz w:val=\"\(Int(size * 2))\"/></w:rPr>")
      }.joined()
        + """
        <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>\
        <w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" \
        w:color="808080"/><w:bottom w:val="single" w:sz="8" w:color="808080"/><w:insideH w:val="single" w:sz="4" \
        w:color="C0C0C0"/></w:tblBorders><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>\
        </w:tblCellMar></w:tblPr></w:style>
        """
  }

  private static func style(_ id: String, _ name: String, basedOn: String? = nil, _ rest: String = "") -> String {
    "<w:style w:type=\"paragraph\"\(basedOn == nil ? " w:default=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + (basedOn.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "") + "<w:qFormat/>\(rest)</w:style>"
  }

  // MARK: OpenDocument (ISO/IEC 26300)

  private static let o = "urn:oasis:names:tc:opendocument:xmlns"
  private static let openKind = "application/vnd.oasis.opendocument.text"

  private static var openDocument: [(name: String, text: String)] {
    [
      ("mimetype", openKind),
      (
        "META-INF/manifest.xml",
        head + """
          <manifest:manifest xmlns:manifest="\(o):manifest:1.0" manifest:version="1.2"><manifest:file-entry \
          manifest:full-path="/" manifest:media-type="\(openKind)"/><manifest:file-entry manifest:full-path="styles.xml" \
          manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" \
          manifest:media-type="text/xml"/></manifest:manifest>
          """
      ),
      ("styles.xml", openStyles),
      // Pandoc adds it, and lists in the manifest what was here before: LibreOffice refuses a part that is not listed.
      (
        "meta.xml",
        head + "<office:document-meta xmlns:office=\"\(o):office:1.0\" office:version=\"1.2\"/>"
      ),
    ]
  }

  /// What stands in cells keeps away from what stands beside it, for pandoc gives cells no room of their own; lines of code look it.
  private static let cells = """
    <style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph" \
    style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:margin-left="0.1cm" \
    fo:margin-right="0.1cm"/></style:style><style:style style:name="Table_20_Heading" style:display-name="Table Heading" \
    style:family="paragraph" style:parent-style-name="Table_20_Contents" style:class="extra"/><style:style \
    style:name="Preformatted_20_Text" style:display-name="Preformatted Text" \
    style:family="paragraph" style:parent-style-name="Standard" style:class="html"><style:text-properties \
    fo:font-family="Liberation Mono, monospace" fo:font-size="9.5pt"/></style:style>
    """

  private static var openStyles: String {
    let headings = sizes.enumerated().map { level, size in
      """
      <style:style style:name="Heading_20_\(level + 1)" style:display-name="Heading \(level + 1)" style:family="paragraph" \
      style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="\(level + 1)">\
      <style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/>\
      <style:text-properties fo:font-weight="bold" fo:font-size="\(Int(size))pt"/></style:style>
      """
    }.joined()
    return head + """
      <office:document-styles xmlns:office="\(o):office:1.0" xmlns:style="\(o):style:1.0" \
      xmlns:fo="\(o):xsl-fo-compatible:1.0" xmlns:text="\(o):text:1.0" office:version="1.2"><office:styles>\
      <style:default-style style:family="paragraph"><style:text-properties fo:font-family="\(font), Carlito, sans-serif" \
      fo:font-size="10.5pt"/></style:default-style><style:style style:name="Standard" style:family="paragraph" \
      style:class="text"/><style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" \
      style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>\(cells)\(headings)\
      </office:styles><office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties \
      fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.8cm" fo:margin-bottom="1.8cm" fo:margin-left="1.8cm" \
      fo:margin-right="1.8cm"/><style:footer-style/></style:page-layout></office:automatic-styles><office:master-styles>\
      <style:master-page style:name="Standard" style:page-layout-name="pm1"><style:footer><text:p><text:page-number \
      text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>\
      </office:document-styles>
      """
  }
}
