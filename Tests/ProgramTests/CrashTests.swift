import Glibc
import TestSupport
import Testing
import WorkbenchKit

@Suite struct CrashTests {
  /// The ordinary run is short; `LEERKRING_CRASH_ROUNDS=500 swift test --filter CrashTests` is the long one.
  static let rounds = getenv("LEERKRING_CRASH_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 40

  @Test func `a process killed at any moment loses no acknowledged step and leaves no unreadable file`() throws {
    let folder = TemporaryFolder()
    let path = folder("w.json")
    var start = CrashModel()
    var acknowledged = 0
    var generator = SystemRandomNumberGenerator()
    // A seed of 1 is what there is without one.
    for round in 1..<Self.rounds + 1 {
      let script = CrashScript(from: start, round: round, count: 60, using: &generator)
      let live = try #require(
        LiveProcess(
          Places.program, ["--workspace", path, "--json", "--bail", "off", "--safe"],
          environment: Leerkring.environment()))
      live.send(script.lines.joined(separator: "\n") + "\n")
      // Before the start, in the midst, or when all is done: by what was acknowledged, for a clock stands still for a
      // machine that is busy; and from there on in the midst of a line.
      _ = live.lines(atLeast: Int.random(in: 0...script.lines.count), seconds: 120)
      usleep(UInt32.random(in: 0..<3_000))
      live.end(SIGKILL)
      let count = live.whole.count
      acknowledged += count
      let found = try read(path)
      let possible = (count == 0 ? [start] : []) + script.states[max(0, count - 1)...]
      #expect(possible.contains(found), "round \(round): after \(count) acknowledged lines found \(found)")
      start = found
      if !possible.contains(found) { return }
    }
    #expect(acknowledged > 0)
    print("crash test: \(Self.rounds) kills, \(acknowledged) acknowledged lines, none lost")
  }

  /// Reads the workspace as the next session would; a lock that the dead process left is taken over.
  private func read(_ path: String) throws -> CrashModel {
    let options = ["--workspace", path, "--safe"]
    let list = try #require(try Leerkring.json(["branch list"], options: options).first)
    var model = CrashModel()
    for row in list.rows {
      let name = try #require(row["branch"]?.string)
      if row["current"]?.bool == true { model.branch = name }
    }
    model.branches = [:]
    for name in list.rows.compactMap({ $0["branch"]?.string }) {
      // A copy, so that looking at the other branches changes nothing.
      let copy = path + ".copy"
      for suffix in ["", ".journal"] {
        _ = ChildProcess.run("cp", ["-f", path + suffix, copy + suffix])
      }
      let lines = (name == model.branch ? [] : ["branch use \(name)"]) + ["set title", "set seed", "results"]
      let objects = try Leerkring.json(lines, options: ["--workspace", copy, "--safe"]).suffix(3).map { $0 }
      try #require(objects.count == 3)
      var state = CrashModel.State()
      state.title = objects[0].facts["title"]?.string
      state.seed = objects[1].facts["seed"]?.int
      if state.seed == 1 { state.seed = nil }
      state.results = Set(objects[2].rows.compactMap { $0["name"]?.string })
      model.branches[name] = state
      for suffix in ["", ".journal", ".lock"] { unlink(copy + suffix) }
    }
    return model
  }
}
