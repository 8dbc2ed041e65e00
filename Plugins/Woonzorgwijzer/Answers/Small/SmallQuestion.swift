import WorkbenchKit

/// A figure of small areas, of one year, out of a table: what is asked, and the rows that answer it.
struct SmallQuestion {
  let table: SmallAreaTable
  let measure: SmallMeasure
  /// What the figure is called.
  let figure: String
  let year: Int?
  let yearPlace: Place?
  /// The columns of areas, of figures, and of people.
  let area: Column
  let value: Column
  let people: Column?
  /// What holds for all rows: the year, the indicator, the parts that were chosen.
  let base: SmallRows
  private let figurePlace: Place?

  /// - Parameters:
  ///   - figure: the indicator, or the column of figures where no column tells indicators; nil takes the column's name.
  ///   - wishes: parts of figures that are split.
  /// - Throws: `small.column`, `small.year`, `argument.missing`, `column.unknown`, `small.within`.
  init(
    _ table: SmallAreaTable, _ measure: SmallMeasure, figure: String?, at figurePlace: Place?, year: Int?,
    at yearPlace: Place?, _ wishes: [Pair<String>]
  ) throws {
    (self.table, self.measure, self.figurePlace, self.yearPlace) = (table, measure, figurePlace, yearPlace)
    area = try table.require(.area)
    people = table.column(.people)
    var base = SmallRows()
    for wish in wishes {
      let empty = Table(columns: table.columns.map { Column($0.name, .texts([])) })
      let name = try empty.require(wish.key, at: wish.place).name
      guard let column = table.columns.first(where: { $0.name == name }),
        let condition = SmallRows.Condition(column, words: [wish.value], numbers: Double(wish.value).map { [$0] } ?? [])
      else { throw Self.impossible(wish, table) }
      base.conditions.append(condition)
    }
    if let column = table.column(.year) {
      guard let year = try year ?? Self.onlyYear(table, column, base) else {
        throw try Self.noYear(table, column, base)
      }
      self.year = year
      base.conditions += [
        SmallRows.Condition(column, words: ["\(year)", "\(year)JJ00"], numbers: [Double(year)])
      ].compactMap(\.self)
    } else {
      guard year == nil else {
        throw table.lacking(Text(nl: "het jaar", en: "the year"), "jaar", "year").at(yearPlace)
      }
      self.year = nil
    }
    if let column = table.column(.indicator) {
      guard let figure else { throw try Self.noFigure(table, column, base) }
      value = try table.require(.value)
      self.figure = figure
      base.conditions += [SmallRows.Condition(column, words: [figure], numbers: Double(figure).map { [$0] } ?? [])]
        .compactMap(\.self)
    } else if let figure {
      guard let column = table.columns.first(where: { $0.name.lowercased() == figure.lowercased() }) else {
        throw Self.unknownColumn(figure, table, at: figurePlace)
      }
      (value, self.figure) = (column, column.name)
    } else {
      value = try table.require(.value)
      self.figure = value.name
    }
    self.base = base
  }

  // MARK: Errors

  private static func years(_ table: SmallAreaTable, _ column: Column, _ base: SmallRows) throws -> [String]? {
    try table.values(of: column, base)?.map { String($0.prefix(4)) }
  }

  /// Of a table that is here the one year that it has.
  private static func onlyYear(_ table: SmallAreaTable, _ column: Column, _ base: SmallRows) throws -> Int? {
    guard let years = try years(table, column, base), Set(years).count == 1 else { return nil }
    return years.first.flatMap { Int($0) }
  }

  private static func noYear(_ table: SmallAreaTable, _ column: Column, _ base: SmallRows) throws -> Diagnostic {
    let years = try years(table, column, base) ?? []
    let list = Text.list(years)
    return Diagnostic(
      "argument.missing",
      Text(nl: "van welk jaar, is niet gezegd", en: "it is not said of which year"),
      wayOut: years.isEmpty
        ? Text(nl: "geef --year JAAR", en: "give --year YEAR")
        : Text(nl: "geef --year; er is \(list.nl)", en: "give --year; there is \(list.en)"),
      suggestion: years.last.map { "--year \($0)" })
  }

