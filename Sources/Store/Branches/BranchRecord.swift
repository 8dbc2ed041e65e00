import Session
import WorkbenchKit

/// A branch as it stands in a file beside the one that is worked on.
///
/// It is told from another branch: from the point where the two meet it has steps of its own. So what both hold stands
/// in the file once, bulk tables above all. Read and written again it gives the same record.
struct BranchRecord {
  /// The name of the branch that it is told from.
  var from: String
  /// How many steps of that branch, done or undone, lie before the point where the two meet.
  var after: Int
  /// Its own steps before that point, each with the values before it; nil where they are those of the other branch.
  var earlier: [Step]?
  /// What it has otherwise at that point; nil for what is absent.
  var parts: [PartName: Part?] = [:]
  /// Its own steps behind that point, each with the values after it.
  var steps: [Step]
  /// How many of all its steps are done.
  var done: Int
  /// The number that its next step gets.
  var next: Int

  /// Tells a branch from the one of several that it has most in common with; nil where there are none.
  init?(_ branch: Branch, toldFrom others: WrittenBranches) {
    guard let start = branch.at(0) else { return nil }
    done = branch.log.done.count
    next = branch.log.nextNumber
    // The first of those that are equally near, so that the same workspace gives the same bytes.
    if let nearest = others.nearest(to: start) {
      from = nearest.name
      after = nearest.steps
      steps = Array(start.log.undone.dropFirst(nearest.steps))
      return
    }
    let meetings = others.all.compactMap { other in BranchMeeting(start, other.branch).map { (other.name, $0) } }
    guard let least = meetings.map(\.1.bytes).min(), let nearest = meetings.first(where: { $0.1.bytes == least }),
      let here = branch.at(nearest.1.ownSteps)
    else { return nil }
    from = nearest.0
    after = nearest.1.otherSteps
    parts = nearest.1.differences
    earlier = Array(here.log.done)
    steps = here.log.undone
  }

  init(from: String, after: Int, earlier: [Step]?, parts: [PartName: Part?], steps: [Step], done: Int, next: Int) {
    self.from = from
    self.after = after
    self.earlier = earlier
    self.parts = parts
    self.steps = steps
    self.done = done
    self.next = next
  }

  /// Rebuilds the branch; nil where the other one, or it itself, has not so many steps.
  func branch(toldFrom other: Branch) -> Branch? {
    guard let meeting = other.at(after) else { return nil }
    let log = Log(done: earlier ?? Array(meeting.log.done), undone: steps, nextNumber: next)
    let state = meeting.parts.mapValues(\.part).merging(parts.compactMapValues { $0 }) { _, own in own }
    return Branch(parts: state.filter { parts[$0.key] != .some(nil) }, log: log).at(done)
  }
}
