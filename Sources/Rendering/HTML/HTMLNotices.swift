import WorkbenchKit

/// What has to be said beside figures, as a page says it: what bears on all of it under the title, the rest at the end of a section.
struct HTMLNotices {
  /// Those that wait for the end of their section.
  private var waiting: [Notice] = []
  /// What the head of the page says already.
  var said: Set<Notice> = []

  /// What is warned of more than once is said once, at the head of the page.
  ///
  /// - Parameter fragments: the results of a page.
  static func ofPage(_ fragments: [[Block]]) -> [Notice] {
    var counts: [Notice: Int] = [:]
    var order: [Notice] = []
    for fragment in fragments {
      for case .notice(let notice) in fragment where notice.level == .warning {
        if counts[notice] == nil { order.append(notice) }
        counts[notice, default: 0] += 1
      }
    }
    return order.filter { counts[$0].map { $0 > 1 } ?? false }
  }

  /// The warnings that stand before the first section of a result: they are about all of it.
  static func ofResult(_ blocks: [Block]) -> [Notice] {
    let first = blocks.indices.dropFirst().first { if case .heading = blocks[$0] { true } else { false } }
    return blocks[..<(first ?? blocks.endIndex)]
      .compactMap { if case .notice(let notice) = $0, notice.level == .warning { notice } else { nil } }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  mutating func wait(_ notice: Notice) {
    if !said.contains(notice), !waiting.contains(notice) { waiting.append(notice) }
  }

  /// Returns those that waited as a list, cautions before what is good to know.
  mutating func list(_ language: Language) -> String {
    defer { waiting = [] }
    let sorted = waiting.filter { $0.level != .info } + waiting.filter { $0.level == .info }
    if sorted.isEmpty { return "" }
    let items = sorted.map { "<li class=\"\($0.level.rawValue)\">\(Self.words($0, language))</li>\n" }
    return "<ul class=\"notes\">\n\(items.joined())</ul>\n"
  }

  static func paragraph(_ notice: Notice, _ language: Language) -> String {
    "<p class=\"notice \(notice.level.rawValue)\" role=\"note\">\(words(notice, language))</p>\n"
  }

  private static func words(_ notice: Notice, _ language: Language) -> String {
    let word: Text? =
      switch notice.level {
      case .info: nil
      case .caution: Text(nl: "Let op:", en: "Note:")
      case .warning: Text(nl: "Waarschuwing:", en: "Warning:")
      }
    return (word.map { "<strong>\($0(language))</strong> " } ?? "") + HTMLTable.text(notice.text(language))
  }
}
