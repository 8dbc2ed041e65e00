import WorkbenchKit

/// The figures of a kept result of which the order and the signs are looked at: a column of its table, or one figure that stands alone.
struct WatchedFigures {
  private enum Place {
    case fact(String)
    case column(String, keys: [String])
  }

  private let place: Place
  /// By which rows find each other again; of a single figure one.
  private let keys: [String]
  /// The rows as a person reads them.
  let names: [String]
  let label: Text
  let unit: Unit?
  let format: NumberFormat
  /// Whether there were other columns of numbers to look at.
  let hasOthers: Bool
  /// How many rows are left out as their figure is missing or held back.
  let leftOut: Int

  var isSingle: Bool { names.count == 1 }

  /// - Parameters:
  ///   - of: the column or the figure; nil for the first.
  ///   - id: the column that names the rows; nil for the first that do.
  /// - Throws: `hinges.figure`, `hinges.rows`, `column.unknown`.
  init(_ output: Output, of name: String?, id: String?, result: String) throws {
    if let table = output.table, table.rowCount > 0,
      let column = try Self.column(name, of: table, or: Self.fact(name, in: output) != nil)
    {
      let keys = try Self.keys(id, of: table, result)
      let known = (0..<table.rowCount).filter { column.withheld[$0] == nil && column[$0].number != nil }
      guard !known.isEmpty else { throw Self.noFigure(result, name) }
      place = .column(column.name, keys: keys)
      let rows = Self.rows(of: table, keys)
      let shown = Self.shown(table, keys) ?? rows
      self.keys = known.map { rows[$0] }
      names = known.map { shown[$0] }
      label = column.label ?? .verbatim(column.name)
      (unit, format) = (column.unit, column.format)
      leftOut = table.rowCount - known.count
      hasOthers = table.columns.count { $0.numbers != nil && !$0.isDetail } > 1
      return
    }
    guard let fact = Self.fact(name, in: output) else { throw Self.noFigure(result, name) }
    place = .fact(fact.name)
    (keys, names) = ([fact.name], [fact.label.map { $0(.nl) } ?? fact.name])
    label = fact.label ?? .verbatim(fact.name)
    unit = if case .number(_, let unit) = fact.value { unit } else { nil }
    format = fact.format
    (leftOut, hasOthers) = (0, false)
  }

  /// The figures of another run, in the order of `names`; NaN where one is missing or held back.
  func values(in output: Output) -> [Double] {
    switch place {
    case .fact(let name): return [Self.fact(name, in: output)?.value.number ?? .nan]
    case .column(let name, let names):
      guard let table = output.table, let column = table.column(name), names.allSatisfy({ table.column($0) != nil })
      else {
        return keys.map { _ in .nan }
      }
      let rows = Dictionary(
        Self.rows(of: table, names).enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      return keys.map { key in
        rows[key].flatMap { column.withheld[$0] == nil ? column[$0].number : nil } ?? .nan
      }
    }
  }

  // MARK: Finding

  private static func column(_ name: String?, of table: Table, or isFact: Bool) throws -> Column? {
    guard let name else {
      return table.columns.first { $0.numbers != nil && !$0.isDetail } ?? table.columns.first { $0.numbers != nil }
    }
    if isFact, table.column(name) == nil { return nil }
    let column = try table.require(name)
    return column.numbers == nil ? nil : column
  }

  private static func fact(_ name: String?, in output: Output) -> Facts.Fact? {
    output.blocks.lazy.compactMap { block -> Facts.Fact? in
      guard case .facts(let facts) = block else { return nil }
      return facts.facts.first { $0.value.number != nil && (name == nil || $0.name == name) }
    }.first
  }

  /// The columns of words that tell the rows apart, as few of the first ones as will do.
  private static func keys(_ id: String?, of table: Table, _ result: String) throws -> [String] {
    let given = try id.map { [try table.require($0)] }
    let columns = given ?? table.columns.filter { $0.texts != nil }
    var chosen: [String] = []
    for column in columns {
      chosen.append(column.name)
      let rows = rows(of: table, chosen)
      if Set(rows).count == rows.count { return chosen }
    }
    if table.rowCount == 1 { return chosen }
    throw Diagnostic(
      "hinges.rows",
      Text(
        nl: "de rijen van '\(result)' zijn niet uit elkaar te houden",
        en: "the rows of '\(result)' cannot be told apart"),
      wayOut: Text(
        nl: "noem met --id een kolom waarin elke rij iets anders heeft",
        en: "name with --id a column in which each row has something else"))
  }

  private static func rows(of table: Table, _ columns: [String]) -> [String] {
    let found = columns.compactMap(table.column)
    return (0..<table.rowCount).map { row in found.map { $0[row].plain }.joined(separator: " · ") }
  }

  /// A code goes by its label, where that stands beside it.
  private static func shown(_ table: Table, _ keys: [String]) -> [String]? {
    guard keys.count == 1, let key = keys.first else { return nil }
    for name in [key + "_label", "label", "name", "naam"] where name != key {
      guard let texts = table.column(name)?.texts else { continue }
      let names = texts.compactMap { $0 }
      if names.count == table.rowCount, Set(names).count == names.count { return names }
    }
    return nil
  }

  private static func noFigure(_ result: String, _ name: String?) -> Diagnostic {
    Diagnostic(
      "hinges.figure",
      name.map {
        Text(nl: "'\($0)' van '\(result)' is geen getal", en: "'\($0)' of '\(result)' is no number")
      } ?? Text(nl: "'\(result)' heeft geen getal om naar te kijken", en: "'\(result)' has no number to look at"),
      wayOut: Text(nl: "noem een kolom of gegeven met --of", en: "name a column or figure with --of"))
  }
}
