import WorkbenchKit

/// A source on one line: title, publisher, date, place, licence, with stops between.
enum SourceLine {
  static func text(_ source: Source) -> String {
    let parts = [source.title, source.publisher, source.date, source.place, source.licence].compactMap { $0 }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
