import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// A module that ends the process is named at the next start and left out.
@Suite struct PluginCrashTests {
  private let surroundings = PluginSurroundings()

  private func row(_ name: String, _ options: [String]) -> [String: JSON]? {
    surroundings.json("plugin list", options: options).first?.rows.first { $0["name"] == .string(name) }
  }

  #if arch(arm64)
    private static let trap = (SIGTRAP, "SIGTRAP")
  #else
    private static let trap = (SIGILL, "SIGILL")
  #endif

  @Test(arguments: [
    ("trapping", trap.0, trap.1), ("aborting", SIGABRT, "SIGABRT"), ("overflowing", SIGSEGV, "SIGSEGV"),
  ]) func theNextStartSaysWhichModuleItWasAndLeavesItOut(_ name: String, _ signal: Int32, _ called: String) throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    let bad = try FixturePlugin(name, words: ["badword"]).build(in: surroundings.folder)
    let options = ["--plugin", good, "--plugin", bad]

    let first = surroundings.run(["badword verb"], options: options)
    #expect(first.signal == signal)

    let second = surroundings.run(["greet folder", "plugin list"], options: options)
    #expect(second.code == 0)
    let told = second.errors.split(separator: "\n").filter { $0.contains("'\(name)'") }
    #expect(told.count == 1)
    #expect(told.first?.contains("\(called) while loading it") == true)
    #expect(told.first?.contains("\(bad)/libFixture.so") == true)
    #expect(row(name, options)?["status"] == "crashed")
    #expect(row("good", options)?["status"] == "available")
    // Its words are nobody's now.
    #expect(surroundings.run(["badword verb"], options: options).errorObject?["code"] == "command.unknown")
  }

  @Test func enableLetsItTryAgain() throws {
    let bad = try FixturePlugin("trapping", words: ["badword"]).build(in: surroundings.folder)
    let options = ["--plugin", bad]
    #expect(surroundings.run(["badword verb"], options: options).signal == Self.trap.0)
    #expect(surroundings.run(["plugin enable trapping"], options: options).code == 0)
    #expect(row("trapping", options)?["status"] == "available")
    #expect(surroundings.run(["badword verb"], options: options).signal == Self.trap.0)
    #expect(row("trapping", options)?["status"] == "crashed")
  }

  @Test func aModuleThatWasBuiltAnewMayTryAgain() throws {
    let plugin = FixturePlugin("trapping", words: ["badword"])
    let bad = try plugin.build(in: surroundings.folder)
    #expect(surroundings.run(["badword verb"], options: ["--plugin", bad]).signal == Self.trap.0)
    unlink("\(bad)/libFixture.so")
    try plugin.build(in: surroundings.folder)
    #expect(row("trapping", ["--plugin", bad])?["status"] == "available")
  }

  @Test func killNineBlamesNobody() throws {
    let bad = try FixturePlugin("killed", words: ["badword"]).build(in: surroundings.folder)
    #expect(surroundings.run(["badword verb"], options: ["--plugin", bad]).signal == SIGKILL)
    let next = surroundings.run(["plugin list"], options: ["--plugin", bad])
    #expect(next.errors.isEmpty)
    #expect(row("killed", ["--plugin", bad])?["status"] == "available")
  }

  @Test func aSignalFromAnotherProcessBlamesNobody() throws {
    let bad = try FixturePlugin("stopped", words: ["badword"]).build(in: surroundings.folder)
    #expect(surroundings.run(["badword verb"], options: ["--plugin", bad]).signal == SIGABRT)
    #expect(row("stopped", ["--plugin", bad])?["status"] == "available")
  }

  @Test func aModuleThatEndsTheProgramByExitIsNamedToo() throws {
    let bad = try FixturePlugin("exiting", words: ["badword"]).build(in: surroundings.folder)
    #expect(surroundings.run(["badword verb"], options: ["--plugin", bad]).code == 7)
    let left = try #require(row("exiting", ["--plugin", bad]))
    #expect(left["status"] == "crashed")
    #expect(left["reason"] == "leerkring was stopped by exit() while loading it")
  }

  @Test func theNoteIsForItsOwnerOnlyAndADamagedOneIsThrownAway() throws {
    let bad = try FixturePlugin("trapping", words: ["badword"]).build(in: surroundings.folder)
    #expect(surroundings.run(["badword verb"], options: ["--plugin", bad]).signal == Self.trap.0)
    let note = "xdg/state/leerkring/crashes/trapping.json"
    #expect(surroundings.folder.mode(note) == 0o600)
    surroundings.folder.write("{\"identity\":", to: note)
    #expect(row("trapping", ["--plugin", bad])?["status"] == "available")
    #expect(surroundings.folder.read(note) == nil)
  }

  @Test func aCrashIsToldWithoutAFolderForItsNote() throws {
    let bad = try FixturePlugin("trapping", words: ["badword"]).build(in: surroundings.folder)
    let nowhere = ["XDG_STATE_HOME": "/proc/nowhere"]
    let run = surroundings.run(["badword verb"], options: ["--plugin", bad], environment: nowhere)
    #expect(run.signal == Self.trap.0)
  }
}
