import Session
import WorkbenchKit

/// Where two branches that begin with different states come nearest to each other.
///
/// That is so when the log of one was compacted: then the state with which it begins is one that the other passed
/// through, or, if both were, nearly one.
struct BranchMeeting {
  /// How many steps of the other branch lie before that point, and how many of its own; one of the two is 0.
  private(set) var otherSteps = 0
  private(set) var ownSteps = 0
  /// How much would have to be written of what differs there.
  private(set) var bytes: Int
  /// What the branch has otherwise there; nil for what is absent.
  private(set) var differences: [PartName: Part?]

  /// - Parameters: two branches at their beginnings.
  init?(_ own: Branch, _ other: Branch) {
    let start = BranchDistance(own, other)
    bytes = start.bytes
    differences = start.differences
    var distance = start
    for (index, step) in other.log.undone.enumerated() {
      distance.move(\.other, by: step)
      if distance.bytes < bytes { self = BranchMeeting(distance, otherSteps: index + 1, ownSteps: 0) }
    }
    distance = start
    for (index, step) in own.log.undone.enumerated() {
      distance.move(\.own, by: step)
      if distance.bytes < bytes { self = BranchMeeting(distance, otherSteps: 0, ownSteps: index + 1) }
    }
  }

  private init(_ distance: BranchDistance, otherSteps: Int, ownSteps: Int) {
    self.otherSteps = otherSteps
    self.ownSteps = ownSteps
    bytes = distance.bytes
    differences = distance.differences
  }
}

/// How far two states are apart, kept up while one of them moves.
private struct BranchDistance {
  var own: [PartName: Part]
  var other: [PartName: Part]
  private(set) var differences: [PartName: Part?] = [:]
  private(set) var bytes = 0

  init(_ own: Branch, _ other: Branch) {
    self.own = own.parts.mapValues(\.part)
    self.other = other.parts.mapValues(\.part)
    for name in Set(own.parts.keys).union(other.parts.keys) { compare(name) }
  }

  /// Takes one of the two over a step that holds the values after it.
  mutating func move(_ side: WritableKeyPath<BranchDistance, [PartName: Part]>, by step: Step) {
    for (name, part) in step.other {
      self[keyPath: side][name] = part
      compare(name)
    }
  }

  private mutating func compare(_ name: PartName) {
    if let before = differences.removeValue(forKey: name) { bytes -= Self.size(name, before) }
    guard own[name] != other[name] else { return }
    differences[name] = .some(own[name])
    bytes += Self.size(name, own[name])
  }

  private static func size(_ name: PartName, _ part: Part?) -> Int {
    name.text.utf8.count + (part?.canonical().count ?? 4)
  }
}
