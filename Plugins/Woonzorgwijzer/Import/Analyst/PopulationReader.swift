import WorkbenchKit

/// Reads people per area in finer bands than CBS gives, by sex and household where they are known:
/// `area,age_from,age_to,sex,household,people`; with a column `year` a table for each year.
struct PopulationReader {
  static let required: [AnalystSheet.Field] = [.area, .ageFrom, .people]
  private static let optional: [AnalystSheet.Field] = [.year, .ageTo, .sex, .household, .source]

  let file: ReadFile
  let scope: Scope
  let evidence: Evidence
  let words: AreaWords

  private struct Row {
    let year: Int
    let code: String
    let sex: String?
    let household: String?
    let people: Double

    var stratum: String { "\(year)|\(code)|\(sex ?? "")|\(household ?? "")" }
  }

  /// - Throws: `argument.missing` without a year, `import.year` where the year that is given is none of the file's,
  ///   `population.negative`, `population.fraction`, `area.code`, `age.overlap`, each with its line.
  func read(_ text: DelimitedText, year given: Int?) throws -> [Imported] {
    var sheet = try AnalystSheet(
      text, file: file.name, required: Self.required, optional: Self.optional,
      numeric: [.ageFrom, .ageTo, .people])
    let years = try years(sheet, given)
    var rows: [Int: Row] = [:]
    for row in 0..<sheet.rowCount where given == nil || years[row] == given {
      rows[row] = read(row, years[row], &sheet)
    }
    let ages = AgeColumns(&sheet) { rows[$0]?.stratum ?? "" }
    refuseOverlaps(&sheet, ages, rows)
    try sheet.demandNoProblems()
    let only = try scope.code(among: [:])
    let all = ages.rows.compactMap { age in rows[age.row].map { (age.range, $0) } }
    let taken = all.filter { row in only.map { AreaCode.holds($0, row.1.code) } ?? true }
    if taken.isEmpty { throw ImportProblem.nothing(file.name, scope) }
    var imported = Set(taken.map(\.1.year)).sorted().map { year in
      self.imported(year, taken.filter { $0.1.year == year }, all.filter { $0.1.year == year }, only, sheet)
    }
    if let remark = ages.remark { imported[0].counts.remarks.append(remark) }
    imported[0].counts.otherYears = sheet.rowCount - rows.count
    return imported
  }

  /// The year of each row: that of the column `year`, else the one that is given.
  private func years(_ sheet: AnalystSheet, _ given: Int?) throws -> [Int] {
    guard sheet.has(.year) else {
      guard let given else { throw ImportProblem.missingYear(file.name, title: sheet.text.titleLines) }
      return [Int](repeating: given, count: sheet.rowCount)
    }
    let said = (0..<sheet.rowCount).map { row in sheet.word(.year, row).flatMap(Period.year) }
    let years = Set(said.compactMap { $0 })
    if let given, !years.isEmpty, !years.contains(given) {
      throw ImportProblem.otherYear(file.name, given, found: Array(years))
    }
    return try said.map { year in
      guard let year = year ?? given else { throw ImportProblem.missingYear(file.name) }
      return year
    }
  }

  private func imported(
    _ year: Int, _ taken: [(AgeRange, Row)], _ all: [(AgeRange, Row)], _ only: String?, _ sheet: AnalystSheet
  ) -> Imported {
    let table = Table(
      title: Text(nl: "Bevolking naar leeftijd \(year)", en: "Population by age \(year)"),
      columns: [
        .texts("code", taken.map(\.1.code)),
        .numbers("age_from", taken.map { Double($0.0.from) }, format: .plain),
        .numbers("age_below", taken.map { $0.0.below.map(Double.init) ?? .nan }, format: .plain),
        .texts("sex", taken.map(\.1.sex)), .texts("household", taken.map(\.1.household)),
        .numbers("people", taken.map(\.1.people), unit: .persons),
      ])
    var counts = ImportCounts()
    counts.columns = sheet.accounts
    counts.numbers = sheet.notices
    let codes = Set(taken.map(\.1.code))
    counts.read = codes.count
    counts.outside = Set(all.map(\.1.code)).count - codes.count
    for code in codes { if let level = AreaLevel(code: code) { counts.levels[level, default: 0] += 1 } }
    let record = ImportRecord(
      kind: .population, file: file, year: year, only: only, columns: sheet.usedNames, evidence: evidence)
    return Imported(name: ImportedTables.population(year), table: table, record: record, counts: counts)
  }

  private func read(_ row: Int, _ year: Int, _ sheet: inout AnalystSheet) -> Row? {
    let code = AreaCell.read(row, &sheet, words)
    let sex = SexCell.read(row, &sheet)
    guard sheet.word(.people, row) != nil else {
      sheet.refuse(row, "population.missing", Text(nl: "people ontbreekt", en: "people is missing"))
      return nil
    }
    guard let people = sheet.number(.people, row) else { return nil }
    guard people >= 0 else {
      sheet.refuse(
        row, "population.negative",
        Text(
          nl: "people \(NumberText.shortest(people)) is negatief",
          en: "people \(NumberText.shortest(people)) is negative"))
      return nil
    }
    guard people == people.rounded() else {
      sheet.refuse(
        row, "population.fraction",
        Text(
          nl: "people \(NumberText.shortest(people)) is geen heel aantal mensen",
          en: "people \(NumberText.shortest(people)) is no whole number of people"),
        wayOut: Text(
          nl: "staat de tabel in duizendtallen, of zijn het gemiddelden? schrijf hele mensen",
          en: "is the table in thousands, or are these means? write whole people"))
      return nil
    }
    guard let code, let sex else { return nil }
    return Row(
      year: year, code: code, sex: sex.value, household: Stratum.household(sheet.word(.household, row)), people: people)
  }

  /// Within a stratum only: a table may give everybody beside the sexes.
  private func refuseOverlaps(_ sheet: inout AnalystSheet, _ ages: AgeColumns, _ rows: [Int: Row]) {
    let groups = Dictionary(grouping: ages.rows, by: \.stratum)
    for group in groups.values {
      let sorted = group.sorted { ($0.range.from, $0.row) < ($1.range.from, $1.row) }
      for (one, other) in zip(sorted, sorted.dropFirst()) where one.range.overlaps(other.range) {
        sheet.refuse(
          other.row, "age.overlap",
          Text(
            nl: "de leeftijden \(other.range.label) overlappen met \(one.range.label) op regel \(sheet.line(one.row))",
            en: "ages \(other.range.label) overlap with \(one.range.label) on line \(sheet.line(one.row))"))
      }
    }
  }
}
