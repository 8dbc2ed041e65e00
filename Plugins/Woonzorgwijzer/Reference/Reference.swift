import Synchronization
import WorkbenchKit

/// What the plugin knows without any file of the user: the JSON in its data folder, read when it is first asked for.
final class Reference: Sendable {
  let folder: String
  private let read = Mutex<Knowledge?>(nil)

  init(folder: String) { self.folder = folder }

  func knowledge(_ context: Context) throws -> Knowledge {
    try knowledge { try context.files.read($0, at: nil).bytes }
  }

  func knowledge(reading bytes: (String) throws -> [UInt8]) throws -> Knowledge {
    if let known = read.withLock({ $0 }) { return known }
    let known = Knowledge(
      measures: try JSONReader.parse(bytes("\(folder)/measures.json")),
      indicators: try JSONReader.parse(bytes("\(folder)/indicators.json")),
      ages: try JSONReader.parse(bytes("\(folder)/ages.json")),
      sources: try JSONReader.parse(bytes("\(folder)/sources.json")))
    read.withLock { $0 = known }
    return known
  }
}
