import WorkbenchKit

/// What a notebook says of itself between its `---` lines.
public struct FrontMatter: Sendable {
  public var title: String?
  /// Who wrote it, and of when it is: as it stands there, for the head of a page.
  public var author: String?
  public var date: String?
  /// The language of what it gives; nil for that of whoever runs it.
  public var language: Language?
  public var parameters: [NotebookParameter] = []
  public var requirements: [Requirement] = []
  public var seed: UInt64?

  public init() {}

  /// A plugin that has to be there.
  public struct Requirement: Sendable, Hashable {
    public let plugin: String
    public let version: VersionRange
    /// The line in which it stands, from 1.
    public let line: Int
  }
}

/// Which versions of a plugin will do.
public struct VersionRange: Sendable, Hashable, CustomStringConvertible {
  public let description: String
  private let numbers: [Int]
  private let isAtLeast: Bool

  /// Reads `0.1` (whatever begins so), `>=0.2` (that one or later) or `*`.
  public init?(_ text: String) {
    description = text
    var rest = text[...]
    isAtLeast = rest.hasPrefix(">=")
    if isAtLeast { rest = rest.dropFirst(2).drop { $0 == " " } }
    if rest == "*", !isAtLeast {
      numbers = []
      return
    }
    guard let numbers = Self.numbers(rest) else { return nil }
    self.numbers = numbers
  }

  public func contains(_ version: String) -> Bool {
    guard let other = Self.numbers(version.prefix { $0 != "-" && $0 != "+" }) else { return numbers.isEmpty }
    if !isAtLeast { return other.starts(with: numbers) }
    for (index, number) in numbers.enumerated() {
      let given = index < other.count ? other[index] : 0
      if given != number { return given > number }
    }
    return true
  }

  private static func numbers(_ text: some StringProtocol) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    return parts.contains { $0 == nil || $0.map { $0 < 0 } == true } ? nil : parts.compactMap { $0 }
  }
}
