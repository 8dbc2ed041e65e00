import WorkbenchKit

/// A row of an answer that counts people: of which area and ages, and its counts.
struct CountedRow {
  /// What is compared with each other: the same thing of people told apart by the same words.
  struct Key: Hashable {
    let measure: String
    let words: [String]
  }

  /// The measure of everybody of an area: neither an indicator nor a title makes them others.
  static let everybody = "population"

  struct Cell {
    let key: Key
    let span: AgeSpan
    let people: Double
  }

  let area: AreaSums.Area
  let cells: [Cell]
}

/// The counts of people in a table, and what it tells beside them.
struct CountedTable {
  /// Columns that tell of a row how it came about, and not whose it is.
  private static let about: Set<String> = [
    "name", "naam", "origin", "herkomst", "method", "methode", "source", "bron", "position", "ligging", "lies",
  ]
  private static let ages: Set<String> = ["age", "leeftijd", "age_group", "leeftijdsgroep", "ages"]
  /// Columns that tell where an area lies; its code tells that too.
  private static let places: Set<String> = ["level", "niveau", "municipality", "gemeente", AreaNesting.column]

  /// The columns with counts.
  let counts: [Int]
  /// The columns from which a count beside them could be worked out: bounds that chance sets to it, and, where the table says that
  /// it was counted here (`method` is `count`) and not estimated by a published percentage, the part of the people that it is
  /// and what was worked out of it.
  let bounds: [Int]
  private let table: Table
  private let areas: AreaNesting?
  private let ages: Texts?
  /// How each row came about; nil where no column tells.
  private let methods: Texts?
  private let telling: [Column]
  /// The ages that stand above the first count, where no column tells them; and then the title tells what they are.
  private let heading: AgeSpan?

  /// Nil where the table counts nobody.
  init?(_ table: Table) {
    let isCount = { (index: Int) in table.columns[index].unit == .persons && table.columns[index].numbers != nil }
    counts = table.columns.indices.filter(isCount)
    guard !counts.isEmpty else { return nil }
    self.table = table
    methods = table.column("method")?.texts
    let isCounted = methods?.contains { $0 == "count" } ?? false
    bounds = table.columns.indices.filter { index in
      if isCounted, table.columns[index].numbers != nil,
        table.columns[index].unit == .share || CountOfOnesOwn.tells(table.columns[index].name)
      {
        return true
      }
      let words = table.columns[index].name.lowercased().split(separator: "_")
      return !isCount(index) && table.columns[index].numbers != nil
        && words.contains { ["low", "high", "lower", "upper", "laag", "hoog"].contains($0) }
    }
    let code = Self.areaColumn(table)
    areas = code.map { AreaNesting(areas: $0.texts ?? [], nesting: table.column(AreaNesting.column)?.texts ?? []) }
    ages = table.columns.first { Self.ages.contains($0.name.lowercased()) }?.texts
    heading = ages == nil ? table.columns[counts[0]].label.flatMap { AgeSpan($0.en) } : nil
    telling = table.columns.filter { column in
      let name = column.name.lowercased()
      return column.name != code?.name && !Self.ages.contains(name) && !Self.about.contains(name)
        && !(code != nil && Self.places.contains(name))
    }
  }

