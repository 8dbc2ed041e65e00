import Methods
import WorkbenchKit

/// Reads direct estimates of a survey, each with its error: `area,group,estimate,sd` in people, or `area,group,share,n` as a
/// share of the people in a sample of n.
struct CountsReader {
  static let required: [AnalystSheet.Field] = [.area, .group]

  let file: ReadFile
  let groups: [CountedGroup]
  let evidence: Evidence
  let words: AreaWords

  /// - Throws: `counts.value`, `area.code`, `group.unknown`, `counts.repeated`, each with its line.
  func read(_ text: DelimitedText) throws -> [Imported] {
    var sheet = try AnalystSheet(
      text, file: file.name, required: Self.required, optional: [.estimate, .sd, .share, .sample, .source],
      numeric: [.estimate, .sd, .share, .sample])
    var rows: [(code: String, group: String, figures: Figures, cited: String?)] = []
    var seen: [String: Int] = [:]
    for row in 0..<sheet.rowCount {
      let code = AreaCell.read(row, &sheet, words)
      let group = GroupCell.read(row, &sheet, groups)
      let figures = sheet.has(.estimate) ? people(row, &sheet) : share(row, &sheet)
      guard let code, let group, let figures else { continue }
      if let first = seen.updateValue(row, forKey: "\(code)|\(group)") {
        sheet.refuse(
          row, "counts.repeated",
          Text(
            nl: "\(code) staat met dezelfde groep ook op regel \(sheet.line(first))",
            en: "\(code) stands with the same group on line \(sheet.line(first)) too"))
        continue
      }
      rows.append((code, group, figures, sheet.word(.source, row)))
    }
    try sheet.demandNoProblems()
    let table = Table(
      title: Text(nl: "Directe tellingen", en: "Direct counts"),
      columns: [
        .texts("code", rows.map(\.code)), .texts("group", rows.map(\.group)),
        .numbers("estimate", rows.map(\.figures.estimate), unit: .persons),
        .numbers("sd", rows.map(\.figures.sd), unit: .persons), .numbers("share", rows.map(\.figures.share)),
        .numbers("share_sd", rows.map(\.figures.shareSD)), .texts("cited", rows.map(\.cited)),
      ])
    var counts = ImportCounts()
    counts.columns = sheet.accounts
    counts.numbers = sheet.notices
    counts.read = rows.count
    counts.summary = Text(
      nl: "gelezen \(rows.count) \(rows.count == 1 ? "directe telling" : "directe tellingen")",
      en: "read \(rows.count) \(rows.count == 1 ? "direct count" : "direct counts")")
    let record = ImportRecord(
      kind: .counts, file: file, year: nil, only: nil, columns: sheet.usedNames, evidence: evidence)
    return [
      Imported(name: ImportedTables.counts, table: table, record: record, counts: counts, key: ["code", "group"])
    ]
  }

  /// Either in people or as a share; the other is missing.
  private struct Figures {
    var estimate = Double.nan
    var sd = Double.nan
    var share = Double.nan
    var shareSD = Double.nan
  }

  private func people(_ row: Int, _ sheet: inout AnalystSheet) -> Figures? {
    guard let estimate = sheet.number(.estimate, row), let sd = sheet.number(.sd, row), estimate >= 0, sd > 0 else {
      sheet.refuse(
        row, "counts.value",
        Text(
          nl: "estimate moet nul of meer zijn en sd (de standaardfout, in mensen) meer dan nul",
          en: "estimate must be nought or more, and sd (the standard error, in people) above nought"))
      return nil
    }
    return Figures(estimate: estimate, sd: sd)
  }

  /// The standard error of a share is that of the interval of Wilson, which is not nought at a share of 0 or 1.
  private func share(_ row: Int, _ sheet: inout AnalystSheet) -> Figures? {
    guard let share = sheet.number(.share, row), let count = sheet.number(.sample, row), (0...1).contains(share),
      count >= 1
    else {
      sheet.refuse(
        row, "counts.value",
        Text(
          nl: "share moet tussen 0 en 1 liggen en n (de steekproef) 1 of meer zijn",
          en: "share must be between 0 and 1, and n (the sample) 1 or more"))
      return nil
    }
    let interval = wilsonInterval(share: share, count: count)
    return Figures(share: share, shareSD: (interval.high - interval.low) / (2 * normalDeviate(level: 0.95)))
  }
}
