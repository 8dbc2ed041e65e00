import Methods
import WorkbenchKit

/// Dots that roles gave to things: each role counts the same, however many dots it has.
struct DotShares: Sendable {
  let roles: [String]
  /// Of each thing the sum over the roles of the share of its dots that each gave.
  let weights: [String: Double]
  let dots: [String: Int]
  /// How alike the roles order the things; nil where it cannot be told.
  let concordance: Double?

  init(_ votes: [String: [String: Int]], of things: [String]) {
    var weights: [String: Double] = [:]
    var dots: [String: Int] = [:]
    var scores: [[Double]] = []
    var roles: [String] = []
    for (role, given) in votes.sorted(by: { $0.key < $1.key }) {
      let counts = things.map { max(0, given[$0] ?? 0) }
      let total = counts.reduce(0, +)
      guard total > 0 else { continue }
      roles.append(role)
      scores.append(counts.map(Double.init))
      for (thing, count) in zip(things, counts) {
        weights[thing, default: 0] += Double(count) / Double(total)
        dots[thing, default: 0] += count
      }
    }
    (self.weights, self.dots, self.roles) = (weights, dots, roles)
    concordance = KendallW(scores: scores).concordance
  }

  /// Returns the mean share that a thing got over the roles.
  func share(_ thing: String) -> Double { (weights[thing] ?? 0) / Double(max(roles.count, 1)) }
}

/// Dots as they are typed.
enum DotWords {
  static let range = 0...1_000

  /// Returns how many dots each thing gets.
  ///
  /// - Throws: `vote.dots`, `vote.none`, and what naming an unknown thing throws.
  static func read<Item>(
    _ pairs: [Pair<Value>], _ vocabulary: Vocabulary<Item>, among items: [Item]
  ) throws -> [String: Int] {
    var dots: [String: Int] = [:]
    for pair in pairs {
      let item = try vocabulary.one(pair.key, among: items, at: pair.place)
      let words = pair.value.plain
      guard let count = TypedValue.number(words)?.number.flatMap({ Int(exactly: $0) }), range.contains(count) else {
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
        wayOut: Text(nl: "geef NAAM=STIPPEN", en: "give NAME=DOTS"), place: pairs.first?.place)
    }
    return dots
  }

  /// Words that completion offers: each thing with a sign behind it.
  static func candidates<Item>(_ vocabulary: Vocabulary<Item>) -> @Sendable (Context) -> [Candidate] {
    { context in ((try? vocabulary.all(in: context)) ?? []).map { Candidate("\($0.id)=", $0.label) } }
  }
}
