import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// The program where `.ci/install` puts it, without the folder in which it was built.
@Suite struct InstalledTreeTests {
  private let surroundings = PluginSurroundings()

  @Test func aShippedPluginRunsAndNothingOfTheBuildIsLoaded() throws {
    let tree = InstalledTree(in: surroundings.folder)
    #expect(tree.installation.code == 0, "\(tree.installation.errors)")
    let libraries = LoadedLibraries()
    let run = surroundings.run(
      ["wzw demo", "wzw areas --level wijk", "plugin list"], environment: libraries.environment, program: tree.program)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.objects.dropFirst().first?.rows.count == 6)
    #expect(libraries.paths(of: "libWorkbenchKit.so") == ["\(tree.prefix)/lib/libWorkbenchKit.so"])
    #expect(libraries.moduleCount == 1)
    #expect(libraries.paths.filter { $0.hasPrefix(Places.root) }.isEmpty)
    let row = run.objects.last?.rows.first { $0["name"] == "woonzorgwijzer" }
    #expect(row?["status"] == "loaded")
    #expect(row?["path"] == .string("\(tree.plugins)/woonzorgwijzer/libWoonzorgwijzer.so"))
  }

  @Test(.enabled(if: InstalledTreeTests.canHideFolders, "only root can hide folders, with unshare"))
  func itRunsWhereTheBuildAndTheToolchainAreGone() throws {
    let tree = InstalledTree(in: surroundings.folder)
    let runtime = try #require(Self.runtimeFolder)
    let hiding = """
      for folder in "$1" "$2"; do mount -t tmpfs -o mode=755 none "$folder" || exit 99; done
      shift 2
      exec "$@"
      """
    let run = surroundings.run(
      ["wzw demo", "wzw areas --level wijk"], program: tree.program,
      before: ["/usr/bin/unshare", "-m", "/bin/sh", "-c", hiding, "sh", "\(Places.root)/.build", runtime])
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.objects.last?.rows.count == 6)
  }

  @Test func nobodyElseMayWriteToItAndTheDoctorFindsNothing() throws {
    let tree = InstalledTree(in: surroundings.folder, "a prefix with 'quotes' and $signs")
    #expect(tree.installation.code == 0, "\(tree.installation.errors)")
    let writable = ChildProcess.run(
      "/usr/bin/find", [tree.prefix, "-mindepth", "1", "-perm", "/022", "!", "-type", "l"])
    #expect(writable.output.isEmpty)
    let findings = surroundings.run(["plugin doctor --load"], program: tree.program).objects.last?.rows ?? []
    #expect(findings.contains { $0["check"] == "hash" } && findings.contains { $0["check"] == "load" })
    #expect(findings.allSatisfy { $0["result"] == "ok" })
  }

  @Test func installingAgainReplacesWhatIsThere() throws {
    let tree = InstalledTree(in: surroundings.folder)
    let stray = "\(tree.plugins)/woonzorgwijzer/Data/stray.json"
    _ = ChildProcess.run("/bin/cp", ["\(tree.plugins)/woonzorgwijzer/manifest.json", stray])
    #expect(InstalledTree.install(["--from", Places.programBuild, tree.prefix]).code == 0)
    #expect(access(stray, F_OK) != 0)
    #expect(surroundings.run(["wzw demo"], program: tree.program).code == 0)
    let left = ChildProcess.run("/usr/bin/find", [tree.prefix, "-maxdepth", "1", "-name", ".*"])
    #expect(left.output.isEmpty)
  }

  @Test func theKitThatLiesThereIsThatOfTheTree() throws {
    let tree = InstalledTree(in: surroundings.folder)
    let difference = ChildProcess.run(
      "/usr/bin/diff", ["-r", "-x", ".*", "\(Places.root)/Sources/Kit", "\(tree.prefix)/share/leerkring/Kit"])
    #expect(difference.code == 0, "\(difference.output)\(difference.errors)")
  }

  @Test(arguments: [[], ["--help"], ["--from"], ["--from", "/nowhere", "prefix"], ["a", "b"]])
  func withoutAPrefixNothingIsInstalled(_ arguments: [String]) {
    #expect(InstalledTree.install(arguments).code != 0)
  }

  /// Where Swift's runtime of this very process lies.
  private static let runtimeFolder: String? = {
    let maps = ChildProcess.run("/bin/cat", ["/proc/\(getpid())/maps"]).output
    return maps.split(separator: "\n").lazy.compactMap { line -> String? in
      guard line.hasSuffix("/libswiftCore.so"), let slash = line.firstIndex(of: "/") else { return nil }
      return String(line[slash...].dropLast("/libswiftCore.so".count))
    }.first
  }()

  private static let canHideFolders: Bool = {
    geteuid() == 0
      && ChildProcess.run("/usr/bin/unshare", ["-m", "/bin/mount", "-t", "tmpfs", "none", "/mnt"]).code == 0
  }()
}