  private static func noFigure(_ table: SmallAreaTable, _ column: Column, _ base: SmallRows) throws -> Diagnostic {
    let known = try table.values(of: column, base) ?? []
    let list = Text.list(known, atMost: 8)
    return Diagnostic(
      "argument.missing", Text(nl: "welk kenmerk, is niet gezegd", en: "it is not said which indicator"),
      wayOut: known.isEmpty
        ? Text(nl: "noem er een uit kolom '\(column.name)'", en: "name one of column '\(column.name)'")
        : Text(nl: "er is \(list.nl)", en: "there is \(list.en)"), suggestion: known.first)
  }

  private static func unknownColumn(_ figure: String, _ table: SmallAreaTable, at place: Place?) -> Diagnostic {
    let names = table.columns.map(\.name)
    let list = Text.list(names, atMost: 8)
    return Diagnostic(
      "indicator.unknown",
      Text(
        nl: "'\(table.name)' heeft geen kolom '\(figure)', en geen kolom die kenmerken noemt",
        en: "'\(table.name)' has no column '\(figure)', and no column that names indicators"),
      wayOut: Text(nl: "er staat in: \(list.nl)", en: "it holds: \(list.en)"),
      suggestion: NearestWord.best(figure, among: names), place: place)
  }

  private static func impossible(_ wish: Pair<String>, _ table: SmallAreaTable) -> Diagnostic {
    Diagnostic(
      "small.within",
      Text(
        nl: "in kolom '\(wish.key)' van '\(table.name)' kan '\(wish.value)' niet staan",
        en: "in column '\(wish.key)' of '\(table.name)' '\(wish.value)' cannot stand"),
      wayOut: Text(nl: "schrijf het zoals het daar staat", en: "write it as it stands there"), place: wish.place)
  }

  /// Why no row is there: the year, the indicator, or the areas.
  func nothing(_ what: Text, at place: Place?) throws -> Diagnostic {
    var rest = base
    if let year, let column = table.column(.year) {
      rest.conditions.removeAll { $0.column == column.name || $0.column == table.column(.indicator)?.name }
      if let years = try Self.years(table, column, rest), !years.contains("\(year)") {
        let list = Text.list(years)
        return Diagnostic(
          "year.unknown",
          Text(nl: "'\(table.name)' heeft geen cijfers van \(year)", en: "'\(table.name)' has no figures of \(year)"),
          wayOut: years.isEmpty
            ? Text(
              nl: "kijk wat erin staat met: read \(table.name) | top 5",
              en: "see what it holds with: read \(table.name) | top 5")
            : Text(nl: "er is \(list.nl)", en: "there is \(list.en)"), suggestion: years.last, place: yearPlace)
      }
    }
    if let column = table.column(.indicator) {
      rest = base
      rest.conditions.removeAll { $0.column == column.name }
      if let known = try table.values(of: column, rest), !known.contains(figure) {
        let list = Text.list(known, atMost: 8)
        return Diagnostic(
          "indicator.unknown",
          Text(nl: "'\(table.name)' kent '\(figure)' niet", en: "'\(table.name)' does not know '\(figure)'"),
          wayOut: Text(nl: "er is \(list.nl)", en: "there is \(list.en)"),
          suggestion: NearestWord.best(figure, among: known), place: figurePlace)
      }
    }
    return Diagnostic(
      "small.none",
      Text(
        nl: "'\(table.name)' heeft geen cijfer '\(figure)'\(ofYear.nl) van \(what.nl)",
        en: "'\(table.name)' has no figure '\(figure)'\(ofYear.en) of \(what.en)"),
      wayOut: Text(
        nl: "kijk hoe gebieden er geschreven zijn met: read \(table.name) | top 5",
        en: "see how areas are written there with: read \(table.name) | top 5"), place: place)
  }

  private var ofYear: Text { year.map { Text(nl: " (\($0))", en: " (\($0))") } ?? .verbatim("") }
}
