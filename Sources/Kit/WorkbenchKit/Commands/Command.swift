/// One thing a person can ask for. `run` is synchronous, polls `context.checkInterrupt()` and reports progress.
public protocol Command: Sendable {
  var signature: Signature { get }

  /// Carries the command out.
  ///
  /// - Throws: `Diagnostic`, after which nothing that it did to the workspace remains.
  func run(_ call: Call, in context: Context) throws -> Output
}

/// A command that takes what the stage before it gave.
public protocol Stage: Sendable {
  var signature: Signature { get }

  /// Makes one output of another.
  ///
  /// - Throws: `Diagnostic`.
  func apply(_ call: Call, to input: Output, in context: Context) throws -> Output
}
