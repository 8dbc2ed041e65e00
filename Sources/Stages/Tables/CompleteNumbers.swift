import WorkbenchKit

/// What a cell must be for a method that cannot go without it.
enum CellBound {
  case any
  /// Nought or more.
  case amount
  /// Above nought.
  case positive
  /// 0 through 1.
  case share

  func allows(_ number: Double) -> Bool {
    switch self {
    case .any: true
    case .amount: number >= 0
    case .positive: number > 0
    case .share: (0...1).contains(number)
    }
  }

  var rule: Text {
    switch self {
    case .any: Text(nl: "een getal", en: "a number")
    case .amount: Text(nl: "nul of meer", en: "nought or more")
    case .positive: Text(nl: "meer dan nul", en: "more than nought")
    case .share: Text(nl: "een deel van 0 tot en met 1", en: "a share from 0 through 1")
    }
  }
}

extension Column {
  /// Returns the numbers of the column, none missing and all within the bound.
  ///
  /// - Parameter names: of the rows, for an error.
  /// - Throws: `column.type`, `value.missing`, `value.range`.
  func completeNumbers(_ bound: CellBound, for purpose: Purpose, rows names: [String]) throws -> [Double] {
    let numbers = try requireNumbers(for: purpose.name, at: purpose.place)
    for (row, number) in numbers.enumerated() {
      guard !number.isNaN else { throw missingCell(names[row], at: purpose.place) }
      try check(number, bound, names[row], at: purpose.place)
    }
    return numbers
  }

  func missingCell(_ row: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "value.missing",
      Text(nl: "'\(name)' heeft geen waarde in rij '\(row)'", en: "'\(name)' has no value in row '\(row)'"),
      wayOut: Text(
        nl: "vul haar in, of laat de rij weg met: where \(name) is not missing",
        en: "fill it in, or leave the row out with: where \(name) is not missing"), place: place)
  }

  /// - Throws: `value.range`.
  func check(_ number: Double, _ bound: CellBound, _ row: String, at place: Place?) throws {
    guard !bound.allows(number) else { return }
    let shown = NumberText.shortest(number)
    throw Diagnostic(
      "value.range",
      Text(
        nl: "'\(name)' is in rij '\(row)' \(shown), en moet \(bound.rule.nl) zijn",
        en: "'\(name)' is \(shown) in row '\(row)', and must be \(bound.rule.en)"), place: place)
  }
}

extension Table {
  /// - Throws: `table.empty`.
  func requireRows(for purpose: Purpose) throws {
    guard rowCount == 0 else { return }
    let name = purpose.name
    throw Diagnostic(
      "table.empty", Text(nl: "'\(name)' kreeg een tabel zonder rijen", en: "'\(name)' got a table without rows"),
      place: purpose.place)
  }
}
