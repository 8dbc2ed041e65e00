import Glibc
import Session
import Store
import TestSupport
import WorkbenchKit

/// Kills the program in the midst of a session, several times on one workspace.
struct Kills {
  let page: Page
  private static let perRound = 4

  init(_ page: Page) { self.page = page }

  func round(_ number: Int, _ generator: inout SeededGenerator) throws {
    let folder = TemporaryFolder()
    let path = folder("w.json")
    var start = CrashModel()
    for kill in 1...Self.perRound {
      let script = CrashScript(from: start, round: number * Self.perRound + kill, count: 60, using: &generator)
      let before = folder.read("w.json")
      let journal = folder.read("w.json.journal")
      let count = try acknowledged(script, path, folder, &generator)
      page[.kills] += 1
      page[.lines] += count
      let possible = (count == 0 ? [start] : []) + script.states[max(0, count - 1)...]
      let left = folder.read("w.json")
      let leftJournal = folder.read("w.json.journal")
      let files = [
        "before.json": before, "before.journal": journal, "after.json": left, "after.journal": leftJournal,
        "script.lk": Array(script.lines.joined(separator: "\n").utf8),
      ].compactMapValues { $0 }
      // Killed before there was a file.
      if left == nil, count == 0, before == nil { continue }
      let found: CrashModel
      do { found = try Self.model(path) } catch {
        throw Finding(kind: .loss, text: "after \(count) lines it does not open: \(error)", files: files)
      }
      guard possible.contains(found) else {
        throw Finding(kind: .loss, text: "after \(count) acknowledged lines: \(found)", files: files)
      }
      start = found
    }
  }

  /// Lets a session run until it is killed, and returns how many lines it acknowledged.
  private func acknowledged(
    _ script: CrashScript, _ path: String, _ folder: TemporaryFolder, _ generator: inout SeededGenerator
  ) throws -> Int {
    let options = ["--workspace", path, "--json", "--bail", "off", "--safe"]
    guard let live = LiveProcess(Places.program, options, environment: Leerkring.environment(home: folder.path)) else {
      throw Finding(kind: .wrong, text: "'\(Places.program)' cannot be started")
    }
    live.send(script.lines.joined(separator: "\n") + "\n")
    // By what was acknowledged, for a clock stands still for a machine that is busy; and from there on in the midst of
    // a line.
    _ = live.lines(atLeast: Int.random(in: 0...script.lines.count, using: &generator), seconds: 120)
    usleep(UInt32.random(in: 0..<3_000, using: &generator))
    live.end(SIGKILL)
    return live.whole.count
  }

  /// What the next session finds.
  private static func model(_ path: String) throws -> CrashModel {
    let opened = try Keeper.open(path)
    defer { opened.keeper.close() }
    if opened.keeper.isReadOnly { throw Finding(kind: .loss, text: "\(opened.notices.map(\.text.en))") }
    var model = CrashModel()
    model.branch = opened.workspace.branch
    model.branches = try opened.workspace.branches.mapValues { branch in
      var state = CrashModel.State()
      state.title = try branch.parts[PartName(.about, "title")]?.part.json().string
      state.seed = try branch.parts[PartName(.settings, "seed")]?.part.json().int
      state.results = Set(branch.parts.keys.filter { $0.section == .results }.map(\.name))
      return state
    }
    return model
  }
}
