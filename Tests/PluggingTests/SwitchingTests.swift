import Files
import Glibc
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Plugging

@Suite struct SwitchingTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func aPluginThatIsSwitchedOffStaysOffAtTheNextStart() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    let first = fixture.directory(folder)
    try first.disable("good")
    #expect(first.told == ["good: disabled"])
    #expect(mode(fixture.folder("config/plugins.json")) == 0o600)

    let second = fixture.directory(folder)
    #expect(second.told == ["good: disabled"])
    #expect(second.notices.isEmpty)
    #expect(code { try second.load("good") } == "plugin.disabled")
    try second.enable("good")
    #expect(second.told == ["good: available"])
    #expect(fixture.directory(folder).told == ["good: available"])
  }

  @Test func theWordsOfAPluginThatIsOffAreFree() throws {
    let fixture = try DirectoryFixture()
    let good = try FixturePlugin.good.build(in: fixture.folder)
    let other = try FixturePlugin("lying", words: ["greet"]).build(in: fixture.folder)
    try fixture.directory(good).disable("good")
    let directory = fixture.directory(good, other)
    #expect(directory.told == ["good: disabled", "lying: available"])
    #expect(code { try directory.enable("good") } == "plugin.taken")
  }

  @Test func aDamagedListOfSwitchesCountsAsEmpty() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    fixture.folder.folder("config")
    try DiskFiles().write(Array("not json".utf8), to: fixture.folder("config/plugins.json"), at: nil)
    #expect(fixture.directory(folder).told == ["good: available"])
  }

  @Test func withoutAHomeNothingCanBeSwitched() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    let homeless = PersonalFolders { _ in nil }
    let directory = PluginDirectory(SearchPath([.init(folder, .named)]), personal: homeless, hostWords: [String]())
    #expect(code { try directory.disable("good") } == "plugin.homeless")
    #expect(directory.told == ["good: available"])
    #expect(try directory.load("good").commands.count == 3)
  }

  @Test func theHashOfAPackedModuleIsRememberedForItsOwnerOnly() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder)
    #expect(fixture.directory(folder).told == ["good: available"])
    let cache = fixture.folder("cache/module-hashes.json")
    #expect(mode(cache) == 0o600)
    let text = String(decoding: try DiskFiles().bytes(of: cache), as: UTF8.self)
    #expect(text.contains(SHA256.hex(FixturePlugin.module)))

    // Believed as long as nobody else can have written it.
    let forged = text.split(separator: SHA256.hex(FixturePlugin.module)).joined(
      separator: String(repeating: "0", count: 64))
    try DiskFiles().write(Array(forged.utf8), to: cache, at: nil)
    #expect(fixture.directory(folder).told == ["good: refused plugin.hash"])
    chmod(cache, 0o666)
    #expect(fixture.directory(folder).told == ["good: available"])
  }
}
