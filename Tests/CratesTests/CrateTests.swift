import Crates
import Files
import TestSupport
import Testing
import WorkbenchKit

/// A crate is what its contents say, and a stranger finds the way in it.
@Suite struct CrateTests {
  private func entities(_ crate: Crate) throws -> [String: JSON] {
    let bytes = try #require(crate.files.first?.bytes)
    let graph = try #require(try JSONReader.parse(bytes)["@graph"]?.array)
    return Dictionary(uniqueKeysWithValues: graph.map { (CrateRules.id($0), $0) })
  }

  private func broken(_ files: [CrateFile]) throws -> [String] {
    try CrateRules.broken(files.first?.bytes ?? [], Set(files.map(\.path)))
  }

  private func text(_ path: String, of crate: Crate) throws -> String {
    String(decoding: try #require(crate.files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test func `keeps what RO-Crate and Process Run Crate demand`() throws {
    let crate = try Crate(try CrateFixture.contents())
    #expect(try broken(crate.files) == [])
    #expect(crate.files.first?.path == "ro-crate-metadata.json")
    #expect(Set(crate.files.map(\.path)).count == crate.files.count)
  }

  @Test func `the rules see a tool that was taken out, a file that is not there and a root without a licence`() throws {
    var files = try Crate(try CrateFixture.contents()).files
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    func broken(_ old: String, _ new: String) throws -> [String] {
      files[0] = CrateFile(
        files[0].path, Array(text.replacing(old, with: new).utf8), form: "application/ld+json", name: "")
      return try self.broken(files)
    }
    #expect(try broken(##""instrument":{"@id":"#wzw-1.2"},"##, "") == ["#step-2: instrument"])
    #expect(try broken(#""license":"niet"#, #""licence":"niet"#) == ["root: license"])
    #expect(try broken("", "") == [])
    files.removeAll { $0.path == "results/step-2.csv" }
    #expect(try broken("", "") == ["results/step-2.csv: not there"])
  }

  @Test func `a step tells its line, tool, files, values and what it gave`() throws {
    let all = try entities(try Crate(try CrateFixture.contents()))
    let step = all["#step-2"]
    #expect(step?["name"] == "wzw estimate BU1")
    #expect(CrateRules.ids(step, "instrument") == ["#wzw-1.2"])
    #expect(all["#wzw-1.2"]?["softwareVersion"] == "1.2")
    let objects = CrateRules.ids(step, "object")
    #expect(objects.first == "inputs/areas.csv" && objects.last == "#step-1-result")
    #expect(objects.compactMap { all[$0]?["propertyID"]?.string } == ["seed", "assumption"])
    #expect(CrateRules.ids(all["#step-2-result"], "hasPart").first == "results/step-2.json")
    #expect(all["#step-1"]?["endTime"] == "2027-01-30T10:00:00+00:00")
    #expect(CrateRules.ids(all["#step-1"], "instrument") == ["#leerkring-0.1"])
    #expect(all["#step-1-result"]?["description"] == "veranderde delen: tables/wzw.areas")
    let file = all["inputs/areas.csv"]
    #expect(file?["sha256"]?.string == CrateFixture.file.sha256 && file?["temporalCoverage"] == "2024")
    #expect(CrateRules.ids(file, "variableMeasured").count == 2 && file?["license"] == "CC0 1.0")
  }

  @Test func `a cell points to the cells that it came out of, and to the column only where its row is in doubt`() throws
  {
    let all = try entities(try Crate(try CrateFixture.contents()))
    #expect(
      CrateRules.ids(all["results/step-2.csv#cell=2,2"], "isBasedOn") == [
        "inputs/areas.csv#cell=2,2", "inputs/areas.csv#cell=2,3",
      ])
    #expect(
      CrateRules.ids(all["results/step-2.csv#cell=4,2"], "isBasedOn") == [
        "inputs/areas.csv#col=2", "inputs/areas.csv#col=3",
      ])
    #expect(all["results/step-2.csv#cell=2,1"] == nil)
  }

  @Test func `a table says of its columns what they are, and which marks are no values`() throws {
    var column = Column.numbers(
      "estimate", [20, .nan, 6], label: Text(nl: "schatting", en: "estimate"), unit: .persons)
    column.withheld = [1: "<5"]
    let table = Table(columns: [.texts("area", ["BU1", "BU2", "BU3"]), column])
    let contents = try CrateFixture.contents(table)
    let crate = try Crate(contents)
    #expect(try text("results/step-2.csv", of: crate) == "area,estimate\nBU1,20\nBU2,<5\nBU3,6\n")
    #expect(
      try text("results/step-2.csv-metadata.json", of: crate)
        == #"{"@context":["http://www.w3.org/ns/csvw",{"@language":"nl"}],"dialect":{"delimiter":",","encoding":"utf-8","header":true},"tableSchema":{"columns":[{"datatype":"string","name":"area","titles":"area"},{"datatype":"double","dc:description":"schatting (personen)","name":"estimate","null":["","<5"],"titles":"estimate"}]},"url":"step-2.csv"}"#
        + "\n")
    #expect(contents.heldBack.suppressed == 1)
    let all = try entities(crate)
    #expect(all["#held-back-suppressed"]?["value"] == 1)
    // Where a value is held back, nothing says of what it could be worked out again.
    #expect(all["results/step-2.csv#cell=3,2"] == nil)
  }

  @Test func `a file that may not travel leaves its digest and why, and cells point to it all the same`() throws {
    let stay = CrateInput(name: "areas.csv", sha256: CrateFixture.file.sha256, licence: nil, way: .stays(.unlicensed))
    let crate = try Crate(try CrateFixture.contents(inputs: [stay]))
    #expect(try broken(crate.files) == [])
    #expect(!crate.files.contains { $0.path.hasPrefix("inputs/") })
    let all = try entities(crate)
    let id = "#sha256-\(stay.sha256)"
    #expect(all[id]?["sha256"]?.string == stay.sha256 && CrateRules.types(all[id]) == ["CreativeWork"])
    #expect(all[id]?["description"]?.string?.contains("geen open licentie") == true)
    #expect(CrateRules.ids(all["results/step-2.csv#cell=2,2"], "isBasedOn") == [id])
  }

  @Test func `two files of one name both travel`() throws {
    let other = CrateInput(
      name: "areas.csv", sha256: String(repeating: "b", count: 64), licence: nil, way: .travels([65]))
    let crate = try Crate(try CrateFixture.contents(inputs: [CrateFixture.file, other]))
    #expect(
      crate.files.map(\.path).filter { $0.hasPrefix("inputs/") } == [
        "inputs/areas.csv", "inputs/bbbbbbbbbbbb-areas.csv",
      ])
  }

  @Test func `where a file lay stands nowhere, and neither do rows of persons`() throws {
    let rows = Table(columns: [.texts("respondent", ["r1", "r2"]), .numbers("score", [1, 2])])
    let contents = try CrateFixture.contents(rows)
    #expect(contents.heldBack.persons == 2)
    let crate = try Crate(contents)
    for file in crate.files { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("/home/"), "\(file.path)") }
    #expect(!crate.files.contains { $0.path == "results/step-2.csv" })
    #expect(try text("results/step-2.json", of: crate).contains("2 rijen over personen"))
  }

  @Test func `paths within a table become bare names`() throws {
    let table = Table(columns: [.texts("file", ["/home/someone/areas.csv", "x", nil])])
    #expect(
      ShownResult.of(CrateFixture.result(table)).result.tables.first?.columns.first?.texts == ["areas.csv", "x", nil])
  }

  @Test func `the same contents give the same bytes`() throws {
    #expect(try Crate(try CrateFixture.contents()).files == Crate(try CrateFixture.contents()).files)
  }

  @Test func `of nothing there is no crate`() throws {
    var contents = try CrateFixture.contents()
    contents.runs = []
    let error = #expect(throws: Diagnostic.self) { try Crate(contents) }
    #expect(error?.code == "crate.empty")
  }

  @Test func `it can be broken off`() throws {
    struct Enough: Error {}
    let contents = try CrateFixture.contents()
    #expect(throws: Enough.self) { try Crate(contents) { throw Enough() } }
  }

  // MARK: The archive

  @Test
  func
    `the record of the whole has the elements of MDTO in their order, and what only the organisation knows is empty and marked`()
    throws
  {
    let crate = try Crate(try CrateFixture.contents())
    let record = try text("mdto/informatieobject.mdto.xml", of: crate)
    let lines = record.split(separator: "\n").filter {
      $0.hasPrefix("    <") && !$0.hasPrefix("     ") && !$0.hasPrefix("    </")
    }
    let names = lines.map { $0.drop { $0 == " " || $0 == "<" }.prefix { $0 != ">" } }.map(String.init)
    let parts = crate.files.count { !$0.path.hasPrefix("mdto/") }
    #expect(
      names == ["identificatie", "naam", "aggregatieniveau", "omschrijving", "taal", "event", "waardering"]
        + [String](repeating: "heeftRepresentatie", count: parts) + ["archiefvormer", "beperkingGebruik"])
    #expect(record.contains("<naam>Een &lt;proef&gt;</naam>"))
    #expect(record.ranges(of: "<!-- in te vullen door de organisatie -->").count == 3)
    var told = try CrateFixture.contents()
    told.organisation = "Gemeente Wilgendal"
    let filled = try text("mdto/informatieobject.mdto.xml", of: try Crate(told))
    #expect(filled.contains("<verwijzingNaam>Gemeente Wilgendal</verwijzingNaam>"))
    #expect(filled.ranges(of: "<!-- in te vullen").count == 2)
  }

  @Test func `the record of a file has its size, form and digest`() throws {
    let crate = try Crate(try CrateFixture.contents())
    let record = try text("mdto/inputs_areas.csv.bestand.mdto.xml", of: crate)
    let bytes = try #require(CrateFixture.file.bytes)
    let places = [
      "<identificatie>", "<naam>", "<omvang>\(bytes.count)</omvang>", "<bestandsformaat>", "<checksum>",
      SHA256.hex(bytes), "<checksumDatum>2027-01-31T00:00:00Z", "<isRepresentatieVan>",
    ]
    .map { record.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }
}
