import Files
import Glibc
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Plugging

/// Modules that can be loaded without ending the process; those that end it are tried through the program.
@Suite struct LoadingTests {
  @Test func aGoodPluginBringsWhatItsManifestSays() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    let directory = fixture.directory(folder)
    let registrar = try directory.load("good")
    #expect(
      registrar.commands.map { $0.signature.path } == [
        ["greet", "folder"], ["greet", "person"], ["greet", "people"],
      ])
    #expect(registrar.settings.map(\.name) == ["greeting"])
    #expect(registrar.document?.schemaVersion == 1)
    #expect(registrar.dataFolder == "\(folder)/trial_goodKnowledge.resources/Data")
    #expect(directory.told == ["good: loaded"])
  }

  @Test func aPackedPluginThatWasMovedLoadsWithItsData() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder)
    try #require(rename(folder, fixture.folder("elsewhere")) == 0)
    let registrar = try fixture.directory(fixture.folder("elsewhere")).load("good")
    #expect(registrar.dataFolder == fixture.folder("elsewhere/Data"))
  }

  @Test func errorsOfAPluginAreTheHostsOwnType() throws {
    let fixture = try DirectoryFixture()
    let directory = fixture.directory(try FixturePlugin.good.build(in: fixture.folder))
    let command = try #require(try directory.load("good").commands.first)
    let files = DiskFiles()
    final class Silent: Monitor {
      func checkInterrupt() throws {}
      func progress(_ fraction: Double, _ doing: Text) {}
    }
    let context = Context(
      workspace: WorkspaceHandle([:], owner: "good"), files: files, monitor: Silent(), language: .en, seed: 1)
    let call = Call(
      path: ["greet", "folder"], line: "greet folder --fail", place: nil,
      arguments: [
        "fail": [
          try Parameter("fail", .toggle, position: .flag, about: .verbatim("fail")).bind(.boolean(true), at: nil)
        ]
      ])
    #expect(code { try command.run(call, in: context) } == "greet.asked")
  }

  @Test(arguments: [
    ("lying", "plugin.lying"), ("foreign", "plugin.kit"), ("speechless", "plugin.entry"), ("empty", "plugin.entry"),
    ("entryless", "plugin.symbol"), ("unknown", "plugin.symbol"),
  ]) func aModuleThatIsNotWhatItShouldBeIsRefused(_ name: String, _ expected: String) throws {
    let fixture = try DirectoryFixture()
    let directory = fixture.directory(try FixturePlugin(name, words: ["word"]).build(in: fixture.folder))
    #expect(directory.told == ["\(name): available"])
    #expect(code { try directory.load(name) } == expected)
    #expect(directory.told == ["\(name): refused \(expected)"])
    #expect(code { try directory.load(name) } == expected)
  }

  @Test func aLieNamesTheWordThatWasNotAnnounced() throws {
    let fixture = try DirectoryFixture()
    let directory = fixture.directory(try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder))
    _ = try? directory.load("lying")
    #expect(
      directory.notices.map { $0.text.en } == [
        "plugin 'lying' is left out: the module brings 'unannounced', which the manifest does not name"
      ])
    #expect(
      directory.notices.map { $0.text.nl } == [
        "plugin 'lying' doet niet mee: de module brengt 'unannounced', dat niet in het manifest staat"
      ])
  }

  @Test func anotherVersionOrDocumentThanTheManifestSaysIsALie() throws {
    let version = try DirectoryFixture()
    let other = FixturePlugin("good", version: "2.0.0", words: ["greet"], schema: 1)
    #expect(code { try version.directory(other.build(in: version.folder)).load("good") } == "plugin.lying")
    let document = try DirectoryFixture()
    let none = FixturePlugin("good", version: "1.2.3", words: ["greet"])
    #expect(code { try document.directory(none.build(in: document.folder)).load("good") } == "plugin.lying")
    let schema = try DirectoryFixture()
    let later = FixturePlugin("good", version: "1.2.3", words: ["greet"], schema: 2)
    #expect(code { try schema.directory(later.build(in: schema.folder)).load("good") } == "plugin.lying")
  }

  @Test func anUnloadedPluginLoadsAgain() throws {
    let fixture = try DirectoryFixture()
    let directory = fixture.directory(try FixturePlugin.good.build(in: fixture.folder))
    _ = try directory.load("good")
    try directory.unload("good")
    #expect(directory.told == ["good: available"])
    #expect(try directory.load("good").commands.count == 3)
  }

  @Test func aModuleThatWasReplacedAfterLoadingAsksForANewStart() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.build(in: fixture.folder)
    let directory = fixture.directory(folder)
    _ = try directory.load("good")
    try directory.unload("good")
    try DiskFiles().write(FixturePlugin.module, to: "\(folder)/libFixture.so", at: nil)
    #expect(code { try directory.load("good") } == "plugin.changed")
  }

  @Test func aModuleThatWentBadAfterTheStartIsRefusedWhenItIsUsed() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin.good.pack(in: fixture.folder)
    let directory = fixture.directory(folder)
    try DiskFiles().write(FixturePlugin.module + [0], to: "\(folder)/libFixture.so", at: nil)
    #expect(code { try directory.load("good") } == "plugin.hash")
  }

  @Test func aNameThatNobodyHasIsAnErrorWithTheNearest() throws {
    let fixture = try DirectoryFixture()
    let directory = fixture.directory(try FixturePlugin.good.build(in: fixture.folder))
    let error = #expect(throws: Diagnostic.self) { try directory.load("goood") }
    #expect(error?.code == "plugin.unknown")
    #expect(error?.suggestion == "good")
  }
}
