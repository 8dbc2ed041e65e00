import WorkbenchKit

/// A workbook in the form of Excel (xlsx, xlsm; ECMA-376, part 1).
final class Workbook: SheetSource {
  let heads: [SheetHead]?
  let texts: TextPool
  private let archive: ZipArchive
  private let interrupt: () throws -> Void
  private let sheets: [(head: SheetHead, path: String)]
  private let formats: CellFormats
  private let countsFrom1904: Bool
  private let sharedCount: Int

  /// Reads everything but the sheets themselves.
  ///
  /// - Throws: `source.damaged`, `source.doctype`, `source.large`, `source.bomb`, `source.path`, `source.cell`.
  init(_ archive: ZipArchive, interrupt: @escaping () throws -> Void) throws {
    self.archive = archive
    self.interrupt = interrupt
    let package = PackageReader(archive, interrupt: interrupt)
    let path = try Relationships(of: "", in: package).first("officeDocument")?.path ?? "xl/workbook.xml"
    let list = WorkbookList()
    try package.parse(try Self.part(path, archive), by: list)
    let links = try Relationships(of: path, in: package)
    let byID = Dictionary(links.links.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var sheets: [(SheetHead, String)] = []
    for entry in list.sheets {
      guard let link = byID[entry.id] else { throw archive.problem.missingPart(entry.name) }
      // A sheet of only a chart, or of macros of 1992, has no cells to read.
      guard link.kind == "worksheet" else { continue }
      sheets.append((SheetHead(name: entry.name, state: entry.state, number: sheets.count + 1), link.path))
    }
    self.sheets = sheets
    heads = sheets.map(\.0)
    countsFrom1904 = list.countsFrom1904
    if let link = links.first("styles") {
      let styles = StylesListener()
      try package.parse(try Self.part(link.path, archive), by: styles)
      formats = CellFormats(styles.formats)
    } else {
      formats = CellFormats(nil)
    }
    texts = TextPool(archive.limits, archive.problem)
    if let link = links.first("sharedStrings") {
      try package.parse(
        try Self.part(link.path, archive), by: SharedTexts(into: texts, archive.limits, archive.problem))
    }
    sharedCount = texts.count
  }

  func eachSheet(_ visit: (SheetHead) throws -> (any CellSink)?) throws {
    let package = PackageReader(archive, interrupt: interrupt)
    for sheet in sheets {
      guard let sink = try visit(sheet.head) else { continue }
      let listener = SheetListener(
        sink, part: sheet.path, formats: formats, countsFrom1904: countsFrom1904, sharedCount: sharedCount,
        archive.limits, archive.problem)
      do { try package.parse(try Self.part(sheet.path, archive), by: listener) } catch is HeardEnough { continue }
    }
  }

  private static func part(_ path: String, _ archive: ZipArchive) throws -> ZipPart {
    guard let part = archive.part(path) else { throw archive.problem.missingPart(path) }
    return part
  }
}

/// The list of sheets in a workbook.
private final class WorkbookList: ElementListener {
  var sheets: [(name: String, id: String, state: SheetHead.State)] = []
  var countsFrom1904 = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("workbookPr") {
      countsFrom1904 = attributes.isTrue("date1904")
    } else if name.is("sheet"), let title = attributes.string("name"), let id = attributes.local("id") {
      let state = attributes.string("state").flatMap(SheetHead.State.init) ?? .visible
      sheets.append((title, id, state))
    }
  }

  func end(_ name: XMLName) {}
  func hear(_ text: UnsafeBufferPointer<UInt8>) {}
}
