/// What a command is called, what it can be told, and what it takes and gives; help, binding and completion all ask this.
public struct Signature: Sendable {
  /// Whether a table flows in.
  public enum Input: Sendable, Hashable {
    case none, optional, required
  }

  /// A line that is help and test at once.
  public struct Example: Sendable {
    public let line: String
    public let about: Text
    /// The code of the error that the line gives; nil for one that works.
    public let failsWith: String?

    public init(_ line: String, _ about: Text, failsWith: String? = nil) {
      self.line = line
      self.about = about
      self.failsWith = failsWith
    }
  }

  /// Noun, then verb; one word for a stage.
  public let path: [String]
  /// Other words for the whole path, in Dutch or English.
  public let aliases: [[String]]
  public let summary: Text
  /// More than one sentence, where it is needed.
  public let details: Text?
  public let parameters: [Parameter]
  public let input: Input
  public let examples: [Example]
  /// Whether it changes the workspace; in a read-only session such a command is refused before it runs.
  public let changesWorkspace: Bool

  public init(
    _ path: String,
    aliases: [String] = [],
    summary: Text,
    details: Text? = nil,
    parameters: [Parameter] = [],
    input: Input = .none,
    changesWorkspace: Bool = false,
    examples: [Example]
  ) {
    self.path = Self.words(path)
    self.aliases = aliases.map(Self.words)
    self.summary = summary
    self.details = details
    self.parameters = parameters
    self.input = input
    self.changesWorkspace = changesWorkspace
    self.examples = examples
  }

  private static func words(_ path: String) -> [String] { path.split(separator: " ").map(String.init) }
}
