import WorkbenchKit

/// A file that holds tables: a workbook, a dBASE table, or a zip with files in it.
struct TableFile {
  private enum Content {
    case sheets(any SheetSource)
    case table(DBaseFile)
    case package(ZipArchive)
  }

  /// In which form it is.
  let form: TableForm
  /// What the file is called.
  let name: String
  /// Told where its name says that it is something else.
  let notice: SourceNotice?
  private let content: Content
  private let limits: SourceLimits
  private let interrupt: () throws -> Void

  /// Opens a file that lies in memory; a workbook's sheets are read only when they are asked for.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what it is called, with its ending.
  ///   - codePage: what stands in the file of the ending .cpg beside a dbf; nil where there is none.
  ///   - limits: how large it may be.
  ///   - interrupt: throws where a person wants to stop; asked at least every few thousand cells.
  /// - Throws: what `TableForm.recognise` throws, `source.form`, `source.damaged`, `source.doctype`, `source.encrypted`,
  ///   `source.large`, `source.bomb`, `source.codepage`, `source.cells`.
  init(
    bytes: [UInt8], name: String, codePage: String? = nil, limits: SourceLimits = .standard,
    interrupt: @escaping () throws -> Void
  ) throws {
    let recognition = try TableForm.recognise(bytes, name: name, limits: limits)
    guard let form = recognition.form else {
      throw FormProblem(name: name, promisesTable: recognition.notice != nil).somethingElse()
    }
    self.form = form
    self.name = name
    self.limits = limits
    self.interrupt = interrupt
    notice = recognition.notice
    switch form {
    case .dbf:
      content = .table(
        try DBaseFile(bytes, name: name, codePage: codePage, limits: limits, interrupt: interrupt))
    case .zip: content = .package(try ZipArchive(bytes, name: name, limits: limits))
    case .xlsx:
      content = .sheets(try Workbook(try ZipArchive(bytes, name: name, limits: limits), interrupt: interrupt))
    case .ods:
      content = .sheets(try OpenDocumentFile(try ZipArchive(bytes, name: name, limits: limits), interrupt: interrupt))
    }
  }

  private var problem: SourceProblem { SourceProblem(name) }

  private func reading(_ source: any SheetSource) -> SheetReading {
    SheetReading(source: source, limits: limits, problem: problem, interrupt: interrupt)
  }

  /// Returns what is inside: sheets, members, or the one table.
  func contents() throws -> [SheetItem] {
    switch content {
    case .sheets(let source): return try reading(source).items()
    case .package(let archive): return ZipMembers(archive: archive, interrupt: interrupt).items
    case .table(let file):
      let (rows, columns) = (file.rowCount, file.header.fields.count)
      return [SheetItem(name: name, rows: rows, columns: columns, cells: rows * columns)]
    }
  }

  /// Returns a file out of a zip: the named one, or the only one that can be read.
  ///
  /// - Throws: `source.member`, `source.path`, `source.encrypted`, `source.large`, `source.bomb`, `source.damaged`.
  func member(_ name: String?) throws -> ZipMembers.Member {
    guard case .package(let archive) = content else {
      throw Diagnostic(
        "source.member",
        Text(nl: "'\(self.name)' is geen zip met bestanden", en: "'\(self.name)' is no zip with files"),
        wayOut: Text(nl: "lees het zelf: read \(self.name)", en: "read it itself: read \(self.name)"))
    }
    return try ZipMembers(archive: archive, interrupt: interrupt).read(name)
  }

  /// Returns the table of a sheet, or of a dBASE file.
  ///
  /// - Throws: `source.sheet`, `source.range`, `source.header`, `source.formulas`, `source.empty`, `source.member` for a
  ///   zip, `column.unknown`, and all that is wrong with the part that is read.
  func table(_ options: SheetOptions = SheetOptions()) throws -> SheetTable {
    var result: SheetTable
    switch content {
    case .sheets(let source): result = try reading(source).table(options)
    case .table(let file):
      let reading = try file.table(textColumns: options.textColumns)
      result = SheetTable(table: reading.table, notices: reading.notices, sheet: name, range: "")
    case .package:
      throw Diagnostic(
        "source.member",
        Text(nl: "'\(name)' is een zip, en geen tabel", en: "'\(name)' is a zip, and no table"),
        wayOut: Text(
          nl: "noem het bestand erin, zoals \(name)!kwb.csv; contents \(name) laat zien wat erin zit",
          en: "name the file in it, such as \(name)!kwb.csv; contents \(name) shows what it holds"))
    }
    if let notice { result.notices.insert(notice, at: 0) }
    return result
  }
}
