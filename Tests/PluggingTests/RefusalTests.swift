import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Plugging

/// What is wrong with a plugin is seen before anything of it is loaded, and the good one beside it stays.
@Suite struct RefusalTests {
  private func told(_ bad: String, _ fixture: DirectoryFixture, hostWords: [String] = ["help"]) throws -> String {
    let good = try FixturePlugin.good.pack(in: fixture.folder, under: "beside")
    let directory = fixture.directory(good, bad, hostWords: hostWords)
    #expect(directory.told.first == "good: available")
    return directory.plugins.last?.notice?.text.en ?? "no notice"
  }

  @Test func aModuleThatIsCutOff() throws {
    let fixture = try DirectoryFixture()
    let cut = Array(FixturePlugin.module.prefix(FixturePlugin.module.count - 4096))
    let folder = try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder, module: cut)
    #expect(
      try told(folder, fixture)
        == "plugin 'lying' is left out: '\(folder)/libFixture.so' is cut off: a part is missing")
  }

  @Test(arguments: [0, 1, 16, 63, 64, 200, 5000]) func aModuleOfWhichOnlyTheBeginningIsThere(_ count: Int) throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"])
      .build(in: fixture.folder, module: Array(FixturePlugin.module.prefix(count)))
    #expect(try told(folder, fixture).hasPrefix("plugin 'lying' is left out: '\(folder)/libFixture.so' is "))
  }

  @Test func noHeaderMakesTheCheckItselfFail() throws {
    let folder = TemporaryFolder()
    for offset in 0..<64 {
      for byte in [0x00, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = Array(FixturePlugin.module.prefix(4096))
        damaged[offset] = byte
        let path = folder.write(damaged, to: "module.so")
        // Cut off as it is, no header can make it whole.
        let refused = code { try ModuleFile.check(path) }
        #expect(refused == "plugin.module", "byte \(offset) as \(byte)")
      }
    }
  }

  @Test func aTextFileInThePlaceOfTheModule() throws {
    let fixture = try DirectoryFixture()
    let text = Array("this is no module, whatever the manifest says; but it is longer than an ELF header".utf8)
    let folder = try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder, module: text)
    #expect(
      try told(folder, fixture)
        == "plugin 'lying' is left out: '\(folder)/libFixture.so' is no module (no ELF file)")
  }

  @Test func aPackedModuleWithAnotherSHA256() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"])
      .pack(in: fixture.folder, sha256: String(repeating: "0", count: 64))
    let told = try told(folder, fixture)
    #expect(told.hasPrefix("plugin 'lying' is left out: '\(folder)/libFixture.so' is not the module that was packed"))
    #expect(told.hasSuffix("the manifest says 000000000000…"))
  }

  @Test func aPackedPluginWithoutSHA256() throws {
    let fixture = try DirectoryFixture()
    let packed = try FixturePlugin("lying", words: ["lie"]).pack(in: fixture.folder)
    let json = JSON.object(FixturePlugin("lying", words: ["lie"]).manifest)
    try DiskFiles().write(Array(json.canonical.utf8), to: "\(packed)/manifest.json", at: nil)
    #expect(
      try told(packed, fixture)
        == "plugin 'lying' is left out: the manifest of a packed plugin needs 'sha256' and 'kit.fingerprint'")
  }

  @Test func anotherVersionOfTheKit() throws {
    let fixture = try DirectoryFixture()
    var plugin = FixturePlugin("lying", words: ["lie"])
    plugin.manifest["kit"] = ["version": "9.9.9", "digest": .string(Fingerprint.digest)]
    #expect(
      try told(plugin.build(in: fixture.folder), fixture)
        == "plugin 'lying' is left out: built for kit 9.9.9, this program has \(Fingerprint.kitVersion)")
  }

  @Test func anotherDigestOfTheKit() throws {
    let fixture = try DirectoryFixture()
    var plugin = FixturePlugin("lying", words: ["lie"])
    let digest = String(repeating: "ab", count: 16)
    plugin.manifest["kit"] = ["version": .string(Fingerprint.kitVersion), "digest": .string(digest)]
    #expect(
      try told(plugin.build(in: fixture.folder), fixture)
        .hasPrefix("plugin 'lying' is left out: built for another kit \(Fingerprint.kitVersion) (abababab…, "))
  }

  @Test func anotherCompilerInAPackedManifest() throws {
    let fixture = try DirectoryFixture()
    var plugin = FixturePlugin("lying", words: ["lie"])
    plugin.manifest["kit"] = [
      "version": .string(Fingerprint.kitVersion), "digest": .string(Fingerprint.digest), "fingerprint": "other",
    ]
    #expect(
      try told(plugin.pack(in: fixture.folder), fixture)
        .hasPrefix("plugin 'lying' is left out: built with another kit or compiler ('other', "))
  }

  @Test func aWordOfTheHost() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["help"]).build(in: fixture.folder)
    #expect(
      try told(folder, fixture)
        == "plugin 'lying' is left out: the word 'help' of 'lying' belongs to leerkring itself already")
  }

  @Test func aWordOfAnotherPlugin() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie", "greet"]).build(in: fixture.folder)
    #expect(
      try told(folder, fixture)
        == "plugin 'lying' is left out: the word 'greet' of 'lying' belongs to plugin 'good' already")
  }

  @Test func theNameOfAnotherPlugin() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("good", words: ["other"]).build(in: fixture.folder)
    #expect(
      try told(folder, fixture)
        == "plugin 'good' is left out: the plugin in '\(fixture.folder.path)/beside/good' has the name 'good' already")
  }

  @Test(arguments: ["libFixture.so", "manifest.json", "."]) func whatEverybodyMayWriteTo(_ name: String) throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"]).pack(in: fixture.folder)
    let path = name == "." ? folder : "\(folder)/\(name)"
    chmod(path, 0o777)
    #expect(
      try told(folder, fixture) == "plugin 'lying' is left out: '\(path)' can be written to by everybody")
  }

  @Test func theFolderOfTheModuleInABuildCounts() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder)
    chmod(folder, 0o707)
    #expect(
      try told(folder, fixture) == "plugin 'lying' is left out: '\(folder)' can be written to by everybody")
  }

  @Test func aManifestThatIsNoJSON() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder)
    let manifest = "\(folder)/trial_lyingKnowledge.resources/manifest.json"
    try DiskFiles().write(Array("{".utf8), to: manifest, at: nil)
    #expect(
      try told(folder, fixture)
        == "plugin 'trial_lyingKnowledge.resources' is left out: manifest '\(manifest)': not valid JSON: "
        + "a string is due here (line 1, byte 2)")
  }

  @Test func aManifestThatIsTooLarge() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder)
    let manifest = "\(folder)/trial_lyingKnowledge.resources/manifest.json"
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: Manifest.sizeLimit + 1)
    try DiskFiles().write(blanks, to: manifest, at: nil)
    #expect(try told(folder, fixture).hasSuffix("manifest '\(manifest)' is too large"))
  }

  @Test func aFolderInThePlaceOfTheModule() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder)
    unlink("\(folder)/libFixture.so")
    mkdir("\(folder)/libFixture.so", 0o700)
    #expect(try told(folder, fixture) == "plugin 'lying' is left out: '\(folder)/libFixture.so' is no file")
  }

  @Test func aModuleThatIsNotThere() throws {
    let fixture = try DirectoryFixture()
    let folder = try FixturePlugin("lying", words: ["lie"]).build(in: fixture.folder)
    unlink("\(folder)/libFixture.so")
    #expect(
      try told(folder, fixture)
        == "plugin 'lying' is left out: '\(folder)/libFixture.so' cannot be read: No such file or directory")
  }
}
