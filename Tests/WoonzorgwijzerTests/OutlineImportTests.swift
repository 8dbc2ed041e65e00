import Methods
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Boundaries as CBS, PDOK and municipalities give them: which property holds the code, land and water, coordinates.
@Suite struct OutlineImportTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> String {
    "[[\(x),\(y)],[\(x + side),\(y)],[\(x + side),\(y + side)],[\(x),\(y + side)],[\(x),\(y)]]"
  }

  private func document(_ features: [(properties: String, ring: String)]) -> String {
    let all = features.map {
      "{\"type\":\"Feature\",\"properties\":{\($0.properties)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\($0.ring)]}}"
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(all.joined(separator: ","))]}"
  }

  private func kept(_ bench: Workbench, _ name: String = "wzw.geometry") throws -> Table {
    try #require(try bench.session.workspace.parts[PartName(.tables, name)]?.part.table())
  }

  private func imported(_ text: String, _ flags: String = "") throws -> (Output, Table) {
    let bench = try Workbench().file("g.geojson", text)
    let output = try bench.run("wzw import g.geojson \(flags)")
    return (output, try kept(bench))
  }

  @Test func `two letters and two digits are no code where another property holds one`() throws {
    let (_, table) = try imported(
      document([
        ("\"code\":\"NL01\",\"cbsCode\":\"BU0363NL01\",\"naam\":\"Vogelbuurt\"", square(4.9, 52.38, 0.02)),
        ("\"code\":\"GM01\",\"cbsCode\":\"BU0363GM01\",\"naam\":\"X\"", square(4.8, 52.38, 0.02)),
        ("\"code\":\"WK01\",\"cbsCode\":\"BU0363WK01\"", square(4.7, 52.38, 0.02)),
      ]))
    #expect(table.column("code")?.texts == ["BU0363NL01", "BU0363GM01", "BU0363WK01"])
    #expect(table.column("name")?.texts == ["Vogelbuurt", "X", nil])
  }

  @Test func `of several codes the one that tells the features apart is theirs, and the name is of its own level`()
    throws
  {
    let (_, table) = try imported(
      document([
        (
          "\"gemeentecode\":\"GM0164\",\"gemeentenaam\":\"Hengelo\",\"wijkcode\":\"WK016405\",\"buurtcode\":\"BU01640501\",\"buurtnaam\":\"Noord\"",
          square(6.8, 52.2, 0.01)
        ),
        (
          "\"gemeentecode\":\"GM0164\",\"gemeentenaam\":\"Hengelo\",\"wijkcode\":\"WK016405\",\"buurtcode\":\"BU01640502\"",
          square(6.9, 52.2, 0.01)
        ),
      ]))
    #expect(table.column("code")?.texts == ["BU01640501", "BU01640502"])
    #expect(table.column("name")?.texts == ["Noord", nil])
  }

  @Test(arguments: [
    ("\"GEMEENTECODE\":164", "GM0164"), ("\"gemeentecode\":\"0164\"", "GM0164"),
    ("\"BUURTCODE\":\"0601\",\"GEMEENTECO\":\"0758\"", "BU07580601"), ("\"statcode\":\"gm0164 \"", "GM0164"),
  ])
  func `codes without a prefix have that of their property`(properties: String, code: String) throws {
    #expect(try imported(document([(properties, square(5, 52, 0.1))])).1.column("code")?.texts == [code])
  }

  @Test(arguments: [("water", "\"JA\"", "\"NEE\""), ("H2O", "\"B\"", "\"NEE\""), ("water", "true", "false")])
  func `the land of an area counts, not its water, and what is left out is counted`(
    name: String, wet: String, dry: String
  ) throws {
    let (output, table) = try imported(
      document([
        ("\"gemeentecode\":\"GM0308\",\"\(name)\":\(wet)", square(5, 52, 0.01)),
        ("\"gemeentecode\":\"GM0308\",\"\(name)\":\(dry)", square(5.2, 52.2, 0.1)),
      ]))
    #expect(table.rowCount == 1 && table.column("polygons")?.texts?[0]?.hasPrefix("[[[[5.2,52.2]") == true)
    #expect(output.fact("water") == 1 && output.words.contains("water weggelaten 1"))
  }

  @Test func `hectares of water are no flag`() throws {
    #expect(
      try imported(document([("\"statcode\":\"GM0308\",\"water\":12.5", square(5, 52, 0.01))])).1.rowCount == 1)
  }

  @Test func `several features of one code are joined`() throws {
    let (output, table) = try imported(
      document([
        ("\"statcode\":\"GM0448\"", square(4.8, 53, 0.1)), ("\"statcode\":\"GM0164\"", square(6.8, 52.2, 0.1)),
        ("\"statcode\":\"GM0448\"", square(4.9, 53.2, 0.1)),
      ]))
    #expect(table.column("code")?.texts == ["GM0448", "GM0164"])
    #expect(output.words.contains("2 onderdelen met dezelfde code zijn samengevoegd tot 1 gebied: GM0448"))
    #expect(try AreaOutlines.rings(table.column("polygons")?.texts?[0] ?? "").count == 2)
  }

  @Test func `degrees the wrong way round are turned, metres too`() throws {
    let (output, table) = try imported(document([("\"statcode\":\"GM0164\"", square(52.2, 6.8, 0.1))]))
    #expect(table.column("polygons")?.texts?[0]?.hasPrefix("[[[[6.8,52.2]") == true)
    #expect(output.words.contains("de coördinaten staan er verwisseld"))
    let (_, metres) = try imported(document([("\"statcode\":\"GM0164\"", square(475_000, 250_000, 1000))]))
    #expect(metres.column("crs")?.texts == ["rd"])
    #expect(metres.column("polygons")?.texts?[0]?.hasPrefix("[[[[250000,475000]") == true)
  }

  @Test func `metres of web maps become degrees`() throws {
    let place = WebMercator.plane(GeographicPoint(latitude: 52.2, longitude: 6.8))
    let (output, table) = try imported(document([("\"statcode\":\"GM0164\"", square(place.x, place.y, 1000))]))
    let ring = try #require(try AreaOutlines.rings(table.column("polygons")?.texts?[0] ?? "").first)
    #expect(abs(ring[0].x - 6.8) < 1e-9 && abs(ring[0].y - 52.2) < 1e-9)
    #expect(table.column("crs")?.texts == ["wgs84"] && output.words.contains("EPSG:3857"))
  }

  @Test(arguments: [(0.0, 0.0), (106.8, -6.2), (13.4, 52.5), (-68.3, 12.1)])
  func `what lies elsewhere is refused, and one feature among others is left out`(x: Double, y: Double) throws {
    let bench = try Workbench().file("g.geojson", document([("\"statcode\":\"GM0164\"", square(x, y, 0.1))]))
    #expect(bench.error("wzw import g.geojson")?.code == "geometry.coordinates")
    #expect(bench.session.workspace.parts.isEmpty)
    let (output, table) = try imported(
      document([("\"statcode\":\"GM0164\"", square(6.8, 52.2, 0.1)), ("\"statcode\":\"GM0344\"", square(x, y, 0.1))]))
    #expect(table.rowCount == 1 && output.words.contains("2 (GM0344 ligt niet in Nederland)"))
  }

  private let pdok =
    "\"buurtcode\":\"BU01640501\",\"buurtnaam\":\"Berflo Es Noord\",\"jrstatcode\":\"2023BU01640501\",\"gemeentenaam\":\"Hengelo\",\"aantalInwoners\":3505,\"percentageKoopwoningen\":44.5,\"omgevingsadressendichtheid\":-99997,\"meestVoorkomendePostcode\":\"7556x\",\"water\":\"NEE\""

  @Test func `figures beside outlines are named, and come along where they are asked for`() throws {
    let bench = try Workbench().file("g.geojson", document([(pdok, square(6.8, 52.2, 0.01))]))
    let output = try bench.run("wzw import g.geojson")
    #expect(
      output.words.contains("3 kenmerken met cijfers zijn niet meegenomen (wel met --attributes): aantalInwoners"))
    #expect(output.words.contains("1 kolom hoort niet bij zo'n tabel en is niet meegenomen: meestVoorkomendePostcode"))
    #expect(bench.session.workspace.parts[PartName(.tables, "wzw.areas.2023")] == nil)
    try bench.run("wzw import g.geojson --attributes")
    let sheet = try bench.run("wzw area BU01640501")
    #expect(sheet.fact("population") == 3505 && sheet.fact("owner_occupied") == 44.5)
    #expect(try kept(bench, "wzw.areas.2023").column("municipality")?.texts == ["Hengelo"])
    #expect(try kept(bench, "wzw.areas.2023").column("omgevingsadressendichtheid") == nil)
  }

  @Test func `figures beside outlines are held to what figures can be`() throws {
    let one = { (code: String, people: Int, old: Int, owned: Double) in
      "\"buurtcode\":\"\(code)\",\"jrstatcode\":\"2023\(code)\",\"aantalInwoners\":\(people),\"aantalInwoners65JaarEnOuder\":\(old),\"percentageKoopwoningen\":\(owned)"
    }
    let bench = try Workbench().file(
      "g.geojson",
      document([
        (one("BU01640501", -5, 0, 140), square(6.8, 52.2, 0.01)),
        (one("BU01640502", 100, 20, 44.5), square(6.9, 52.2, 0.01)),
      ]))
    let output = try bench.run("wzw import g.geojson --attributes")
    #expect(output.words.contains("2 cellen zijn geen bruikbaar getal"))
    #expect(output.words.contains("aantalInwoners '-5' (BU01640501)"))
    #expect(output.words.contains("percentageKoopwoningen '140' (BU01640501)"))
    let table = try kept(bench, "wzw.areas.2023")
    let people = table.columns.first { $0.name.lowercased().hasPrefix("aantalinwoners") && $0.numbers?.last == 100 }
    #expect(people?.numbers?[0].isNaN == true)
    #expect(try bench.run("wzw area BU01640501").fact("population") == nil)
  }

  @Test func `figures of a year that nobody says are asked for`() throws {
    let text = document([("\"statcode\":\"GM0164\",\"aantal_inwoners\":83058", square(6.8, 52.2, 0.1))])
    let bench = try Workbench().file("g.geojson", text)
    #expect(bench.error("wzw import g.geojson --attributes")?.code == "argument.missing")
    try bench.run("wzw import g.geojson --attributes --year 2024")
    #expect(try bench.run("wzw area GM0164").fact("population") == 83_058)
  }

  @Test func `a year that the outlines contradict is a caution`() throws {
    let (output, table) = try imported(document([(pdok, square(6.8, 52.2, 0.01))]), "--year 2024")
    #expect(table.column("year")?.numbers == [2023])
    #expect(output.words.contains("het bestand zelf zegt 2023"))
  }

  @Test func `points of web maps are known too`() throws {
    let place = WebMercator.plane(GeographicPoint(latitude: 52.1, longitude: 5.1))
    let bench = try Workbench().file(
      "f.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"soort\":\"buurthuis\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(place.x),\(place.y)]}}]}"
    )
    try bench.run("wzw import f.geojson")
    let longitude = try #require(try kept(bench, "wzw.facilities").column("lon")?.numbers?.first)
    #expect(abs(longitude - 5.1) < 1e-9)
  }
}
