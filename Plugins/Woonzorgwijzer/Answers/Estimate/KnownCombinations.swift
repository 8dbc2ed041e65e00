import WorkbenchKit

/// What the source itself says of indicators together.
struct KnownCombinations: FieldItem, Sendable {
  enum Kind: Sendable, Hashable {
    /// Another indicator is just this combination.
    case given(String)
    /// Who has the one has the other: both are as many as the smaller.
    case within(String)
    /// Nobody has both.
    case apart
    /// Only the share of each is known; of two in a union its indicator.
    case unknown(union: String?)
  }

  private struct Union: FieldItem, Sendable {
    let of: Set<String>
    let stem: String

    init(_ fields: Fields) throws {
      of = Set(try fields.list("of"))
      stem = try fields["is"]
    }
  }

  private struct Nested: FieldItem, Sendable {
    let inner: String
    let outer: String

    init(_ fields: Fields) throws {
      inner = try fields["inner"]
      outer = try fields["outer"]
    }
  }

  private let given: [Union]
  private let within: [Nested]
  private let apart: [Set<String>]
  private let unions: [Union]

  init(_ context: Context) throws { self = try context.knowledge.read("combinations", in: context, Self.init) }

  init(_ fields: Fields) throws {
    given = try fields["given"]
    within = try fields["within"]
    apart = try fields.list("apart", of: [String].self).map { Set($0) }
    unions = try fields["union"]
  }

  /// The indicators of which whoever has this one has each.
  func wholes(of stem: String) -> [String] {
    given.filter { $0.stem == stem }.flatMap { $0.of.sorted() }
      + within.filter { $0.inner == stem }.map(\.outer).filter { outer in
        !given.contains { $0.stem == stem && $0.of.contains(outer) }
      }
  }

  func kind(_ stems: [String]) -> Kind {
    let all = Set(stems)
    if apart.contains(where: all.isSuperset) { return .apart }
    if let found = given.first(where: { $0.of == all }) { return .given(found.stem) }
    // All the others hold the innermost.
    let innermost = stems.first { inner in
      stems.allSatisfy { outer in outer == inner || within.contains { $0.inner == inner && $0.outer == outer } }
    }
    if let innermost { return .within(innermost) }
    return .unknown(union: stems.count == 2 ? unions.first { $0.of.isSuperset(of: all) }?.stem : nil)
  }
}
