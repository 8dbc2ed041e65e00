import WorkbenchKit

/// The one door by which a table comes in from a file. Personal data do not pass it, unless they are left out or pseudonymised.
struct TableIntake {
  /// A table that came in, with what has to be said about it.
  struct Taken {
    let table: Table
    let notices: [Notice]
  }

  /// Nil where it is found out.
  var format: TableFormat?
  var delimiter: UInt8?
  var decimal: DelimitedText.DecimalMark?
  var encoding: DelimitedText.Encoding?
  var protection = Protection.strict

  /// Reads a table, and notes the file as an input with its rows and columns.
  ///
  /// - Throws: `file.*`, `json.syntax`, `table.json`, `personal.found`, `column.unknown`.
  func take(_ path: String, at place: Place?, in context: Context) throws -> Taken {
    let file = try context.read(path, at: place)
    let taken: Taken
    do { taken = try decode(file) } catch let error as Diagnostic { throw error.at(place) }
    context.workspace.note(
      InputFile(
        path: file.path, sha256: file.sha256, rows: taken.table.rowCount, columns: taken.table.columnNames))
    return Taken(table: taken.table, notices: taken.notices + protection.notices)
  }

  private func decode(_ file: ReadFile) throws -> Taken {
    switch format ?? TableFormat(name: file.name, bytes: file.bytes) {
    case .csv: return try delimited(file)
    case .json: return try json(file, asLines: false)
    case .jsonl: return try json(file, asLines: true)
    }
  }

  private func json(_ file: ReadFile, asLines: Bool) throws -> Taken {
    let bytes = try TextBytes.utf8(file.bytes, encoding: encoding, name: file.name)
    let reading = try JSONTableReader(name: file.name, asLines: asLines, isStrict: format != nil).read(bytes)
    var notices: [Notice] = []
    if !reading.nested.isEmpty {
      let names = reading.nested.joined(separator: ", ")
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "wat in een cel genest is, staat er als JSON: \(names)",
            en: "what is nested in a cell stands as JSON: \(names)")
        ))
    }
    return Taken(table: try protection.admit(reading.table, from: file.name), notices: notices)
  }

  // MARK: Delimited text

  private func delimited(_ file: ReadFile) throws -> Taken {
    let text = try DelimitedText(
      bytes: file.bytes,
      options: DelimitedText.Options(delimiter: delimiter, decimal: decimal, encoding: encoding, name: file.name),
      protection: protection)
    let table = try text.table()
    var notices: [Notice] = []
    if !text.repeatedNames.isEmpty { notices.append(Self.repeated(text.repeatedNames)) }
    if table.columns.count == 1, delimiter == nil, let sign = text.header.first?.first(where: { ";,|\t".contains($0) })
    {
      notices.append(Self.onlyColumn(sign))
    }
    if !text.decimalIsCertain, let name = Self.doubtful(text, table) { notices.append(Self.doubt(name)) }
    return Taken(table: table, notices: notices)
  }

  /// The first column that reads otherwise with a decimal comma: `3.625` can be three thousand.
  private static func doubtful(_ text: DelimitedText, _ table: Table) -> String? {
    let numeric = table.columns.indices.filter { table.columns[$0].numbers != nil }
    let others = text.reading(decimal: .comma).numbers(columns: numeric)
    for (index, other) in zip(numeric, others) {
      guard let numbers = table.columns[index].numbers else { continue }
      for (one, two) in zip(numbers, other.values) where one != two && !(one.isNaN && two.isNaN) {
        return table.columns[index].name
      }
    }
    return nil
  }

  private static func doubt(_ name: String) -> Notice {
    Notice(
      .caution,
      Text(
        nl: "de punten in '\(name)' kunnen duizendtallen scheiden of decimalen; ze zijn als decimale punt gelezen, "
          + "met --decimal comma als teken tussen duizendtallen",
        en: "the points in '\(name)' may part thousands or decimals; they were read as decimal points, "
          + "with --decimal comma as marks between thousands"))
  }

  private static func repeated(_ names: [String]) -> Notice {
    let listed = names.map { "'\($0)'" }.joined(separator: ", ")
    return Notice(
      .caution,
      Text(
        nl: "kolomnamen die meer dan eens voorkomen, kregen een nummer erachter: \(listed)",
        en: "column names that stand more than once got a number behind them: \(listed)"))
  }

  private static func onlyColumn(_ sign: Character) -> Notice {
    Notice(
      .caution,
      Text(
        nl: "er is maar één kolom; scheidt '\(sign)' de cellen, geef dan --delimiter",
        en: "there is one column only; if '\(sign)' parts the cells, give --delimiter"))
  }
}
