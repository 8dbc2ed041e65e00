import WorkbenchKit

/// In which form a file holds tables, as its first bytes tell; the ending of its name decides nothing.
enum TableForm: String, Sendable, CaseIterable {
  case xlsx, ods, dbf, zip

  /// What a file is, with a remark where its name says otherwise.
  struct Recognition {
    /// Nil for what is none of them, such as plain text.
    let form: TableForm?
    /// Told where the ending contradicts it.
    let notice: SourceNotice?
  }

  /// Returns the form of a file; nil where it is none of them.
  init?(bytes: [UInt8], name: String) {
    guard let form = try? Self.recognise(bytes, name: name).form else { return nil }
    self = form
  }

  /// Looks what a file is.
  ///
  /// - Throws: `source.oldxls`, `source.encrypted`, `source.html`, `source.xml2003`, `source.xlsb`, `source.parquet`,
  ///   `source.damaged`, `source.parts`, `source.path`, `source.empty`.
  static func recognise(_ bytes: [UInt8], name: String, limits: SourceLimits = .standard) throws -> Recognition {
    let ending = FileEnding.of(name)
    let promised = promised(by: ending)
    let problem = FormProblem(name: name, promisesTable: promised != nil || ending == "xls")
    if bytes.isEmpty, promised != nil { throw problem.empty() }
    if bytes.starts(with: ZipArchive.magic) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      let form = try inside(ZipArchive(bytes, name: name, limits: limits), problem)
      // A workbook may well be called .zip by somebody who looks into it.
      let isTold = promised != nil && promised != form && promised != .zip
      return Recognition(form: form, notice: isTold ? problem.told(form.words) : nil)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw holds("EncryptedPackage", bytes) ? SourceProblem(name).encrypted() : problem.oldWorkbook()
    }
    if bytes.starts(with: "PAR1".utf8) { throw problem.parquet() }
    if let header = DBaseHeader(bytes), promised == .dbf || header.isWhole(bytes) {
      return Recognition(form: .dbf, notice: promised != nil && promised != .dbf ? problem.told(Self.dbf.words) : nil)
    }
    guard problem.promisesTable else { return Recognition(form: nil, notice: nil) }
    let start = beginning(bytes)
    if ["<html", "<!doctype html", "<table", "<head", "<body"].contains(where: start.hasPrefix) {
      throw problem.page()
    }
    if start.contains("office:spreadsheet") || start.contains("progid=\"excel.sheet\"") { throw problem.sheetOf2003() }
    if promised != .dbf, promised != .zip, isText(bytes) {
      return Recognition(form: nil, notice: problem.told(Text(nl: "gewone tekst", en: "plain text")))
    }
    throw promised == .dbf
      ? SourceProblem(name).damaged(
        nl: "de beschrijving van de kolommen klopt niet", en: "the list of columns is not right")
      : problem.somethingElse()
  }

  /// The form that an ending promises; nil where it promises none of these.
  static func promised(by ending: String) -> TableForm? {
    switch ending {
    case "xlsx", "xlsm", "xltx", "xltm": .xlsx
    case "ods", "ots": .ods
    case "dbf": .dbf
    case "zip": .zip
    default: nil
    }
  }

  private var words: Text {
    switch self {
    case .xlsx: Text(nl: "een werkmap van Excel (xlsx)", en: "a workbook of Excel (xlsx)")
    case .ods: Text(nl: "een werkmap van LibreOffice (ods)", en: "a workbook of LibreOffice (ods)")
    case .dbf: Text(nl: "een dBASE-tabel (dbf)", en: "a dBASE table (dbf)")
    case .zip: Text(nl: "een zip-bestand", en: "a zip file")
    }
  }

  private static func inside(_ archive: ZipArchive, _ problem: FormProblem) throws -> TableForm {
    if archive.part("xl/workbook.bin") != nil { throw problem.binaryWorkbook() }
    // Some programs call the list of sheets otherwise.
    let isPackage = archive.part("[Content_Types].xml") != nil
    if archive.part("xl/workbook.xml") != nil
      || isPackage && archive.parts.contains(where: { $0.name.hasPrefix("xl/worksheets/") })
    {
      return .xlsx
    }
    if let mimetype = archive.part("mimetype"), mimetype.size <= 256 {
      let type = try archive.bytes(of: mimetype, interrupt: {})
      if type.starts(with: "application/vnd.oasis.opendocument.spreadsheet".utf8) { return .ods }
    }
    return .zip
  }

  /// Whether a word stands in the list of streams of an old file of Office, which writes two bytes a letter.
  private static func holds(_ word: String, _ bytes: [UInt8]) -> Bool {
    let wide = word.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    guard let first = wide.first else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      // The entries of that list stand at multiples of 128.
      stride(from: 0, to: max(0, buffer.count - wide.count), by: 128).contains { place in
        buffer[place] == first && buffer[place..<place + wide.count].elementsEqual(wide)
      }
    }
  }

  /// The first letters, small, without a mark of byte order or blanks before them.
  private static func beginning(_ bytes: [UInt8]) -> String {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes.dropFirst(mark).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return String(decoding: text.prefix(1024), as: UTF8.self).lowercased()
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.prefix(4096).contains { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20) }
  }
}
