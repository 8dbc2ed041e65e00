import WorkbenchKit

/// Rows of tables as activities and as meetings of councils.
enum PlanIntake {
  private static let synonyms = [
    "what": ["wat"], "who": ["wie"], "likely": ["waarschijnlijk", "days", "dagen"], "after": ["na"],
    "min": ["minst", "least"], "max": ["meest", "most"],
  ]

  private static func find(_ name: String, _ table: Table) -> Column? {
    ([name] + (synonyms[name] ?? [])).lazy.compactMap { word in
      table.columns.first { $0.name.foldedForLookup == word.foldedForLookup }
    }.first
  }

  /// - Throws: `column.unknown`, `plan.id`, `plan.size`, `duration.number`, `duration.order`.
  static func activities(_ table: Table, at place: Place?) throws -> [PlanActivity] {
    guard table.rowCount <= 500 else {
      throw Diagnostic(
        "plan.size", Text(nl: "meer dan 500 activiteiten", en: "more than 500 activities"),
        wayOut: Text(nl: "neem ze samen tot grotere stappen", en: "take them together into larger steps"), place: place)
    }
    let ids = try find("id", table) ?? table.require("id", at: place)
    let likely = try find("likely", table) ?? table.require("likely", at: place)
    var seen: Set<String> = []
    return try (0..<table.rowCount).map { row in
      let id = ids[row].plain.trimmedOfPadding
      guard !id.isEmpty, id.count <= 60, seen.insert(id).inserted else {
        throw Diagnostic(
          "plan.id",
          Text(
            nl: "rij \(row + 1): '\(id)' ontbreekt of staat er al",
            en: "row \(row + 1): '\(id)' is missing or stands there already"),
          wayOut: Text(nl: "geef elke activiteit een eigen id", en: "give each activity an id of its own"), place: place
        )
      }
      func text(_ name: String) -> String? {
        find(name, table).flatMap { $0[row].isMissing ? nil : $0[row].plain.trimmedOfPadding }
      }
      func days(_ name: String) throws -> Double? {
        guard let column = find(name, table), !column[row].isMissing else { return nil }
        guard let number = column[row].number, (0...36_500).contains(number) else {
          throw Diagnostic(
            "duration.number",
            Text(
              nl: "'\(id)': '\(column[row].plain)' is geen aantal dagen",
              en: "'\(id)': '\(column[row].plain)' is no number of days"),
            wayOut: Text(nl: "geef 0 tot en met 36.500 dagen", en: "give 0 through 36,500 days"), place: place)
        }
        return number
      }
      guard let usual = try days("likely") else {
        throw Diagnostic(
          "duration.number", Text(nl: "'\(id)' heeft geen duur", en: "'\(id)' has no duration"),
          wayOut: Text(nl: "vul '\(likely.name)' in, in dagen", en: "fill in '\(likely.name)', in days"), place: place)
      }
      let (least, most) = (try days("min") ?? usual, try days("max") ?? usual)
      guard least <= usual, usual <= most else {
        throw Diagnostic(
          "duration.order",
          Text(
            nl: "'\(id)': minst, waarschijnlijk en meest staan niet op volgorde",
            en: "'\(id)': least, likely and most are not in order"),
          wayOut: Text(nl: "min ≤ likely ≤ max", en: "min ≤ likely ≤ max"), place: place)
      }
      let after = (text("after") ?? "").split(whereSeparator: { ";, +".contains($0) }).map(String.init)
      return PlanActivity(
        id: id, what: text("what") ?? id, who: text("who"), days: (least, usual, most), after: after)
    }
  }

  /// - Throws: `column.unknown`, `window.day`, `window.number`.
  static func windows(_ table: Table, _ names: [String], at place: Place?) throws -> [CouncilWindow] {
    let first = try MunicipalRows.column("first", table, place)
    let every = try MunicipalRows.column("every_days", table, place)
    let notice = MunicipalRows.find("notice_days", table)
    return try names.enumerated().map { row, name in
      guard let day = first[row].date ?? (try? CalendarDate(typed: first[row].plain)) else {
        throw Diagnostic(
          "window.day",
          Text(nl: "\(name): '\(first[row].plain)' is geen dag", en: "\(name): '\(first[row].plain)' is no day"),
          wayOut: Text(
            nl: "geef de eerste vergadering, zoals 2027-01-12", en: "give the first meeting, such as 2027-01-12"),
          place: place)
      }
      func days(_ value: Value, _ range: ClosedRange<Int>) throws -> Int {
        guard let number = value.number.flatMap({ Int(exactly: $0) }), range.contains(number) else {
          throw Diagnostic(
            "window.number",
            Text(
              nl: "\(name): '\(value.plain)' is geen aantal dagen", en: "\(name): '\(value.plain)' is no number of days"
            ),
            wayOut: Text(
              nl: "geef een heel getal van \(range.lowerBound) tot en met \(range.upperBound)",
              en: "give a whole number from \(range.lowerBound) through \(range.upperBound)"), place: place)
        }
        return number
      }
      return CouncilWindow(
        municipality: name, first: day, every: try days(every[row], 1...3_660),
        notice: try notice.map { $0[row].isMissing ? 0 : try days($0[row], 0...3_660) } ?? 0)
    }
  }
}
