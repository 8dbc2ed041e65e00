import WorkbenchKit

extension Area {
  /// The ways down to the codes that its figures are of, as `AreaNesting` reads them.
  var nesting: String { way ?? members.compactMap(AreaNesting.way).joined(separator: " ") }
}

extension AreaNesting {
  /// How areas lie within each other; the rows are those of the list.
  init(of areas: [Area]) {
    self.init(areas: areas.map(\.code), nesting: areas.map(\.nesting))
  }
}

extension Column {
  /// How the areas of a table's rows lie within each other, where their codes do not tell it: with areas that the user put
  /// together among them, or small ones.
  static func nesting(of areas: [Area]) -> [Column] {
    guard areas.contains(where: { $0.isOwn || $0.way != nil }) else { return [] }
    return [.texts(AreaNesting.column, areas.map(\.nesting)).asDetail()]
  }
}
