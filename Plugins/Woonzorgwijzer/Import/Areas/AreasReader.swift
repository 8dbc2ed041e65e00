import WorkbenchKit

/// Reads CBS Kerncijfers wijken en buurten, in the StatLine style and in the wide style.
struct AreasReader {
  let file: ReadFile
  let scope: Scope
  let codebook: Codebook
  let evidence: Evidence

  /// - Throws: `argument.missing` where no year is given or said, `import.year` where both are and differ, `area.unknown`,
  ///   `import.nothing`.
  func read(_ text: DelimitedText, style: FileKind.AreasStyle, year given: Int?) throws -> [Imported] {
    var region = try RegionFile(text, file: file.name)
    let year = try year(text, given)
    let limits = AreaLimits(codebook, header: text.header)
    region.settle(whole: limits.counts)
    var counts = ImportCounts()
    let only = try scope.code(among: region.municipalities)
    let rows = region.rows(within: only, counts: &counts)
    if rows.isEmpty { throw ImportProblem.nothing(file.name, scope) }
    var figures = region.figures(rows, counts: &counts, isPossible: limits.allow)
    limits.refuseMoreThanAll(&figures, region, rows, &counts)
    counts.numbers = region.numberNotices(of: figures)
    let table = Table(
      title: Text(
        nl: "Kerncijfers wijken en buurten \(year)", en: "Key figures of districts and neighbourhoods \(year)"),
      columns: region.keyColumns(rows, named: true) + figures)
    let record = ImportRecord(
      kind: .areas, file: file, year: year, style: style.rawValue, only: only, columns: figures.map(\.name),
      evidence: evidence)
    return [Imported(name: ImportedTables.areas(year), table: table, record: record, counts: counts)]
  }

  /// The year that the file says, or that was given where it says none.
  private func year(_ text: DelimitedText, _ given: Int?) throws -> Int {
    let column = Stem.index(of: ["Perioden"], in: text.header)
    let said = Set((column.map { text.texts(column: $0) } ?? []).compactMap { $0.flatMap(Period.year) })
    if let given {
      if said.isEmpty || said == [given] { return given }
      throw ImportProblem.otherYear(file.name, given, found: Array(said))
    }
    guard said.count == 1, let year = said.first else { throw ImportProblem.missingYear(file.name) }
    return year
  }
}
