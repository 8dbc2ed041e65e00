import WorkbenchKit

/// What a front matter is filled in with: what a notebook was run with, so that it says so itself.
public struct FrontMatterFilling: Sendable {
  /// Of parameters that are declared.
  public var values: [String: Value]
  /// Nil leaves what stands there.
  public var seed: UInt64?
  /// Nil leaves what stands there.
  public var language: Language?

  public init(values: [String: Value], seed: UInt64? = nil, language: Language? = nil) {
    self.values = values
    self.seed = seed
    self.language = language
  }
}
