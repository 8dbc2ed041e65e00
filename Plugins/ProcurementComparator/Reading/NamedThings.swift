import WorkbenchKit

extension Sequence where Element: NamedItem {
  /// What a person reads of each, by its id.
  var labels: [String: Text] { Dictionary(map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first }) }
}

extension Array {
  /// The things that are named, each once.
  ///
  /// - Throws: `CODE.unknown`, `CODE.ambiguous`.
  func distinct<Item: NamedItem>(in context: Context) throws -> [Item] where Element == NameOf<Item> {
    var found: [Item] = []
    for name in self {
      let item = try name.item(in: context)
      if !found.contains(where: { $0.id == item.id }) { found.append(item) }
    }
    return found
  }
}
