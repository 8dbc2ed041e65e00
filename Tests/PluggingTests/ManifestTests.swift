import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import Plugging

@Suite struct ManifestTests {
  private let manifest = FixturePlugin.good.manifest

  private func read(_ members: [String: JSON]) throws -> Manifest {
    try Manifest(json: Array(JSON.object(members).canonical.utf8), path: "m.json")
  }

  /// Returns the English sentence with which a changed manifest is refused.
  private func problem(_ member: String, _ value: JSON?) -> String {
    var changed = manifest
    changed[member] = value
    do {
      _ = try read(changed)
      return "none"
    } catch {
      return (error as? Diagnostic)?.message.en ?? "\(error)"
    }
  }

  private static let source = Manifest.Source(
    name: "memo", endings: ["memo"], schemes: ["air"], magic: ["4d454d4f"], summary: .verbatim("x"))

  @Test func `sources and sinks are files and forms, and a manifest needs no noun beside them`() throws {
    func with(_ sources: JSON?, _ sinks: JSON? = nil, nouns: JSON = []) -> String {
      var changed = manifest
      changed["nouns"] = nouns
      changed["sources"] = sources
      changed["sinks"] = sinks
      do {
        let read = try read(changed)
        return "\(read.sources.count) and \(read.sinks.count)"
      } catch { return (error as? Diagnostic)?.message.en ?? "\(error)" }
    }
    func source(_ endings: JSON, _ magic: JSON = [], schemes: JSON? = nil) -> JSON {
      var members: [String: JSON] = [
        "name": "memo", "endings": endings, "magic": magic, "summary": ["nl": "x", "en": "x"],
      ]
      members["schemes"] = schemes
      return .array([.object(members)])
    }
    let sink: JSON = [["form": "memo", "summary": ["nl": "x", "en": "x"]]]
    #expect(with(nil) == "manifest 'm.json': 'nouns' names no word at all")
    #expect(with(source(["memo"])) == "1 and 0")
    #expect(with(nil, sink) == "0 and 1")
    #expect(with(source([], schemes: ["db"])) == "1 and 0")
    #expect(with(source([])) == "manifest 'm.json': source 'memo' names no ending")
    #expect(with(source(["a", "a"])) == "manifest 'm.json': 'sources' names 'a' twice")
    #expect(with(source([".a"])).contains("'sources[0].endings[0]' is not the end of a name"))
    #expect(with(source(["a"], ["4"])).contains("'sources[0].magic[0]' is not two to sixteen bytes"))
    #expect(with(source(["a"], ["zz00"])).contains("'sources[0].magic[0]'"))
    #expect(with([["name": "memo"]]).contains("'sources[0].endings' is missing"))
    #expect(with(nil, [["form": "Memo", "summary": ["nl": "x", "en": "x"]]]).contains("'sinks[0].form'"))
  }

  @Test func aManifestIsReadAsItStands() throws {
    let read = try read(manifest)
    #expect(read.name == "good")
    #expect(read.version == "1.2.3")
    #expect(read.module == "libFixture.so")
    #expect(read.nouns.map(\.noun) == ["greet"])
    #expect(read.documents == [Manifest.Document(name: "good", schema: 1)])
    #expect(read.sha256 == nil)
    #expect(read.entrySymbol == "leerkring_good_entry")
  }

  @Test func aHyphenInTheNameIsALowLineInTheSymbols() throws {
    var changed = manifest
    changed["name"] = "two-words"
    changed["documents"] = []
    #expect(try read(changed).fingerprintSymbol == "leerkring_two_words_fingerprint")
  }

  @Test func writingAndReadingGivesTheSameManifest() throws {
    var whole = try read(manifest)
    whole.sha256 = String(repeating: "a", count: 64)
    whole.kit.fingerprint = "0.1.0/abc/Clang"
    whole.permissions = [.filesRead, .network]
    whole.sources = [Self.source]
    whole.sinks = [Manifest.Sink(form: "memo", summary: .verbatim("x"))]
    #expect(try Manifest(json: whole.written, path: "m.json") == whole)
    #expect(String(decoding: whole.written, as: UTF8.self).hasPrefix("{\n  \"format\": 1,\n  \"name\": \"good\",\n"))
  }

  @Test(
    arguments: [
      ("name", nil, "'name' is missing"),
      ("name", "Good", "'name' is not lower-case letters, digits and hyphens"),
      ("name", "../good", "'name' is not lower-case letters, digits and hyphens"),
      ("name", 3, "'name' is not lower-case letters, digits and hyphens"),
      ("version", "1.2", "'version' is not three numbers, such as 0.1.0"),
      ("version", "1.2.x", "'version' is not three numbers, such as 0.1.0"),
      ("module", "../../lib/libc.so", "'module' is not a name without a folder"),
      ("data", "..", "'data' is not a name without a folder"),
      ("kit", "0.1.0", "'kit' is not an object"),
      ("kit", ["version": "0.1.0"], "'kit.digest' is missing"),
      ("kit", ["version": "0.1.0", "digest": "unset"], "'kit.digest' is not 32 hexadecimal digits in lower case"),
      ("summary", ["nl": "een"], "'summary.en' is missing"),
      ("nouns", [], "'nouns' names no word at all"),
      ("nouns", ["greet"], "'nouns[0]' is not an object"),
      ("permissions", ["root"], "'permissions[0]' is not one of files.read, files.write, network, processes"),
      ("documents", [["name": "other", "schema": 1]], "document 'other' is not called as the plugin is, 'good'"),
      ("documents", [["name": "good", "schema": 0]], "'documents[0].schema' is not a whole number from 1"),
      ("sha256", "abc", "'sha256' is not 64 hexadecimal digits in lower case"),
      ("licence", "a\u{1B}[31m", "'licence' is not a line of text"),
      ("format", 2, "form 2 is unknown here; this program reads form 1"),
      ("licnece", "EUPL-1.2", "'licnece' is unknown here"),
    ] as [(String, JSON?, String)]) func eachThingThatIsWrongIsNamed(
      _ member: String, _ value: JSON?, _ expected: String
    )
  {
    #expect(problem(member, value) == "manifest 'm.json': \(expected)")
  }

