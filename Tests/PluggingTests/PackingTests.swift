import Files
import Glibc
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Plugging

@Suite struct PackingTests {
  @Test func aPackedPluginStandsOnItsOwn() throws {
    let fixture = try DirectoryFixture()
    let built = try FixturePlugin.good.build(in: fixture.folder)
    fixture.folder.folder("build-good/trial_goodKnowledge.resources/Data/deep")
    try DiskFiles().write(
      Array("{}".utf8), to: "\(built)/trial_goodKnowledge.resources/Data/deep/piece.json", at: nil)
    let folder = try Packer.pack(fixture.directory(built).plugin("good"), into: fixture.folder("out/of/it"))

    #expect(folder == fixture.folder("out/of/it/good"))
    #expect(FilePath.names(in: folder) == ["Data", "libFixture.so", "manifest.json"])
    #expect(FilePaths.isFile("\(folder)/Data/deep/piece.json"))
    let manifest = try Manifest.read(at: "\(folder)/manifest.json")
    #expect(manifest.sha256 == SHA256.hex(FixturePlugin.module))
    #expect(manifest.kit.fingerprint == Fingerprint.whole)
    let directory = fixture.directory(folder)
    #expect(directory.told == ["good: available"])
    #expect(try directory.load("good").commands.count == 3)
  }

  @Test func packingWritesOverNothing() throws {
    let fixture = try DirectoryFixture()
    let plugin = try fixture.directory(FixturePlugin.good.build(in: fixture.folder)).plugin("good")
    _ = try Packer.pack(plugin, into: fixture.folder("out"))
    #expect(code { try Packer.pack(plugin, into: fixture.folder("out")) } == "plugin.exists")
  }

  @Test func aPackingThatFailsLeavesNothing() throws {
    let fixture = try DirectoryFixture()
    let built = try FixturePlugin.good.build(in: fixture.folder)
    let plugin = try fixture.directory(built).plugin("good")
    mkfifo("\(built)/trial_goodKnowledge.resources/Data/pipe", 0o600)
    #expect(code { try Packer.pack(plugin, into: fixture.folder("out")) } == "file.special")
    #expect(FilePath.names(in: fixture.folder("out")).isEmpty)
  }

  @Test func aLinkToAFolderIsNotPacked() throws {
    let fixture = try DirectoryFixture()
    let built = try FixturePlugin.good.build(in: fixture.folder)
    let plugin = try fixture.directory(built).plugin("good")
    symlink(".", "\(built)/trial_goodKnowledge.resources/Data/round")
    #expect(code { try Packer.pack(plugin, into: fixture.folder("out")) } == "plugin.link")
  }

  @Test func theDoctorGoesOnAfterTheFirstThingThatIsWrong() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"])
      .pack(in: fixture.folder, sha256: String(repeating: "0", count: 64))
    chmod("\(folder)/libFixture.so", 0o777)
    let findings = try Doctor.examine(fixture.directory(folder).plugin("lying"), loading: false)
    #expect(
      findings.map { "\($0.check): \($0.problem?.code ?? "fine")" } == [
        "manifest: fine", "kit: fine", "rights: plugin.unsafe", "module: fine", "hash: plugin.hash", "data: fine",
        "knowledge: fine",
      ])
  }

  @Test func theDoctorNamesADataFileThatIsNone() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    let plugin = try fixture.directory(folder).plugin("good")
    let data = try #require(plugin.dataFolder)
    try DiskFiles().write(Array(#"{"entries": [01]}"#.utf8), to: "\(data)/entries.json", at: nil)
    let problem = Doctor.examine(plugin, loading: false).first { $0.check == "knowledge" }?.problem
    #expect(problem?.code == "knowledge.damaged")
    #expect(problem?.message.en.contains("'entries.json'") == true)
  }
}
