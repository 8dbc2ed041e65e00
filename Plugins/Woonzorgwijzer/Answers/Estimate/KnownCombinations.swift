import WorkbenchKit

/// What the source itself says of indicators together.
struct KnownCombinations: Sendable {
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

  private let given: [(of: Set<String>, stem: String)]
  private let within: [(inner: String, outer: String)]
  private let apart: [Set<String>]
  private let unions: [(of: Set<String>, stem: String)]

  init(_ json: JSON) {
    func sets(_ key: String) -> [(Set<String>, String)] {
      (json[key]?.array ?? []).compactMap { item in
        item["is"]?.string.map { (Set((item["of"]?.array ?? []).compactMap(\.string)), $0) }
      }
    }
    given = sets("given").map { (of: $0.0, stem: $0.1) }
    unions = sets("union").map { (of: $0.0, stem: $0.1) }
    within = (json["within"]?.array ?? []).compactMap { item in
      guard let inner = item["inner"]?.string, let outer = item["outer"]?.string else { return nil }
      return (inner, outer)
    }
    apart = (json["apart"]?.array ?? []).map { Set(($0.array ?? []).compactMap(\.string)) }
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
