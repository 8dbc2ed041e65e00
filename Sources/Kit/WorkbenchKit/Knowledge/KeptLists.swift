extension Fields {
  /// Returns the items of a list in a document; none where it is missing.
  ///
  /// - Throws: `FieldProblem` where it is no list.
  public func items<Item: FieldValue>(_ name: String, of type: Item.Type = Item.self) throws -> ReadItems<Item> {
    try self[name] ?? ReadItems()
  }
}
