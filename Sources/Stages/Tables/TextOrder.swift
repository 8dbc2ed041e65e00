/// A text as it is put in order: capitals and small letters together, then by code point, so that `é` stands after `z`
/// and nothing depends on the machine's language; texts that differ in capitals only are ordered by code point.
struct TextOrder: Comparable {
  private let folded: String
  private let text: String

  init(_ text: String) {
    self.text = text
    folded = text.lowercased()
  }

  static func < (left: TextOrder, right: TextOrder) -> Bool {
    left.folded == right.folded ? left.text < right.text : left.folded < right.folded
  }
}
