import WorkbenchKit

extension Branch {
  /// How many steps two branches have in common from their first states on, whether done or undone; nil where they
  /// begin with different states, as after a log was compacted.
  public func sharedSteps(with other: Branch) -> Int? {
    guard let left = at(0), let right = other.at(0), left.hasSameParts(as: right) else { return nil }
    // At its beginning every step of a branch holds the values from after it.
    return zip(left.log.undone, right.log.undone).prefix { $0.isSame(as: $1) }.count
  }

  /// Whether the same is in both, however it came there.
  public func hasSameParts(as other: Branch) -> Bool {
    parts.count == other.parts.count && parts.allSatisfy { name, held in held.part == other.parts[name]?.part }
  }
}

extension Step {
  /// Whether two are one and the same step: what was asked, and what it changed.
  public func isSame(as step: Step) -> Bool { number == step.number && record == step.record && other == step.other }
}

extension Workspace {
  /// How many steps would be lost with a branch because no other branch has them; 0 where only its state would be, nil
  /// where nothing would.
  public func loss(dropping name: String) -> Int? {
    guard let dropped = branches[name] else { return nil }
    let rest = branches.filter { $0.key != name }.values
    if let shared = rest.compactMap(dropped.sharedSteps).max() {
      return shared == dropped.stepCount ? nil : dropped.stepCount - shared
    }
    return dropped.stepCount == 0 && rest.contains(where: dropped.hasSameParts) ? nil : dropped.stepCount
  }
}