  /// What a row counts; nil where its ages are none that can be read.
  func row(_ row: Int) -> CountedRow? {
    let read = ages.flatMap { $0[row].flatMap { AgeSpan($0) } }
    guard let span = ages == nil ? heading ?? .all : read else { return nil }
    let words = telling.compactMap { column in column.texts?[row].map { (column.name, $0) } }
    let years = telling.compactMap { Self.year($0, row) }
    let isCounted = methods?[row] == "count"
    let cells = counts.compactMap { index -> CountedRow.Cell? in
      let column = table.columns[index]
      guard let people = column.numbers?[row], !people.isNaN else { return nil }
      if isCounted, let own = CountOfOnesOwn(column.name) {
        // What an indicator is called in plain words tells nothing beside its name.
        let beside: [String] =
          own.figure.map { [$0] } ?? words.filter { $0.0 != "label" }.map(\.1) + years
        return CountedRow.Cell(
          key: CountedRow.Key(measure: CountOfOnesOwn.measure, words: beside + [own.year].compactMap { $0 }),
          span: own.figure == nil ? span : column.label.flatMap { AgeSpan($0.en) } ?? .all, people: people)
      }
      let named = AgeSpan(figure: column.name)
      let measure = named == nil ? column.name : CountedRow.everybody
      let isEverybody = measure == CountedRow.everybody
      // How many are expected is of what they are compared with, and only the title tells that.
      let isTitled = heading != nil || (isCounted && column.name == "expected")
      let title = isTitled && !isEverybody ? table.title?.en : nil
      let kept = words.filter { !(isEverybody && $0.0 == "indicator") }.map(\.1)
      return CountedRow.Cell(
        key: CountedRow.Key(measure: measure, words: kept + years + [title].compactMap { $0 }), span: named ?? span,
        people: people)
    }
    let area = AreaSums.Area(name: areas?.name(row) ?? "", ways: areas?.ways(row) ?? [])
    return CountedRow(area: area, cells: cells)
  }

  /// The column with the area of each row; nil where there is none.
  private static func areaColumn(_ table: Table) -> Column? {
    if let column = table.column("area"), column.texts != nil { return column }
    return table.columns.first { column in
      guard let texts = column.texts, texts.contains(where: { $0 != nil }) else { return false }
      return texts.allSatisfy { $0.map { AreaNesting.way(to: $0) != nil } ?? true }
    }
  }

  /// The year of a row: people of another year are others.
  private static func year(_ column: Column, _ row: Int) -> String? {
    let name = column.name.lowercased()
    guard name.contains("year") || name.contains("jaar"), let number = column.numbers?[row], !number.isNaN else {
      return nil
    }
    return NumberText.shortest(number)
  }
}

/// A count of one's own by the column that it stands in: answers name that column otherwise, and it counts the same
/// people.
private struct CountOfOnesOwn {
  /// What such a count is called in whatever answer.
  static let measure = "estimate"

  /// The figure, where the column is of one among several and the row does not name it.
  private(set) var figure: String?
  /// The year, where the column is of one among several.
  private(set) var year: String?

  /// Reads `estimate` and `observed`, `y2024` and `n2024` of a year, and `n_wmo` of the figure 'wmo'; nil for any
  /// other name.
  init?(_ name: String) {
    if name == Self.measure || name == "observed" { return }
    if name.hasPrefix("n_") {
      figure = String(name.dropFirst(2))
      return
    }
    let digits = name.dropFirst()
    guard name.hasPrefix("y") || name.hasPrefix("n"), digits.count == 4,
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    year = String(digits)
  }

  /// Whether a column was worked out of such counts, by its name: a change with one of its years gives the other.
  static func tells(_ name: String) -> Bool {
    let name = name.lowercased()
    // Since when something changed is a year.
    if name == "change_from" { return false }
    return name == "change" || name.hasPrefix("change_") || name == "ratio" || name == "distance"
  }
}

extension CountedRow {
  /// The people of one area as facts tell them; nil for facts of anything else.
  init?(_ facts: Facts) {
    guard let code = facts["area"]?.text, facts[Self.everybody] != nil else { return nil }
    let year = facts["year"]?.number.map { [NumberText.shortest($0)] } ?? []
    let parts: String? =
      if case .list(let parts)? = facts["parts"] {
        parts.compactMap(\.text).compactMap(AreaNesting.way).joined(separator: " ")
      } else {
        nil
      }
    let nesting = AreaNesting(areas: [code], nesting: [parts])
    area = AreaSums.Area(name: code, ways: nesting.ways(0))
    cells = facts.facts.compactMap { fact in
      guard case .number(let people, let unit) = fact.value, unit == .persons, !people.isNaN else { return nil }
      let named = AgeSpan(figure: fact.name)
      let measure = named == nil ? fact.name : Self.everybody
      return Cell(key: Key(measure: measure, words: year), span: named ?? .all, people: people)
    }
  }
}
