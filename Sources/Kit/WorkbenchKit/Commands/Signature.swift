import Synchronization

/// What a command is called, what it can be told, and what it takes and gives; help, binding and completion all ask this.
public struct Signature: Sendable {
  /// Whether a table flows in.
  public enum Input: Sendable, Hashable {
    case none, optional, required
  }

  /// A line that is help and test at once.
  public struct Example: Sendable {
    /// As it is typed.
    public let line: String
    /// What it shows.
    public let about: Text
    /// The code of the error that the line gives; nil for one that works.
    public let failsWith: String?

    /// Makes an example.
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
  /// What it does, in a few words.
  public let summary: Text
  /// More than one sentence, where it is needed.
  public let details: Text?
  private var declared: DeclaredParameters
  /// Whether a table flows in.
  public let input: Input
  /// Lines that are help and test at once.
  public let examples: [Example]
  /// What people ask after its answer, the likeliest first.
  public let next: [FollowUp]
  /// Words that people look for it by, in either language, where name and summary have none of them.
  public let soughtBy: [String]
  /// Whether it changes the workspace; in a read-only session such a command is refused before it runs.
  public let changesWorkspace: Bool
  /// Whether it looks at the whole workspace, so that what it gives hangs on every part of it.
  public let readsWholeWorkspace: Bool

  /// Makes a signature; a command's parameters come from its arguments.
  public init(
    _ path: String,
    aliases: [String] = [],
    summary: Text,
    details: Text? = nil,
    parameters: [Parameter] = [],
    input: Input = .none,
    changesWorkspace: Bool = false,
    readsWholeWorkspace: Bool = false,
    next: [FollowUp] = [],
    soughtBy: [String] = [],
    examples: [Example]
  ) {
    self.path = Self.words(path)
    self.aliases = aliases.map(Self.words)
    self.summary = summary
    self.details = details
    declared = DeclaredParameters { parameters }
    self.input = input
    self.changesWorkspace = changesWorkspace
    self.readsWholeWorkspace = readsWholeWorkspace
    self.next = next
    self.soughtBy = soughtBy
    self.examples = examples
  }

  /// What it can be told, in the order of declaration.
  public var parameters: [Parameter] { declared.all }

  /// Returns the signature with the parameters that arguments declare; nothing is read before it is asked for.
  @_spi(Host) public func declaring<Arguments>(_ arguments: @escaping @Sendable () -> Arguments) -> Signature {
    var copy = self
    copy.declared = DeclaredParameters { Parameter.list(of: arguments()) }
    return copy
  }

  private static func words(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}

/// Parameters that are read from a command's arguments once, when they are first asked for.
private final class DeclaredParameters: Sendable {
  private let make: @Sendable () -> [Parameter]
  private let found = Mutex<[Parameter]?>(nil)

  init(_ make: @escaping @Sendable () -> [Parameter]) { self.make = make }

  var all: [Parameter] {
    found.withLock { found in
      if let found { return found }
      let made = make()
      found = made
      return made
    }
  }
}
