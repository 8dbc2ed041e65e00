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

  /// - Throws: `argument.missing` where no year is given or said, `import.year` where the year that is given is none of the
  ///   file's, `area.unknown`, `import.nothing`.
  func read(_ text: DelimitedText, style: FileKind.AreasStyle, year given: Int?) throws -> [Imported] {
    var region = try RegionFile(text, file: file.name, codebook: codebook, anyColumn: anyColumn)
    let years = try RowYears(text, file: file.name, given: given)
    let limits = AreaLimits(codebook, header: region.header)
    region.settle(whole: limits.counts)
    let only = try scope.code(among: region.municipalities)
    var imported: [Imported] = []
    for year in years.said.sorted() where given == nil || given == year {
      var counts = ImportCounts()
      let rows = region.rows(within: only, where: { years[$0] == year }, counts: &counts)
      if rows.isEmpty { continue }
      var figures = region.figures(rows, counts: &counts, isPossible: limits.allow)
      limits.refuseMoreThanAll(
        &figures, &counts, cell: { region.cell($0, rows[$1]) }, name: { region.cellName($0, rows[$1]) })
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
    imported[0].counts.numbers = region.numberNotices(of: imported.flatMap(\.table.columns))
    if let given { imported[0].counts.otherYears = years.count(besides: given) }
    for row in years.others { imported[0].counts.leaveOut(years.words(row, in: text)) }
    return imported
  }
}
