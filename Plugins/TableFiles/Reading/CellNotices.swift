import WorkbenchKit

/// Says what a person has to know of the cells of a table that was read out of a sheet.
struct CellNotices {
  let grid: SheetGrid
  let options: SheetOptions
  let names: ColumnNames
  let scans: [ColumnScan]
  let kinds: [ColumnScan.Kind]

  /// What is missing comes first, then how the others were read.
  var all: [SourceNotice] {
    [errors, uncalculated, formulas, days, percents, mixed, numbersAsText, long].compactMap { $0 }
  }

  private func listed(_ isMeant: (ColumnScan, ColumnScan.Kind) -> Bool) -> [String] {
    scans.indices.filter { isMeant(scans[$0], kinds[$0]) }.map { names.names[$0] }
  }

  private func sum(_ count: (ColumnScan) -> Int) -> Int { scans.reduce(0) { $0 + count($1) } }

  private var errors: SourceNotice? {
    var counts: [Int: Int] = [:]
    for scan in scans { counts.merge(scan.errors, uniquingKeysWith: +) }
    guard !counts.isEmpty else { return nil }
    let kinds = counts.map { (word: String(grid.texts.string($0).prefix(20)), count: $1) }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
    let listed = Text.list(kinds.map { "\($0.word) \($0.count)×" }, atMost: 8)
    let total = counts.values.reduce(0, +)
    return SourceNotice(
      "errors", .caution,
      .counted(
        total,
        Text(nl: "cel heeft een fout en telt als ontbrekend: ", en: "cell holds an error and counts as missing: "),
        Text(nl: "cellen hebben een fout en tellen als ontbrekend: ", en: "cells hold an error and count as missing: "))
        + listed)
  }

  private var uncalculated: SourceNotice? {
    let count = sum(\.uncalculated)
    guard count > 0 else { return nil }
    let columns = Text.quoted(listed { scan, _ in scan.uncalculated > 0 })
    return SourceNotice(
      "uncalculated", .caution,
      .counted(
        count,
        Text(
          nl: "formule heeft geen bewaarde uitkomst en telt als ontbrekend",
          en: "formula has no stored outcome and counts as missing"),
        Text(
          nl: "formules hebben geen bewaarde uitkomst en tellen als ontbrekend",
          en: "formulas have no stored outcome and count as missing"))
        + Text(
          nl: " (\(columns.nl)); open en bewaar het bestand eens in Excel of LibreOffice",
          en: " (\(columns.en)); open and save the file once in Excel or LibreOffice"))
  }

  private var formulas: SourceNotice? {
    let count = sum(\.formulas) - sum(\.uncalculated)
    guard count > 0 else { return nil }
    return SourceNotice(
      "formulas", .info,
      Text(nl: "van ", en: "of ")
        + .counted(count, Text(nl: "formule", en: "formula"), Text(nl: "formules", en: "formulas"))
        + Text(nl: " is de bewaarde uitkomst gelezen", en: " the stored outcome was read"))
  }

  private var days: SourceNotice? {
    let (zero, none) = (sum(\.zeroDays), sum(\.noDays))
    guard zero + none > 0 else { return nil }
    var parts: [Text] = []
    if zero > 0 {
      parts.append(
        .counted(
          zero, Text(nl: "datum is dag 0", en: "date is day 0"), Text(nl: "datums zijn dag 0", en: "dates are day 0")))
    }
    if none > 0 {
      parts.append(
        .counted(
          none, Text(nl: "datum bestaat niet", en: "date does not exist"),
          Text(nl: "datums bestaan niet", en: "dates do not exist")))
    }
    let columns = Text.quoted(listed { scan, _ in scan.zeroDays + scan.noDays > 0 })
    return SourceNotice(
      "dates", .caution,
      .joined(parts, by: "; ")
        + .plural(
          zero + none, Text(nl: " en telt als ontbrekend", en: " and counts as missing"),
          Text(nl: " en tellen als ontbrekend", en: " and count as missing"))
        + Text(nl: " (\(columns.nl))", en: " (\(columns.en))"))
  }

