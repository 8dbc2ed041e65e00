import WorkbenchKit

/// In which proportion something goes over municipalities.
struct DistributionKey: Sendable, Hashable {
  /// Together 1.
  let parts: [Double]

  /// - Throws: `key.zero` for weights that add to nothing.
  init(_ weights: [Double], at place: Place?) throws {
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else {
      throw Diagnostic(
        "key.zero", Text(nl: "de sleutel telt op tot niets", en: "the key adds to nothing"),
        wayOut: Text(
          nl: "geef minstens één gemeente een getal boven 0", en: "give one municipality at least a number above 0"),
        place: place)
    }
    parts = weights.map { $0 / sum }
  }

  /// Brings the weights of a table into the order of other rows.
  ///
  /// - Throws: `key.missing` for a row that the key does not have, `key.zero`.
  init(_ key: MunicipalRows, for names: [String], at place: Place?) throws {
    let weights = key.numbers["key"] ?? []
    let sorted = try names.map { name in
      guard let row = key.names.firstIndex(of: name), weights.indices.contains(row) else {
        throw Diagnostic(
          "key.missing", Text(nl: "de sleutel heeft geen rij voor \(name)", en: "the key has no row for \(name)"),
          wayOut: Text(nl: "geef elke gemeente een rij; 0 mag", en: "give each municipality a row; 0 may be"),
          place: place)
      }
      return weights[row]
    }
    try self.init(sorted, at: place)
  }
}
