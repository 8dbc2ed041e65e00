import WorkbenchKit

/// A delimited file with an area on each row: which rows are wanted, and their numbers.
struct RegionFile {
  /// What CBS writes for a value that is held back.
  static let sentinels: Set<Double> = [-99_997, -99_995, -99_999_999]
  /// Columns that say which row it is; they hold no figures.
  private static let keys: Set<String> = [
    "id", "codering", "wijkenenbuurten", "regios", "gemeentenaam", "soortregio", "leeftijd", "marges", "perioden",
    "gwb_code_10", "gwb_code_8", "gwb_code", "regio", "gm_naam", "recs",
  ]

  private(set) var text: DelimitedText
  private let codes: [String?]
  private let municipalityNames: [String?]
  private let names: [String?]

  /// - Throws: `import.nothing` where no column holds codes of areas, `file.ragged`.
  init(_ text: DelimitedText, file: String) throws {
    if text.raggedCount > 0 { _ = try text.table() }
    let header = text.header
    var found: (column: Int, codes: [String?])?
    for column in FileKind.codeColumns.compactMap({ Stem.index(of: [$0], in: header) }) {
      let cleaned = text.texts(column: column).map { $0.flatMap(AreaCode.clean) }
      let good = cleaned.count { $0 != nil }
      if good > 0, found.map({ good > $0.codes.count { $0 != nil } }) ?? true { found = (column, cleaned) }
      if good == cleaned.count { break }
    }
    guard let found else {
      throw ImportProblem.noCodes(
        file, columns: header.filter { Stem.index(of: FileKind.codeColumns, in: [$0]) != nil })
    }
    self.text = text
    codes = found.codes
    let none = [String?](repeating: nil, count: text.rowCount)
    let nameColumn = Stem.index(of: ["regio", "WijkenEnBuurten", "RegioS"], in: header).flatMap {
      $0 == found.column ? nil : $0
    }
    names = nameColumn.map { text.texts(column: $0) } ?? none
    municipalityNames = Stem.index(of: ["gm_naam", "Gemeentenaam"], in: header).map { text.texts(column: $0) } ?? none
  }

  /// Codes and names of the municipalities in the file.
  var municipalities: [String: String] {
    var found: [String: String] = [:]
    for (row, code) in codes.enumerated() {
      guard let code, let municipality = AreaCode.municipality(of: code), found[municipality] == nil else { continue }
      found[municipality] = municipalityNames[row] ?? (code == municipality ? names[row] : nil)
    }
    return found
  }

  /// Takes what is known of the columns for what the numbers themselves do not tell.
  mutating func settle(whole columns: [Int]) { text = text.settled(whole: columns) }

  /// What has to be said about how the numbers of these columns were read.
  func numberNotices(of figures: [Column]) -> [Notice] {
    let names = Set(figures.map(\.name))
    return text.numberNotices(of: text.header.indices.filter { names.contains(text.header[$0]) })
  }

  /// The rows within an area, each area once; what is left out is counted.
  func rows(within scope: String?, where isWanted: (Int) -> Bool = { _ in true }, counts: inout ImportCounts) -> [Int] {
    var rows: [Int] = []
    var seen: Set<String> = []
    rows.reserveCapacity(text.rowCount)
    for (row, code) in codes.enumerated() {
      guard isWanted(row) else { continue }
      guard let code else {
        counts.leaveOut("\(text.line(ofRow: row))")
        continue
      }
      if let scope, !AreaCode.holds(scope, code) {
        counts.outside += 1
      } else if seen.insert(code).inserted {
        rows.append(row)
        if let level = AreaLevel(code: code) { counts.levels[level, default: 0] += 1 }
      } else {
        counts.leaveOut("\(text.line(ofRow: row)) (\(code))")
      }
    }
    counts.read = rows.count
    return rows
  }

  /// `code`, `name` where it is wanted, `level`, `municipality`.
  func keyColumns(_ rows: [Int], named: Bool) -> [Column] {
    let kept = rows.map { codes[$0] }
    let municipalities = municipalities
    let municipality = kept.enumerated().map { index, code in
      municipalityNames[rows[index]] ?? code.flatMap(AreaCode.municipality).flatMap { municipalities[$0] }
    }
    var columns = [Column.texts("code", kept)]
    if named { columns.append(.texts("name", rows.map { names[$0] ?? municipalityNames[$0] })) }
    columns.append(.texts("level", kept.map { $0.flatMap(AreaLevel.init(code:))?.rawValue }))
    columns.append(.texts("municipality", municipality))
    return columns
  }

  /// Every column of figures for these rows; sentinels become missing, columns without any value are left out and named.
  ///
  /// - Parameters:
  ///   - isPossible: what a figure of a column must satisfy; another is strange and becomes missing.
  func figures(
    _ rows: [Int], counts: inout ImportCounts, isPossible: (_ column: Int, Double) -> Bool = { _, _ in true }
  ) -> [Column] {
    let header = text.header
    let columns = header.indices.filter { !Self.keys.contains(Stem.of(header[$0]).lowercased()) }
    var result: [Column] = []
    for (index, read) in zip(columns, text.numbers(columns: columns)) {
      let present = rows.count { !read.values[$0].isNaN }
      let unreadable = read.unreadableCount > 0 ? strangeCells(index, rows) : []
      // A column of words is no figure; one with a stray word among numbers is.
      if unreadable.count > present { continue }
      for row in unreadable { counts.note(strange: cellName(index, row)) }
      var values = rows.map { read.values[$0] }
      for place in values.indices where !values[place].isNaN {
        if values[place] <= -99_995, Self.sentinels.contains(values[place]) {
          counts.sentinels += 1
          values[place] = .nan
        } else if !isPossible(index, values[place]) {
          counts.note(strange: cellName(index, rows[place]))
          values[place] = .nan
        }
      }
      if values.allSatisfy(\.isNaN) {
        counts.emptyColumns.append(header[index])
      } else {
        result.append(.numbers(header[index], values))
      }
    }
    for (place, row) in rows.enumerated() where result.allSatisfy({ $0.numbers?[place].isNaN ?? true }) {
      counts.suppressed.append(codes[row] ?? "")
    }
    return result
  }

  private func strangeCells(_ column: Int, _ rows: [Int]) -> [Int] {
    let texts = text.texts(column: column)
    let numbers = text.numbers(column: column).values
    return rows.filter { numbers[$0].isNaN && texts[$0] != nil && texts[$0] != "NA" && texts[$0] != "NaN" }
  }

  func cellName(_ column: Int, _ row: Int) -> String {
    let cell = text.cell(row: row, column: column).trimmedOfPadding
    return "\(text.header[column]) '\(cell)' (\(codes[row] ?? ""))"
  }
}
