import Files
import TestSupport
import Testing

/// Nothing reads a file past the guard against personal data.
@Suite struct ReadingDoorTests {
  /// The files that ask a context for a file's bytes, and how each hands them to the guard.
  private let doors = [
    "Plugins/InstrumentSelector/Commands/RulesImportCommand.swift": "protection.admit",
    "Plugins/Woonzorgwijzer/Commands/AddCommand.swift": "protection: protection",
    "Plugins/Woonzorgwijzer/Commands/BridgeCommand.swift": "protection: protection",
    // Of what lies beside outlines only the columns with codes.
    "Plugins/TableFiles/Outlines/OutlineReading.swift": "Protection.strict.admit",
    "Plugins/ProcurementComparator/Intake/BidIntake.swift": "protection: protection",
    "Plugins/PersonaMapper/Commands/Journey/JourneyImportCommand.swift": "by: protection",
    "Plugins/Woonzorgwijzer/Import/Importer.swift": "protection: protection",
    "Plugins/Woonzorgwijzer/Import/Shape/FileShape.swift": "protection: protection",
    // Of a file behind a kept result only whether its digest is the same.
    "Plugins/LearningCircle/Decisions/FileDigests.swift": "return file.sha256",
    // What ships with the plugin, for its digest.
    "Plugins/Woonzorgwijzer/Import/Start/StartingTables.swift": "context.knowledge.folder",
    "Sources/Kit/WorkbenchKit/Intake/TableIntake.swift": "protection.admit",
    "Sources/Kit/WorkbenchKit/Intake/DocumentIntake.swift": "protection.admit",
  ]

  @Test func `only the known doors read files, and each has the guard`() throws {
    var found: Set<String> = []
    let folders = ["Sources/Kit/WorkbenchKit/Intake", "Sources/Stages", "Plugins"]
    for path in folders.flatMap(Self.sources) {
      let text = String(decoding: try DiskFiles(folder: Places.root).bytes(of: path), as: UTF8.self)
      let ways = [
        "context.read(", "files.read(", "context.open(", "context.openText(", ".openAny(", ".storedText(",
        "files.stored(",
      ]
      guard ways.contains(where: text.contains) else { continue }
      found.insert(path)
      #expect(doors[path].map(text.contains) == true, "\(path) reads a file without the guard")
    }
    #expect(found == Set(doors.keys))
  }

  private static func sources(_ folder: String) -> [String] {
    FilePath.names(in: "\(Places.root)/\(folder)").flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      return name.hasSuffix(".swift") ? [path] : name.contains(".") ? [] : sources(path)
    }
  }
}
