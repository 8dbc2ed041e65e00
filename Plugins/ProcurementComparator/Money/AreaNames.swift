import WorkbenchKit

/// The areas in the rows of a table as people call them: by name, with the code beside it where two have that name.
struct AreaNames {
  private let codes: Texts
  private let names: Texts
  private let shared: Set<String>

  init(_ table: Table) {
    (codes, names) = (table.openTexts("area"), table.openTexts("name"))
    var called: [String: Set<String>] = [:]
    for row in names.indices { if let name = names[row] { called[name, default: []].insert(codes[row] ?? "") } }
    shared = Set(called.filter { $0.value.count > 1 }.keys)
  }

  subscript(row: Int) -> String {
    guard let name = names[row] else { return codes[row] ?? "?" }
    guard shared.contains(name), let code = codes[row], code != name else { return name }
    return "\(name) (\(code))"
  }

  /// The rows of an area, by its code or name.
  ///
  /// - Throws: `area.ambiguous`.
  func rows(of area: String, among rows: [Int]) throws -> [Int] {
    try PlaceRows.of(area, codes: rows.map { codes[$0] }, names: rows.map { names[$0] }).map { rows[$0] }
  }
}
