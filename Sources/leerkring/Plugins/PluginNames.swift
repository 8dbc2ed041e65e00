import Synchronization
import WorkbenchKit

/// The names of the plugins that were found, for completion; known only after the commands are registered.
final class PluginNames: Sendable {
  private let names = Mutex<[Candidate]>([])

  var candidates: [Candidate] {
    get { names.withLock { $0 } }
    set { names.withLock { $0 = newValue } }
  }
}
