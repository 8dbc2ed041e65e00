import WorkbenchKit

/// What could not be read in a list of a document, and is kept there as it is.
struct UnreadItems: Sendable {
  /// Where the list stands: names of members, and ids.
  let path: [String]
  /// Ids, or numbers in the list counted from 1.
  let names: [String]
  /// What is wrong with the first.
  let reason: Text
  /// Says it to a person.
  let notice: Notice

  /// Nil where everything could be read.
  ///
  /// - Parameter what: the kind of the items, in the plural.
  init?<Item>(_ list: ReadItems<Item>, _ what: Text, at path: [String]) {
    guard let first = list.unread.first, let notice = Notice.unread(list, what) else { return nil }
    self.path = path
    self.notice = notice
    names = list.unread.map(\.name)
    reason = first.reason
  }

  /// As what is wrong with the document, where all of it must be read.
  var problem: FieldProblem { FieldProblem(reason, at: path + names.prefix(1)) }
}
