/// A line that a step hangs on and that made no step itself: what `let` or `alias` gave a name that the step took up.
public struct NeededLine: Sendable, Hashable {
  /// As it was typed.
  public var line: String
  /// The number of the last step that was done when it was run; 0 before the first.
  public var after: Int
  /// The branch on which it was run; nil for that of the step.
  public var branch: String?
  /// The step that it made, where it made one: then it is part of the log and not run a second time.
  public var step: Int?

  /// Makes a note of a line.
  public init(line: String, after: Int, branch: String? = nil, step: Int? = nil) {
    self.line = line
    self.after = after
    self.branch = branch
    self.step = step
  }
}
