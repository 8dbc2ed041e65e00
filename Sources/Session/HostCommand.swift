import WorkbenchKit

/// A command of the shell itself: besides the context it has the session in hand.
public protocol HostCommand {
  var signature: Signature { get }

  /// Carries the command out.
  ///
  /// - Parameter input: what flows in, where the signature takes something.
  /// - Throws: `Diagnostic`.
  func run(_ call: Call, in session: Session, context: Context) throws -> Output

  /// Returns words that completion offers for a parameter, where they hang on more than the workspace.
  ///
  /// - Parameter words: the whole words behind the command, before the one that is begun.
  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate]
}

extension HostCommand {
  public func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] { [] }
}
