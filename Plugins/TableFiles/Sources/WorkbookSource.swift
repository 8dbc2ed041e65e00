import WorkbenchKit

/// Takes tables out of workbooks (xlsx, ods), dBASE tables and archives of files.
struct WorkbookSource: TableSource {
  let name = "workbooks"

  func contents(of target: SourceTarget) throws -> [SourceItem] {
    guard let file = try file(target) else { return [] }
    return try file.contents().map { $0.item(of: file.form) }
  }

  func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent {
    guard let file = try file(target) else {
      return .text(try TableForm.recognise(target.file.bytes, name: target.file.path).notice.map { [$0.notice] } ?? [])
    }
    if file.form == .zip {
      let member = try file.member(choice.item)
      let digest = target.file.sha256
      return .file(
        ReadFile(
          path: "\(target.file.path)!\(member.name)", bytes: member.bytes, sha256: digest,
          parts: member.parts?.map { ReadFile(path: $0.name, bytes: $0.bytes, sha256: digest) }))
    }
    let sheet = try file.table(SheetOptions(choice))
    return .table(
      SourcedTable(
        sheet.table,
        item: file.form == .dbf ? nil : Text(nl: "blad \(sheet.sheet)", en: "sheet \(sheet.sheet)"),
        notices: sheet.notices.filter { choice.isReadAsText ? $0.bearsOnText : true }.map(\.notice),
        titleLines: sheet.titleLines, footLines: sheet.footnotes))
  }

  /// Nil for text that only its name says to be something else.
  private func file(_ target: SourceTarget) throws -> TableFile? {
    let (bytes, name) = (target.file.bytes, target.file.path)
    guard try TableForm.recognise(bytes, name: name).form != nil else { return nil }
    let codePage = try target.beside("cpg").map { String(decoding: $0.prefix(64), as: UTF8.self) }
    return try TableFile(bytes: bytes, name: name, codePage: codePage, interrupt: target.checkInterrupt)
  }
}

extension SheetOptions {
  init(_ choice: SourceChoice) {
    self.init()
    sheet = choice.item
    header =
      switch choice.header {
      case .found: .found
      case .none: .none
      case .row(let row): .row(row)
      }
    headerRows = choice.headerRows
    range = choice.range
    includeHidden = choice.includesHidden
    textColumns = choice.textColumns
    formulas = choice.refusesFormulas ? .refuse : .stored
    percent = choice.percentagesOfHundred ? .hundred : .share
    decimal = choice.decimal
  }
}

extension SheetItem {
  /// As `contents` lists it.
  func item(of form: TableForm) -> SourceItem {
    let kind =
      switch form {
      case .xlsx, .ods: Text(nl: "blad", en: "sheet")
      case .zip: Text(nl: "bestand", en: "file")
      case .dbf: Text(nl: "tabel", en: "table")
      }
    let visibility: SourceItem.Visibility =
      switch state {
      case .visible: .visible
      case .hidden: .hidden
      case .veryHidden: .veryHidden
      }
    let isPart = form == .zip
    return SourceItem(
      name, kind: kind, visibility: visibility, rows: isPart ? nil : rows, columns: isPart ? nil : columns,
      range: range,
      remarks: remarks)
  }

  private var remarks: [Text] {
    var remarks: [Text] = []
    if let headerRow {
      remarks.append(Text(nl: "namen in rij \(headerRow)", en: "names in row \(headerRow)"))
    }
    if !merged.isEmpty {
      remarks.append(
        .counted(
          merged.count, Text(nl: "samengevoegd bereik", en: "merged range"),
          Text(nl: "samengevoegde bereiken", en: "merged ranges")))
    }
    if formulas > 0 {
      remarks.append(
        .counted(formulas, Text(nl: "formule", en: "formula"), Text(nl: "formules", en: "formulas")))
    }
    if let size { remarks.append(.counted(size, Text(nl: "byte", en: "byte"), Text(nl: "bytes", en: "bytes"))) }
    if !isReadable { remarks.append(Text(nl: "niet te lezen", en: "cannot be read")) }
    return remarks
  }
}

extension SourceNotice {
  /// Whether it is still to be said where the table is read as text in columns: what numbers were typed as texts shows there anew,
  /// and what stands around the table is counted.
  fileprivate var bearsOnText: Bool {
    notice.level != .info && !["source.numbers", "source.mixed"].contains(code)
  }
}
