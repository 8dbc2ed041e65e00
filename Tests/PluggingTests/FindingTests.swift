import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Plugging

@Suite struct FindingTests {
  @Test func aPluginIsFoundAsABuildLeavesItAndAsPackLeavesIt() throws {
    let fixture = try DirectoryFixture()
    let built = try FixturePlugin.good.build(in: fixture.folder)
    var other = FixturePlugin.good
    other.name = "packed-one"
    other.manifest["name"] = "packed-one"
    other.manifest["documents"] = []
    other.manifest["nouns"] = [["noun": "packed", "aliases": ["verpakt"], "summary": ["nl": "x", "en": "y"]]]
    let packed = try other.pack(in: fixture.folder)

    let directory = fixture.directory(built, packed)

    #expect(directory.told == ["good: available", "packed-one: available"])
    #expect(directory.plugins.map(\.isPacked) == [false, true])
    #expect(directory.plugins.map(\.path) == ["\(built)/libFixture.so", "\(packed)/libFixture.so"])
    #expect(
      directory.plugins.map(\.dataFolder) == ["\(built)/trial_goodKnowledge.resources/Data", "\(packed)/Data"])
  }

  @Test func aFolderOfPluginFoldersIsLookedThroughOnce() throws {
    let fixture = try DirectoryFixture()
    let good = try FixturePlugin.good.pack(in: fixture.folder)
    let all = FilePath.folder(of: good)
    #expect(fixture.directory(all, good).told == ["good: available"])
  }

  @Test func aNamedPlaceWithoutAPluginIsToldAndTheRestGoesOn() throws {
    let fixture = try DirectoryFixture()
    let good = try FixturePlugin.good.pack(in: fixture.folder)
    let directory = fixture.directory("/nowhere/at/all", good)
    #expect(directory.told == ["/nowhere/at/all: refused plugin.missing", "good: available"])
    #expect(
      directory.notices.map { $0.text.en } == [
        "plugin '/nowhere/at/all' is left out: there is no plugin in '/nowhere/at/all'"
      ])
  }

  @Test func aLibraryWithoutAManifestIsNoPlugin() throws {
    let fixture = try DirectoryFixture()
    let place = SearchPath.Place(Places.build, .program)
    let directory = PluginDirectory(SearchPath([place]), personal: fixture.personal, hostWords: [String]())
    #expect(!directory.plugins.contains { $0.path.hasSuffix("libFixturePlugins.so") })
  }

  @Test func aStrangersManifestBesideTheProgramIsNotLookedAt() throws {
    let fixture = try DirectoryFixture()
    let program = fixture.folder.folder("bin")
    try DiskFiles().write([], to: "\(program)/libWorkbenchKit.so", at: nil)
    fixture.folder.folder("bin/other")
    try DiskFiles().write(Array("{}".utf8), to: "\(program)/other/manifest.json", at: nil)
    let path = SearchPath([SearchPath.Place(program, .program)])
    #expect(PluginDirectory(path, personal: fixture.personal, hostWords: [String]()).plugins.isEmpty)
  }

  @Test func theUsualPlacesAreNextToTheProgramAndInTheDataFolder() {
    let personal = PersonalFolders(data: "/d/leerkring", config: nil, state: nil, cache: nil)
    let usual = SearchPath(programFolder: "/p/bin", personal: personal, listed: nil, options: ["/o"])
    #expect(
      usual.places.map(\.folder) == [
        "/p/bin", "/p/bin/plugins", "/p/bin/../lib/leerkring/plugins", "/d/leerkring/plugins", "/o",
      ])
    #expect(usual.places.map(\.kind) == [.program, .collection, .collection, .collection, .named])
  }

  @Test func aListStandsInThePlaceOfTheUsualAndAnEmptyOneLeavesOnlyOptions() {
    let personal = PersonalFolders(data: "/d/leerkring", config: nil, state: nil, cache: nil)
    let listed = SearchPath(programFolder: "/p/bin", personal: personal, listed: "/a:/b", options: ["/o"])
    #expect(listed.places.map(\.folder) == ["/a", "/b", "/o"])
    let empty = SearchPath(programFolder: "/p/bin", personal: personal, listed: "", options: ["/o"])
    #expect(empty.places.map(\.folder) == ["/o"])
  }

  @Test func foldersFollowXDGAndFallBackOnHome() {
    let chosen = PersonalFolders { ["XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "relative", "HOME": "/h"][$0] }
    #expect(chosen.state == "/s/leerkring")
    #expect(chosen.cache == "/h/.cache/leerkring")
    #expect(chosen.config == "/h/.config/leerkring")
    #expect(chosen.data == "/h/.local/share/leerkring")
    #expect(PersonalFolders { _ in nil }.state == nil)
  }
}
