import WorkbenchKit

extension Text {
  /// `'a', 'b' and 3 more`: the first five names in quotes.
  static func fewQuoted(_ names: [String]) -> Text { .quoted(names, atMost: 5) }
}

extension [Notice] {
  /// Adds a remark on names, where there are any.
  ///
  /// - Parameter words: the remark, of the names in a row.
  mutating func add(_ level: Notice.Level, naming names: [String], _ words: (_ listed: Text) -> Text) {
    if !names.isEmpty { append(Notice(level, words(.fewQuoted(names)))) }
  }
}
