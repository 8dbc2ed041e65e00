import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// The program and its plugins elsewhere than where they were built, and in the hands of somebody else.
@Suite struct MovedTreeTests {
  private let surroundings = PluginSurroundings()

  private func copy(_ names: [String], to folder: String) {
    _ = ChildProcess.run("/bin/cp", ["-r"] + names.map { "\(Places.programBuild)/\($0)" } + [folder])
    _ = ChildProcess.run("/bin/chmod", ["-R", "go-w,a+rX", folder])
  }

  private static let shipped = [
    "leerkring", "libWorkbenchKit.so", "libWoonzorgwijzer.so", "leerkring_WoonzorgwijzerKnowledge.resources",
  ]

  private func row(_ run: ChildProcess) -> [String: JSON]? {
    run.objects.last?.rows.first { $0["name"] == "woonzorgwijzer" }
  }

  @Test func aBuildThatWasMovedFindsItsPlugins() throws {
    let moved = surroundings.folder.folder("moved")
    copy(Self.shipped, to: moved)
    let run = surroundings.run(["plugin load woonzorgwijzer", "plugin list"], program: "\(moved)/leerkring")
    #expect(row(run)?["status"] == "loaded")
    #expect(row(run)?["path"] == .string("\(moved)/libWoonzorgwijzer.so"))
  }

  @Test(.enabled(if: MovedTreeTests.canChangeUser, "only root can become another user, with setpriv"))
  func aPluginOfAnotherUserIsRefusedAndOneOfRootIsNot() throws {
    // Sticky, as /tmp is: anybody may put their own in it, and nobody can exchange what is there.
    chmod(surroundings.folder.path, 0o1777)
    let moved = surroundings.folder.folder("moved")
    chmod(moved, 0o755)
    copy(Self.shipped, to: moved)
    let foreign = try FixturePlugin.good.pack(in: surroundings.folder)
    for path in [surroundings.folder("packed"), foreign] { chmod(path, 0o755) }
    _ = ChildProcess.run("/bin/chown", ["-R", "12345:12345", foreign])
    _ = ChildProcess.run("/bin/chmod", ["-R", "a+rX", foreign])

    let nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let run = surroundings.run(
      ["plugin load woonzorgwijzer", "plugin list"], options: ["--plugin", foreign], program: "\(moved)/leerkring",
      before: nobody)
    #expect(run.code == 0)
    #expect(run.objects.last?.rows.map { $0["status"] } == ["loaded", "refused"])
    #expect(run.objects.last?.rows.last?["reason"]?.string?.hasSuffix("belongs to another user (uid 12345)") == true)
  }

  private static let canChangeUser = geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0
}
