import Language
import WorkbenchKit

extension Session {
  /// Runs lines of text one after the other.
  ///
  /// - Parameters:
  ///   - lines: without their line breaks.
  ///   - number: the number that the first of them has in its source.
  ///   - each: is given what each statement gave, with the number of its first line.
  /// - Throws: the `Diagnostic` of the first line that fails, with its place; what `each` throws.
  public func run(
    lines: [String], source: String, from number: Int = 1, via: [Place] = [],
    each: (_ result: RunResult, _ line: Int) throws -> Void
  ) throws {
    var assembler = LineAssembler(source: source, via: via, from: number)
    for physical in lines {
      guard case .whole(let line, let statement) = try assembler.take(physical) else { continue }
      if let result = try run(statement, in: line) { try each(result, line.number) }
    }
    if let error = assembler.finish() { throw error }
  }

  /// Does something in another workspace, in which nothing is remembered, and comes back to this one however it ends.
  ///
  /// - Parameters:
  ///   - recorder: where the steps of that workspace are made durable; nil where it is kept nowhere.
  ///   - surroundings: those in which it is done.
  public func apart<Result>(
    in other: Workspace, recorder: (any Recorder)? = nil, surroundings: Surroundings, _ body: () throws -> Result
  ) rethrows -> Result {
    let (mine, saved) = (workspace, baseline)
    let (memory, names, shown) = (remembered, aliases, last)
    let (writer, readsOnly, around) = (self.recorder, isReadOnly, self.surroundings)
    let (rule, trail) = (refusal, footprint)
    defer {
      self.recorder = writer
      isReadOnly = readsOnly
      self.surroundings = around
      adopt(mine, baseline: saved)
      (remembered, aliases, last) = (memory, names, shown)
      (refusal, footprint) = (rule, trail)
    }
    self.recorder = recorder
    isReadOnly = false
    self.surroundings = surroundings
    adopt(other)
    (remembered, aliases, last) = ([:], [:], nil)
    (refusal, footprint) = (nil, nil)
    return try body()
  }
}
