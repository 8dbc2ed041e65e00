import WorkbenchKit

extension Vocabulary<AgendaItem> {
  static var item: Vocabulary {
    Vocabulary(
      "item", none: Text(nl: "geen agendapunt", en: "no agenda item"),
      wayOut: Text(nl: "'agenda show' noemt ze", en: "'agenda show' lists them")
    ) { context in
      guard let circle = try context.workspace.currentCircle else { return [] }
      return circle.agenda(circle.openMeeting?.date)
    }
  }

  /// Any item of the circle, of whatever meeting.
  static var anyItem: Vocabulary {
    Vocabulary(
      "item", none: Text(nl: "geen agendapunt", en: "no agenda item"),
      wayOut: Text(nl: "'agenda show' noemt ze", en: "'agenda show' lists them")
    ) { try $0.workspace.currentCircle?.items ?? [] }
  }
}

extension Circle {
  /// The items of a meeting and those that belong to none; all of them where no meeting is meant.
  func agenda(_ meeting: CalendarDate?) -> [AgendaItem] {
    meeting.map { day in items.filter { $0.meeting == nil || $0.meeting == day } } ?? items
  }

  /// A free id for an item, made of its words.
  ///
  /// - Throws: `name.unusable`.
  static func id(of words: String, among taken: Set<String>) throws -> String {
    let whole = try Slug.demand(String(words.prefix(60)))
    // Two words that say something will do: it is typed again and again.
    let words = whole.split(separator: "-").map(String.init)
    let telling = words.filter { !smallWords.contains($0) }
    let short = (telling.isEmpty ? words : telling).prefix(2).joined(separator: "-")
    if !taken.contains(short) { return short }
    return (2...).lazy.map { "\(short)-\($0)" }.first { !taken.contains($0) } ?? short
  }

  private static let smallWords: Set = [
    "aan", "als", "an", "and", "at", "by", "dan", "dat", "de", "die", "dit", "een", "en", "er", "for", "het", "hoe",
    "how", "ik", "in", "is",
    "met", "na", "naar", "niet", "of", "om", "on", "ons", "onze", "op", "over", "te", "the", "to", "tot", "uit", "van",
    "voor", "waar",
    "wat", "we", "welke", "what", "who", "wie", "wij", "with", "worden", "wordt", "zijn",
  ]
}
