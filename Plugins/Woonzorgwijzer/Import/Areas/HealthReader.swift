import WorkbenchKit

/// Reads RIVM/CBS Gezondheid per wijk en buurt: percentages per area and age group, a table for each year and group.
struct HealthReader {
  /// `Marges` of the figure itself, as a code and in words; others are bounds around it.
  private static let values: Set = ["MW00000", "Waarde", "Value"]

  let file: ReadFile
  let scope: Scope
  let codebook: Codebook
  let evidence: Evidence
  let words: AreaWords
  /// The parts that are wanted of what the figures are told apart by, but for ages, which are kept apart.
  var wishes: [RowDimensions.Wish] = []

  private struct Group: Hashable {
    let year: Int
    let age: String
  }

  /// - Throws: `argument.missing`, `import.year`, `area.unknown`, `area.ambiguous`, `import.nothing`, `import.dimension`.
  func read(_ text: DelimitedText, year given: Int?) throws -> [Imported] {
    var region = try RegionFile(text, file: file.name, codebook: codebook, words: words)
    let header = text.header
    var name = Remembered { AgeWords.name($0) ?? $0 }
    let ages = (Stem.index(of: ["Leeftijd"], in: header).map { text.texts(column: $0) } ?? []).map { age in
      age.map { name($0) }
    }
    let years = try RowYears(text, file: file.name, given: given)
    let margins = Stem.index(of: ["Marges"], in: header).map { text.texts(column: $0) }
    let ageColumn = Stem.index(of: ["Leeftijd"], in: header)
    let dimensions = try RowDimensions(
      text, file: file.name,
      keys: region.keys { row in
        guard margins?[row].map(Self.values.contains) ?? true, let year = years[row] else { return nil }
        return "\(year) \(ages[row] ?? "")"
      }, used: region.areaColumns + [ageColumn, Stem.index(of: ["Marges"], in: header)], wishes: wishes)
    try dimensions.demandAll(file.name, at: wishes.first?.place)
    region.dimensions = dimensions.columns
    let only = try scope.code(among: region.municipalities)

    var rowsOf: [Group: [Bool]] = [:]
    var unplaced = 0
    var otherYears = 0
    var others: [Int] = []
    var bounds: Set<String> = []
    for row in 0..<text.rowCount {
      if let margin = margins?[row], !Self.values.contains(margin) {
        bounds.insert(margin)
        unplaced += 1
        continue
      }
      guard let year = years[row] else {
        others.append(row)
        continue
      }
      if let given, given != year {
        otherYears += 1
        continue
      }
      guard dimensions[row] else { continue }
      guard let age = ages[row] else {
        unplaced += 1
        continue
      }
      rowsOf[Group(year: year, age: age), default: [Bool](repeating: false, count: text.rowCount)][row] = true
    }
    var imported: [Imported] = []
    for (group, isIn) in rowsOf.sorted(by: { ($0.key.year, $0.key.age) < ($1.key.year, $1.key.age) }) {
      if let one = make(region, group, isIn, only) { imported.append(one) }
    }
    guard !imported.isEmpty else { throw ImportProblem.nothing(file.name, scope) }
    imported[0].counts.remarks += [region.remark].compactMap { $0 } + dimensions.remarks
    imported[0].counts.unusableCount += unplaced + dimensions.leftOut
    for row in others { imported[0].counts.leaveOut(years.words(row, in: text)) }
    imported[0].counts.otherYears = otherYears
    imported[0].counts.numbers = region.numberNotices(of: imported.flatMap(\.table.columns))
    if !bounds.isEmpty { imported[0].counts.remarks.append(boundsRemark(bounds)) }
    return imported
  }

  private func make(_ region: RegionFile, _ group: Group, _ isIn: [Bool], _ only: String?) -> Imported? {
    var counts = ImportCounts()
    let rows = region.rows(within: only, where: { isIn[$0] }, counts: &counts)
    if rows.isEmpty { return nil }
    var figures = region.figures(rows, counts: &counts) { (0...100).contains($1) }
    if areShares(figures, rows, region) {
      for index in figures.indices {
        figures[index].storage = .numbers((figures[index].numbers ?? []).map { ($0 * 1e8).rounded() / 1e6 })
      }
      counts.remarks.append(
        Text(
          nl: "alle cijfers liggen van 0 tot en met 1: gelezen als aandelen, en bewaard als percentages",
          en: "all figures lie from 0 through 1: read as shares, and kept as percentages"))
    }
    let known = codebook.age(group.age)
    let age = known?.name ?? group.age
    if known == nil { counts.remarks.append(unknownAge(group.age)) }
    let table = Table(
      title: Text(nl: "Gezondheid \(group.year), \(age)", en: "Health \(group.year), \(age)"),
      columns: region.keyColumns(rows, named: false) + figures)
    let record = ImportRecord(
      kind: .health, file: file, year: group.year, age: age, only: only, columns: table.figureNames,
      evidence: evidence)
    return Imported(
      name: ImportedTables.health(group.year, age), table: table, record: record, counts: counts, adds: true)
  }

  /// Whether all figures are shares of one: percentages of many indicators and areas are not all below one percent.
  private func areShares(_ figures: [Column], _ rows: [Int], _ region: RegionFile) -> Bool {
    let values = figures.flatMap { $0.numbers ?? [] }.filter { !$0.isNaN }
    let isSigned = figures.contains { figure in
      guard let column = region.header.firstIndex(of: figure.name) else { return false }
      let cells = rows.lazy.map { region.text.cell(row: $0, column: column).trimmedOfPadding }
      return cells.first { !$0.isEmpty }?.contains("%") ?? false
    }
    return !isSigned && values.allSatisfy { $0 <= 1 } && values.contains { $0 > 0 && $0 < 1 }
  }

  private func unknownAge(_ code: String) -> Text {
    let known = codebook.ages.map { "\($0.code) = \($0.name)" }.joined(separator: ", ")
    return Text(
      nl: "leeftijdscode \(code) is onbekend (bekend: \(known)); de percentages zijn bewaard onder die code",
      en: "age code \(code) is unknown (known: \(known)); the percentages are kept under that code")
  }

  private func boundsRemark(_ bounds: Set<String>) -> Text {
    let codes = bounds.sorted().joined(separator: ", ")
    return Text(
      nl: "regels met een marge (\(codes)) zijn overgeslagen: alleen de waarde zelf is ingelezen",
      en: "rows that give a margin (\(codes)) were skipped: only the value itself was read")
  }
}

/// The words with which StatLine's website names an age group: `65 jaar of ouder` is `65+`.
private enum AgeWords {
  static func name(_ words: String) -> String? {
    let parts = words.lowercased().split(separator: " ").filter { $0 != "totaal" && $0 != "leeftijd:" }
    if parts.count == 4, parts[1...] == ["jaar", "of", "ouder"], let from = Int(parts[0]) { return "\(from)+" }
    if parts.count == 4, parts[1] == "tot", parts[3] == "jaar", let from = Int(parts[0]), let below = Int(parts[2]) {
      return "\(from)-\(below)"
    }
    return nil
  }
}
