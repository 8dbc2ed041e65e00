import WorkbenchKit

/// Two copies of a workspace that went on apart, put together with all their branches.
public struct WorkspaceMerge: Sendable {
  /// Ours with what the other has; of parts that both changed it has ours.
  public private(set) var workspace: Workspace
  /// By branch the parts that both changed.
  public private(set) var conflicts: [(branch: String, conflict: BranchMerge.Conflict)] = []

  /// - Parameters:
  ///   - base: the copy from which both come, where there is one.
  ///   - line: what the step is called that takes the other's changes in.
  ///   - time: when that is.
  /// - Throws: `merge.lineage`, `merge.apart`.
  public init(_ ours: Workspace, _ theirs: Workspace, base: Workspace?, line: String, time: String) throws {
    guard ours.lineage == theirs.lineage else { throw Self.strangers }
    var branches = ours.branches
    for (name, other) in theirs.branches.sorted(by: { $0.key < $1.key }) {
      let before = base?.branches[name]
      guard let own = branches[name] else {
        // Dropped here, and as it was there: it stays away.
        if before.map({ Self.isSame($0, other) }) != true { branches[name] = other }
        continue
      }
      guard let merge = BranchMerge(own, other, base: before) else { throw Self.apart(name) }
      conflicts += merge.conflicts.map { (name, $0) }
      let changes = try merge.changes([:], number: own.log.nextNumber)
      guard !changes.isEmpty else { continue }
      var record = Step.Record(line: line, time: time)
      record.merged = merge.steps
      var next = own
      next.take(record, changes)
      branches[name] = next
    }
    for (name, before) in base?.branches ?? [:] where name != ours.branch && theirs.branches[name] == nil {
      // Dropped there, and as it was here.
      if let own = branches[name], Self.isSame(before, own) { branches[name] = nil }
    }
    let current = branches[ours.branch] ?? ours.current
    branches[ours.branch] = nil
    workspace = Workspace(
      lineage: ours.lineage, serial: max(ours.serial, theirs.serial) + 1, parts: current.parts.mapValues(\.part),
      log: current.log, branch: ours.branch, others: branches)
  }

  private static func isSame(_ one: Branch, _ other: Branch) -> Bool {
    one.hasSameParts(as: other) && one.stepCount == other.stepCount && one.sharedSteps(with: other) == one.stepCount
  }

  /// The error that two workspaces are no copies of one.
  public static let strangers = Diagnostic(
    "merge.lineage",
    Text(
      nl: "dit is geen kopie van deze werkruimte, maar een andere",
      en: "this is no copy of this workspace but another one"),
    wayOut: Text(
      nl: "neem losse stappen over met 'notebook save' en 'notebook run --workspace'",
      en: "take single steps over with 'notebook save' and 'notebook run --workspace'"))

  /// The error that two branches have no beginning in common.
  public static func apart(_ branch: String) -> Diagnostic {
    Diagnostic(
      "merge.apart",
      Text(
        nl: "'\(branch)' heeft hier en daar geen begin meer gemeen: in een van beide zijn stappen vergeten",
        en: "'\(branch)' has no beginning in common here and there any more: steps were forgotten in one of them"),
      wayOut: Text(
        nl: "vergelijk ze met de hand, of begin uit een kopie van voor 'workspace compact'",
        en: "compare them by hand, or begin with a copy from before 'workspace compact'"))
  }
}
