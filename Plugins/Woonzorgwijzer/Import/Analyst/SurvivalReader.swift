import WorkbenchKit

/// Reads what carries a population on: `age_from,age_to,survival[,migration][,births][,from_year]`, one row a band, all
/// bands equally wide and the last open; with `from_year` all bands again for each year from which others hold.
///
/// A step lasts as long as a band is wide. `survival` is the share alive a step later, `migration` the net share that comes
/// (-1 and up) in a step, `births` the newborn alive at its end per person of the band.
struct SurvivalReader {
  static let required: [AnalystSheet.Field] = [.ageFrom, .survival]
  private static let optional: [AnalystSheet.Field] = [.ageTo, .migration, .births, .fromYear, .source]

  let file: ReadFile
  let evidence: Evidence

  /// - Throws: `survival.range`, `survival.bands`, each with its line.
  func read(_ text: DelimitedText) throws -> [Imported] {
    var sheet = try AnalystSheet(
      text, file: file.name, required: Self.required, optional: Self.optional,
      numeric: [.ageFrom, .ageTo, .survival, .migration, .births, .fromYear])
    let years = years(&sheet)
    let ages = AgeColumns(&sheet) { years[$0].map(String.init) ?? "" }
    ages.refuseOverlaps(&sheet) { years[$0] == years[$1] }
    var rows: [(range: AgeRange, row: Int, figures: [Double], year: Int?)] = []
    for age in ages.rows {
      let limits: [(AnalystSheet.Field, ClosedRange<Double>, Double?)] = [
        (.survival, 0...1, nil), (.migration, -1...10, 0), (.births, 0...10, 0),
      ]
      var figures: [Double] = []
      for (field, range, fallback) in limits {
        guard let value = sheet.number(field, age.row) ?? fallback, range.contains(value) else {
          sheet.refuse(
            age.row, "survival.range",
            Text(
              nl: "\(field.name) ontbreekt of ligt niet in \(Self.shown(range))",
              en: "\(field.name) is missing or not within \(Self.shown(range))"))
          continue
        }
        figures.append(value)
      }
      if figures.count == limits.count { rows.append((age.range, age.row, figures, years[age.row])) }
    }
    rows.sort { ($0.year ?? .min, $0.range.from) < ($1.year ?? .min, $1.range.from) }
    let starts = Set(rows.map(\.year)).sorted { ($0 ?? .min) < ($1 ?? .min) }
    let first = rows.filter { $0.year == starts.first }.map(\.range)
    for start in starts {
      let period = rows.filter { $0.year == start }
      refuseBands(&sheet, period.map { ($0.range, $0.row) })
      if period.map(\.range) != first, let row = period.first?.row { refuseOtherBands(&sheet, row, start) }
    }
    try sheet.demandNoProblems()
    let table = Table(
      title: Text(nl: "Overleving per leeftijdsklasse", en: "Survival per age band"),
      columns: [
        .numbers("age_from", rows.map { Double($0.range.from) }, format: .plain),
        .numbers("age_below", rows.map { $0.range.below.map(Double.init) ?? .nan }, format: .plain),
        .numbers("survival", rows.map { $0.figures[0] }), .numbers("migration", rows.map { $0.figures[1] }),
        .numbers("births", rows.map { $0.figures[2] }),
        .numbers("from_year", rows.map { $0.year.map(Double.init) ?? .nan }, format: .plain),
        .texts("cited", rows.map { sheet.word(.source, $0.row) }),
      ])
    var counts = ImportCounts()
    counts.columns = sheet.accounts
    counts.numbers = sheet.notices
    counts.read = rows.count
    let width = rows.first?.range.width ?? 0
    let periods =
      starts.count < 2 ? Text.verbatim("") : Text(nl: ", \(starts.count) perioden", en: ", \(starts.count) periods")
    counts.summary = Text(
      nl: "gelezen \(first.count) leeftijdsklassen van \(width) jaar, de laatste open\(periods.nl)",
      en: "read \(first.count) age bands of \(width) years, the last open\(periods.en)")
    if let remark = ages.remark { counts.remarks.append(remark) }
    let record = ImportRecord(
      kind: .survival, file: file, year: nil, only: nil, columns: sheet.usedNames, evidence: evidence)
    return [Imported(name: ImportedTables.survival, table: table, record: record, counts: counts, key: [])]
  }

  /// The year from which each row holds; nil from the beginning.
  private func years(_ sheet: inout AnalystSheet) -> [Int?] {
    (0..<sheet.rowCount).map { row in
      guard sheet.has(.fromYear), sheet.word(.fromYear, row) != nil, let number = sheet.number(.fromYear, row) else {
        return nil
      }
      if let year = Int(exactly: number), (1990...2200).contains(year) { return year }
      sheet.refuse(
        row, "survival.year",
        Text(
          nl: "from_year \(NumberText.shortest(number)) is geen jaar van 1990 tot en met 2200",
          en: "from_year \(NumberText.shortest(number)) is no year of 1990 through 2200"))
      return nil
    }
  }

  private func refuseOtherBands(_ sheet: inout AnalystSheet, _ row: Int, _ year: Int?) {
    let year = year.map(String.init) ?? "?"
    sheet.refuse(
      row, "survival.bands",
      Text(
        nl: "de klassen vanaf \(year) zijn andere dan die ervoor",
        en: "the bands from \(year) on differ from those before"))
  }

  private func refuseBands(_ sheet: inout AnalystSheet, _ rows: [(AgeRange, Int)]) {
    guard sheet.problems.isEmpty, let first = rows.first, let last = rows.last else { return }
    let width = first.0.width ?? 0
    for (index, (range, row)) in rows.enumerated() {
      let isLast = index == rows.count - 1
      let starts = index == 0 ? 0 : (rows[index - 1].0.below ?? -1)
      if range.from == starts, isLast ? range.below == nil : range.width == width { continue }
      sheet.refuse(
        row, "survival.bands",
        Text(
          nl:
            "klasse \(range.label) past niet: alle klassen zijn even breed, sluiten aan vanaf 0, en de laatste is open",
          en:
            "band \(range.label) does not fit: all bands are equally wide, follow each other from 0, and the last is open"
        ))
      return
    }
    if rows.count < 2 {
      sheet.refuse(
        last.1, "survival.bands", Text(nl: "één klasse is te weinig", en: "a single band is too few"))
    }
  }

  private static func shown(_ range: ClosedRange<Double>) -> String {
    "\(NumberText.shortest(range.lowerBound))…\(NumberText.shortest(range.upperBound))"
  }
}
