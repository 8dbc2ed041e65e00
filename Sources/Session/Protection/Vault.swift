import WorkbenchKit

/// Keeps for each workspace what must not stand in its file: its key, and the words that are to stay hidden.
public protocol Vault: AnyObject {
  /// Returns the keyed digest of a message, 32 bytes: HMAC-SHA256 under the workspace's own key.
  func digest(_ message: [UInt8], of lineage: String) -> [UInt8]

  /// Returns a message that only the workspace's own key opens; the same message gives the same bytes.
  func seal(_ message: [UInt8], of lineage: String) -> [UInt8]

  /// Returns what was sealed, or nil where it was sealed with another key.
  func open(_ sealed: [UInt8], of lineage: String) -> [UInt8]?

  /// The words that are to stay hidden in this workspace.
  func words(of lineage: String) -> [HiddenWord]

  /// - Throws: `vault.unwritable`; then the words are as they were.
  func setWords(_ words: [HiddenWord], of lineage: String) throws

  /// Whether a later run finds the same key.
  func isLasting(_ lineage: String) -> Bool
}

/// A word, or a phrase of several, that is to stay hidden; the word itself is kept nowhere.
public struct HiddenWord: Sendable, Hashable {
  /// The keyed digest of the folded words, in hexadecimal digits.
  public let digest: String
  /// Of how many words it is made.
  public let length: Int
  /// ISO 8601, UTC.
  public let added: String
  /// Whether it may be a number or a day; of what was hidden before that was noted it is not known, and it may.
  public let mayBeFigure: Bool

  public init(digest: String, length: Int, added: String, mayBeFigure: Bool = true) {
    self.digest = digest
    self.length = length
    self.added = added
    self.mayBeFigure = mayBeFigure
  }
}
