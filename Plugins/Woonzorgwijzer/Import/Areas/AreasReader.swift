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
  let words: AreaWords
  /// The parts that are wanted of what the figures are told apart by.
  var wishes: [RowDimensions.Wish] = []

  /// - Throws: `argument.missing` where no year is given or said, `import.year` where the year that is given is none of the
  ///   file's, `area.unknown`, `area.ambiguous`, `import.nothing`, `import.dimension`.
  func read(_ text: DelimitedText, style: FileKind.AreasStyle, year given: Int?) throws -> [Imported] {
    var region = try RegionFile(text, file: file.name, codebook: codebook, anyColumn: anyColumn, words: words)
    let years = try RowYears(text, file: file.name, given: given)
    let limits = AreaLimits(codebook, header: region.header)
    region.settle(whole: limits.counts)
    let dimensions = try RowDimensions(
      text, file: file.name, keys: region.keys { years[$0].map(String.init) }, used: region.areaColumns, wishes: wishes)
    region.dimensions = dimensions.columns
    let only = try scope.code(among: region.municipalities)
    var imported: [Imported] = []
    var read: [Column] = []
    for year in years.said.sorted() where given == nil || given == year {
      var counts = ImportCounts()
      let rows = region.rows(within: only, where: { years[$0] == year && dimensions[$0] }, counts: &counts)
      if rows.isEmpty { continue }
      var figures = region.figures(rows, counts: &counts, isPossible: limits.allow)
      limits.refuseMoreThanAll(
        &figures, &counts, cell: { region.cell($0, rows[$1]) }, name: { region.cellName($0, rows[$1]) })
      read += figures
      for index in figures.indices { figures[index].name = dimensions.name(figures[index].name) }
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
    imported[0].counts.numbers = region.numberNotices(of: read)
    imported[0].counts.remarks += [region.remark].compactMap { $0 } + dimensions.remarks
    imported[0].counts.unusableCount += dimensions.leftOut
    if let given { imported[0].counts.otherYears = years.count(besides: given) }
    for row in years.others { imported[0].counts.leaveOut(years.words(row, in: text)) }
    return imported
  }
}
