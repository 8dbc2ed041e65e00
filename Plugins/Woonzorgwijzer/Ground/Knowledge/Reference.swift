import Synchronization
import WorkbenchKit

/// What columns of CBS and RIVM mean, out of the library; put together when it is first asked for.
final class Reference: Sendable {
  let library: Library
  private let read = Mutex<Knowledge?>(nil)

  init(_ library: Library) { self.library = library }

  /// The plugin's data folder.
  var folder: String { library.folder }

  func groups(_ context: Context) throws -> [TargetGroup] { try library.groups(context) }

  func knowledge(_ context: Context) throws -> Knowledge {
    if let known = read.withLock({ $0 }) { return known }
    let known = Knowledge(
      measures: try library.file("measures", context), indicators: try library.file("indicators", context),
      ages: try library.file("ages", context), sources: try library.file("sources", context))
    read.withLock { $0 = known }
    return known
  }
}
