import WorkbenchKit

/// The steps of a workspace: those that are done, oldest first, and those that were undone, the next to redo first.
public struct Log: Sendable {
  public private(set) var done: StepList
  /// Those that were undone, the next to redo last, as a stack.
  private var redoable: StepList
  /// The number that the next step gets.
  public private(set) var nextNumber: Int

  /// A number that was given is not given again, even where `nextNumber` says so.
  public init(done: some Sequence<Step> = [], undone: [Step] = [], nextNumber: Int = 1) {
    self.done = StepList(done)
    redoable = StepList(undone.reversed())
    let last = max(self.done.map(\.number).max() ?? 0, undone.map(\.number).max() ?? 0)
    self.nextNumber = max(nextNumber, last + 1)
  }

  /// The steps that were undone, the next to redo first.
  public var undone: [Step] { redoable.reversed() }
  public var undoneCount: Int { redoable.count }

  /// For every part the number of the last step done that changed it.
  public func makers() -> [PartName: Int] {
    var makers: [PartName: Int] = [:]
    for step in done { for name in step.other.keys { makers[name] = step.number } }
    return makers
  }

  mutating func append(_ step: Step) {
    done.append(step)
    redoable = StepList()
    nextNumber = step.number + 1
  }

  mutating func takeLastDone() -> Step? { done.popLast() }
  mutating func takeFirstUndone() -> Step? { redoable.popLast() }
  mutating func putDone(_ step: Step) { done.append(step) }
  mutating func putUndone(_ step: Step) { redoable.append(step) }
}
