import WorkbenchKit

extension Session {
  /// A part or a step of the workspace in which hidden words stand, with how many.
  public struct Standing: Sendable, Hashable {
    public let place: String
    public let count: Int
  }

  /// Where the workspace, with all its branches, holds hidden words that stood there before they were hidden.
  public func standingWords() throws -> [Standing] {
    guard let redactor, !redactor.isEmpty else { return [] }
    var standing: [Standing] = []
    func look(_ place: String, _ body: () throws -> Void) rethrows {
      let before = redactor.hits
      try body()
      if redactor.hits > before { standing.append(Standing(place: redacted(place), count: redactor.hits - before)) }
    }
    for (branch, course) in workspace.branches.sorted(by: { $0.key < $1.key }) {
      // Of the branch at hand the places stand alone, as every other command names them.
      let prefix = branch == workspace.branch ? "" : "\(branch): "
      for (name, held) in course.parts.sorted(by: { $0.key < $1.key }) {
        try look(prefix + name.text) {
          if Redactor.isChosen(name) { _ = redactor.redacted(name.name) }
          _ = try redactor.redacted(held.part, in: name.section)
        }
      }
      for step in course.log.done + course.log.undone {
        try look(prefix + "\(step.number)") {
          _ = redactor.redacted(step.record)
          for case (let name, let part?) in step.other { _ = try redactor.redacted(part, in: name.section) }
        }
      }
    }
    return standing
  }

  /// The parts of the branch at hand that hold hidden words, with these sealed; a part whose name holds one is left out.
  public func cleanedParts() throws -> [PartName: Part?] {
    guard let redactor, !redactor.isEmpty else { return [:] }
    var changes: [PartName: Part?] = [:]
    for (name, held) in workspace.parts {
      if redactor.isHiddenName(name) {
        changes[name] = .some(nil)
      } else if try redactor.redacted(held.part, in: name.section) != nil,
        let clean = try redactor.sealed(held.part, in: name.section, workspace.lineage)
      {
        changes[name] = clean
      }
    }
    return changes
  }
}
