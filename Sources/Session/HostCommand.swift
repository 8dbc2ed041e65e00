@_spi(Host) import WorkbenchKit

/// A command of the shell itself: besides the context it has the session in hand.
public protocol HostCommand: SendableMetatype {
  /// The arguments, each a property of the kind `Argument`, and groups of them.
  associatedtype Arguments: Sendable = NoArguments

  /// What it is called, and what help says of it.
  var signature: Signature { get }
  /// What it can be told; help, completion and binding are read from it when they are first needed.
  static var arguments: Arguments { get }

  /// Carries the command out.
  ///
  /// - Parameter input: what flows in, where the signature takes something.
  /// - Throws: `Diagnostic`.
  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output

  /// Returns words that completion offers for a parameter, where they hang on more than the workspace.
  ///
  /// - Parameter words: the whole words behind the command, before the one that is begun.
  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate]
}

extension HostCommand {
  public func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] { [] }
}

extension HostCommand where Arguments == NoArguments {
  /// Nothing.
  public static var arguments: NoArguments { NoArguments() }
}

/// A command of the shell whose arguments are looked up by name; on its way out.
public protocol UntypedHostCommand {
  var signature: Signature { get }
  func run(_ call: Call, in session: Session, context: Context) throws -> Output
  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate]
}

extension UntypedHostCommand {
  public func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] { [] }
}

/// A command of the shell with its types hidden, as the registry holds it.
public struct ErasedHostCommand: UntypedHostCommand {
  private let command: any HostCommand
  public var signature: Signature { Self.full(command) }

  public init(_ command: any HostCommand) { self.command = command }

  public func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    try Self.run(command, call, session, context)
  }

  public func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    command.candidates(for: parameter, after: words, in: session)
  }

  private static func full<Body: HostCommand>(_ command: Body) -> Signature {
    command.signature.declaring { Body.arguments }
  }

  private static func run<Body: HostCommand>(
    _ command: Body, _ call: Call, _ session: Session, _ context: Context
  ) throws -> Output {
    try command.run(Given(bound: call, to: Body.arguments), in: session, context: context)
  }
}
