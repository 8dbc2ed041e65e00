import WorkbenchKit

/// The steps that are done on all branches as one tree: what branches have in common stands once.
struct StepTree {
  /// Node 0 is the beginning, before the first step.
  private(set) var steps: [Step?] = [nil]
  private var children: [[Int]] = [[]]
  /// Of each branch its nodes, without the beginning.
  private(set) var paths: [String: [Int]] = [:]
  /// Of each branch the node of each number.
  private var numbers: [String: [Int: Int]] = [:]

  init(_ workspace: Workspace) {
    for (name, branch) in workspace.branches.sorted(by: { Self.isBefore($0.key, $1.key) }) { add(name, branch) }
  }

  /// `main` is the first of the branches.
  static func isBefore(_ left: String, _ right: String) -> Bool {
    if left == BranchName.main || right == BranchName.main { return left == BranchName.main && right != left }
    return left < right
  }

  /// The names of the branches, `main` first.
  var names: [String] { paths.keys.sorted(by: Self.isBefore) }

  /// The node behind a step of a branch; nil where the step is not done there.
  func node(_ number: Int, on branch: String) -> Int? { number == 0 ? 0 : numbers[branch]?[number] }

  private mutating func add(_ name: String, _ branch: Branch) {
    var here = 0
    var path: [Int] = []
    for step in branch.log.done {
      if let known = children[here].first(where: { steps[$0]?.isSame(as: step) == true }) {
        here = known
      } else {
        steps.append(step)
        children.append([])
        children[here].append(steps.count - 1)
        here = steps.count - 1
      }
      path.append(here)
      numbers[name, default: [:]][step.number] = here
    }
    paths[name] = path
  }
}
