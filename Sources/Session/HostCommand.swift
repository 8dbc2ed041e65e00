import WorkbenchKit

/// A command of the shell itself: besides the context it has the session in hand.
public protocol HostCommand {
  var signature: Signature { get }

  /// Carries the command out.
  ///
  /// - Parameter input: what flows in, where the signature takes something.
  /// - Throws: `Diagnostic`.
  func run(_ call: Call, in session: Session, context: Context) throws -> Output
}
