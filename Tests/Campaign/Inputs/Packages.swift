import Printing

/// Files that are packages of others: what is damaged is a part, and the package around it is whole, so that its sums are right.
enum Packages {
  private static let sheet = """
    <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c>\
    <c r="B3" t="inlineStr"><is><t>inwoners</t></is></c><c r="C3" t="str"><v>dag</v></c><c r="D3" t="s"><v>2</v></c></row>\
    <row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4"><v>1200</v></c><c r="C4" s="1"><v>45000</v></c><c r="D4" s="2"><v>0.123</v></c></row>\
    <row r="5"><c r="A5" t="s"><v>4</v></c><c r="B5"><f>B4*2</f><v>2400</v></c><c r="C5" t="e"><v>#N/A</v></c><c r="D5" t="b"><v>1</v></c></row>\
    <row r="6" hidden="1"><c r="A6" t="s"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>
    """
  private static let strings = """
    <sst><si><t>Kerncijfers 2024</t></si><si><t>code</t></si><si><t>eenzaam</t></si><si><t>GM0344</t></si>\
    <si><r><t>BU</t></r><r><t xml:space="preserve">0344 _x000D_</t></r></si><si><t>Bron: verzonnen</t></si></sst>
    """
  private static let styles = """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd-mm-yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/>\
    <xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>
    """
  private static let book = """
    <workbook xmlns:r="x"><workbookPr date1904="0"/><sheets><sheet name="Blad" sheetId="1" r:id="r1"/>\
    <sheet name="Weg" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>
    """
  private static let links = """
    <Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="r2" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="s" Type="http://x/styles" Target="styles.xml"/>\
    <Relationship Id="t" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>
    """

  /// The parts of a workbook, any of which may be the damaged one.
  static let workbookParts = [sheet, strings, styles, book, links]

  /// Puts a part into a workbook, in the place that its first element tells.
  static func workbook(_ part: [UInt8]) -> [UInt8] {
    let start = String(decoding: part.prefix(64), as: UTF8.self)
    let place =
      ["<worksheet", "<sst", "<styleSheet", "<workbook", "<Relationships"].firstIndex { start.contains($0) } ?? 0
    var parts = workbookParts.map { Array($0.utf8) }
    parts[place] = part
    let names = [
      "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
    ]
    let types: (String, [UInt8]) = ("[Content_Types].xml", Array("<Types/>".utf8))
    return ZipArchive.bytes(of: [types] + zip(names, parts).map { ($0, $1) })
  }

  static let documentContent = """
    <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>\
    <table:table table:name="Blad"><table:table-row><table:table-cell office:value-type="string"><text:p>code</text:p></table:table-cell>\
    <table:table-cell office:value-type="string"><text:p>getal</text:p></table:table-cell></table:table-row>\
    <table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="string"><text:p>GM0344</text:p></table:table-cell>\
    <table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2"/></table:table-row>\
    <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>\
    </table:table></office:spreadsheet></office:body></office:document-content>
    """

  /// Puts the content into a document of OpenDocument.
  static func document(_ content: [UInt8]) -> [UInt8] {
    ZipArchive.bytes(of: [
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", content),
    ])
  }

  /// Puts a member into an archive.
  static func archive(_ member: [UInt8]) -> [UInt8] {
    ZipArchive.bytes(of: [("kwb.csv", member), ("lees mij.txt", Array("niets".utf8))])
  }

  /// A dBASE table of two columns and three rows, of which one was deleted.
  static let dbase: [UInt8] = {
    var bytes: [UInt8] = [3, 124, 1, 1, 3, 0, 0, 0, 97, 0, 21, 0] + [UInt8](repeating: 0, count: 20)
    for (name, type, length) in [("CODE", "C", 10), ("GETAL", "N", 10)] {
      bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 11 - name.utf8.count) + Array(type.utf8)
      bytes += [0, 0, 0, 0, UInt8(length), type == "N" ? 2 : 0] + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for row in [" GM0344          12.50", " BU01            -3.00", "*GM9999           1.00"] {
      bytes += Array(row.utf8.prefix(21))
    }
    return bytes + [0x1A]
  }()
}
