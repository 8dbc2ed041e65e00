// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]
/// Libraries that Swift names by habit and of which nothing is called are not taken along, as in the kit's own manifest.
let asNeeded: LinkerSetting = .unsafeFlags([
  "-Xclang-linker", "--config=\(Context.packageDirectory)/Sources/Kit/as-needed.cfg",
])
let kit: Target.Dependency = .product(name: "WorkbenchKit", package: "Kit")

/// A station of the house: Sources/NAME.
func station(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, packageAccess: false, swiftSettings: strict)
}

/// A plugin: its Swift in Plugins/NAME, its manifest and data beside it, carried by a C target without an accessor.
/// The schemas of its data do not travel with it.
func plugin(_ name: String, _ dependencies: [Target.Dependency] = []) -> [Target] {
  [
    .target(
      name: "\(name)Knowledge", dependencies: [kit], path: "Plugins/\(name)/Knowledge", exclude: ["Schema"],
      resources: [.copy("manifest.json"), .copy("Data")], cSettings: strictC),
    .target(
      name: name, dependencies: [kit, .target(name: "\(name)Knowledge")] + dependencies, path: "Plugins/\(name)",
      exclude: ["Knowledge"], packageAccess: false, swiftSettings: strict, linkerSettings: [asNeeded]),
  ]
}

