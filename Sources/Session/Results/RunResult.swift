import WorkbenchKit

/// What `let` remembers: a value, or what a pipeline gave together with where it came from.
public enum Remembered: Sendable {
  case value(Value)
  case result(RunResult)
}

/// What a line gave, and everything that is needed to tell why.
public struct RunResult: Sendable {
  public var output: Output
  public var provenance: Provenance
  /// The line as it was typed.
  public var line: String
  /// The owner of the last stage that has one.
  public var owner: Registration.Owner?
  /// The first word of the path of the command it begins with; nil where it begins with a remembered name, and for a result that
  /// was kept.
  public var command: String?
  /// Whether all of it was asked for, however long it is.
  public var isFull: Bool
  /// Of a result whose tables were left out when it was kept, as they had more cells than a workspace keeps: their digest; else nil.
  public internal(set) var rowsDigest: String?
  /// What is shown to who reads text, in place of the output; nil where that itself is.
  public internal(set) var reading: Reading?
  /// Lines that people type next, the likeliest first, as the last command says.
  public var next: [Candidate] = []

  public init(
    output: Output, provenance: Provenance, line: String, owner: Registration.Owner?, command: String? = nil,
    isFull: Bool = false
  ) {
    self.isFull = isFull
    self.command = command
    self.output = output
    self.provenance = provenance
    self.line = line
    self.owner = owner
  }
}
