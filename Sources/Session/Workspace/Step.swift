import WorkbenchKit

/// One step of the log: what was asked, and the other side of every part that it changed.
public struct Step: Sendable {
  /// What is told of a step.
  public struct Record: Sendable, Hashable {
    /// The command line as it was typed.
    public var line: String
    /// ISO 8601, UTC, to the second.
    public var time: String
    /// Whose command it was; nil for the host's own.
    public var plugin: String?
    public var version: String?
    public var inputs: [InputFile]
    /// The numbers of the steps that had made what it read, ascending.
    public var basis: [Int]
    /// The lines that it hangs on and that made no step, in the order in which they were run.
    public var needs: [NeededLine]
    /// The language in which it was done; nil where that was not noted.
    public var language: Language?
    /// The seed of what was drawn; nil for the usual one.
    public var seed: UInt64?
    /// The steps of a copy that it took in, oldest first.
    public var merged: [Merged] = []

    public init(
      line: String, time: String, plugin: String? = nil, version: String? = nil, inputs: [InputFile] = [],
      basis: [Int] = [], needs: [NeededLine] = [], language: Language? = nil, seed: UInt64? = nil
    ) {
      self.line = line
      self.time = time
      self.plugin = plugin
      self.version = version
      self.inputs = inputs
      self.basis = basis
      self.needs = needs
      self.language = language
      self.seed = seed
    }
  }

  /// A step of a copy of the workspace, which another one took in.
  public struct Merged: Sendable, Hashable {
    /// The number that it has there.
    public let number: Int
    public let record: Record

    /// Makes a note of a step.
    public init(number: Int, record: Record) {
      self.number = number
      self.record = record
    }
  }

  /// From 1, in order; a number is not used twice in one log.
  public let number: Int
  public let record: Record
  /// Of a step that is done the values before it, of one that is undone the values after it; nil for absent.
  ///
  /// So every version of a part stands once: either here or in the state.
  public internal(set) var other: [PartName: Part?]

  public init(number: Int, record: Record, other: [PartName: Part?]) {
    self.number = number
    self.record = record
    self.other = other
  }
}
