/// What one line asks.
public enum ParsedStatement: Sendable {
  /// Blank, or a comment only.
  case empty
  case pipeline(Pipeline)
  /// `let NAME = …`: what follows is a value or a pipeline.
  case binding(name: String, nameRange: Range<Int>, Pipeline)
}

/// Stages through which a table flows from left to right.
public struct Pipeline: Sendable {
  public let stages: [StageWords]

  public init(stages: [StageWords]) { self.stages = stages }
}

/// The words of one stage: those of the command first.
public struct StageWords: Sendable {
  /// At least one.
  public let words: [Word]
  /// From the first word's beginning to the last word's end, in UTF-8 offsets.
  public let range: Range<Int>

  public init(words: [Word], range: Range<Int>) {
    self.words = words
    self.range = range
  }
}
