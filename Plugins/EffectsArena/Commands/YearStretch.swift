import WorkbenchKit

/// A stretch of years: `1-3` of the sheet, or `2027-2029`.
enum YearStretch {
  /// - Throws: `years.order`, `years.format`.
  static func read(_ words: String, _ sheet: Sheet) throws -> ClosedRange<Int> {
    let parts = words.split { "-–".contains($0) }.map { Int($0.trimmingPadding) }
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0 != nil }), let first = parts[0],
      let last = parts[parts.count - 1]
    else {
      throw Diagnostic(
        "years.format", Text(nl: "'\(words)' zijn geen jaren", en: "'\(words)' are no years"),
        wayOut: Text(
          nl: "zoals 1-3: het eerste tot en met het derde jaar", en: "such as 1-3: the first through the third year"))
    }
    let offset = first > 1000 ? (sheet.start ?? first) - 1 : 0
    guard first <= last else {
      throw Diagnostic(
        "years.order", Text(nl: "de jaren '\(words)' staan omgekeerd", en: "the years '\(words)' are reversed"),
        wayOut: Text(nl: "het eerste jaar eerst: \(last)-\(first)", en: "the first year first: \(last)-\(first)"),
        suggestion: "\(last)-\(first)")
    }
    guard first - offset >= 1, last - offset <= sheet.years else {
      throw Diagnostic(
        "years.order",
        Text(
          nl: "het blad loopt over \(sheet.years) jaar, en '\(words)' valt daarbuiten",
          en: "the sheet runs over \(sheet.years) years, and '\(words)' lies outside"),
        wayOut: Text(
          nl: "'arena use \(sheet.id) --years N' verlengt het", en: "'arena use \(sheet.id) --years N' makes it longer")
      )
    }
    return first - offset...last - offset
  }
}

extension Substring {
  fileprivate var trimmingPadding: String { String(self).trimmedOfPadding }
}
