import WorkbenchKit

/// Words out of a file on their way in: they pass the guard that words on a line pass.
enum ImportedWords {
  /// - Throws: `personal.found`, `text.toolong`.
  static func text(_ words: String?) throws -> Text? {
    try words.map { try FreeWords.demandNone(in: $0) }
    return .typed(words)
  }

  /// Returns words as a name that can be kept.
  ///
  /// - Throws: `name.unusable`, `personal.found`, `text.toolong`.
  static func id(_ words: String) throws -> String {
    try FreeWords.demandNone(in: words)
    return try Slug.demand(words)
  }

  /// Returns the name of a role; nil where there are no words.
  ///
  /// - Throws: `role.name`, `personal.found`, `text.toolong`.
  static func role(_ words: String?) throws -> String? {
    guard let words else { return nil }
    try FreeWords.demandNone(in: words)
    return try RoleName.checked(words)
  }
}

extension Table {
  /// What stands in a row under a name, where both are there.
  func words(_ column: String, _ row: Int) -> String? {
    self.column(column).flatMap { $0[row].isMissing ? nil : $0[row].plain }
  }
}
