import Synchronization

/// How wide the lines are that a table gets which is asked for as text.
final class TextWidth: Sendable {
  private let width: Mutex<Int>

  init(_ columns: Int) { width = Mutex(columns) }

  var columns: Int {
    get { width.withLock { $0 } }
    set { width.withLock { $0 = newValue } }
  }
}
