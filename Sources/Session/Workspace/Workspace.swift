import WorkbenchKit

/// The whole state of a case: its branches, of which one is worked on. A value; changed only by `applying`.
public struct Workspace: Sendable {
  /// Given when the workspace is made and never changed; tells copies of one workspace from others.
  public let lineage: String
  /// Counts the operations on all branches, undo and redo among them.
  public private(set) var serial: Int
  /// The name of the branch that is worked on.
  public private(set) var branch: String
  /// The branch that is worked on.
  public private(set) var current: Branch
  /// The other branches by name.
  public private(set) var others: [String: Branch]

  public init(lineage: String) {
    self.lineage = lineage
    serial = 0
    branch = BranchName.main
    current = Branch()
    others = [:]
  }

  /// Puts together a workspace that was read from disk.
  ///
  /// - Parameters:
  ///   - parts: of the branch that is worked on, as its log.
  ///   - others: by name; none is called as the one that is worked on.
  public init(
    lineage: String, serial: Int, parts: [PartName: Part], log: Log, branch: String = BranchName.main,
    others: [String: Branch] = [:]
  ) {
    self.lineage = lineage
    self.serial = serial
    self.branch = branch
    current = Branch(parts: parts, log: log)
    self.others = others
  }

  /// The parts of the branch that is worked on.
  public var parts: [PartName: WorkspaceHandle.Held] { current.parts }
  /// The log of the branch that is worked on.
  public var log: Log { current.log }

  /// All branches by name.
  public var branches: [String: Branch] { others.merging([branch: current]) { _, current in current } }

  /// The names of all branches in order.
  public var branchNames: [String] { others.isEmpty ? [branch] : (Array(others.keys) + [branch]).sorted() }

  /// Whether nothing was ever done on any branch.
  public var isEmpty: Bool { branches.values.allSatisfy { $0.parts.isEmpty && $0.stepCount == 0 } }

  /// The last number that is counted to: far beyond what anybody counts, and below 2^53, up to which a number in a file is exact.
  public static let lastNumber = 1 << 52

  /// Returns the workspace after an operation.
  ///
  /// - Throws: `workspace.number`, `undo.nothing`, `redo.nothing`, `branch.name`, `branch.exists`, `branch.unknown`, `branch.current`,
  ///   `branch.main`.
  public func applying(_ operation: Operation) throws -> Workspace {
    guard serial < Self.lastNumber, log.nextNumber < Self.lastNumber else {
      throw Diagnostic(
        "workspace.number",
        Text(
          nl: "de werkruimte telt niet verder dan \(Self.lastNumber)",
          en: "the workspace counts no further than \(Self.lastNumber)"),
        wayOut: Text(
          nl: "zo'n nummer komt van een bewerkt bestand: verlaag daarin 'serial' en 'next'",
          en: "such a number comes of an edited file: lower 'serial' and 'next' in it"))
    }
    var next = self
    next.serial += 1
    switch operation {
    case .step(let record, let changes): next.current.take(record, changes)
    case .undo(let count): try next.current.undo(count)
    case .redo(let count): try next.current.redo(count)
    case .compact: next.current.compact()
    case .branchNew(let name): try next.begin(name)
    case .branchUse(let name): try next.use(name)
    case .branchDrop(let name): try next.drop(name)
    }
    return next
  }

  /// Leaves the present branch as it is and goes on in a copy of it.
  private mutating func begin(_ name: String) throws {
    guard BranchName.isGood(name) else { throw BranchName.unfit(name) }
    guard name != branch, others[name] == nil else { throw BranchProblem.exists(name) }
    others[branch] = current
    branch = name
  }

  private mutating func use(_ name: String) throws {
    guard name != branch else { throw BranchProblem.alreadyUsed(name) }
    guard let other = others.removeValue(forKey: name) else { throw BranchProblem.unknown(name, among: branchNames) }
    others[branch] = current
    current = other
    branch = name
  }

  private mutating func drop(_ name: String) throws {
    guard name != BranchName.main else { throw BranchProblem.isMain() }
    guard name != branch else { throw BranchProblem.isUsed(name) }
    guard others.removeValue(forKey: name) != nil else { throw BranchProblem.unknown(name, among: branchNames) }
  }
}
