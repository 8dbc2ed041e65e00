import WorkbenchKit

/// Reads the analyst's own rates: which share of the people of an age, a sex and a kind of household belongs to a group.
struct RatesReader {
  static let required: [AnalystSheet.Field] = [.group, .ageFrom, .rate]
  private static let optional: [AnalystSheet.Field] = [.ageTo, .sex, .household, .low, .high, .source]

  let file: ReadFile
  let groups: [CountedGroup]
  let evidence: Evidence

  private struct Row {
    let group: String
    let sex: String?
    let household: String?
    let rate: Double
    let low: Double?
    let high: Double?
  }

  /// - Throws: `group.unknown`, `rate.range`, `rate.percent`, `rate.interval`, `age.overlap` and what else `AnalystSheet`
  ///   and `AgeColumns` find, each with its line.
  func read(_ text: DelimitedText) throws -> [Imported] {
    var sheet = try AnalystSheet(
      text, file: file.name, required: Self.required, optional: Self.optional,
      numeric: [.ageFrom, .ageTo, .rate, .low, .high])
    var rows: [Int: Row] = [:]
    for row in 0..<sheet.rowCount { rows[row] = read(row, &sheet) }
    let ages = AgeColumns(&sheet) { row in rows[row].map { "\($0.group)|\($0.sex ?? "")|\($0.household ?? "")" } ?? "" }
    func meet(_ one: Int, _ other: Int) -> Bool {
      guard let one = rows[one], let other = rows[other] else { return false }
      return one.group == other.group && Self.meet(one.sex, other.sex) && Self.meet(one.household, other.household)
    }
    ages.refuseOverlaps(&sheet, where: { rows[$0] != nil }, meet: meet)
    try sheet.demandNoProblems()
    return [imported(sheet, ages, rows)]
  }

  /// Whether two strata can hold the same person: everybody meets all.
  private static func meet(_ one: String?, _ other: String?) -> Bool { one == nil || other == nil || one == other }

  private func read(_ row: Int, _ sheet: inout AnalystSheet) -> Row? {
    let group = GroupCell.read(row, &sheet, groups)
    let sex = SexCell.read(row, &sheet)
    let count = sheet.problems.count
    let rate = sheet.number(.rate, row)
    let low = sheet.number(.low, row)
    let high = sheet.number(.high, row)
    guard sheet.problems.count == count else { return nil }
    guard let rate else {
      sheet.refuse(row, "rate.missing", Text(nl: "rate ontbreekt", en: "rate is missing"))
      return nil
    }
    for (name, value) in [("rate", rate), ("low", low ?? 0), ("high", high ?? 0)] where !(0...1).contains(value) {
      let share = (0...100).contains(value) ? NumberText.shortest(value / 100) : nil
      sheet.refuse(
        row, "rate.range",
        Text(
          nl: "\(name) \(NumberText.shortest(value)) ligt niet tussen 0 en 1",
          en: "\(name) \(NumberText.shortest(value)) is not between 0 and 1"),
        wayOut: share.map {
          Text(nl: "is het een percentage, schrijf dan \($0)", en: "if it is a percentage, write \($0)")
        }, suggestion: share)
      return nil
    }
    if (low == nil) != (high == nil) {
      sheet.refuse(
        row, "rate.interval",
        Text(nl: "van low en high is er maar één gegeven", en: "of low and high only one is given"))
      return nil
    }
    if let low, let high, !(low <= rate && rate <= high) {
      sheet.refuse(
        row, "rate.interval",
        Text(
          nl:
            "rate \(NumberText.shortest(rate)) ligt niet tussen low \(NumberText.shortest(low)) en high \(NumberText.shortest(high))",
          en:
            "rate \(NumberText.shortest(rate)) is not between low \(NumberText.shortest(low)) and high \(NumberText.shortest(high))"
        ))
      return nil
    }
    guard let group, let sex else { return nil }
    return Row(
      group: group, sex: sex.value, household: Stratum.household(sheet.word(.household, row)), rate: rate, low: low,
      high: high)
  }

