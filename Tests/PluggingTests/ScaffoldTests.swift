import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Plugging

@Suite struct ScaffoldTests {
  private let folder = TemporaryFolder()

  private func scaffold(_ name: String = "mantel-zorg", _ language: Language = .nl) throws -> Scaffold {
    try Scaffold(name, kit: KitFolder(Places.root), program: "/opt/\"leerkring\"", language: language)
  }

  @Test func itsManifestIsReadAndNamesTheKitOfThisProgram() throws {
    let made = try scaffold().write(into: folder.path)
    let manifest = try Manifest.read(at: "\(made)/Knowledge/manifest.json")
    #expect(manifest.name == "mantel-zorg")
    #expect(manifest.words == ["mantel-zorg"])
    #expect(manifest.module == "libMantelZorgPlugin.so")
    #expect(manifest.kit.version == Fingerprint.kitVersion && manifest.kit.digest == Fingerprint.digest)
    #expect(manifest.entrySymbol == "leerkring_mantel_zorg_entry")
    #expect(manifest.sha256 == nil)
  }

  @Test func everyFileHasItsPlace() throws {
    let made = try scaffold().write(into: folder("deep/er"))
    #expect(made == folder("deep/er/mantel-zorg"))
    #expect(
      FilePath.names(in: made) == [
        ".gitignore", ".swift-format", "Knowledge", "Package.swift", "README.md", "Sources", "Tests",
      ])
    #expect(FilePath.names(in: "\(made)/Sources/MantelZorgPlugin").count == 6)
    #expect(FilePath.names(in: "\(made)/Knowledge/include") == ["mantel_zorg_knowledge.h"])
    #expect(try JSONReader.parse(DiskFiles().bytes(of: "\(made)/Knowledge/Data/entries.json"))["entries"] != nil)
    #expect(FilePath.names(in: folder("deep/er")) == ["mantel-zorg"])
  }

  @Test func itsLicenceIsThatOfItsMakerOrNone() throws {
    #expect(try scaffold().manifest.licence.isEmpty)
    let licensed = try Scaffold(
      "zorg", kit: KitFolder(Places.root), program: "leerkring", language: .nl, licence: "EUPL-1.2")
    #expect(licensed.manifest.licence == "EUPL-1.2")
    let broken = { try Scaffold("zorg", kit: KitFolder(Places.root), program: "p", language: .nl, licence: "a\nb") }
    #expect(code { _ = try broken() } == "plugin.licence")
  }

  @Test func `with a source of its own it names the files in its manifest and brings what reads them`() throws {
    #expect(try scaffold().manifest.sources.isEmpty)
    let made = try Scaffold(
      "mantel-zorg-in-de-wijk", kit: KitFolder(Places.root), program: "p", language: .nl, hasSource: true)
    #expect(made.manifest.sources.map(\.endings) == [["mantelzorgindewi"]])
    let folder = try made.write(into: folder.path)
    #expect(try Manifest.read(at: "\(folder)/Knowledge/manifest.json").sources == made.manifest.sources)
    #expect(FilePath.names(in: "\(folder)/Sources/MantelZorgInDeWijkPlugin").contains("RecordSource.swift"))
    #expect(made.pluginText.contains("registrar.add(RecordSource())"))
    #expect(try !scaffold().pluginText.contains("RecordSource"))
  }

  @Test func itsPageIsInTheLanguageOfThePerson() throws {
    #expect(try scaffold("een", .nl).readmeText.contains("Een plugin voor leerkring."))
    #expect(try scaffold("een", .en).readmeText.contains("A plugin for leerkring."))
  }

  @Test(arguments: [
    ("zorg", "ZorgPlugin", "ZorgKnowledge"), ("a-2b-c", "A2bCPlugin", "A2bCKnowledge"),
    ("plugin", "PluginPlugin", "PluginKnowledge"),
  ]) func aNameHasAFormForEveryPart(_ word: String, _ type: String, _ carrier: String) throws {
    let name = try PluginName(word)
    #expect(name.type == type && name.carrier == carrier)
  }

  @Test(
    arguments: [
      ("class", nil), ("self", nil), ("import", nil), ("in", nil),
      ("Mantel Zorg", "mantel-zorg"), ("mantel_zorg", "mantel-zorg"), ("zorg-", "zorg"), ("", nil), ("2zorg", nil),
      ("日本", nil), ("zörg\u{1B}[2J", "z-rg-2j"), (String(repeating: "a", count: 65), nil),
    ] as [(String, String?)]) func aWordThatIsNoNameIsRefused(_ word: String, _ suggestion: String?)
  {
    #expect { try PluginName(word) } throws: {
      let problem = $0 as? Diagnostic
      return problem?.code == "plugin.name" && problem?.suggestion == suggestion
    }
  }

  @Test func whatStandsInAPathIsNoCode() throws {
    #expect(SwiftLiteral.quoted("/a \"b\"/\\(c)/\n") == #""/a \"b\"/\\(c)/\u{a}""#)
    #expect(try scaffold().programText.contains(#"?? "/opt/\"leerkring\"""#))
  }

  @Test func aFolderWithSomethingInItIsLeftAlone() throws {
    folder.folder("mantel-zorg")
    folder.write("mine", to: "mantel-zorg/notes")
    #expect(code { try scaffold().write(into: folder.path) } == "plugin.exists")
    #expect(folder.names() == ["mantel-zorg"])
    #expect(FilePath.names(in: folder("mantel-zorg")) == ["notes"])
    folder.write("a file", to: "zorg")
    #expect(code { try scaffold("zorg").write(into: folder.path) } == "plugin.exists")
  }

  @Test func anEmptyFolderIsFilled() throws {
    folder.folder("mantel-zorg")
    #expect(try FilePaths.isFile(scaffold().write(into: folder.path) + "/Package.swift"))
  }

  @Test func theKitIsFoundFromABuildAndFromAPrefix() throws {
    let kit = try KitFolder("\(Places.root)/Sources/Kit")
    #expect(try KitFolder.ofProgram(in: Places.build) == kit)
    folder.folder("usr/share/leerkring")
    folder.folder("usr/bin")
    symlink(kit.path, folder("usr/share/leerkring/Kit"))
    #expect(try KitFolder.ofProgram(in: folder("usr/bin")) == kit)
    #expect(try KitFolder(folder("usr")) == kit)
  }

  @Test func anotherKitIsRefused() throws {
    #expect(code { try KitFolder(folder.path) } == "plugin.kitless")
    #expect(code { try KitFolder.ofProgram(in: folder.path) } == "plugin.kitless")
    #expect(code { try KitFolder.ofProgram(in: nil) } == "plugin.kitless")
    folder.folder("Fingerprint/include")
    let digest = String(repeating: "0", count: 32)
    folder.write(
      "#define KIT_VERSION \"\(Fingerprint.kitVersion)\"\n#define KIT_DIGEST \"\(digest)\"\n",
      to: "Fingerprint/include/kit_fingerprint.h")
    #expect(code { try KitFolder(folder.path) } == "plugin.kit")
    folder.write("", to: "Fingerprint/include/kit_fingerprint.h")
    #expect(code { try KitFolder(folder.path) } == "plugin.kit")
  }

  @Test func aPackageCannotBeCalledAsTheKitIs() {
    #expect(code { try scaffold("kit") } == "plugin.taken")
  }
}
