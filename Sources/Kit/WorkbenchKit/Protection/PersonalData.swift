/// Finds the columns that hold personal data, by what stands in them and what they are called.
public enum PersonalData {
  /// Looks at every column of a table.
  ///
  /// - Parameters:
  ///   - table: what is looked at.
  ///   - isOfRespondents: whether its rows are persons; then a postcode with a house number counts as well.
  public static func findings(in table: Table, isOfRespondents: Bool = false) -> [PersonalFinding] {
    findings(table.columnNames, table.columns.map { tally(of: $0, isOfRespondents: isOfRespondents) })
  }

  /// What the cells of a column look like.
  static func tally(of column: Column, isOfRespondents: Bool) -> PersonalColumn {
    let nothing = PersonalColumn(column.name, isOfRespondents: isOfRespondents)
    let storage = column.withDatesAsTexts.storage
    let cores = column.count < sharedFrom ? 1 : Cores.count
    return Cores.inPieces(column.count, of: rowsAtOnce, on: cores, asking: { _ in }) { rows in
      var tally = nothing
      look(at: storage, rows, &tally)
      return tally
    }.reduce(into: nothing) { $0.add($1) }
  }

  /// How many rows of a column are looked at together.
  private static let rowsAtOnce = 1 << 14
  /// Of fewer rows the start of a thread is not worth it.
  private static let sharedFrom = 1 << 16

  private static func look(at storage: Column.Storage, _ rows: Range<Int>, _ tally: inout PersonalColumn) {
    switch storage {
    case .booleans, .dates: break
    case .texts(let values):
      values.withBytes { texts in
        for row in rows { if let text = texts[row] { tally.note(text) } }
      }
    case .numbers(let values):
      for value in values[rows] where !value.isNaN {
        // Numbers that can be no number of a person need no text.
        if value.magnitude >= 1e7 && value.magnitude < 1e13 || tally.takesShort {
          tally.note(NumberText.shortest(value))
        } else {
          tally.present += 1
        }
      }
    }
  }

  /// Whether each row of a table is a person, by what was asked of its columns as it came in and by what they are called.
  ///
  /// - Parameters:
  ///   - table: as it came in.
  ///   - dropped: columns that were left out.
  ///   - pseudonymised: columns whose values got other names.
  public static func isOfPersons(_ table: Table, dropped: [String], pseudonymised: [String]) -> Bool {
    let saysPerson = { (name: String) in
      let meaning = ColumnMeaning(name)
      return meaning.isPerson || meaning.isBirth
    }
    guard pseudonymised.isEmpty, !dropped.contains(where: saysPerson) else { return true }
    return table.columns.contains { ColumnMeaning($0.name).isPerson && isKey($0) }
  }

  /// Whether each row has a number of its own: words that differ may be kinds of things.
  private static func isKey(_ column: Column) -> Bool {
    guard column.count > 1 else { return false }
    let values = (0..<column.count).map { column[$0].plain }
    return values.allSatisfy { $0.utf8.contains { $0.isDigit } } && Set(values).count == values.count
  }

  /// What the tallies of columns come to, in the order of the columns.
  static func findings(_ names: [String], _ tallies: [PersonalColumn]) -> [PersonalFinding] {
    let houses = tallies.contains(where: \.isHouseNumber)
    return zip(names, tallies).flatMap { name, tally -> [PersonalFinding] in
      var found = tally.kinds.map { PersonalFinding(column: name, kind: $0.kind, count: $0.count) }
      if houses, tally.isPostcode, tally.postcodes > 0, !found.contains(where: { $0.kind == .address }) {
        found.append(PersonalFinding(column: name, kind: .address, count: tally.postcodes))
      }
      return found
    }
  }

  /// The columns whose name is itself personal data, counted from 1: the first line is then a row, not a header.
  static func personalNames(_ names: [String]) -> [(place: Int, kind: PersonalKind)] {
    names.enumerated().compactMap { index, name in
      var tally = PersonalColumn(.ofNumbers, isOfRespondents: false)
      tally.note(name)
      return tally.kinds.first.map { (index + 1, $0.kind) }
    }
  }
}
