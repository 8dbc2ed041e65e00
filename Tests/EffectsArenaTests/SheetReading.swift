import Session
@_spi(Host) import WorkbenchKit

@testable import EffectsArena

extension Workspace {
  /// The sheet that is worked on.
  var sheetForTest: Sheet? {
    get throws {
      guard let id = try parts[PartName(.documents, "effectsarena/use")]?.part.json()["sheet"]?.string else {
        return nil
      }
      return try parts[PartName(.documents, "effectsarena/sheet.\(id)")].map { try Sheet(field: $0.part.json()) }
    }
  }
}
