/// What SQLite asks now and then whether it may go on.
final class SQLiteWatch {
  private let patience: Int
  private let interrupt: () throws -> Void
  private var turns = 0
  private var thrown: (any Error)?

  /// - Parameters:
  ///   - patience: how many turns a statement may take.
  ///   - interrupt: throws where a person wants it to stop.
  init(patience: Int, interrupt: @escaping () throws -> Void) {
    self.patience = patience
    self.interrupt = interrupt
  }

  /// Returns whether the next turn may begin.
  func goesOn() -> Bool {
    do {
      try interrupt()
      turns += 1
      guard turns <= patience else { throw SQLiteFailure(.endless, "no end within the limit") }
      return true
    } catch {
      thrown = error
      return false
    }
  }

  /// Begins to count anew, for another statement.
  func restart() { turns = 0 }

  /// Returns why it was stopped, once.
  func taken() -> (any Error)? {
    defer { thrown = nil }
    return thrown
  }
}
