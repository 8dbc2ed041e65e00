import WorkbenchKit

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
