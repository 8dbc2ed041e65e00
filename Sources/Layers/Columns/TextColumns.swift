import WorkbenchKit

extension Table {
  /// Returns the table with these columns as texts, numbers by their fewest digits.
  ///
  /// - Parameter names: what `--text` named.
  /// - Throws: `column.unknown`.
  public func asTexts(_ names: [String]) throws -> Table {
    if names.isEmpty { return self }
    let wanted = Set(try names.map { try require($0).name })
    return Table(
      columns: columns.map { column in
        guard wanted.contains(column.name), let numbers = column.numbers else { return column }
        return Column(
          column.name, .texts(numbers.map { $0.isNaN ? nil : NumberText.shortest($0) }), label: column.label)
      })
  }
}
