import Synchronization
import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

/// Throws from a moment on, and notes when that was first heard.
private final class Stopping: Sendable {
  private let state = Mutex<(from: ContinuousClock.Instant?, asked: Int)>((nil, 0))

  func stop(after time: Duration) { state.withLock { $0.from = ContinuousClock.now + time } }
  func goOn() { state.withLock { $0.from = nil } }
  /// How long it is since it was to stop.
  var waited: Duration { state.withLock { $0.from.map { ContinuousClock.now - $0 } ?? .zero } }

  func check() throws {
    let isDue = state.withLock { state in
      state.asked += 1
      return state.from.map { ContinuousClock.now >= $0 } ?? false
    }
    if isDue { throw Interrupted() }
  }
}

@Suite(.serialized, .enabled(if: TestServer.isThere)) struct InterruptTests {
  @Test func `a person who stops is back within 50 ms, and the connection can be used again`() throws {
    let stopping = Stopping()
    let link = try openLink("kring") { try stopping.check() }
    var waits: [Duration] = []
    for _ in 0..<5 {
      stopping.stop(after: .milliseconds(60))
      #expect(throws: Interrupted.self) { try link.ask("select pg_sleep(20)") }
      waits.append(stopping.waited)
      stopping.goOn()
      try link.ask("rollback")
      #expect(try link.ask("select 1").value == "1")
    }
    print("interrupted pg_sleep: back after \(waits.map(\.description))")
    // The middle one: a machine that does something else meanwhile is no fault of ours.
    #expect(waits.sorted()[2] < .milliseconds(50))
  }

  @Test func `amid rows that stream in as well`() throws {
    let stopping = Stopping()
    let link = try openLink("kring") { try stopping.check() }
    var waits: [Duration] = []
    for _ in 0..<5 {
      var pieces = 0
      stopping.stop(after: .milliseconds(60))
      #expect(throws: Interrupted.self) {
        try link.copy("copy (select generate_series(1, 5000000)) to stdout (format binary)") { _ in pieces += 1 }
      }
      waits.append(stopping.waited)
      stopping.goOn()
      #expect(pieces > 0)
      try link.ask("rollback")
      #expect(try link.ask("select 2").value == "2")
    }
    print("interrupted copy: back after \(waits.map(\.description))")
    // The middle one, as above.
    #expect(waits.sorted()[2] < .milliseconds(50))
  }

  @Test func `what takes a row and throws ends the statement too`() throws {
    struct Enough: Error {}
    let link = try openLink("kring")
    #expect(throws: Enough.self) {
      try link.copy("copy (select generate_series(1, 5000000)) to stdout (format binary)") { _ in
        throw Enough()
      }
    }
    try link.ask("rollback")
    #expect(try link.ask("select 3").value == "3")
  }

  @Test func `who stops before the server has read the question is heard as well`() throws {
    let link = try openLink("kring")
    for round in 1...60 {
      try link.begin("select pg_sleep(20)")
      link.cancel()
      try link.ask("rollback")
      #expect(try link.ask("select \(round)").value == "\(round)")
    }
  }

  @Test func `a connection that the server ends is told`() throws {
    let link = try openLink("kring")
    let number = try link.ask("select pg_backend_pid()::text").value ?? ""
    TestServer.shared?.sql("select pg_terminate_backend(\(number))")
    #expect(throws: Diagnostic.self) { try link.ask("select 1") }
    do { try link.ask("select 1") } catch let error as Diagnostic { #expect(error.code == "db.lost") }
  }
}
