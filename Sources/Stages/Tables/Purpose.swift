import WorkbenchKit

/// What asks something of a table, for its errors: the words of a stage, or of a flag of it, and where they stand.
struct Purpose {
  let name: String
  let place: Place?

  /// The purpose of one of its flags, which names a table or a column.
  func flag(_ flag: String, at place: Place?) -> Purpose { Purpose(name: "\(name) --\(flag)", place: place) }
}

extension Given {
  var purpose: Purpose { Purpose(name: path.joined(separator: " "), place: place) }
}
