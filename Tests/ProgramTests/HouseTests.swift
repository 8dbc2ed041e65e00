import TestSupport
import Testing

/// The never-imports of the house, read from the text of every source file and of the manifest.
@Suite struct HouseTests {
  /// Which of our Swift modules a station may import.
  private static let stations: [String: Set<String>] = [
    "Files": ["WorkbenchKit"],
    "Language": ["WorkbenchKit"],
    "Session": ["WorkbenchKit", "Language"],
    "Store": ["WorkbenchKit", "Session", "Files"],
    "Plugging": ["WorkbenchKit", "Files"],
    "Rendering": ["WorkbenchKit"],
    "Crates": ["WorkbenchKit", "Session", "Rendering", "Files"],
    "Notebooks": ["WorkbenchKit", "Session", "Rendering"],
    "LineEditing": [],
    "Methods": ["WorkbenchKit"],
    "Markup": ["WorkbenchKit"],
    "Decisions": ["WorkbenchKit", "Methods"],
    "Layers": ["WorkbenchKit"],
    "Stages": ["WorkbenchKit", "Methods"],
    "Printing": ["WorkbenchKit"],
    "WorkbenchTesting": ["WorkbenchKit", "Language", "Session", "Files"],
  ]

  /// Libraries of the operating system, each with the folders that may import it; `CSystem` is our own C.
  private static let owners: [String: Set<String>] = [
    // A digest is that of a file, of what a database gave, or of what a circle approved.
    "CNettle": ["Sources/Files", "Plugins/Databases", "Plugins/LearningCircle"], "CPostgres": ["Plugins/Databases"],
    "CExpat": ["Sources/Markup", "Plugins/TableFiles"],
    "CEditline": ["Sources/LineEditing"],
    "CYAML": ["Sources/Notebooks"], "CCmark": ["Sources/Notebooks"],
    // Workbooks and archives, GeoPackages, and what is written packed.
    "CZip": ["Plugins/TableFiles"], "CSQLite": ["Plugins/TableFiles"], "CZlib": ["Plugins/TableFiles"],
    // The editor measures what is typed, and imports nothing of ours; texts are ordered by their composed form.
    "CUtf8proc": ["Sources/Rendering", "Sources/LineEditing", "Sources/Stages"],
  ]

  /// What a plugin may import: all of it that is not the kit is carried by each module in a copy of its own.
  private static let openToPlugins: Set = ["WorkbenchKit", "Methods", "Markup", "Decisions", "Layers", "Printing"]

  private static let program = "leerkring"
  /// Programs that ours starts: they import nothing of ours but C.
  private static let children: Set = ["leerkring-geo"]
  private static let plugins = HouseSources.folders(in: "Plugins")
  private static let ours = Set(stations.keys).union(plugins).union([program, "WorkbenchKit", "KitFingerprint"])

  private func ours(in path: String) -> Set<String> { HouseSources.imports(of: path).intersection(Self.ours) }

  @Test func `every folder of Sources is a station, the kit, the program or C`() {
    for folder in HouseSources.folders(in: "Sources") {
      let isC = folder.hasPrefix("C") && HouseSources.files(in: "Sources/\(folder)").isEmpty
      let isKnown = Self.children.union(["Kit", Self.program]).contains(folder)
      #expect(isC || Self.stations[folder] != nil || isKnown, "\(folder)")
    }
  }

  @Test func `a station imports what its place on the way allows`() {
    for (station, allowed) in Self.stations {
      for path in HouseSources.files(in: "Sources/\(station)") {
        #expect(ours(in: path).isSubset(of: allowed), "\(path)")
      }
    }
  }

  @Test func `the kit imports nothing of ours`() {
    let files = HouseSources.files(in: "Sources/Kit")
    #expect(files.count > 30)
    for path in files { #expect(ours(in: path).isSubset(of: ["KitFingerprint"]), "\(path)") }
    #expect(HouseSources.text("Sources/Kit/Package.swift").contains("dependencies: [\"KitFingerprint\"]"))
    #expect(!HouseSources.text("Sources/Kit/Package.swift").contains(".package("))
  }

  @Test func `a plugin imports the kit, the methods, the markup, the decisions, the layers and the printing only`() {
    #expect(Self.plugins.contains("Woonzorgwijzer"))
    for plugin in Self.plugins {
      for path in HouseSources.files(in: "Plugins/\(plugin)") {
        #expect(ours(in: path).isSubset(of: Self.openToPlugins), "\(path)")
      }
    }
  }

  @Test func `a program that ours starts imports nothing of ours`() {
    for child in Self.children {
      let files = HouseSources.files(in: "Sources/\(child)")
      #expect(!files.isEmpty)
      for path in files { #expect(ours(in: path).isEmpty, "\(path)") }
    }
  }

  @Test func `nobody imports the program`() {
    for path in ["Sources", "Plugins", "Tests"].flatMap(HouseSources.files) {
      #expect(!HouseSources.imports(of: path).contains(Self.program), "\(path)")
    }
  }

  @Test func `the manifest gives no target more than its source may import`() throws {
    for (station, allowed) in Self.stations {
      // Not every station of the house is built yet.
      guard HouseSources.folders(in: "Sources").contains(station) else { continue }
      let listed = try #require(HouseSources.dependencies(of: station, as: "station"), "\(station)")
      #expect(listed.intersection(Self.ours).isSubset(of: allowed), "\(station)")
    }
    for plugin in Self.plugins {
      let listed = try #require(HouseSources.dependencies(of: plugin, as: "plugin"), "\(plugin)")
      let libraries = Set(Self.owners.filter { $0.value.contains("Plugins/\(plugin)") }.keys)
      #expect(listed.isSubset(of: Self.openToPlugins.union(libraries)), "\(plugin)")
    }
  }

  @Test func `each library of the system has its owner, and none of ours needs Foundation`() {
    for path in ["Sources", "Plugins"].flatMap(HouseSources.files) {
      let imports = HouseSources.imports(of: path)
      for (library, owners) in Self.owners where imports.contains(library) {
        #expect(owners.contains { path.hasPrefix("\($0)/") }, "\(path)")
      }
      // It alone would be half of the time to start.
      if path.hasPrefix("Sources/") {
        #expect(imports.isDisjoint(with: ["Foundation", "FoundationEssentials"]), "\(path)")
      }
    }
  }

  @Test func `nothing gets round what the compiler checks, and no input reaches a trap`() {
    let forbidden = ["@unchecked", "nonisolated(unsafe)", "fatalError(", "preconditionFailure(", "try!", " as! "]
    for path in ["Sources", "Plugins"].flatMap(HouseSources.files) {
      let text = HouseSources.text(path)
      for word in forbidden { #expect(!text.contains(word), "\(path): \(word)") }
    }
  }

  @Test func `files are short, and none is longer than 400 lines`() {
    for path in ["Sources", "Plugins", "Tests"].flatMap(HouseSources.files) {
      #expect(HouseSources.text(path).count(where: { $0 == "\n" }) <= 400, "\(path)")
    }
  }

  @Test func `the top level holds what it is to hold and nothing else`() {
    let known: Set = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "Plugins", "Notebooks", "README.md", "LICENSE",
    ]
    for name in HouseSources.names(in: ".") where !name.hasPrefix(".") {
      #expect(known.contains(name), "\(name)")
    }
  }
}
