import WorkbenchKit

/// Reads what carries a population on: `age_from,age_to,survival[,migration][,births][,sex][,from_year]`, one row a band,
/// all bands equally wide and the last open; with `from_year` all bands again for each year from which others hold, with `sex` for
/// men and for women.
///
/// A step lasts as long as a band is wide. `survival` is the share alive a step later, `migration` the net share that comes
/// (-1 and up) in a step, `births` the newborn alive at its end per person of the band.
struct SurvivalReader {
  static let required: [AnalystSheet.Field] = [.ageFrom, .survival]
  private static let optional: [AnalystSheet.Field] = [.ageTo, .migration, .births, .sex, .fromYear, .source]

  let file: ReadFile
  let evidence: Evidence

  /// Rows of the same sex and the same years carry each other on.
  private struct Stratum: Hashable, Comparable {
    /// Nil for both.
    let sex: String?
    /// Nil from the beginning.
    let year: Int?

    static func < (one: Stratum, other: Stratum) -> Bool {
      (one.sex ?? "", one.year ?? .min) < (other.sex ?? "", other.year ?? .min)
    }
  }

  private struct Row {
    let range: AgeRange
    let row: Int
    let figures: [Double]
    let stratum: Stratum
  }

  /// - Throws: `survival.range`, `survival.bands`, `survival.year`, `survival.sex`, each with its line.
  func read(_ text: DelimitedText) throws -> [Imported] {
    var sheet = try AnalystSheet(
      text, file: file.name, required: Self.required, optional: Self.optional,
      numeric: [.ageFrom, .ageTo, .survival, .migration, .births, .fromYear])
    let years = years(&sheet)
    let strata = years.indices.map { row in Stratum(sex: SexCell.read(row, &sheet)?.value, year: years[row]) }
    let ages = AgeColumns(&sheet) { "\(strata[$0].sex ?? "") \(strata[$0].year ?? 0)" }
    ages.refuseOverlaps(&sheet) { strata[$0] == strata[$1] }
    var rows: [Row] = []
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
      if figures.count == limits.count {
        rows.append(Row(range: age.range, row: age.row, figures: figures, stratum: strata[age.row]))
      }
    }
    rows.sort { $0.stratum == $1.stratum ? $0.range.from < $1.range.from : $0.stratum < $1.stratum }
    let parts = Set(rows.map(\.stratum)).sorted()
    let first = rows.filter { $0.stratum == parts.first }.map(\.range)
    for part in parts {
      let these = rows.filter { $0.stratum == part }
      refuseBands(&sheet, these.map { ($0.range, $0.row) })
      if these.map(\.range) != first, let row = these.first?.row { refuseOtherBands(&sheet, row, part) }
    }
    refuseOneSex(&sheet, rows)
    try sheet.demandNoProblems()
    let table = Table(
      title: Text(nl: "Overleving per leeftijdsklasse", en: "Survival per age band"),
      columns: [
        .numbers("age_from", rows.map { Double($0.range.from) }, format: .plain),
        .numbers("age_below", rows.map { $0.range.below.map(Double.init) ?? .nan }, format: .plain),
        .numbers("survival", rows.map { $0.figures[0] }), .numbers("migration", rows.map { $0.figures[1] }),
        .numbers("births", rows.map { $0.figures[2] }),
        .numbers("from_year", rows.map { $0.stratum.year.map(Double.init) ?? .nan }, format: .plain),
        .texts("sex", rows.map(\.stratum.sex)),
        .texts("cited", rows.map { sheet.word(.source, $0.row) }),
      ])
    var counts = ImportCounts()
    counts.columns = sheet.accounts
    counts.numbers = sheet.notices
    counts.read = rows.count
    let width = rows.first?.range.width ?? 0
    let starts = Set(parts.map(\.year)).count
    var periods = starts < 2 ? Text.verbatim("") : Text(nl: ", \(starts) perioden", en: ", \(starts) periods")
    if parts.contains(where: { $0.sex != nil }) {
      periods = periods + Text(nl: ", mannen en vrouwen apart", en: ", men and women apart")
    }
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

  private func refuseOtherBands(_ sheet: inout AnalystSheet, _ row: Int, _ part: Stratum) {
    let year = part.year.map { Text(nl: " vanaf \($0)", en: " from \($0) on") } ?? .verbatim("")
    sheet.refuse(
      row, "survival.bands",
      Text(
        nl: "de klassen\(year.nl) zijn andere dan die ervoor", en: "the bands\(year.en) differ from those before"))
  }

  /// Men without women, or in other years, cannot be carried on: children are born of both.
  private func refuseOneSex(_ sheet: inout AnalystSheet, _ rows: [Row]) {
    let years = { (sex: String) in Set(rows.filter { $0.stratum.sex == sex }.map(\.stratum.year)) }
    guard sheet.problems.isEmpty, years("male") != years("female"),
      let row = rows.first(where: { $0.stratum.sex != nil })
    else { return }
    sheet.refuse(
      row.row, "survival.sex",
      Text(
        nl: "mannen en vrouwen hebben niet dezelfde klassen en jaren",
        en: "men and women do not have the same bands and years"),
      wayOut: Text(
        nl: "geef beide, of laat sex leeg voor samen", en: "give both, or leave sex empty for the two together"))
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
