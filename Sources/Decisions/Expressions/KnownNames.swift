/// The names that mean something where cells and expressions are read.
public struct KnownNames: Sendable, Hashable {
  /// Each of them once.
  public let all: Set<String>
  /// The longest first, as one may begin another.
  let byLength: [String]

  public init(_ names: some Sequence<String>) {
    all = Set(names)
    byLength = all.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  public static let none = KnownNames([])

  func contains(_ name: String) -> Bool { all.contains(name) }

  /// Returns these and others.
  public func union(_ names: some Sequence<String>) -> KnownNames { KnownNames(all.union(names)) }
}
