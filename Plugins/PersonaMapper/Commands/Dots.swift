import WorkbenchKit

/// Dots as they are typed.
enum Dots {
  /// How many an item can get.
  static let range = 0...1_000

  /// Returns how many dots each item gets.
  ///
  /// - Throws: `vote.dots`, `vote.none`, and what naming an unknown item throws.
  static func read<Item>(_ pairs: [Pair<Value>], _ vocabulary: Vocabulary<Item>, among items: [Item]) throws
    -> [String: Int]
  {
    var dots: [String: Int] = [:]
    for pair in pairs {
      let item = try vocabulary.one(pair.key, among: items, at: pair.place)
      let words = pair.value.plain
      guard let count = TypedValue.number(words)?.number.flatMap({ Int(exactly: $0) }), range.contains(count)
      else {
        throw Diagnostic(
          "vote.dots", Text(nl: "'\(words)' is geen aantal stippen", en: "'\(words)' is no number of dots"),
          wayOut: Text(nl: "geef 0 of meer, zoals \(item.id)=3", en: "give 0 or more, such as \(item.id)=3"),
          place: pair.place)
      }
      dots[item.id, default: 0] += count
    }
    guard dots.values.contains(where: { $0 > 0 }) else {
      throw Diagnostic(
        "vote.none", Text(nl: "er staat geen stip bij", en: "there is no dot in it"),
        wayOut: Text(nl: "geef NAAM=STIPPEN", en: "give NAME=DOTS"))
    }
    return dots
  }

  /// Words that completion offers for dots: each item with a sign behind it.
  static func candidates<Item>(_ vocabulary: Vocabulary<Item>) -> @Sendable (Context) -> [Candidate] {
    { context in ((try? vocabulary.all(in: context)) ?? []).map { Candidate("\($0.id)=", $0.label) } }
  }
}
