import WorkbenchKit

/// A delimited file with an area on each row: which rows are wanted, and their numbers.
struct RegionFile {
  /// What CBS writes for a value that is held back.
  static let sentinels: Set<Double> = [-99_997, -99_995, -99_999_999]
  /// Columns that say which row it is; they hold no figures.
  private static let keys: Set<String> = [
    "id", "codering", "wijkenenbuurten", "regios", "gemeentenaam", "soortregio", "leeftijd", "marges", "perioden",
    "gwb_code_10", "gwb_code_8", "gwb_code", "regio", "gm_naam", "recs", "regiocode", "periode", "jaar", "year",
    "statcode", "statnaam", "jrstatcode",
  ]

  private(set) var text: DelimitedText
  private let codes: [String?]
  private let municipalityNames: [String?]
  private let names: [String?]
  /// Codes and names of the municipalities in the file.
  let municipalities: [String: String]

  /// The names of the columns, as the knowledge base writes them.
  let header: [String]
  private let codeColumn: Int
  private let nameColumn: Int?
  /// What has to be said of areas that were found by their names.
  let remark: Text?
  /// Columns that the figures are told apart by, which are no figures.
  var dimensions: Set<Int> = []

  /// - Parameters:
  ///   - isAny: whether the codes may stand under any name.
  ///   - words: finds areas by name where the file has no codes.
  /// - Throws: `import.nothing` where no column holds codes of areas or names of some, `import.unrecognised` where none of all
  ///   does, `area.ambiguous`, `file.ragged`.
  init(_ text: DelimitedText, file: String, codebook: Codebook, anyColumn isAny: Bool = false, words: AreaWords) throws
  {
    if text.raggedCount > 0 { _ = try text.table() }
    header = ColumnNames.usual(text.header, codebook)
    guard let found = AreaCodeColumn(text, anyColumn: isAny) else {
      if let named = try AreaNameColumn(text, file: file, words) {
        self.text = text
        codes = named.areas.map { $0?.code }
        codeColumn = named.column
        nameColumn = named.around
        names = named.areas.map { $0?.name }
        municipalityNames = named.areas.map { $0?.municipality }
        municipalities = Self.municipalities(codes, names, named: municipalityNames)
        remark = named.remark
        return
      }
      throw isAny
        ? FileKind.unrecognised(file, header: text.header, wanted: "areas")
        : ImportProblem.noCodes(
          file, columns: text.header.filter { Stem.index(of: AreaCodeColumn.names, in: [$0]) != nil },
          named: text.header.filter { Stem.index(of: AreaNameColumn.columns.flatMap(\.names), in: [$0]) != nil })
    }
    self.text = text
    remark = nil
    codes = found.codes
    codeColumn = found.column
    let none = [String?](repeating: nil, count: text.rowCount)
    nameColumn = Self.nameColumn(text, besides: found.column)
    names = nameColumn.map { text.texts(column: $0) } ?? none
    municipalityNames =
      Stem.index(of: ["gm_naam", "Gemeentenaam"], in: text.header).map { text.texts(column: $0) } ?? none
    municipalities = Self.municipalities(codes, names, named: municipalityNames)
  }

  /// The column with the names of the areas: one that is called so and holds no codes.
  private static func nameColumn(_ text: DelimitedText, besides code: Int) -> Int? {
    let names = ["regio", "WijkenEnBuurten", "RegioS", "gebiedsnaam", "naam", "name", "statnaam"]
    let stems = StemmedNames(text.header)
    return names.lazy.compactMap { stems.index(of: [$0]) }.first { column in
      guard column != code else { return false }
      // The first rows tell: a column holds codes or names.
      return !text.firstCells(column).contains { AreaCode.reading($0) != nil }
    }
  }

  private static func municipalities(
    _ codes: [String?], _ names: [String?], named municipalityNames: [String?]
  ) -> [String: String] {
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
    let names = Set(figures.filter { $0.numbers != nil }.map(\.name))
    return text.numberNotices(of: header.indices.filter { names.contains(header[$0]) })
  }

