import Session
@_spi(Host) import WorkbenchKit

/// The commands of the noun `branch`.
enum BranchCommands {
  static func all(_ file: OpenWorkspace) -> [any UntypedHostCommand] {
    [BranchNewCommand(), BranchUseCommand(file: file), BranchListCommand(), BranchDiffCommand(), BranchDropCommand()]
  }

  /// An argument that names a branch which is there.
  static func existing(_ name: String, about: Text) -> Parameter {
    .argument(name, about: about, candidates: { context in context.workspace.branches.map { Candidate($0) } })
  }
}

extension Session {
  /// Returns a branch by its name.
  ///
  /// - Throws: `branch.unknown` with the nearest name.
  func branch(_ name: String, at place: Place?) throws -> Branch {
    if let branch = workspace.branches[name] { return branch }
    throw BranchProblem.unknown(name, among: workspace.branchNames).at(place)
  }

  /// Carries out an operation that an argument names.
  func apply(_ operation: Operation, at place: Place?) throws {
    do { try apply(operation) } catch let error as Diagnostic { throw error.at(place) }
  }
}
