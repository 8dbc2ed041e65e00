import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// What the workspace of the crash test holds after each line, worked out without the program.
private struct Model: Equatable {
  var title: String?
  var seed: Int?
  var results: Set<String> = []
}

/// A long mix of steps, undo, redo and save, with what is there after each.
private struct Script {
  private(set) var lines: [String] = []
  private(set) var states: [Model] = []
  private var done: [Model] = []
  private var undone: [Model] = []
  private var now: Model

  init(from start: Model, round: Int, count: Int) {
    now = start
    var generator = SystemRandomNumberGenerator()
    for number in 0..<count {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0...2: step("set title 'ronde \(round) regel \(number)'") { $0.title = "ronde \(round) regel \(number)" }
      case 3: step("set seed \(round * 1000 + number)") { $0.seed = round * 1000 + number }
      case 4...5:
        let name = "r\(Int.random(in: 0..<6, using: &generator))"
        add("let \(name) = \(number)")
        step("keep \(name)") { $0.results.insert(name) }
      case 6 where !now.results.isEmpty:
        let name = now.results.sorted()[0]
        step("forget \(name)") { $0.results.remove(name) }
      case 7 where !done.isEmpty:
        undone.append(now)
        now = done.removeLast()
        add("undo")
      case 8 where !undone.isEmpty:
        done.append(now)
        now = undone.removeLast()
        add("redo")
      default: add("save")
      }
    }
  }

  private mutating func step(_ line: String, _ change: (inout Model) -> Void) {
    done.append(now)
    undone = []
    change(&now)
    add(line)
  }

  private mutating func add(_ line: String) {
    lines.append(line)
    states.append(now)
  }
}

@Suite struct CrashTests {
  /// The ordinary run is short; `LEERKRING_CRASH_ROUNDS=500 swift test --filter CrashTests` is the long one.
  static let rounds = getenv("LEERKRING_CRASH_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 40

  @Test func `a process killed at any moment loses no acknowledged step and leaves no unreadable file`() throws {
    let folder = TemporaryFolder()
    let path = folder("w.json")
    var start = Model()
    var acknowledged = 0
    for round in 0..<Self.rounds {
      let script = Script(from: start, round: round, count: 60)
      let live = try #require(
        LiveProcess(
          Places.program, ["--workspace", path, "--json", "--bail", "off", "--safe"],
          environment: Leerkring.environment()))
      live.send(script.lines.joined(separator: "\n") + "\n")
      // Before the start, in the midst, or when all is done.
      usleep(UInt32.random(in: 0..<80_000))
      live.end(SIGKILL)
      let count = live.whole.count
      acknowledged += count
      let found = try read(path)
      let possible = (count == 0 ? [start] : []) + script.states[max(0, count - 1)...]
      #expect(possible.contains(found), "round \(round): after \(count) acknowledged lines found \(found)")
      start = found
      if !possible.contains(found) { return }
    }
    print("crash test: \(Self.rounds) kills, \(acknowledged) acknowledged lines, none lost")
  }

  /// Reads the workspace as the next session would; a lock that the dead process left is taken over.
  private func read(_ path: String) throws -> Model {
    let objects = try Leerkring.json(["set title", "set seed", "results"], options: ["--workspace", path, "--safe"])
    try #require(objects.count == 3)
    var model = Model()
    model.title = objects[0].facts["title"]?.string
    model.seed = objects[1].facts["seed"]?.int
    if model.seed == 1 { model.seed = nil }
    model.results = Set(objects[2].rows.compactMap { $0["name"]?.string })
    return model
  }
}
