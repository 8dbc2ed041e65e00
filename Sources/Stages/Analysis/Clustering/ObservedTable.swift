import Methods
import WorkbenchKit

/// A table as observations: which column is a quantity and which a kind, and what is left out.
struct ObservedTable {
  let observations: Observations
  /// The columns that count, as they stand in the table.
  let columns: [Column]
  let names: RowNames
  let notices: [Notice]

  /// The most different numbers that count as kinds without being called so.
  private static let kindLimit = 20

  /// - Parameters:
  ///   - id: the column with the names of the rows.
  ///   - chosen: the columns that count; none for all but the one with the names.
  ///   - categorical: which of them are kinds though they hold numbers.
  ///   - asKinds: whether every column is a kind.
  ///   - limited: whether a column of many different numbers is refused as a kind.
  /// - Throws: `column.unknown`, `id.*`, `table.empty`, `personal.found`, `cluster.columns`, `cluster.kinds`.
  init(
    _ table: Table, id: ColumnReference?, columns chosen: [ColumnReference], categorical: [ColumnReference],
    asKinds: Bool, limited: Bool, for purpose: Purpose
  ) throws {
    try table.requireRows(for: purpose)
    try Self.guardPersons(table, at: purpose.place)
    names = try RowNames(id?.name, in: table, at: id?.place)
    let kinds = Set(try categorical.indices(in: table))
    let chosen = try chosen.indices(in: table)
    let id = names.column
    let counted = chosen.isEmpty ? table.columns.indices.filter { $0 != id } : chosen
    let present = counted.filter { !table.columns[$0].open.isEmpty }
    guard !present.isEmpty else { throw Self.nothing(purpose) }
    var traits: [Observations.Trait] = []
    for index in present {
      let column = table.columns[index].open
      if let numbers = column.numbers, !asKinds, !kinds.contains(index) {
        traits.append(.numeric(numbers))
      } else {
        let (words, levels) = Self.kinds(column)
        if limited, column.numbers != nil, !kinds.contains(index), levels.count > Self.kindLimit {
          throw Self.tooMany(column.name, levels.count, purpose)
        }
        traits.append(Observations.Trait(words, levels: levels))
      }
    }
    columns = present.map { table.columns[$0] }
    observations = Observations(traits)
    notices =
      [names.notice]
      + Self.remarks(
        observations, columns.map(\.name),
        missing: counted.filter { !present.contains($0) }.map { table.columns[$0].name })
  }

  /// The words of a column, and the different ones in order: numbers by size, texts as `TextOrder` says.
  static func kinds(_ column: Column) -> (words: [String?], levels: [String]) {
    let words = (0..<column.count).map { column[$0].isMissing ? nil : column[$0].plain }
    let distinct = Set(words.compactMap { $0 })
    guard column.numbers != nil else { return (words, distinct.sorted { TextOrder($0) < TextOrder($1) }) }
    return (words, distinct.sorted { (NumberText.parse($0) ?? 0) < (NumberText.parse($1) ?? 0) })
  }

  /// A table that did not come in by a file has not passed the guard.
  private static func guardPersons(_ table: Table, at place: Place?) throws {
    do { _ = try Protection.strict.admit(table, from: "") } catch var error as Diagnostic {
      error.message = Text(
        nl: error.message.nl.replacingPrefix("het bestand", by: "de tabel"),
        en: error.message.en.replacingPrefix("the file", by: "the table"))
      throw error.at(place)
    }
  }

  private static func nothing(_ purpose: Purpose) -> Diagnostic {
    Diagnostic(
      "cluster.columns",
      Text(
        nl: "'\(purpose.name)' vindt geen kolom met waarden om op te vergelijken",
        en: "'\(purpose.name)' finds no column with values to compare by"),
      wayOut: Text(
        nl: "kies kolommen met --columns; de namen van de rijen tellen niet mee",
        en: "choose columns with --columns; the names of the rows do not count"), place: purpose.place)
  }

  private static func tooMany(_ name: String, _ count: Int, _ purpose: Purpose) -> Diagnostic {
    Diagnostic(
      "cluster.kinds",
      Text(
        nl: "'\(name)' heeft \(count) verschillende getallen, en '\(purpose.name)' werkt met soorten",
        en: "'\(name)' has \(count) different numbers, and '\(purpose.name)' takes kinds"),
      wayOut: Text(
        nl: "kies andere kolommen met --columns, of neem elk getal als soort met --categorical \(name)",
        en: "choose other columns with --columns, or take each number as a kind with --categorical \(name)"),
      place: purpose.place)
  }

  private static func remarks(_ observations: Observations, _ names: [String], missing: [String]) -> [Notice] {
    var notices: [Notice] = []
    notices.add(.caution, naming: missing) {
      Text(
        nl: "weggelaten, want zonder enige waarde: \($0.nl)",
        en: "left out, being without any value: \($0.en)")
    }
    let constant = zip(observations.traits, names).filter { $0.0.isConstant }.map(\.1)
    notices.add(.caution, naming: constant) {
      Text(
        nl: "bij alle rijen hetzelfde, dus zonder onderscheid: \($0.nl)",
        en: "the same in all rows, so telling nothing apart: \($0.en)")
    }
    let cells = observations.traits.count * observations.rowCount
    let empty = observations.traits.reduce(0) { sum, trait in
      sum + (0..<observations.rowCount).count { trait.isMissing($0) }
    }
    if empty > 0 {
      let share = Text.share(Double(empty) / Double(cells))
      notices.append(
        .info(
          nl: "\(share.nl) van de waarden ontbreekt; die tellen bij geen van twee rijen mee",
          en: "\(share.en) of the values are missing; they count for neither of two rows"))
    }
    return notices
  }
}

/// Which columns count, and which of them are kinds though they hold numbers.
struct ObservedArguments: ArgumentGroup {
  let columns = Argument(
    flags: "columns", .column,
    about: Text(
      nl: "alleen deze kolommen tellen; anders alle behalve die met de namen",
      en: "only these columns count; else all but the one with the names"))
  let categorical = Argument(
    flags: "categorical", .column,
    about: Text(
      nl: "kolommen waarvan de getallen soorten zijn en geen hoeveelheden",
      en: "columns of which the numbers are kinds and not quantities"))
  let rowNames = RowNameArguments()
}

extension Given<ObservedArguments> {
  /// Returns what is observed, as `ObservedTable.init` says.
  func observed(in table: Table, asKinds: Bool, limited: Bool = false) throws -> ObservedTable {
    try ObservedTable(
      table, id: self.rowNames.id, columns: self.columns, categorical: self.categorical, asKinds: asKinds,
      limited: limited,
      for: purpose)
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, by other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
