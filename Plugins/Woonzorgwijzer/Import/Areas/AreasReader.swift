import WorkbenchKit

/// Reads CBS Kerncijfers wijken en buurten, in the StatLine style and in the wide style, and other tables with a code of an
/// area on each row: a table for each year.
struct AreasReader {
  let file: ReadFile
  let scope: Scope
  let codebook: Codebook
  let evidence: Evidence
  /// Whether the codes may stand under any name, since the user said what the file is.
  var anyColumn = false

  /// The rows of each year, and those whose period is no year.
  private struct Years {
    var rows: [Int: [Bool]] = [:]
    var others: [(row: Int, period: String)] = []
    /// Rows of years that were not asked for.
    var unwanted = 0
  }

  /// - Throws: `argument.missing` where no year is given or said, `import.year` where the year that is given is none of the
  ///   file's, `area.unknown`, `import.nothing`.
  func read(_ text: DelimitedText, style: FileKind.AreasStyle, year given: Int?) throws -> [Imported] {
    var region = try RegionFile(text, file: file.name, codebook: codebook, anyColumn: anyColumn)
    let years = try years(text, given)
    let limits = AreaLimits(codebook, header: region.header)
    region.settle(whole: limits.counts)
    let only = try scope.code(among: region.municipalities)
    var imported: [Imported] = []
    for (year, isIn) in years.rows.sorted(by: { $0.key < $1.key }) {
      var counts = ImportCounts()
      let rows = region.rows(within: only, where: { isIn[$0] }, counts: &counts)
      if rows.isEmpty { continue }
      var figures = region.figures(rows, counts: &counts, isPossible: limits.allow)
      limits.refuseMoreThanAll(&figures, region, rows, &counts)
      counts.numbers = imported.isEmpty ? region.numberNotices(of: figures) : []
      let table = Table(
        title: Text(
          nl: "Kerncijfers wijken en buurten \(year)", en: "Key figures of districts and neighbourhoods \(year)"),
        columns: region.keyColumns(rows, named: true) + figures)
      let record = ImportRecord(
        kind: .areas, file: file, year: year, style: style.rawValue, only: only, columns: table.figureNames,
        evidence: evidence)
      imported.append(
        Imported(name: ImportedTables.areas(year), table: table, record: record, counts: counts, adds: true))
    }
    guard !imported.isEmpty else { throw ImportProblem.nothing(file.name, scope) }
    imported[0].counts.otherYears = years.unwanted
    for (row, period) in years.others {
      imported[0].counts.leaveOut("\(text.line(ofRow: row)) ('\(period)')")
    }
    return imported
  }

  /// The years that the file says, of which only the given one where one is given; that one where the file says none.
  private func years(_ text: DelimitedText, _ given: Int?) throws -> Years {
    var years = Years()
    let all = [Bool](repeating: true, count: text.rowCount)
    let periods = Stem.index(of: ["Perioden", "Periode", "Jaar", "Year"], in: text.header).map {
      text.texts(column: $0)
    }
    var known = Remembered(Period.year)
    let said = Set((periods ?? []).compactMap { period in period.flatMap { known($0) } })
    guard let periods, !said.isEmpty else {
      guard let given else { throw ImportProblem.missingYear(file.name, title: text.titleLines) }
      years.rows[given] = all
      return years
    }
    if let given, !said.contains(given) { throw ImportProblem.otherYear(file.name, given, found: Array(said)) }
    for (row, period) in periods.enumerated() {
      guard let year = period.flatMap({ known($0) }) else {
        years.others.append((row, period ?? ""))
        continue
      }
      if let given, given != year {
        years.unwanted += 1
      } else {
        years.rows[year, default: all.map { _ in false }][row] = true
      }
    }
    return years
  }
}

extension Table {
  /// The names of its columns of figures, as they stand in the table.
  var figureNames: [String] { columns.filter { $0.numbers != nil && $0.name != "source" }.map(\.name) }
}
