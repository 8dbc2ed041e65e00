import WorkbenchKit

/// What a branch of a copy of the workspace has that parted from the same branch here.
public struct BranchMerge: Sendable {
  /// A part that both changed.
  public struct Conflict: Sendable {
    public let part: PartName
    /// As it was where they parted.
    public let base: Part?
    public let ours: Part?
    public let theirs: Part?
  }

  /// Which of two is taken.
  public enum Side: String, Sendable, CaseIterable {
    case ours
    case theirs
  }

  /// Parts that only the copy changed, as they are there.
  private let taken: [PartName: Part?]
  public let conflicts: [Conflict]
  /// The steps of the copy that are not here yet.
  public let steps: [Step.Merged]
  private let ours: Branch
  private let theirs: Branch
  /// The numbers of the steps that both have.
  private let shared: Set<Int>

  /// - Parameter given: the state from which both come, for where their logs do not tell.
  /// - Returns: nil where the two have no beginning in common and none is given.
  public init?(_ ours: Branch, _ theirs: Branch, base given: Branch? = nil) {
    let count = ours.sharedSteps(with: theirs)
    guard let fork = count.flatMap(ours.at) ?? given else { return nil }
    let (mine, others) = (ours.log.done.dropFirst(count ?? 0), theirs.log.done.dropFirst(count ?? 0))
    let (here, there) = (Self.mergedSteps(of: ours), Self.mergedSteps(of: theirs))
    let takenOver = others.prefix { here.contains(Step.Merged($0)) }.count
    let handedOver = mine.prefix { there.contains(Step.Merged($0)) }.count
    var bases: [Branch] = []
    if takenOver > 0, let known = theirs.at((count ?? 0) + takenOver) { bases.append(known) }
    if handedOver > 0, let known = ours.at((count ?? 0) + handedOver) { bases.append(known) }
    if bases.isEmpty { bases = [fork] }
    var taken: [PartName: Part?] = [:]
    var conflicts: [Conflict] = []
    for name in Set(ours.parts.keys).union(theirs.parts.keys).sorted() {
      let (own, other) = (ours.parts[name]?.part, theirs.parts[name]?.part)
      switch PartMerge(name, ours: own, theirs: other, bases: bases.map { $0.parts[name]?.part }) {
      case .keep: break
      case .take: taken[name] = .some(other)
      case .conflict:
        conflicts.append(Conflict(part: name, base: bases[0].parts[name]?.part, ours: own, theirs: other))
      }
    }
    (self.ours, self.theirs, self.taken, self.conflicts) = (ours, theirs, taken, conflicts)
    steps = others.dropFirst(takenOver).map(Step.Merged.init)
    shared = Set(ours.at(count ?? 0)?.log.done.map(\.number) ?? [])
  }

  /// Whether the copy has nothing that is not here.
  public var isEmpty: Bool { taken.isEmpty && conflicts.isEmpty }

  /// The parts that are taken in without a question, in order.
  public var parts: [PartName] { taken.keys.sorted() }

  /// The changes that one step makes here.
  ///
  /// - Parameters:
  ///   - choices: of the parts that both changed which is taken; those that are not named stay as they are here.
  ///   - number: the one that the step gets.
  public func changes(_ choices: [PartName: Side], number: Int) throws -> [PartName: Part?] {
    var changes = taken
    for conflict in conflicts where choices[conflict.part] == .theirs {
      changes[conflict.part] = .some(conflict.theirs)
    }
    for case (let name, let part?) in changes where name.section == .results {
      changes[name] = try renumbered(part, number, Set(changes.keys))
    }
    return changes
  }

  /// A result of the copy with the steps that made what it read by the numbers that they have here.
  private func renumbered(_ part: Part, _ number: Int, _ taken: Set<PartName>) throws -> Part {
    guard case .object(var members) = try part.json(), case .object(var from)? = members["provenance"],
      let reads = from["reads"]?.object
    else { return part }
    from["reads"] = .object(
      Dictionary(
        uniqueKeysWithValues: reads.map { name, step in
          guard let read = step.int, read != 0, !shared.contains(read), let part = PartName(name) else {
            return (name, step)
          }
          if taken.contains(part) { return (name, .number(Double(number))) }
          let isSame = PartMerge.isSame(ours.parts[part]?.part, theirs.parts[part]?.part, part)
          // What it read there is not what stands here.
          return (name, .number(Double(isSame ? ours.parts[part]?.step ?? 0 : 0)))
        }))
    members["provenance"] = .object(from)
    return Part(.object(members))
  }

  private static func mergedSteps(of branch: Branch) -> Set<Step.Merged> {
    var found: Set<Step.Merged> = []
    for step in branch.log.done { found.formUnion(step.record.merged) }
    return found
  }
}

extension Step.Merged {
  init(_ step: Step) { self.init(number: step.number, record: step.record) }
}