/// - Parameter libraries: of the system, that the tests call themselves and the module looks for when it runs.
func tests(_ name: String, _ dependencies: [Target.Dependency], libraries: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict,
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

let package = Package(
  name: "leerkring",
  products: [
    .executable(name: "leerkring", targets: ["leerkring"]),
    .executable(name: "leerkring-geo", targets: ["leerkring-geo"]),
    .library(name: "Woonzorgwijzer", type: .dynamic, targets: ["Woonzorgwijzer"]),
    .library(name: "PersonaMapper", type: .dynamic, targets: ["PersonaMapper"]),
    .library(name: "ProcurementComparator", type: .dynamic, targets: ["ProcurementComparator"]),
    .library(name: "InstrumentSelector", type: .dynamic, targets: ["InstrumentSelector"]),
    .library(name: "LearningCircle", type: .dynamic, targets: ["LearningCircle"]),
    .library(name: "EffectsArena", type: .dynamic, targets: ["EffectsArena"]),
    .library(name: "Waakvlam", type: .dynamic, targets: ["Waakvlam"]),
    .library(name: "Casebook", type: .dynamic, targets: ["Casebook"]),
    .library(name: "RegionMonitor", type: .dynamic, targets: ["RegionMonitor"]),
    .library(name: "QualityMirror", type: .dynamic, targets: ["QualityMirror"]),
    .library(name: "TableFiles", type: .dynamic, targets: ["TableFiles"]),
    .library(name: "Databases", type: .dynamic, targets: ["Databases"]),
    .library(name: "GeoFiles", type: .dynamic, targets: ["GeoFiles"]),
    .library(name: "PaperForms", type: .dynamic, targets: ["PaperForms"]),
    // What plugins are tested with; an installed tree has it as a package of its own (.ci/install).
    .library(name: "WorkbenchTesting", targets: ["WorkbenchTesting"]),
    // Found by nobody: the tests of the plugin door write the manifests that go with it.
    .library(name: "FixturePlugins", type: .dynamic, targets: ["FixturePlugins"]),
  ],
  dependencies: [.package(path: "Sources/Kit")],
  targets: [
    // What the operating system and its libraries give.
    .target(name: "CSystem", cSettings: strictC),
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    // Finds libedit at a prompt: of it only the headers are needed here.
    .target(name: "CEditline", cSettings: strictC),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Finds libpq when it is first called: of it only the headers are needed here.
    .target(name: "CPostgres", cSettings: strictC),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // The stations of a line, in the order in which it travels.
    station("Files", [kit, "CNettle", "CSystem"]),
    station("Language", [kit]),
    station("Session", [kit, "Language"]),
    station("Store", [kit, "Session", "Files", "CSystem"], exclude: ["Schema"]),
    station("Plugging", [kit, "Files", "CSystem"], exclude: ["Schema"]),
    station("Rendering", [kit, "CUtf8proc"]),
    station("Crates", [kit, "Session", "Rendering", "Files"]),
    station("Notebooks", [kit, "Session", "Rendering", "CYAML", "CCmark"]),
    station("Methods", [kit]),
    station("Markup", [kit, "CExpat"]),
    station("Decisions", [kit, "Methods"]),
    station("Layers", [kit]),
    station("Stages", [kit, "Methods", "CUtf8proc"]),
    station("Printing", [kit]),
    station("WorkbenchTesting", [kit, "Files", "Language", "Session"]),
    station("LineEditing", ["CEditline", "CUtf8proc"]),
    .executableTarget(
      name: "leerkring",
      dependencies: [
        kit, "Files", "Language", "Session", "Store", "Plugging", "Rendering", "Crates", "Notebooks", "Stages",
        "LineEditing", "Printing", "Methods", "CSystem",
      ],
      exclude: ["libraries.cfg"], packageAccess: false, swiftSettings: strict,
      // An installed tree has the program in bin, the kit in lib, and Swift's runtime for when its toolchain is gone.
      linkerSettings: [
        .unsafeFlags([
          "-Xclang-linker", "--config=\(Context.packageDirectory)/Sources/leerkring/libraries.cfg",
          "-Xlinker", "-rpath=$ORIGIN/../lib", "-Xlinker", "-rpath=$ORIGIN/../lib/leerkring/swift",
        ]),
        asNeeded,
      ]),
    // Reads map files through GDAL, which it looks for when it runs: it needs none to be built.
    .executableTarget(
      name: "leerkring-geo", dependencies: ["CSystem"], packageAccess: false, swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath=$ORIGIN/../lib/leerkring/swift"])]),
  ]
    + plugin("Woonzorgwijzer", ["Methods"])
    + plugin("PersonaMapper", ["Methods", "Markup"])
    + plugin("ProcurementComparator", ["Methods", "Markup", "Decisions"])
    + plugin("InstrumentSelector", ["Methods", "Markup", "Decisions"])
    + plugin("LearningCircle", ["Methods", "CNettle"])
    + plugin("EffectsArena", ["Methods"])
    + plugin("Waakvlam", ["Methods"])
    + plugin("Casebook", ["Methods"])
    + plugin("RegionMonitor", ["Methods", "Decisions"])
    + plugin("QualityMirror", ["Methods"])
    + plugin("TableFiles", ["Methods", "Layers", "CExpat", "CSQLite", "CZip", "CZlib"])
    + plugin("Databases", ["CPostgres", "CNettle"])
    + plugin("GeoFiles", ["Layers"])
    + plugin("PaperForms", ["Printing"])
    + [
      .target(
        name: "FixtureCarrier", dependencies: [kit], path: "Tests/Fixtures/Carrier", cSettings: strictC),
      .target(
        name: "FixturePlugins", dependencies: [kit, "FixtureCarrier"], path: "Tests/Fixtures/Module",
        packageAccess: false, swiftSettings: strict),
      .target(
        name: "TestSupport", dependencies: [kit, "Files", "CSystem", "PseudoTerminal", "WorkbenchTesting"],
        path: "Tests/Support",
        swiftSettings: strict),
      .target(name: "PseudoTerminal", path: "Tests/PseudoTerminal", cSettings: strictC),
      .executableTarget(
        name: "leerkring-benchmark", dependencies: [kit, "Files", "TestSupport"], path: "Tests/Benchmarks",
        exclude: ["Peers"], packageAccess: false, swiftSettings: strict),
      .target(name: "FaultyCalls", path: "Tests/FaultyCalls", cSettings: strictC),
      .executableTarget(
        name: "leerkring-campaign",
        dependencies: [
          kit, "Files", "Language", "Session", "Store", "Plugging", "Rendering", "Notebooks", "Stages", "Printing",
          "FaultyCalls", "TestSupport",
        ],
        path: "Tests/Campaign", packageAccess: false, swiftSettings: strict),
      tests("KitTests", [kit, "Files"]),
      tests("LanguageTests", [kit, "Language"]),
      tests("SessionTests", [kit, "Language", "Session", "Files"]),
      tests("StoreTests", [kit, "Session", "Store", "Files"]),
      tests("FilesTests", [kit, "Files"]),
      tests("RenderingTests", [kit, "Rendering", "Session"]),
      tests("CratesTests", [kit, "Session", "Crates", "Files"]),
      tests("NotebooksTests", [kit, "Session", "Notebooks", "Files"]),
      tests("MethodsTests", ["Methods"]),
      tests("MarkupTests", [kit, "Markup"]),
      tests("DecisionsTests", [kit, "Methods", "Decisions"]),
      tests("StagesTests", [kit, "Language", "Session", "Files", "Stages"]),
      tests("PrintingTests", [kit, "Files", "Session", "Stages", "Printing", "PaperForms", "WorkbenchTesting"]),
      tests("PluggingTests", [kit, "Plugging", "Files", "CSystem"]),
      tests("WoonzorgwijzerTests", [kit, "Language", "Session", "Files", "Woonzorgwijzer"]),
      tests("PersonaMapperTests", [kit, "Language", "Session", "Files", "Stages", "PersonaMapper"]),
      tests("ProcurementComparatorTests", [kit, "Language", "Session", "Files", "Stages", "ProcurementComparator"]),
      tests("InstrumentSelectorTests", [kit, "Language", "Session", "Files", "Markup", "InstrumentSelector"]),
      tests(
        "LearningCircleTests",
        [kit, "Files", "Language", "Session", "Stages", "Methods", "LearningCircle", "WorkbenchTesting"]),
      tests(
        "EffectsArenaTests",
        [kit, "Files", "Language", "Session", "Stages", "Methods", "EffectsArena", "WorkbenchTesting"]),
      tests(
        "WaakvlamTests", [kit, "Files", "Language", "Session", "Stages", "Methods", "Waakvlam", "WorkbenchTesting"]),
      tests(
        "CasebookTests",
        [kit, "Files", "Language", "Session", "Stages", "Methods", "Casebook", "WorkbenchTesting"]),
      tests(
        "RegionMonitorTests",
        [kit, "Files", "Language", "Session", "Stages", "Methods", "RegionMonitor", "WorkbenchTesting"]),
      tests(
        "QualityMirrorTests",
        [kit, "Files", "Language", "Session", "Stages", "Methods", "QualityMirror", "WorkbenchTesting"]),
      tests(
        "TableFilesTests", [kit, "Files", "Session", "Stages", "TableFiles", "Layers", "CSQLite", "CZip"],
        libraries: ["sqlite3", "zip"]),
      tests(
        "GeoFilesTests", [kit, "Files", "Session", "Stages", "TableFiles", "GeoFiles", "Layers", "WorkbenchTesting"]),
      tests("DatabasesTests", [kit, "Files", "Session", "Stages", "Databases", "Woonzorgwijzer"]),
      tests("PromptTests", [kit, "Language", "Session", "LineEditing"]),
      tests("ProgramTests", [kit, "Files"]),
    ],
  swiftLanguageModes: [.v6]
)