  /// The rows within an area, each area once; what is left out is counted.
  func rows(within scope: String?, where isWanted: (Int) -> Bool = { _ in true }, counts: inout ImportCounts) -> [Int] {
    var rows: [Int] = []
    var seen: Set<String> = []
    rows.reserveCapacity(text.rowCount)
    for (row, code) in codes.enumerated() {
      guard isWanted(row) else { continue }
      guard let code else {
        let cell = text.cell(row: row, column: codeColumn).trimmedOfPadding
        counts.leaveOut("\(text.line(ofRow: row))" + (cell.isEmpty ? "" : " (\(cell))"))
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
    let municipality = kept.enumerated().map { index, code in
      municipalityNames[rows[index]] ?? code.flatMap(AreaCode.municipality).flatMap { municipalities[$0] }
    }
    var columns = [Column.texts("code", kept)]
    if named {
      // The name of the municipality is no name of an area within it.
      columns.append(
        .texts(
          "name",
          rows.map { row in
            names[row] ?? (codes[row].flatMap(AreaLevel.init(code:)) == .gemeente ? municipalityNames[row] : nil)
          }))
    }
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
    let columns = header.indices.filter { !isKey($0) }
    counts.columns = header.indices.map { ColumnAccount(name: text.header[$0], fate: isKey($0) ? .key : .taken) }
    var result: [Column] = []
    for (index, read) in zip(columns, text.numbers(columns: columns)) {
      let present = rows.count { !read.values[$0].isNaN }
      let unreadable = read.unreadableCount > 0 ? strangeCells(index, rows) : []
      if let row = unreadable.first {
        counts.columns[index].cells = unreadable.count
        counts.columns[index].example = cell(index, row)
        counts.columns[index].fate = .partly
      }
      // A column of words is no figure; one with a stray word among numbers is.
      if unreadable.count > present {
        counts.columns[index].fate = .words
        continue
      }
      for row in unreadable { counts.note(strange: cellName(index, row)) }
      var values = rows.map { read.values[$0] }
      for place in values.indices where !values[place].isNaN {
        if values[place] <= -99_995, Self.sentinels.contains(values[place]) {
          counts.sentinels += 1
          values[place] = .nan
        } else if !isPossible(index, values[place]) {
          counts.refuse(cell(index, rows[place]), in: index, named: cellName(index, rows[place]))
          values[place] = .nan
        }
      }
      if values.allSatisfy(\.isNaN) {
        counts.columns[index].fate = counts.columns[index].cells > 0 ? .words : .empty
      } else {
        result.append(.numbers(header[index], values))
      }
    }
    for (place, row) in rows.enumerated() where result.allSatisfy({ $0.numbers?[place].isNaN ?? true }) {
      counts.suppressed.append(codes[row] ?? "")
    }
    return result
  }

  /// The columns that say which area a row is of.
  var areaColumns: [Int?] { [codeColumn, nameColumn] }
  /// What each row is of; nil for a row of no area.
  func keys(_ more: (Int) -> String?) -> [String?] {
    codes.indices.map { row in codes[row].flatMap { code in more(row).map { "\(code) \($0)" } } }
  }

  /// Whether a column says which row it is, so that it holds no figures.
  func isKey(_ column: Int) -> Bool {
    column == codeColumn || column == nameColumn || dimensions.contains(column) || Self.isKeyName(header[column])
  }

  /// Whether a column is called as those are that say which row it is.
  static func isKeyName(_ name: String) -> Bool { keys.contains(Stem.of(name).lowercased()) }

  private func strangeCells(_ column: Int, _ rows: [Int]) -> [Int] {
    let texts = text.texts(column: column)
    let numbers = text.numbers(column: column).values
    return rows.filter { numbers[$0].isNaN && texts[$0] != nil && texts[$0] != "NA" && texts[$0] != "NaN" }
  }

  /// The code of the area that a row is of; nil for a row of none.
  func code(_ row: Int) -> String? { codes[row] }
  /// What a row says of which area it is, as it stands there.
  func areaCell(_ row: Int) -> String { cell(codeColumn, row) }
  /// The name beside the code; nil where there is none.
  func name(_ row: Int) -> String? { names[row] }

  func cell(_ column: Int, _ row: Int) -> String { text.cell(row: row, column: column).trimmedOfPadding }

  func cellName(_ column: Int, _ row: Int) -> String {
    "\(text.header[column]) '\(cell(column, row))' (\(codes[row] ?? ""))"
  }
}
