import WorkbenchKit

/// Reads `age_from` and `age_to`: the last age that counts, or the first that no longer does.
///
/// Which of the two is meant, the bands themselves tell: where a band ends on the age with which the next begins (15-25,
/// 25-45), the end does not count; else it does (65-74, 75-84). An empty end is open.
struct AgeColumns {
  struct Row {
    let row: Int
    /// Of the same stratum are rows whose bands must not overlap.
    let stratum: String
    let from: Int
    let to: Int?
    var range: AgeRange
  }

  /// From here on `age_to` is how a table writes that there is no end: CBS has no band above 105.
  private static let openEnd = 110

  /// Whether `age_to` counts.
  private(set) var includesEnd = true
  private(set) var rows: [Row] = []
  var hasEnds: Bool { rows.contains { $0.to != nil } }

  /// - Parameter stratum: what a row is of apart from its ages.
  init(_ sheet: inout AnalystSheet, stratum: (Int) -> String) {
    var read: [(row: Int, stratum: String, from: Int, to: Int?)] = []
    for row in 0..<sheet.rowCount {
      guard let from = Self.age(&sheet, .ageFrom, row, orElse: 0) else { continue }
      guard sheet.word(.ageTo, row) != nil else {
        read.append((row, stratum(row), from, nil))
        continue
      }
      guard let to = Self.age(&sheet, .ageTo, row, orElse: nil) else { continue }
      if to < from {
        sheet.refuse(
          row, "age.order",
          Text(nl: "age_to (\(to)) ligt onder age_from (\(from))", en: "age_to (\(to)) is below age_from (\(from))"))
        continue
      }
      read.append((row, stratum(row), from, to >= Self.openEnd ? nil : to))
    }
    let groups = Dictionary(grouping: read, by: \.stratum)
    includesEnd = !groups.values.contains { rows in
      let starts = Set(rows.map(\.from))
      return rows.contains { row in row.to.map { $0 > row.from && starts.contains($0) } ?? false }
        && !rows.contains { row in row.to.map { starts.contains($0 + 1) } ?? false }
    }
    for row in read {
      let end = row.to.map { includesEnd ? $0 + 1 : $0 }
      if let end, end <= row.from {
        sheet.refuse(
          row.row, "age.order",
          Text(nl: "de leeftijden \(row.from)-\(end) zijn leeg", en: "ages \(row.from)-\(end) are empty"))
        continue
      }
      rows.append(
        Row(
          row: row.row, stratum: row.stratum, from: row.from, to: row.to,
          range: AgeRange(from: row.from, below: end)))
    }
  }

  private static func age(
    _ sheet: inout AnalystSheet, _ field: AnalystSheet.Field, _ row: Int, orElse fallback: Int?
  ) -> Int? {
    guard sheet.word(field, row) != nil else { return fallback }
    guard let number = sheet.number(field, row) else { return nil }
    if let age = Int(exactly: number), (0...130).contains(age) { return age }
    sheet.refuse(
      row, "age.range",
      Text(
        nl: "\(field.name) \(NumberText.shortest(number)) is geen leeftijd van 0 tot en met 130",
        en: "\(field.name) \(NumberText.shortest(number)) is no age of 0 through 130"))
    return nil
  }

  /// Refuses rows of which somebody would be counted twice.
  ///
  /// - Parameters:
  ///   - isTaken: whether a row counts.
  ///   - meet: whether two strata can hold the same person.
  func refuseOverlaps(
    _ sheet: inout AnalystSheet, where isTaken: (Int) -> Bool = { _ in true }, meet: (Int, Int) -> Bool
  ) {
    let rows = rows.filter { isTaken($0.row) }
    for (index, one) in rows.enumerated() {
      guard
        let other = rows[..<index].first(where: { $0.range.overlaps(one.range) && meet($0.row, one.row) })
      else { continue }
      sheet.refuse(
        one.row, "age.overlap",
        Text(
          nl:
            "de leeftijden \(one.range.label) overlappen met \(other.range.label) op regel \(sheet.line(other.row))",
          en: "ages \(one.range.label) overlap with \(other.range.label) on line \(sheet.line(other.row))"),
        wayOut: Text(
          nl: "laat de klassen op elkaar aansluiten: 65-74 en 75-84, of overal 65-75 en 75-85",
          en: "let the bands follow each other: 65-74 and 75-84, or everywhere 65-75 and 75-85"))
    }
  }

  /// How the ends were read, to be said in the report.
  var remark: Text? {
    guard hasEnds else { return nil }
    return includesEnd
      ? Text(nl: "age_to telt mee: 65-74 is tot en met 74", en: "age_to counts: 65-74 is up to and including 74")
      : Text(
        nl: "age_to telt niet mee, want klassen sluiten erop aan: 65-75 is tot 75",
        en: "age_to does not count, because bands begin with it: 65-75 is up to 75")
  }
}
