/// Something that a person names on a line.
public protocol NamedItem: Sendable {
  /// As it stands in results.
  var id: String { get }
  /// Other words for it.
  var names: [String] { get }
  /// What a person reads.
  var label: Text { get }
}

extension NamedItem {
  /// None.
  public var names: [String] { [] }
}

extension Sequence where Element: NamedItem {
  /// What a person reads of each, by its id; of an id that stands twice the first.
  public var labels: [String: Text] { Dictionary(map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first }) }
}

/// A kind of named things, for finding the one that was meant.
public struct Vocabulary<Item: NamedItem>: Sendable {
  /// The first half of the error's code: `form`.
  public let code: String
  /// With its article, after "there is": `geen vorm`.
  public let none: Text
  /// What to type for a list of them.
  public let wayOut: Text
  let items: @Sendable (Context) throws -> [Item]

  /// Makes a vocabulary.
  ///
  /// - Parameters:
  ///   - code: the first half of the error's code.
  ///   - none: with its article, after "there is".
  ///   - wayOut: what to type for a list of them.
  ///   - items: all that can be named, in the order in which they are offered.
  public init(
    _ code: String, none: Text, wayOut: Text, items: @escaping @Sendable (Context) throws -> [Item] = { _ in [] }
  ) {
    self.code = code
    self.none = none
    self.wayOut = wayOut
    self.items = items
  }

  /// Returns all that can be named.
  public func all(in context: Context) throws -> [Item] { try items(context) }

  /// Returns the one that a word names.
  ///
  /// - Throws: `CODE.unknown`, `CODE.ambiguous`.
  public func one(_ word: String, in context: Context, at place: Place? = nil) throws -> Item {
    try one(word, among: items(context), at: place)
  }

  /// Returns the item with this id, else with this other name, else with this label; case, diacritics, blanks, hyphens and
  /// underscores do not count, and what fits only in part is never guessed.
  ///
  /// - Throws: `CODE.unknown` with the nearest; `CODE.ambiguous` where several are called so.
  public func one(_ word: String, among items: [Item], at place: Place? = nil) throws -> Item {
    items[try index(of: word, among: items, at: place)]
  }

  /// Returns where in the items the one stands that a word names.
  ///
  /// - Throws: as `one` does.
  public func index(of word: String, among items: [Item], at place: Place? = nil) throws -> Int {
    let wanted = word.foldedForLookup
    let ways: [(Item) -> [String]] = [{ [$0.id] }, { $0.names }, { [$0.label.nl, $0.label.en] }]
    for way in ways {
      let found = items.indices.filter { way(items[$0]).contains { $0.foldedForLookup == wanted } }
      // Upper and lower case may part two ids; then the exact one is meant.
      let exact = found.count > 1 ? found.filter { way(items[$0]).contains(word) } : found
      if let only = exact.first, exact.count == 1 || found.count == 1 { return only }
      if found.count > 1 { throw problem("ambiguous", word, found.map { items[$0] }, at: place) }
    }
    throw problem("unknown", word, near(wanted, items), at: place)
  }

  /// Checks that nothing is called so yet.
  ///
  /// - Throws: `CODE.taken`.
  public func demandFree(_ id: String, among items: [Item], at place: Place? = nil) throws {
    if items.contains(where: { $0.id == id }) { throw taken(id, at: place) }
  }

  func taken(_ id: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "\(code).taken", Text(nl: "'\(id)' is er al", en: "'\(id)' is there already"),
      wayOut: Text(nl: "geef een andere naam", en: "give another name"), place: place)
  }

  private func near(_ wanted: String, _ items: [Item]) -> [Item] {
    if wanted.isEmpty { return [] }
    let words = items.map { item in
      ([item.id] + item.names + [item.label.nl, item.label.en]).map(\.foldedForLookup)
    }
    var order = items.indices.filter { words[$0].contains { $0.contains(wanted) } }
    for ranked in NearestWord.rank(wanted, among: Set(words.joined())) {
      order += items.indices.filter { words[$0].contains(ranked) && !order.contains($0) }
    }
    return order.map { items[$0] }
  }

  private func problem(_ kind: String, _ word: String, _ near: [Item], at place: Place?) -> Diagnostic {
    Diagnostic(
      "\(code).\(kind)",
      kind == "ambiguous"
        ? Text(nl: "'\(word)' kan meer dan één ding zijn", en: "'\(word)' can be more than one thing")
        : Text(nl: "er is \(none.nl) '\(word)'", en: "there is \(none.en) '\(word)'"),
      wayOut: wayOut, suggestion: near.first?.id,
      candidates: near.prefix(5).map { Candidate($0.id, $0.label) }, place: place)
  }
}