  private var percents: SourceNotice? {
    let partly = listed { scan, kind in kind == .numbers && scan.percents > 0 && scan.percents < scan.numbers }
    guard !partly.isEmpty else { return nil }
    let columns = Text.quoted(partly)
    return SourceNotice(
      "percent", .caution,
      Text(
        nl:
          "een deel van de getallen is als percentage opgemaakt en een deel niet; ze staan er zoals bewaard: \(columns.nl)",
        en:
          "some of the numbers are shown as percentages and some are not; they stand as they are stored: \(columns.en)")
    )
  }

  /// What stands in a text is not shown: it may be about a person.
  private var mixed: SourceNotice? {
    let found = scans.indices.filter { index in
      kinds[index] == .texts && scans[index].numbers > 0 && scans[index].texts + scans[index].dates > 0
        && !options.textColumns.contains(names.names[index])
    }
    guard !found.isEmpty else { return nil }
    let parts = found.prefix(5).map { mixture(names.names[$0], scans[$0]) }
    return SourceNotice(
      "mixed", .caution,
      .plural(
        found.count,
        Text(nl: "een kolom is als tekst gelezen: ", en: "a column was read as text: "),
        Text(nl: "kolommen zijn als tekst gelezen: ", en: "columns were read as text: ")) + .joined(parts))
  }

  private func mixture(_ name: String, _ scan: ColumnScan) -> Text {
    let numbers = Text.counted(scan.numbers, Text(nl: "getal", en: "number"), Text(nl: "getallen", en: "numbers"))
    guard scan.texts > 0, let first = scan.firstText else {
      let days = Text.counted(scan.dates, Text(nl: "datum", en: "date"), Text(nl: "datums", en: "dates"))
      return Text(nl: "'\(name)' (\(numbers.nl) en \(days.nl))", en: "'\(name)' (\(numbers.en) and \(days.en))")
    }
    let texts = Text.counted(scan.texts, Text(nl: "tekst", en: "text"), Text(nl: "teksten", en: "texts"))
    let row = grid.number(ofRow: first)
    let place =
      .plural(
        scan.texts, Text(nl: "in rij \(row)", en: "in row \(row)"),
        Text(nl: "de eerste in rij \(row)", en: "the first in row \(row)")) as Text
    return Text(
      nl: "'\(name)' (\(numbers.nl) en \(texts.nl), \(place.nl))",
      en: "'\(name)' (\(numbers.en) and \(texts.en), \(place.en))")
  }

  private var numbersAsText: SourceNotice? {
    guard options.decimal == nil else { return nil }
    let found = scans.indices.filter { kinds[$0] == .texts && scans[$0].numbersAsText * 2 > scans[$0].texts }
      .filter { !options.textColumns.contains(names.names[$0]) }
    guard !found.isEmpty else { return nil }
    let columns = Text.quoted(found.map { names.names[$0] })
    let commas = found.contains { scans[$0].withComma > 0 }
    let flag = "--decimal \(commas ? "comma" : "point")"
    return SourceNotice(
      "numbers", .info,
      Text(
        nl: "getallen die als tekst zijn getypt, blijven tekst: \(columns.nl); lees ze als getal met \(flag)",
        en: "numbers that were typed as text stay text: \(columns.en); read them as numbers with \(flag)"))
  }

  private var long: SourceNotice? {
    let found = listed { scan, _ in scan.long > 0 }
    guard !found.isEmpty else { return nil }
    let columns = Text.quoted(found)
    return SourceNotice(
      "long", .info,
      Text(
        nl: "als tekst bewaard, want er staan gehele getallen in van meer dan 9.007.199.254.740.992: \(columns.nl)",
        en: "kept as text, because it holds whole numbers above 9,007,199,254,740,992: \(columns.en)"))
  }
}