  @Test(arguments: [
    ("wzw", true), ("coördinatie", true), ("a-b2", true), ("Wzw", false), ("2a", false), ("a-", false), ("a--b", false),
    ("a b", false), ("÷", false), ("", false), ("naïef", true), ("č", false),
  ]) func aNounIsAWordThatCanBeTyped(_ noun: String, _ isRight: Bool) {
    let nouns: JSON = [["noun": .string(noun), "aliases": [], "summary": ["nl": "x", "en": "y"]]]
    #expect((problem("nouns", nouns) == "none") == isRight)
  }

  @Test func aWordThatIsNamedTwiceIsNamedInTheError() {
    let summary: JSON = ["nl": "x", "en": "y"]
    let nouns: JSON = [["noun": "greet", "aliases": ["groet", "greet"], "summary": summary]]
    #expect(problem("nouns", nouns) == "manifest 'm.json': 'nouns' names 'greet' twice")
  }

  @Test func aMemberThatIsMisspelledGetsASuggestion() throws {
    var changed = manifest
    changed["licnece"] = "x"
    let error = #expect(throws: Diagnostic.self) { try read(changed) }
    #expect(error?.suggestion == "licence")
  }

  @Test(arguments: ["", "[]", "null", "{", "\"x\"", "{\"format\":1e999}", "\u{0}"]) func whatIsNoManifestIsRefused(
    _ text: String
  ) {
    #expect(code { try Manifest(json: Array(text.utf8), path: "m.json") } == "plugin.manifest")
  }

  @Test func theNestingOfBracketsIsNoWayIn() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
    #expect(code { try Manifest(json: deep, path: "m.json") } == "plugin.manifest")
  }

  @Test func theManifestsInTheTreeAreRight() throws {
    for plugin in FilePath.names(in: "\(Self.root)/Plugins") {
      let manifest = try Manifest.read(at: "\(Self.root)/Plugins/\(plugin)/Knowledge/manifest.json")
      #expect(manifest.module == "lib\(plugin).so")
      #expect(manifest.kit.version == Fingerprint.kitVersion)
    }
  }

  @Test func theSchemaKnowsTheSameMembersAsTheReader() throws {
    let schema = try JSONReader.parse(
      DiskFiles().bytes(of: "\(Self.root)/Sources/Plugging/Schema/manifest-1.schema.json"))
    var whole = try read(manifest)
    whole.sha256 = String(repeating: "a", count: 64)
    whole.kit.fingerprint = "0.1.0/abc/Clang"
    whole.sources = [Self.source]
    whole.sinks = [Manifest.Sink(form: "memo", summary: .verbatim("x"))]
    whole.libraries = ["libmemo.so"]
    whole.programs = ["memo"]
    let written = try JSONReader.parse(whole.written)
    expectSameMembers(written, schema, "manifest")
    #expect(
      schema["properties"]?["permissions"]?["items"]?["enum"]
        == .array(Manifest.Permission.allCases.map { .string($0.rawValue) }))
    #expect(schema["properties"]?["format"]?["const"]?.int == Manifest.format)
  }

  /// What the schema demands must be refused by the reader when it is missing, and the other way round.
  @Test func theSchemaDemandsWhatTheReaderDemands() throws {
    let schema = try JSONReader.parse(
      DiskFiles().bytes(of: "\(Self.root)/Sources/Plugging/Schema/manifest-1.schema.json"))
    let demanded = Set((schema["required"]?.array ?? []).compactMap(\.string))
    for member in manifest.keys {
      #expect((problem(member, nil) != "none") == demanded.contains(member), "\(member)")
    }
  }

  private func expectSameMembers(_ written: JSON, _ schema: JSON, _ place: String) {
    guard let members = written.object, let properties = schema["properties"]?.object else { return }
    #expect(Set(members.keys) == Set(properties.keys), "\(place)")
    #expect(schema["additionalProperties"] == false, "\(place)")
    for (name, member) in members {
      guard let property = properties[name] else { continue }
      expectSameMembers(member, property, "\(place).\(name)")
      if let first = member.array?.first, let items = property["items"] {
        expectSameMembers(first, items, "\(place).\(name)[]")
      }
    }
  }

  private static let root: String = {
    let here = #filePath
    return FilePath.folder(of: FilePath.folder(of: FilePath.folder(of: here)))
  }()
}
