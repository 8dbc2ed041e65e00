import WorkbenchKit

/// The whole state of a case: parts by name, and the log of how they came about. A value; changed only by `applying`.
public struct Workspace: Sendable {
  /// Given when the workspace is made and never changed; tells copies of one workspace from others.
  public let lineage: String
  /// Counts the operations, undo and redo among them.
  public private(set) var serial: Int
  public private(set) var parts: [PartName: WorkspaceHandle.Held]
  public private(set) var log: Log

  public init(lineage: String) { self.init(lineage: lineage, serial: 0, parts: [:], log: Log()) }

  /// Puts together a workspace that was read from disk. Which step made a part is worked out from the log.
  public init(lineage: String, serial: Int, parts: [PartName: Part], log: Log) {
    self.lineage = lineage
    self.serial = serial
    self.log = log
    let makers = log.makers()
    self.parts = [:]
    for (name, part) in parts { self.parts[name] = WorkspaceHandle.Held(part, step: makers[name] ?? 0) }
  }

  private init(
    lineage: String, serial: Int, held: [PartName: WorkspaceHandle.Held], log: Log
  ) {
    self.lineage = lineage
    self.serial = serial
    parts = held
    self.log = log
  }

  /// Returns the workspace after an operation.
  ///
  /// - Throws: `undo.nothing`, `redo.nothing`.
  public func applying(_ operation: Operation) throws -> Workspace {
    var next = self
    next.serial += 1
    switch operation {
    case .step(let record, let changes): next.take(record, changes)
    case .undo(let count): try next.undo(count)
    case .redo(let count): try next.redo(count)
    case .compact: next.log = Log(nextNumber: log.nextNumber)
    }
    return next
  }

  private mutating func take(_ record: Step.Record, _ changes: [PartName: Part?]) {
    let number = log.nextNumber
    var before: [PartName: Part?] = [:]
    for (name, part) in changes {
      before[name] = .some(parts[name]?.part)
      parts[name] = part.map { WorkspaceHandle.Held($0, step: number) }
    }
    log.append(Step(number: number, record: record, other: before))
  }

  private mutating func undo(_ count: Int) throws {
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
    for _ in 0..<count {
      guard var step = log.takeLastDone() else { break }
      step.other = exchange(step.other)
      log.putUndone(step)
    }
    restoreMakers()
  }

  private mutating func redo(_ count: Int) throws {
    guard count <= log.undone.count, count > 0 else {
      throw Diagnostic(
        "redo.nothing",
        log.undone.isEmpty
          ? Text(nl: "er is niets om opnieuw te doen", en: "there is nothing to redo")
          : Text(
            nl: "er zijn \(log.undone.count) stappen om opnieuw te doen, geen \(count)",
            en: "there are \(log.undone.count) steps to redo, not \(count)"),
        wayOut: Text(nl: "'history' toont de stappen", en: "'history' shows the steps"))
    }
    for _ in 0..<count {
      guard var step = log.takeFirstUndone() else { break }
      step.other = exchange(step.other)
      log.putDone(step)
    }
    restoreMakers()
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
