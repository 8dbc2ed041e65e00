import WorkbenchKit

/// The steps of a workspace: those that are done, oldest first, and those that were undone, the next to redo first.
public struct Log: Sendable {
  public private(set) var done: [Step]
  public private(set) var undone: [Step]
  /// The number that the next step gets.
  public private(set) var nextNumber: Int

  public init(done: [Step] = [], undone: [Step] = [], nextNumber: Int = 1) {
    self.done = done
    self.undone = undone
    self.nextNumber = nextNumber
  }

  /// For every part the number of the last step done that changed it.
  public func makers() -> [PartName: Int] {
    var makers: [PartName: Int] = [:]
    for step in done { for name in step.other.keys { makers[name] = step.number } }
    return makers
  }

  mutating func append(_ step: Step) {
    done.append(step)
    undone = []
    nextNumber = step.number + 1
  }

  mutating func takeLastDone() -> Step? { done.popLast() }
  mutating func takeFirstUndone() -> Step? { undone.isEmpty ? nil : undone.removeFirst() }
  mutating func putDone(_ step: Step) { done.append(step) }
  mutating func putUndone(_ step: Step) { undone.insert(step, at: 0) }
}
