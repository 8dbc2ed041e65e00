import WorkbenchKit

/// Reads known totals per area and group, such as an own Wmo registration: `area,group,total`.
///
/// Without a group a total is that of all groups together; the total of a larger area holds for its smaller ones together.
struct MarginsReader {
  static let required: [AnalystSheet.Field] = [.area, .total]
  private static let optional: [AnalystSheet.Field] = [.group, .source]

  let file: ReadFile
  let groups: [CountedGroup]
  let evidence: Evidence
  let words: AreaWords

  /// - Throws: `margin.negative`, `area.code`, `group.unknown`, `margin.repeated`, each with its line.
  func read(_ text: DelimitedText) throws -> [Imported] {
    var sheet = try AnalystSheet(
      text, file: file.name, required: Self.required, optional: Self.optional, numeric: [.total])
    var rows: [(row: Int, code: String, group: String?, total: Double)] = []
    var seen: [String: Int] = [:]
    for row in 0..<sheet.rowCount {
      let code = AreaCell.read(row, &sheet, words)
      let isForAll = Stratum.household(sheet.word(.group, row)) == nil
      let group = isForAll ? nil : GroupCell.read(row, &sheet, groups)
      let count = sheet.problems.count
      guard let total = sheet.number(.total, row) else {
        if sheet.problems.count == count {
          sheet.refuse(row, "margin.missing", Text(nl: "total ontbreekt", en: "total is missing"))
        }
        continue
      }
      guard total >= 0 else {
        sheet.refuse(
          row, "margin.negative",
          Text(
            nl: "total \(NumberText.shortest(total)) is negatief", en: "total \(NumberText.shortest(total)) is negative"
          ))
        continue
      }
      guard let code, isForAll || group != nil else { continue }
      if let first = seen.updateValue(row, forKey: "\(code)|\(group ?? "")") {
        sheet.refuse(
          row, "margin.repeated",
          Text(
            nl: "\(code) staat met dezelfde groep ook op regel \(sheet.line(first))",
            en: "\(code) stands with the same group on line \(sheet.line(first)) too"))
        continue
      }
      rows.append((row, code, group, total))
    }
    try sheet.demandNoProblems()
    let table = Table(
      title: Text(nl: "Bekende totalen", en: "Known totals"),
      columns: [
        .texts("code", rows.map(\.code)), .texts("group", rows.map(\.group)),
        .numbers("total", rows.map(\.total), unit: .persons),
        .texts("cited", rows.map { sheet.word(.source, $0.row) }),
      ])
    var counts = ImportCounts()
    counts.columns = sheet.accounts
    counts.numbers = sheet.notices
    counts.read = rows.count
    counts.summary = Text(
      nl: "gelezen \(rows.count) \(rows.count == 1 ? "totaal" : "totalen")",
      en: "read \(rows.count) \(rows.count == 1 ? "total" : "totals")")
    let fractions = rows.filter { $0.total != $0.total.rounded() }.map { sheet.line($0.row) }
    if !fractions.isEmpty {
      let lines = Text.list(fractions.map(String.init))
      counts.remarks.append(
        .counted(
          fractions.count, Text(nl: "totaal is geen heel aantal mensen", en: "total is no whole number of people"),
          Text(nl: "totalen zijn geen heel aantal mensen", en: "totals are no whole numbers of people"))
          + Text(nl: ": regel \(lines.nl)", en: ": line \(lines.en)"))
    }
    let record = ImportRecord(
      kind: .margins, file: file, year: nil, only: nil, columns: sheet.usedNames, evidence: evidence)
    return [
      Imported(name: ImportedTables.margins, table: table, record: record, counts: counts, key: ["code", "group"])
    ]
  }
}

/// The cell that holds the code of an area.
enum AreaCell {
  /// The code that a cell holds, or that of the area it names.
  static func read(_ row: Int, _ sheet: inout AnalystSheet, _ words: AreaWords) -> String? {
    let word = sheet.word(.area, row) ?? ""
    if let code = AreaCode.reading(word) { return code }
    let found = words.areas(word)
    if found.count == 1 { return found[0].code }
    if found.count > 1 {
      sheet.refuse(
        row, "area.ambiguous", words.ambiguous(word, found),
        wayOut: Text(nl: "geef de code van het gebied", en: "give the code of the area"),
        candidates: found.prefix(5).map { Candidate($0.code, AreaSearch.about($0)) })
      return nil
    }
    sheet.refuse(
      row, "area.code",
      Text(nl: "'\(word)' is geen code van een gebied", en: "'\(word)' is no code of an area"),
      wayOut: Text(
        nl: "een code is NL, GM, WK of BU met cijfers, zoals BU01640501",
        en: "a code is NL, GM, WK or BU with digits, such as BU01640501"))
    return nil
  }
}
