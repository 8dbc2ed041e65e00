/// One thing a person can ask for. `run` is synchronous, polls `context.checkInterrupt()` and reports progress.
///
/// What it can be told stands in `Arguments`, a value whose properties are `Argument`s:
///
///     struct CountCommand: Command {
///       struct Arguments: Sendable {
///         let area = Argument("area", .name, about: Text(nl: "welk gebied", en: "which area"))
///         let top = Argument(flag: "top", .integer(1...100), default: "10", about: Text(nl: "hoeveel", en: "how many"))
///       }
///       static let arguments = Arguments()
///       …
///       func run(_ given: Given<Arguments>, in context: Context) throws -> Output { … given.area … given.top … }
///     }
public protocol Command: Sendable {
  /// The arguments, each a property of the kind `Argument`, and groups of them.
  associatedtype Arguments: Sendable = NoArguments

  /// What it is called, and what help says of it.
  var signature: Signature { get }
  /// What it can be told; help, completion and binding are read from it when they are first needed.
  static var arguments: Arguments { get }
  /// What a ballot asks of many roles by the command; nil where it cannot be balloted.
  static var ballot: Ballot? { get }

  /// Carries the command out.
  ///
  /// - Throws: `Diagnostic`, after which nothing that it did to the workspace remains.
  func run(_ given: Given<Arguments>, in context: Context) throws -> Output
}

/// A command that takes what the stage before it gave.
public protocol Stage: Sendable {
  /// The arguments, each a property of the kind `Argument`, and groups of them.
  associatedtype Arguments: Sendable = NoArguments

  /// What it is called, and what help says of it.
  var signature: Signature { get }
  /// What it can be told; help, completion and binding are read from it when they are first needed.
  static var arguments: Arguments { get }

  /// Makes one output of another.
  ///
  /// - Throws: `Diagnostic`.
  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output
}

/// A stage that can say what it does to the rows, so that a source may do it where they are.
public protocol StatedStage: Stage {
  /// Returns what it does; nil where that cannot be said in full.
  func stated(_ given: Given<Arguments>, in context: Context) -> SourceStage?
}

extension StatedStage {
  /// Returns what it does with what the binder found.
  @_spi(Host) public func stated(_ call: Call, in context: Context) -> SourceStage? {
    stated(Given(Self.arguments, call), in: context)
  }
}

/// A command that can say what it would ask for its table, without asking.
public protocol PlannedCommand: Command {
  /// Returns what would be asked of where the table lies, for the stages behind; nil where it is read whole.
  ///
  /// - Throws: `Diagnostic`.
  func plan(_ given: Given<Arguments>, in context: Context) throws -> SourcePlan?
}

extension PlannedCommand {
  /// Returns what it would ask with what the binder found.
  @_spi(Host) public func plan(_ call: Call, in context: Context) throws -> SourcePlan? {
    try plan(Given(Self.arguments, call), in: context)
  }
}

/// A stage at the end of a line that tells how the line would be done; no stage before it runs.
public protocol PlanningStage: Stage {
  /// Returns what is told.
  ///
  /// - Parameters:
  ///   - plan: what the first stage would ask; nil where it reads a file whole.
  ///   - stages: those before it, the first left out, as they were typed.
  ///   - context: what the command works in.
  func output(_ plan: SourcePlan?, of stages: [String], in context: Context) throws -> Output
}

/// A stage that works new figures out of those in its table, from which these could be worked back: a number that a person hid
/// takes part in none of them, as one that is withheld. What orders or picks rows is no such stage.
public protocol FigureStage: Stage {}

/// Of a command that can be told nothing.
public struct NoArguments: ArgumentGroup {
  /// Makes the one value there is.
  public init() {}
}

extension Command {
  /// Nothing.
  public static var ballot: Ballot? { nil }
}

extension Command where Arguments == NoArguments {
  /// Nothing.
  public static var arguments: NoArguments { NoArguments() }
}

extension Stage where Arguments == NoArguments {
  /// Nothing.
  public static var arguments: NoArguments { NoArguments() }
}

extension Command {
  /// What a ballot asks by the command.
  @_spi(Host) public var ballot: Ballot? { Self.ballot }

  /// The signature with its parameters, which are read from the arguments when they are first asked for.
  @_spi(Host) public var fullSignature: Signature { signature.declaring { Self.arguments } }

  /// Carries the command out with what the binder found.
  @_spi(Host) public func run(_ call: Call, in context: Context) throws -> Output {
    try run(Given(Self.arguments, call), in: context)
  }
}

extension Stage {
  /// The signature with its parameters, which are read from the arguments when they are first asked for.
  @_spi(Host) public var fullSignature: Signature { signature.declaring { Self.arguments } }

  /// Carries the stage out with what the binder found.
  @_spi(Host) public func apply(_ call: Call, to input: Output, in context: Context) throws -> Output {
    try apply(Given(Self.arguments, call), to: input, in: context)
  }
}
