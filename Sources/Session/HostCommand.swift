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
  /// - Throws: `Diagnostic`.
  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output

  /// Returns what is shown to who reads text, in place of what the command gave; nil where that itself is.
  ///
  /// - Throws: `Diagnostic`.
  func reading(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Reading?

  /// Returns words that completion offers for a parameter, where they hang on more than the workspace.
  ///
  /// - Parameter words: the whole words behind the command, before the one that is begun.
  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate]
}

extension HostCommand {
  /// Nil: what it gave is shown.
  public func reading(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Reading? { nil }

  /// None.
  public func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] { [] }
}

extension HostCommand where Arguments == NoArguments {
  /// Nothing.
  public static var arguments: NoArguments { NoArguments() }
}

extension Session {
  /// Makes a command of the shell known, which works on this session.
  ///
  /// - Throws: `registration.taken` naming both sides.
  public func add(_ command: any HostCommand) throws { try registry.add(.host(shellCommand(command))) }

  private func shellCommand<Body: HostCommand>(_ command: Body) -> Registration.ShellCommand {
    Registration.ShellCommand(
      signature: command.signature.declaring { Body.arguments },
      run: { [unowned self] call, context in
        try command.run(Given(bound: call, to: Body.arguments), in: self, context: context)
      },
      reading: { [unowned self] call, context in
        try command.reading(Given(bound: call, to: Body.arguments), in: self, context: context)
      },
      candidates: { [unowned self] parameter, words in command.candidates(for: parameter, after: words, in: self) })
  }
}
