import WorkbenchKit

/// Reads a column of one's own: an area on each row, of one year or of several.
struct OwnReader {
  let opened: OpenedFile
  let figure: OwnFigure
  let codebook: Codebook
  let context: Context
  let protection: Protection
  var encoding: TextEncoding?
  var marks = GivenMarks()
  /// The year that was given.
  var year: Int?
  let words: AreaWords
  /// Names of columns, as the user gave them: of the figures, of the people who were asked, of the standard errors.
  var column: String?
  var sample: String?
  var error: String?
  /// Where fewer people than this were asked, the figure is held back.
  let threshold: Int
  var place: Place?

  private var file: String { opened.file.name }

  /// - Throws: what the readers of files throw; `column.unknown`, `add.column` where it is not clear which column is meant;
  ///   `area.code`, `add.value`, `add.negative`, `add.whole`, `add.share`, `add.beside`, `add.repeated`, each with its line.
  func read() throws -> OwnRows {
    let shape = FileShape(
      opened: opened, encoding: encoding, marks: marks, protection: protection, codes: [], year: year, place: place,
      context: context)
    let table = try shape.table()
    let years = try RowYears(table.text, file: file, given: year)
    let whole = try region(table.text)
    let columns = try OwnColumns(
      table.text, whole, name: figure.name, asked: (column, sample, error), file: file)
    let text = table.text.settled(
      whole: figure.measure == .count ? [columns.figures] + columns.sample.asList : columns.sample.asList,
      fractions: figure.measure == .count ? columns.error.asList : [columns.figures] + columns.error.asList)
    let region = try region(text)
    var rows = OwnRows(column: text.header[columns.figures])
    rows.remarks = table.remarks + [region.remark].compactMap { $0 }
    rows.notices = text.numberNotices(of: [columns.figures])
    var cells = OwnCells(text, columns, figure, file: file)
    var seen: [Int: [String: OwnRows.Row]] = [:]
    var lines: [Int: [String: Int]] = [:]
    let isCount = figure.measure == .count
    let isAsInFile = table.turned.isEmpty && table.columns.isEmpty
    let sum = isAsInFile ? summing(text, region, columns) : nil
    for row in 0..<text.rowCount {
      if row & 1023 == 0 { try context.checkInterrupt() }
      guard let code = region.code(row), AreaCode.isWhole(code) else {
        cells.refuseArea(row, region, &rows)
        continue
      }
      guard let year = years[row] else {
        cells.refuseYear(row, years.words(row, in: text))
        continue
      }
      if let wanted = self.year, wanted != year { continue }
      // Two counts of an area may be alike and yet be parts of a whole: of men and of women.
      if isCount, let first = lines[year]?[code] {
        cells.refuseSecond(row, code, first, sum: sum)
        continue
      }
      if isCount { lines[year, default: [:]][code] = text.line(ofRow: row) }
      guard let one = cells.row(row, code, fewest: threshold) else {
        if cells.isEmpty(row) { rows.empty += 1 }
        continue
      }
      if let first = seen[year]?[code] {
        let agrees = first.agrees(with: one.value, one.mark)
        if agrees, first.agreesBeside(one.sample, one.error) {
          rows.alike += 1
        } else {
          cells.refuseTwice(row, code, first, isOtherFigure: !agrees)
        }
        continue
      }
      seen[year, default: [:]][code] = one
      rows.years[year, default: []].append(one)
    }
    try cells.problems.demandNone()
    if rows.years.isEmpty { throw Self.nothing(file, rows.column, at: place) }
    rows.unasked = cells.unasked
    if figure.measure == .rate {
      let shown = opened.sourced?.table.columns ?? []
      let isNamed = rows.column.contains("%") || OwnScale.isShownAsPercentages(rows.column, among: shown)
      let goesOn = try OwnScale.holdsPercentages(figure.name, in: context.workspace)
      OwnScale.settle(&rows, OwnScale.Signs(ofHundred: cells.isSigned || isNamed, goesOn: goesOn))
    }
    return rows
  }

  /// The line that adds up the rows of each area.
  private func summing(_ text: DelimitedText, _ region: RegionFile, _ columns: OwnColumns) -> String {
    let periods = Stem.index(of: RowYears.names, in: text.header)
    let keys = ([region.areaColumns[0], periods].compactMap { $0 }).map { TypedWord.quoted(text.header[$0]) }
    let figures = TypedWord.quoted(text.header[columns.figures])
    return "read \(TypedWord.quoted(opened.file.path)) | group \(keys.joined(separator: " ")) --sum \(figures)"
  }

  /// - Throws: `add.areas` where no column holds areas that are known.
  private func region(_ text: DelimitedText) throws -> RegionFile {
    do {
      return try RegionFile(text, file: file, codebook: codebook, anyColumn: true, words: words)
    } catch let problem as Diagnostic where problem.code == "import.unrecognised" || problem.code == "import.nothing" {
      let found = Text.list(text.header, atMost: 8)
      throw Diagnostic(
        "add.areas",
        Text(
          nl: "in '\(file)' is geen enkel gebied te herkennen: er staat in \(found.nl)",
          en: "not a single area is recognised in '\(file)': it holds \(found.en)"),
        wayOut: Text(
          nl:
            "zet de code (BU01640501) of de volledige naam van elk gebied in een kolom; 'wzw areas WOORD' zoekt een gebied; er is niets toegevoegd",
          en:
            "put the code (BU01640501) or the full name of each area in a column; 'wzw areas WORD' searches for an area; nothing was added"
        ), place: place)
    }
  }

  private static func nothing(_ file: String, _ column: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "import.nothing",
      Text(
        nl: "'\(file)' heeft in '\(column)' van geen enkel gebied een cijfer",
        en: "'\(file)' has no figure of a single area in '\(column)'"),
      wayOut: Text(
        nl: "controleer de kolom (--column) en het jaar (--year); er is niets toegevoegd",
        en: "check the column (--column) and the year (--year); nothing was added"), place: place)
  }
}

extension Optional {
  /// Itself as a list of one, or an empty one.
  fileprivate var asList: [Wrapped] { map { [$0] } ?? [] }
}
