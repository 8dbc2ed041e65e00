import Language
import WorkbenchKit

/// Puts the steps of all branches, and the lines on which they hang, into one order in which they can be run.
struct ReplaySchedule {
  private struct Needed: Hashable {
    let line: String
    let node: Int
  }

  private let tree: StepTree
  private let last: String
  private(set) var entries: [ReplayLine] = []
  private(set) var remarks: [ReplayRemark] = []
  /// How many steps of each branch that is there are emitted.
  private var cursors: [String: Int] = [:]
  private var branch = ""
  private var emitted: Set<Int> = [0]
  /// Of each node the lines that are run right behind it, with the step for which they are.
  private var behind: [Int: [(needed: Needed, step: Int)]] = [:]
  /// Steps of which a name stands for several things in the course of time: all that they hang on is run right before them.
  private var delicate: Set<Int> = []
  /// The node of the step that gave the last answer; nil where another line did.
  private var answered: Int?

  init(_ workspace: Workspace) {
    tree = StepTree(workspace)
    last = workspace.branch
    prepare()
  }

  mutating func run() {
    guard let first = tree.names.first else { return }
    (branch, cursors[first]) = (first, 0)
    runBehind(0)
    while true {
      let before = entries.count
      for name in tree.names where cursors[name] != nil { advance(name) }
      let unfinished = tree.names.filter { cursors[$0] != tree.paths[$0]?.count }
      if unfinished.isEmpty { break }
      // Each waits for the other: that cannot be, but for a file that was edited.
      if entries.count == before, let name = unfinished.first(where: { cursors[$0] != nil }) { step(on: name) }
      if entries.count == before { break }
    }
    turn(to: last)
  }

  // MARK: Before it begins

  private mutating func prepare() {
    var meanings: [String: Set<Needed>] = [:]
    for (name, path) in tree.paths {
      for node in path {
        for needed in tree.steps[node]?.record.needs ?? [] {
          guard let base = base(of: needed, on: name) else { continue }
          meanings[Self.name(givenBy: needed.line), default: []].insert(Needed(line: needed.line, node: base))
        }
      }
    }
    let many = Set(meanings.filter { $0.value.count > 1 || $0.key == NameOrigins.last }.keys)
    for name in tree.names {
      for node in tree.paths[name] ?? [] {
        let needs = tree.steps[node]?.record.needs ?? []
        if needs.contains(where: { many.contains(Self.name(givenBy: $0.line)) }) {
          delicate.insert(node)
          continue
        }
        for needed in needs where needed.step == nil {
          guard let base = base(of: needed, on: name) else { continue }
          let line = Needed(line: needed.line, node: base)
          if behind[base]?.contains(where: { $0.needed == line }) != true {
            behind[base, default: []].append((line, node))
          }
        }
      }
    }
  }

  /// The node of the state in which a line was run; nil where that is not there any more.
  private func base(of needed: NeededLine, on branch: String) -> Int? {
    tree.node(needed.after, on: needed.branch ?? branch)
  }

  /// What a line gives a meaning: `$name`, `@alias`, or the last answer.
  private static func name(givenBy line: String) -> String {
    guard let statement = try? Parser.parse(SourceLine(line, source: "")) else { return NameOrigins.last }
    switch statement {
    case .binding(let name, _, _): return "$" + name
    case .pipeline(let pipeline):
      let words = pipeline.stages.first?.words.prefix(2).map(\.bare) ?? []
      if words.count == 2, words[0] == "alias", let name = words[1] { return "@" + name }
      return NameOrigins.last
    case .empty: return NameOrigins.last
    }
  }

  // MARK: One branch

  /// Goes on with a branch until it ends or waits for another one.
  private mutating func advance(_ name: String) {
    while let cursor = cursors[name], let path = tree.paths[name] {
      makeBranches(at: cursor, of: name)
      guard cursor < path.count, !isWaiting(path[cursor], on: name) else { return }
      step(on: name)
    }
  }

  private func isWaiting(_ node: Int, on name: String) -> Bool {
    (tree.steps[node]?.record.needs ?? []).contains { needed in
      base(of: needed, on: name).map { !emitted.contains($0) } ?? false
    }
  }

