import Session
@_spi(Host) import WorkbenchKit

/// The commands of the noun `branch`.
enum BranchCommands {
  static func all(_ file: OpenWorkspace) -> [any HostCommand] {
    [BranchNewCommand(), BranchUseCommand(file: file), BranchListCommand(), BranchDiffCommand(), BranchDropCommand()]
  }
}

extension ArgumentKind where Element == String {
  /// The name of a branch that is there.
  static var branch: ArgumentKind {
    .name.offering { context in context.workspace.branches.map { Candidate($0) } }
  }
}

extension Session {
  /// Returns a branch by its name.
  ///
  /// - Throws: `branch.unknown` with the nearest name.
  func branch(_ name: String) throws -> Branch {
    if let branch = workspace.branches[name] { return branch }
    throw BranchProblem.unknown(name, among: workspace.branchNames)
  }
}
