import WorkbenchKit

/// One of the lines that bring an empty workspace to the state of another one.
public struct ReplayLine: Sendable {
  /// Why a line is there.
  public enum Origin: Sendable, Hashable {
    case step(Int)
    /// It gives a name that a step takes up.
    case needed
    /// It goes to another branch or another state.
    case move
  }

  public let line: String
  public let origin: Origin
  /// The files that the step rests on for which it is there.
  public let inputs: [InputFile]
  /// The language and the seed with which it was done; nil where that was not noted.
  public let language: Language?
  public let seed: UInt64?

  /// A step as a line.
  init(_ step: Step) { self.init(step.record.line, .step(step.number), step.record) }

  /// A step of a copy that was taken in, as a line.
  init(_ merged: Step.Merged, in step: Step) { self.init(merged.record.line, .step(step.number), merged.record) }

  /// A line that a step hangs on.
  init(needed line: String, by record: Step.Record) { self.init(line, .needed, record) }

  /// A line that goes to another state.
  init(move line: String) { self.init(line, .move, Step.Record(line: line, time: "")) }

  private init(_ line: String, _ origin: Origin, _ record: Step.Record) {
    self.line = line
    self.origin = origin
    inputs = record.inputs
    language = record.language
    seed = record.seed
  }
}

/// What keeps lines that are run anew from giving the same.
public enum ReplayRemark: Sendable, Hashable {
  /// What is hidden does not stand in the line.
  case hidden(line: String)
  /// It hangs on a state that was taken back or is on no branch any more.
  case lost(line: String)
  /// It is not done by a line.
  case apart(line: String)
}

extension Step {
  /// The steps by whose lines it is done: itself, or those of the copy that it took in.
  var doneBy: [Step.Merged] {
    record.merged.isEmpty ? (isDoneByLine ? [Step.Merged(self)] : []) : record.merged.flatMap(\.flat)
  }

  /// Whether it is one of those that are done by a line.
  var isDoneByLine: Bool {
    if !record.merged.isEmpty { return true }
    let first = record.line.split(whereSeparator: \.isWhitespace).first ?? ""
    return !first.hasPrefix("#") && !["redact", "scherm"].contains(first)
  }
}

extension Step.Merged {
  /// Itself, or what it took in itself.
  fileprivate var flat: [Step.Merged] {
    if record.merged.isEmpty { return Step(number: number, record: record, other: [:]).isDoneByLine ? [self] : [] }
    return record.merged.flatMap(\.flat)
  }
}
