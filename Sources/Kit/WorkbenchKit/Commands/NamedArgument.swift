/// A word that names something, with where it was typed; the thing is looked up when the command runs.
public struct NameOf<Item: NamedItem>: Sendable {
  /// As it was typed.
  public let word: String
  /// Where it was typed.
  public let place: Place?
  let vocabulary: Vocabulary<Item>

  /// Returns the thing that is named.
  ///
  /// - Throws: `CODE.unknown`, `CODE.ambiguous`.
  public func item(in context: Context) throws -> Item { try vocabulary.one(word, in: context, at: place) }

  /// Returns the thing that is named among others than all that can be.
  ///
  /// - Throws: `CODE.unknown`, `CODE.ambiguous`.
  public func item(among items: [Item]) throws -> Item { try vocabulary.one(word, among: items, at: place) }

  /// Returns where among items the one stands that is named.
  ///
  /// - Throws: `CODE.unknown`, `CODE.ambiguous`.
  public func index(among items: [Item]) throws -> Int { try vocabulary.index(of: word, among: items, at: place) }
}

extension ArgumentKind {
  /// A word that names one of the things of a vocabulary, which completion offers.
  public static func named<Item>(_ vocabulary: Vocabulary<Item>) -> ArgumentKind where Element == NameOf<Item> {
    ArgumentKind(
      .text, standIn: NameOf(word: "", place: nil, vocabulary: vocabulary),
      candidates: { context in
        ((try? vocabulary.items(context)) ?? []).map { Candidate($0.id, $0.label) }
      },
      find: { word, context in
        let item = try vocabulary.one(word, in: context)
        return Candidate(item.id, item.label)
      },
      convert: { NameOf(word: $0.value.text ?? $0.value.plain, place: $0.place, vocabulary: vocabulary) })
  }
}
