/// What the workspace of the crash test holds after each line, worked out without the program.
public struct CrashModel: Equatable, Sendable {
  public struct State: Equatable, Sendable {
    public var title: String?
    public var seed: Int?
    public var results: Set<String> = []

    public init() {}
  }

  public var branch = "main"
  public var branches = ["main": State()]

  public init() {}
}

/// A long mix of steps, undo, redo, branches and save, with what is there after each.
public struct CrashScript {
  public private(set) var lines: [String] = []
  public private(set) var states: [CrashModel] = []
  private var now: CrashModel
  /// By branch what undo and redo give back, as far as this script made it.
  private var done: [String: [CrashModel.State]] = [:]
  private var undone: [String: [CrashModel.State]] = [:]

  private var here: CrashModel.State {
    get { now.branches[now.branch] ?? CrashModel.State() }
    set { now.branches[now.branch] = newValue }
  }

  /// - Parameters:
  ///   - start: what is there before the first line.
  ///   - round: stands in titles and names, so that no two scripts make the same.
  ///   - count: how many lines are tried.
  ///   - generator: by which they are chosen.
  public init(
    from start: CrashModel, round: Int, count: Int, using generator: inout some RandomNumberGenerator
  ) {
    now = start
    for number in 0..<count {
      let branch = now.branch
      let other = now.branches.keys.filter { $0 != branch }.randomElement(using: &generator)
      switch Int.random(in: 0..<14, using: &generator) {
      case 0...2: step("set title 'ronde \(round) regel \(number)'") { $0.title = "ronde \(round) regel \(number)" }
      case 3: step("set seed \(round * 1000 + number)") { $0.seed = round * 1000 + number }
      case 4...5:
        let name = "r\(Int.random(in: 0..<6, using: &generator))"
        add("let \(name) = \(number)")
        step("keep \(name)") { $0.results.insert(name) }
      case 6 where !here.results.isEmpty:
        let name = here.results.sorted()[0]
        step("forget \(name)") { $0.results.remove(name) }
      case 7...8:
        guard let before = done[branch]?.popLast() else { continue }
        undone[branch, default: []].append(here)
        here = before
        add("undo")
      case 9:
        guard let after = undone[branch]?.popLast() else { continue }
        done[branch, default: []].append(here)
        here = after
        add("redo")
      case 10 where now.branches.count < 4: begin("b\(round)-\(number)")
      case 11:
        guard let other else { continue }
        now.branch = other
        add("branch use \(other)")
      case 12:
        guard let other, other != "main" else { continue }
        now.branches[other] = nil
        done[other] = nil
        undone[other] = nil
        add("branch drop \(other) --discard")
      default: add("save")
      }
    }
  }

  private mutating func begin(_ name: String) {
    now.branches[name] = here
    done[name] = done[now.branch]
    undone[name] = undone[now.branch]
    now.branch = name
    add("branch new \(name)")
  }

  private mutating func step(_ line: String, _ change: (inout CrashModel.State) -> Void) {
    done[now.branch, default: []].append(here)
    undone[now.branch] = []
    change(&here)
    add(line)
  }

  private mutating func add(_ line: String) {
    lines.append(line)
    states.append(now)
  }
}
