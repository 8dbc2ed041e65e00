import WorkbenchKit

/// Makes names of columns that no two share out of what stands above them in a file.
struct ColumnNames {
  /// One for each column.
  private(set) var names: [String] = []
  /// Those that were made for a column without a name.
  private(set) var made: [String] = []
  /// Those that got a number because another column has the name.
  private(set) var numbered: [String] = []

  /// - Parameters:
  ///   - written: as they stand in the file; empty where a column has none.
  ///   - places: of each column its number in the sheet, counted from 1.
  init(_ written: [String], places: [Int]) {
    // A name that was made gives way to one that stands in the file.
    var taken = Set(written)
    var seen: Set<String> = []
    for (text, place) in zip(written, places) {
      var name = text
      if text.isEmpty {
        name = Self.free("kolom_\(CellRange.letters(of: place))", taken.union(seen), orItself: true)
        made.append(name)
      } else if seen.contains(text) {
        name = Self.free(text, taken, orItself: false)
        numbered.append(name)
      }
      seen.insert(name)
      taken.insert(name)
      names.append(name)
    }
  }

  /// What has to be said about them.
  var notice: SourceNotice? {
    var parts: [Text] = []
    if !made.isEmpty {
      let listed = Text.quoted(made)
      parts.append(
        .plural(
          made.count,
          Text(nl: "een kolom zonder naam heet \(listed.nl)", en: "a column without a name is called \(listed.en)"),
          Text(nl: "kolommen zonder naam heten \(listed.nl)", en: "columns without a name are called \(listed.en)")))
    }
    if !numbered.isEmpty {
      let listed = Text.quoted(numbered)
      parts.append(
        .plural(
          numbered.count,
          Text(
            nl: "een naam die al voorkwam, kreeg een nummer: \(listed.nl)",
            en: "a name that stood there already got a number: \(listed.en)"),
          Text(
            nl: "namen die al voorkwamen, kregen een nummer: \(listed.nl)",
            en: "names that stood there already got a number: \(listed.en)")))
    }
    return parts.isEmpty ? nil : SourceNotice("names", .info, .joined(parts, by: "; "))
  }

  /// Returns a name in one line: breaks and runs of blanks become a single blank.
  static func inOneLine(_ text: String) -> String {
    text.split(whereSeparator: { $0.isNewline || $0 == " " || $0 == "\t" || $0 == "\u{A0}" }).joined(separator: " ")
  }

  private static func free(_ name: String, _ taken: Set<String>, orItself: Bool) -> String {
    if orItself, !taken.contains(name) { return name }
    var number = 2
    while taken.contains("\(name)_\(number)") { number += 1 }
    return "\(name)_\(number)"
  }
}
