import WorkbenchKit

extension Column {
  /// Returns the numbers of the column, withheld ones missing; of a column without any value all are missing.
  ///
  /// - Throws: `column.type`.
  func requireNumbers(for purpose: String, at place: Place?) throws -> [Double] {
    let column = open
    if let numbers = column.numbers { return numbers }
    if column.isEmpty { return [Double](repeating: .nan, count: count) }
    throw Diagnostic(
      "column.type",
      Text(
        nl: "'\(purpose)' neemt getallen, en '\(name)' bevat \(typeName.nl)",
        en: "'\(purpose)' takes numbers, and '\(name)' holds \(typeName.en)"),
      wayOut: column.texts == nil
        ? nil
        : Text(
          nl: "maak er getallen van met: derive \(name) = number(\(name))",
          en: "make numbers of it with: derive \(name) = number(\(name))"),
      place: place)
  }
}
