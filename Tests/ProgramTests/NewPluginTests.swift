import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// `plugin new`, and what a person then does with what it made.
@Suite struct NewPluginTests {
  private let surroundings = PluginSurroundings()

  @Test func itMakesAFolderAndSaysWhatToDoThere() throws {
    let run = surroundings.run(["plugin new mantel-zorg --to \(surroundings.folder("deep/er"))"])
    let facts = try #require(run.objects.first?.facts)
    #expect(facts["folder"] == .string(surroundings.folder("deep/er/mantel-zorg")))
    #expect(facts["kit"]?.string?.hasSuffix("/Sources/Kit") == true)
    #expect(facts["build"] == "swift build")
    #expect(facts["test"] == "swift test")
    #expect(facts["run"] == "leerkring --plugin .build/debug -c 'mantel-zorg show example'")
    #expect(surroundings.folder.names().contains("deep"))
  }

  @Test(
    arguments: [
      ("plugin new \"Mantel Zorg\"", "plugin.name", "mantel-zorg"), ("plugin new 2zorg", "plugin.name", nil),
      ("plugin new ../zorg", "plugin.name", "zorg"), ("plugin new help", "plugin.taken", nil),
      ("plugin new wzw", "plugin.taken", nil), ("plugin new woonzorgwijzer", "plugin.taken", nil),
      ("plugin new kit", "plugin.taken", nil), ("plugin new zorg --kit /usr", "plugin.kitless", nil),
      ("plugin new zorg --to /proc", "file.unwritable", nil), ("plugin new", "argument.missing", nil),
    ] as [(String, String, String?)]) func whatCannotBeIsRefused(_ line: String, _ code: String, _ suggestion: String?)
  {
    let run = ChildProcess.run(
      Places.program, ["--json", "--lang", "en", "-c", line], environment: Leerkring.environment(),
      folder: surroundings.folder.path)
    #expect(run.code == 1)
    #expect(run.errorObject?["code"]?.string == code, "\(run.errors)")
    #expect(run.errorObject?["suggestion"]?.string == suggestion)
    #expect(surroundings.folder.names().isEmpty)
  }

  // MARK: Building; each takes half a minute

  @Test(.enabled(if: NewPluginTests.hasSwift, "there is no 'swift' to build with"))
  func aNewPluginBuildsWithThisCheckoutLoadsAndTestsItsExamples() throws {
    let package = try new(with: Places.program)
    try testsItsExamples(package)

    let format = swift(
      ["format", "lint", "--strict", "-r", "\(package)/Package.swift", "\(package)/Sources", "\(package)/Tests"])
    #expect(format.code == 0, "\(format.errors)")

    // The build has a kit of its own; beside it, the program would not know the plugin's types.
    let libraries = LoadedLibraries()
    let built = surroundings.run(
      ["mantel-zorg show example", "plugin pack mantel-zorg --to \(surroundings.folder("packed"))"],
      options: ["--plugin", "\(package)/.build/debug"], environment: libraries.environment)
    #expect(built.code == 0, "\(built.errors)")
    #expect(built.objects.first?.facts["entry"] == "example")
    #expect(access("\(package)/.build/debug/libWorkbenchKit.so", F_OK) == 0)
    #expect(libraries.paths(of: "libWorkbenchKit.so") == ["\(Places.programBuild)/libWorkbenchKit.so"])
    #expect(libraries.moduleCount >= 1)

    _ = ChildProcess.run("/bin/mv", [package, "\(package)-away"])
    let packed = ["--plugin", surroundings.folder("packed/mantel-zorg")]
    #expect(surroundings.run(["mantel-zorg toon example"], options: packed).code == 0)
    let failing = surroundings.run(["mantel-zorg show exmaple"], options: packed)
    #expect(failing.errorObject?["code"] == "entry.unknown")
    #expect(failing.errorObject?["suggestion"] == "example")
    #expect(failing.errorObject?["plugin"] == "mantel-zorg")
  }

  @Test(.enabled(if: NewPluginTests.isLong, "it takes long: LEERKRING_LONG_TESTS=1 runs it"))
  func aNewPluginBuildsWithAnInstalledTreeLoadsAndTestsItsExamples() throws {
    let tree = InstalledTree(in: surroundings.folder, "a prefix with 'quotes' and $signs")
    let package = try new(with: tree.program)
    try testsItsExamples(package)
    let built = surroundings.run(
      [
        "mantel-zorg show example",
        "plugin pack mantel-zorg --to '\(surroundings.folder("xdg/data/leerkring/plugins"))'",
      ],
      options: ["--plugin", "\(package)/.build/debug"], program: tree.program)
    #expect(built.code == 0, "\(built.errors)")

    _ = ChildProcess.run("/bin/mv", [package, "\(package)-away"])
    let libraries = LoadedLibraries()
    let found = surroundings.run(
      ["mantel-zorg show example"], environment: libraries.environment, program: tree.program)
    #expect(found.code == 0 && found.errors.isEmpty, "\(found.errors)")
    #expect(libraries.paths(of: "libWorkbenchKit.so") == ["\(tree.prefix)/lib/libWorkbenchKit.so"])
  }

  private func new(with program: String) throws -> String {
    let made = surroundings.run(["plugin new mantel-zorg --source --to \(surroundings.folder.path)"], program: program)
    return try #require(made.objects.first?.facts["folder"]?.string, "\(made.errors)")
  }

  /// Builds and tests the package, and sees that its tests are able to fail.
  private func testsItsExamples(_ package: String) throws {
    let run = swift(["test", "--package-path", package])
    try #require(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("anExampleDoesWhatItSays(_:_:) with 6 test cases passed"), "\(run.output)")
    #expect(run.output.contains("Suite CommandTests passed"), "\(run.output)")
    #expect(run.output.contains("Suite RecordSourceTests passed"), "\(run.output)")
    let other = swift(["test", "--skip-build", "--package-path", package], ["LEERKRING": "/bin/true"])
    #expect(other.code != 0)
  }

  /// A build of its own, with nothing of the one in which these tests run; it gives way to tests that measure time.
  private func swift(_ arguments: [String], _ environment: [String: String] = [:]) -> ChildProcess {
    ChildProcess.run(
      "nice", ["-n", "19", "swift"] + arguments,
      environment: ["PATH": Self.path, "HOME": surroundings.folder.path, "LANG": "C.UTF-8"].merging(environment) { $1 },
      seconds: 900)
  }

  private static let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
  private static let hasSwift =
    ChildProcess.run("swift", ["--version"], environment: ["PATH": path, "HOME": "/nonexistent"]).code == 0
  private static let isLong = getenv("LEERKRING_LONG_TESTS") != nil && hasSwift
}