  /// Makes the branches that part from this one here, and goes on with each as far as it goes.
  private mutating func makeBranches(at cursor: Int, of name: String) {
    guard let path = tree.paths[name] else { return }
    for other in tree.names where cursors[other] == nil {
      guard let way = tree.paths[other], shared(way, path) == cursor,
        !cursors.keys.contains(where: { $0 != name && shared(way, tree.paths[$0] ?? []) > cursor })
      else { continue }
      turn(to: name)
      entries.append(ReplayLine(move: "branch new \(other)"))
      (branch, cursors[other]) = (other, cursor)
      advance(other)
    }
  }

  private func shared(_ left: [Int], _ right: [Int]) -> Int { zip(left, right).prefix { $0 == $1 }.count }

  private mutating func step(on name: String) {
    guard let cursor = cursors[name], let path = tree.paths[name], cursor < path.count,
      let step = tree.steps[path[cursor]]
    else { return }
    turn(to: name)
    let node = path[cursor]
    cursors[name] = cursor + 1
    remark(on: step, name)
    if delicate.contains(node) { runNeeds(of: node, on: name, at: cursor) }
    if !step.record.merged.isEmpty {
      runMerged(step)
    } else if step.isDoneByLine {
      entries.append(ReplayLine(step))
      answered = node
    }
    emitted.insert(node)
    runBehind(node)
  }

  private mutating func remark(on step: Step, _ name: String) {
    if !step.isDoneByLine { remarks.append(.apart(line: step.record.line)) }
    if step.isDoneByLine, ([step.record.line] + step.record.needs.map(\.line)).contains(where: { $0.contains("▇▇▇") }) {
      remarks.append(.hidden(line: step.record.line))
    }
    if step.record.needs.contains(where: { base(of: $0, on: name) == nil }) {
      remarks.append(.lost(line: step.record.line))
    }
  }

  /// Runs the steps of a copy that was taken in, each with what it hangs on right before it.
  private mutating func runMerged(_ step: Step) {
    var known: Set<NeededLine> = []
    for merged in step.doneBy {
      for needed in merged.record.needs where needed.step == nil && known.insert(needed).inserted {
        entries.append(ReplayLine(needed: needed.line, by: merged.record))
      }
      entries.append(ReplayLine(merged, in: step))
    }
    answered = nil
  }

  // MARK: What steps hang on

  private mutating func runBehind(_ node: Int) {
    for (needed, step) in behind[node] ?? [] { append(needed.line, for: step) }
  }

  private mutating func append(_ line: String, for node: Int) {
    guard let record = tree.steps[node]?.record else { return }
    entries.append(ReplayLine(needed: line, by: record))
    if Self.name(givenBy: line) == NameOrigins.last { answered = nil }
  }

  /// Runs all that a step hangs on right before it, each line in the state in which it was run.
  private mutating func runNeeds(of node: Int, on name: String, at cursor: Int) {
    for needed in tree.steps[node]?.record.needs ?? [] {
      if let made = needed.step {
        // It stands in the log; its answer has to be the last one still.
        if Self.name(givenBy: needed.line) == NameOrigins.last, answered != tree.node(made, on: needed.branch ?? name) {
          remarks.append(.lost(line: tree.steps[node]?.record.line ?? ""))
        }
        continue
      }
      guard let base = base(of: needed, on: name) else { continue }
      let home = needed.branch ?? name
      turn(to: home)
      let far = steps(from: base, to: (cursors[home] ?? 0) - (home == name ? 1 : 0), on: home)
      if far > 0 { entries.append(ReplayLine(move: "undo \(far)")) }
      append(needed.line, for: node)
      if far > 0 { entries.append(ReplayLine(move: "redo \(far)")) }
      turn(to: name)
    }
  }

  /// How many steps that are done by a line lie behind a node, up to a place on a branch.
  private func steps(from node: Int, to cursor: Int, on name: String) -> Int {
    let path = tree.paths[name] ?? []
    let start = node == 0 ? 0 : (path.firstIndex(of: node) ?? -1) + 1
    guard start < cursor else { return 0 }
    return path[start..<cursor].reduce(0) { $0 + (tree.steps[$1]?.doneBy.count ?? 0) }
  }

  private mutating func turn(to name: String) {
    guard branch != name, cursors[name] != nil else { return }
    entries.append(ReplayLine(move: "branch use \(name)"))
    branch = name
  }
}
