import Files
import Glibc
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Plugging

/// Nobody but the user and root can have put there what is loaded and read, from the root of the disk on.
@Suite struct DoorRightsTests {
  private func refusal(_ folder: String, _ fixture: DirectoryFixture) -> Diagnostic? {
    guard case .refused(let problem)? = fixture.directory(folder).plugins.first?.status else { return nil }
    return problem
  }

  @Test func aFolderAboveThatOthersMayWriteTo() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder, under: "above/packed")
    #expect(refusal(folder, fixture) == nil)
    let above = fixture.folder("above")
    chmod(above, 0o777)
    let problem = refusal(folder, fixture)
    #expect(problem?.code == "plugin.unsafe")
    #expect(problem?.message.en.hasPrefix("'\(above)' can be") == true)
    #expect(problem?.wayOut?.en.contains("chmod") == true && problem?.wayOut?.en.contains("'\(above)'") == true)
    #expect(fixture.directory(folder).notices.map(\.level) == [.warning, .info])
    #expect(fixture.directory(folder).notices.last?.text == problem?.wayOut)
    // Sticky, as /tmp is: others can put their own beside it, no more.
    chmod(above, 0o1777)
    #expect(refusal(folder, fixture) == nil)
    chmod(fixture.folder("above/packed/good"), 0o1777)
    #expect(refusal(folder, fixture)?.code == "plugin.unsafe")
  }

  @Test func aFolderOfAGroup() throws {
    guard geteuid() == 0 else {
      print("skipped: only the superuser can give a folder to a group that he is not in")
      return
    }
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    chown(folder, 0, 100)
    chmod(folder, 0o775)
    #expect(refusal(folder, fixture)?.message.en == "'\(folder)' can be written to by a group (gid 100)")
    #expect(refusal(folder, fixture)?.wayOut?.en == "do: chmod g-w '\(folder)' (of root)")
  }

  @Test func aModuleBehindALinkOverAnOpenFolder() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder)
    fixture.folder.folder("open/inner")
    try #require(rename("\(folder)/libFixture.so", fixture.folder("open/inner/libFixture.so")) == 0)
    symlink("../../open/inner/libFixture.so", "\(folder)/libFixture.so")
    #expect(refusal(folder, fixture) == nil)
    chmod(fixture.folder("open"), 0o707)
    #expect(refusal(folder, fixture)?.message.en.hasPrefix("'\(fixture.folder("open"))' can be") == true)
  }

  @Test(arguments: ["Data/entries.json", "Data/sub/more.json", "libBeside.so"])
  func aFileThatOthersMayWriteTo(_ name: String) throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder)
    fixture.folder.folder("packed/good/Data/sub")
    let file = fixture.folder.write("{}", to: "packed/good/\(name)")
    #expect(refusal(folder, fixture) == nil)
    chmod(file, 0o646)
    #expect(refusal(folder, fixture)?.wayOut?.nl.hasPrefix("doe: chmod o-w '\(file)'") == true)
    chmod(file, 0o644)
    guard geteuid() == 0 else {
      print("skipped: only the superuser can give files away")
      return
    }
    chown(file, 65534, 65534)
    #expect(
      refusal(folder, fixture)?.message.en == "'\(file)' belongs to another user (uid 65534, nobody)")
  }

  @Test func theRightsAreLookedAtAgainWhenAModuleIsLoaded() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder)
    let directory = fixture.directory(folder)
    #expect(directory.told == ["good: available"])
    chmod(fixture.folder("packed"), 0o777)
    #expect(code { try directory.load("good") } == "plugin.unsafe")
    #expect(directory.told == ["good: refused plugin.unsafe"])
  }

  @Test func aModuleThatIsPutThereAfterTheCheckIsNotLoaded() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder)
    let plugin = try fixture.directory(folder).plugin("good")
    let manifest = try #require(plugin.manifest)
    let place = try #require(plugin.place)
    var hashes = HashCache(folder: nil)
    let file = try Inspection(manifest: manifest, place: place).check(&hashes)
    fixture.folder.write("something else altogether", to: "swapped")
    try #require(rename(fixture.folder("swapped"), "\(folder)/libFixture.so") == 0)
    let module = try Module(manifest, file, path: "\(folder)/libFixture.so")
    #expect(try module.registrar(dataFolder: "\(folder)/Data").commands.count == 3)
    #expect(code { try Inspection(manifest: manifest, place: place).check(&hashes) } == "plugin.module")
  }

  @Test func aManifestThatIsPutThereAfterItWasReadIsNoticed() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    let directory = fixture.directory(folder)
    var other = FixturePlugin.good
    other.manifest["version"] = "9.9.9"
    try other.build(in: fixture.folder)
    #expect(code { try directory.load("good") } == "plugin.changed")
  }

  @Test func dataAreLookedAtWhenTheyAreRead() throws {
    let fixture = try DirectoryFixture()
    let folder = fixture.folder.folder("Data")
    let file = fixture.folder.write("{}", to: "Data/entries.json")
    let files = PluginFiles()
    files.trust(folder)
    #expect(try files.read(file, at: nil).bytes == Array("{}".utf8))
    chmod(folder, 0o757)
    #expect(code { try files.read(file, at: nil) } == "plugin.unsafe")
    // What a person names is the person's own business.
    let elsewhere = fixture.folder.write("x", to: "open")
    chmod(elsewhere, 0o666)
    #expect(try files.read(elsewhere, at: nil).bytes == Array("x".utf8))
  }

  @Test func hashesThatOthersMayWriteToAreNotBelieved() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"])
      .pack(in: fixture.folder, sha256: String(repeating: "0", count: 64))
    let module = try OpenFile.open("\(folder)/libFixture.so", O_RDONLY)
    let identity = try #require(FileIdentity(module)?.text)
    let cache: JSON = [
      "\(folder)/libFixture.so": ["identity": .string(identity), "sha256": .string(String(repeating: "0", count: 64))]
    ]
    fixture.folder.folder("cache")
    fixture.folder.write(cache.canonical, to: "cache/module-hashes.json")
    #expect(refusal(folder, fixture) == nil)
    chmod(fixture.folder("cache"), 0o777)
    #expect(refusal(folder, fixture)?.code == "plugin.hash")
  }
}
