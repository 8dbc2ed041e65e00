extension Vocabulary where Item: FieldValue {
  /// Checks that nothing is called so yet, also nothing that could not be read.
  ///
  /// - Throws: `CODE.taken`.
  public func demandFree(_ id: String, among list: ReadItems<Item>, at place: Place? = nil) throws {
    try demandFree(id, among: list.items, at: place)
    if list.unread.contains(where: { $0.name == id }) { throw taken(id, at: place) }
  }
}
