import WorkbenchKit

/// One course that the work took: the parts as they are, and the log of how they came about.
///
/// A value: copies share their parts, so that a copy costs the same however much the workspace holds.
public struct Branch: Sendable {
  public private(set) var parts: [PartName: WorkspaceHandle.Held]
  public private(set) var log: Log

  init() {
    parts = [:]
    log = Log()
  }

  /// Puts together a branch that was read from disk. Which step made a part is worked out from the log.
  public init(parts: [PartName: Part], log: Log) {
    self.log = log
    let makers = log.makers()
    self.parts = [:]
    for (name, part) in parts { self.parts[name] = WorkspaceHandle.Held(part, step: makers[name] ?? 0) }
  }

  /// How many steps it has, the undone among them.
  public var stepCount: Int { log.done.count + log.undoneCount }

  mutating func take(_ record: Step.Record, _ changes: [PartName: Part?]) {
    let number = log.nextNumber
    var before: [PartName: Part?] = [:]
    for (name, part) in changes {
      before[name] = .some(parts[name]?.part)
      parts[name] = part.map { WorkspaceHandle.Held($0, step: number) }
    }
    log.append(Step(number: number, record: record, other: before))
  }

  /// Forgets the steps.
  mutating func compact() {
    log = Log(nextNumber: log.nextNumber)
    restoreMakers()
  }

  /// - Throws: `undo.nothing`.
  mutating func undo(_ count: Int) throws {
    guard count <= log.done.count, count > 0 else {
      throw Diagnostic(
        "undo.nothing",
        log.done.isEmpty
          ? Text(nl: "er is niets om ongedaan te maken", en: "there is nothing to undo")
          : Text(
            nl: "er zijn \(log.done.count) stappen om ongedaan te maken, geen \(count)",
            en: "there are \(log.done.count) steps to undo, not \(count)"),
        wayOut: Text(nl: "'history' toont de stappen", en: "'history' shows the steps"))
    }
    for _ in 0..<count { stepBack() }
    restoreMakers()
  }

  /// - Throws: `redo.nothing`.
  mutating func redo(_ count: Int) throws {
    guard count <= log.undoneCount, count > 0 else {
      throw Diagnostic(
        "redo.nothing",
        log.undoneCount == 0
          ? Text(nl: "er is niets om opnieuw te doen", en: "there is nothing to redo")
          : Text(
            nl: "er zijn \(log.undoneCount) stappen om opnieuw te doen, geen \(count)",
            en: "there are \(log.undoneCount) steps to redo, not \(count)"),
        wayOut: Text(nl: "'history' toont de stappen", en: "'history' shows the steps"))
    }
    for _ in 0..<count { stepForth() }
    restoreMakers()
  }

  /// Returns the branch with so many of its steps done and the others undone; nil where it has not so many.
  public func at(_ done: Int) -> Branch? {
    guard (0...stepCount).contains(done) else { return nil }
    guard done != log.done.count else { return self }
    var copy = self
    while copy.log.done.count > done { copy.stepBack() }
    while copy.log.done.count < done { copy.stepForth() }
    copy.restoreMakers()
    return copy
  }

  private mutating func stepBack() {
    guard var step = log.takeLastDone() else { return }
    step.other = exchange(step.other)
    log.putUndone(step)
  }

  private mutating func stepForth() {
    guard var step = log.takeFirstUndone() else { return }
    step.other = exchange(step.other)
    log.putDone(step)
  }

  /// Puts a step's other values in the place of the present ones, and the present ones in the step.
  private mutating func exchange(_ other: [PartName: Part?]) -> [PartName: Part?] {
    var present: [PartName: Part?] = [:]
    for (name, part) in other {
      present[name] = .some(parts[name]?.part)
      parts[name] = part.map { WorkspaceHandle.Held($0, step: 0) }
    }
    return present
  }

  private mutating func restoreMakers() {
    let makers = log.makers()
    for (name, held) in parts { parts[name] = WorkspaceHandle.Held(held.part, step: makers[name] ?? 0) }
  }
}
