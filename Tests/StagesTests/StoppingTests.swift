import Synchronization
import TestSupport
import Testing
import WorkbenchKit

/// Whoever stops a stage over many rows is back at once, at whatever moment that is, and nothing came of it.
@Suite struct StoppingTests {
  /// Counts how often it is asked, and stops the work at one of those times.
  private final class Counting: Monitor {
    private let state: Mutex<(asked: Int, end: Int)>

    /// - Parameter end: the time at which the work stops; never without.
    init(stopsAt end: Int = .max) { state = Mutex((0, end)) }

    var asked: Int { state.withLock { $0.asked } }

    func checkInterrupt() throws {
      try state.withLock { state in
        state.asked += 1
        if state.asked >= state.end { throw Interrupted() }
      }
    }

    func progress(_ fraction: Double, _ doing: Text) {}
  }

  /// More rows than are worked on before somebody is listened to.
  private static let count = 66_000
  private static let files = [
    "t.csv": "n;t;g\n" + (0..<count).map { "\($0 * 7 % 9_973);t\($0 * 31 % 66_000);g\($0 % 7)\n" }.joined(),
    "u.csv": "t;m\n" + (0..<1_000).map { "t\($0);\($0)\n" }.joined(),
  ]

  /// How often a line asks, and what files there are behind it, where it is let be.
  private func undisturbed(_ line: String) throws -> (asked: Int, files: [String: [UInt8]]) {
    let monitor = Counting()
    let lines = try TableLines(Self.files, monitor: monitor)
    _ = try lines.output(line)
    return (monitor.asked, lines.files.files)
  }

  @Test(arguments: [
    "sort n", "sort t desc", "sort g n desc", "top 3 --by n", "where n > 5000 and t ~ '1'",
    "derive m = round(n * 2, 1)",
    "group g --sum n", "group t", "group g t --mean n", "join u.csv --on t", "pivot g --values n --using sum --rows t",
    "unpivot n", "describe", "to csv uit.csv",
  ])
  func `a stage listens, and stops at its first, middle and last moment`(stage: String) throws {
    let reading = try undisturbed("read t.csv").asked
    let whole = try undisturbed("read t.csv | \(stage)")
    #expect(whole.asked > reading, "never listens")
    for moment in Set([reading + 1, (reading + whole.asked + 1) / 2, whole.asked]).sorted() {
      let lines = try TableLines(Self.files, monitor: Counting(stopsAt: moment))
      let before = (lines.session.workspace.serial, lines.files.files)
      #expect(throws: Interrupted.self, "moment \(moment) of \(whole.asked)") {
        try lines.output("let x = read t.csv | \(stage)")
      }
      #expect(lines.session.workspace.serial == before.0 && lines.session.workspace.parts.isEmpty)
      #expect(lines.session.remembered.isEmpty)
      // A file is written whole or not at all.
      #expect(lines.files.files == before.1 || lines.files.files == whole.files)
    }
  }

  @Test func `reading listens too`() throws {
    let asked = try undisturbed("read t.csv").asked
    #expect(asked > 0)
    for moment in Set([1, (asked + 1) / 2, asked]).sorted() {
      let lines = try TableLines(Self.files, monitor: Counting(stopsAt: moment))
      #expect(throws: Interrupted.self, "moment \(moment) of \(asked)") { try lines.output("let x = read t.csv") }
    }
  }
}