  private func imported(_ sheet: AnalystSheet, _ ages: AgeColumns, _ rows: [Int: Row]) -> Imported {
    let taken = ages.rows.compactMap { age in rows[age.row].map { (age, $0) } }
    let table = Table(
      title: Text(nl: "Kansen per doelgroep", en: "Rates per target group"),
      columns: [
        .texts("group", taken.map(\.1.group)),
        .numbers("age_from", taken.map { Double($0.0.range.from) }, format: .plain),
        .numbers("age_below", taken.map { $0.0.range.below.map(Double.init) ?? .nan }, format: .plain),
        .texts("sex", taken.map(\.1.sex)), .texts("household", taken.map(\.1.household)),
        .numbers("rate", taken.map(\.1.rate)), .numbers("low", taken.map { $0.1.low ?? .nan }),
        .numbers("high", taken.map { $0.1.high ?? .nan }),
        .texts("cited", taken.map { sheet.word(.source, $0.0.row) }),
      ])
    var counts = ImportCounts()
    counts.columns = sheet.accounts
    counts.numbers = sheet.notices
    counts.read = taken.count
    var seen: Set<String> = []
    let names = taken.map(\.1.group).filter { seen.insert($0).inserted }
    let listed = Text.list(names, atMost: 8)
    counts.summary = Text(
      nl: "gelezen \(taken.count) \(taken.count == 1 ? "regel" : "regels") · doelgroep \(listed.nl)",
      en: "read \(taken.count) \(taken.count == 1 ? "row" : "rows") · target group \(listed.en)")
    if let remark = ages.remark { counts.remarks.append(remark) }
    let open = taken.count { $0.1.low == nil }
    if open > 0 {
      counts.remarks.append(
        .plural(
          open,
          Text(
            nl: "1 van de \(taken.count) kansen heeft geen marge (low, high) en telt als zeker",
            en: "1 of the \(taken.count) rates has no interval (low, high) and counts as certain"),
          Text(
            nl: "\(open) van de \(taken.count) kansen hebben geen marge (low, high): die tellen als zeker",
            en: "\(open) of the \(taken.count) rates have no interval (low, high): they count as certain")))
    }
    let uncited = taken.count { sheet.word(.source, $0.0.row) == nil }
    if uncited > 0 {
      counts.remarks.append(
        .plural(
          uncited,
          Text(
            nl: "1 van de \(taken.count) regels noemt geen bron: die kans telt als aanname",
            en: "1 of the \(taken.count) rows names no source: that rate counts as an assumption"),
          Text(
            nl: "\(uncited) van de \(taken.count) regels noemen geen bron: die kansen tellen als aanname",
            en: "\(uncited) of the \(taken.count) rows name no source: those rates count as assumptions")))
    }
    let record = ImportRecord(
      kind: .rates, file: file, year: nil, only: nil, columns: sheet.usedNames, evidence: evidence)
    return Imported(name: ImportedTables.rates, table: table, record: record, counts: counts, key: ["group"])
  }
}

/// The cell that names a target group, as the knowledge base calls it.
enum GroupCell {
  static func read(_ row: Int, _ sheet: inout AnalystSheet, _ groups: [CountedGroup]) -> String? {
    guard let word = sheet.word(.group, row) else {
      sheet.refuse(row, "group.missing", Text(nl: "group ontbreekt", en: "group is missing"))
      return nil
    }
    if let known = sheet.groups[word] { return known }
    let words = sheet.groupWords ?? Self.words(of: groups)
    sheet.groupWords = words
    // Only the first problem is told with what lies nearest: for thousands nothing is to be sought.
    if !sheet.problems.isEmpty, !words.contains(word.foldedForLookup) {
      sheet.refuse(
        row, "group.unknown", Text(nl: "er is geen doelgroep '\(word)'", en: "there is no target group '\(word)'"))
      return nil
    }
    do {
      let id = try Vocabulary.counted.one(word, among: groups).id
      sheet.groups[word] = id
      return id
    } catch {
      guard let problem = error as? Diagnostic else { return nil }
      sheet.refuse(
        row, problem.code, problem.message, wayOut: problem.wayOut, suggestion: problem.suggestion,
        candidates: problem.candidates)
      return nil
    }
  }

  private static func words(of groups: [CountedGroup]) -> Set<String> {
    Set(groups.flatMap { [$0.id, $0.label.nl, $0.label.en] + $0.names }.map(\.foldedForLookup))
  }
}

/// The cell that names a sex.
enum SexCell {
  /// A sex, or both.
  struct Sex { let value: String? }

  static func read(_ row: Int, _ sheet: inout AnalystSheet) -> Sex? {
    switch Stratum.sex(sheet.word(.sex, row)) {
    case .one(let sex): return Sex(value: sex)
    case .unknown:
      let word = sheet.word(.sex, row) ?? ""
      sheet.refuse(
        row, "sex.unknown", Text(nl: "sex '\(word)' is onbekend", en: "sex '\(word)' is unknown"),
        wayOut: Text(nl: "kies m of v, of laat het leeg voor beide", en: "choose m or f, or leave it empty for both"))
      return nil
    }
  }
}
