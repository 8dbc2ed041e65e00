import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// What there is, per area and as points on the map, as files give it.
@Suite struct SupplyImportTests {
  private func table(_ name: String, of bench: Workbench) throws -> Table {
    try #require(try bench.session.workspace.parts[PartName(.tables, name)]?.part.table())
  }

  @Test func `supply by Dutch Excel: BOM, semicolons, CRLF, padded codes, thousands points, a name for a code`() throws
  {
    let bench = try Workbench()
    try bench.run("wzw demo")
    bench.file(
      "aanbod.csv",
      "\u{FEFF}gebied;voorziening;aantal;eenheid;bron\r\nBU99010101  ;Nultrede;1.250;woningen;corporatie\r\nLindehof;Huishouden;12;plaatsen;gemeente\r\n"
    )
    let output = try bench.run("wzw import aanbod.csv")
    #expect(output.fact("read") == 2 && output.fact("skipped") == 0 && output.fact("unmatched") == 0)
    let supply = try table("wzw.supply", of: bench)
    // The demo brings supply of its own, which stays.
    #expect(supply.column("code")?.texts.map(Array.init)?.suffix(2) == ["BU99010101", "BU99010101"])
    #expect(supply.column("item")?.texts.map(Array.init)?.suffix(2) == ["nultrede", "huishouden"])
    #expect(supply.column("capacity")?.numbers?.suffix(2) == [1250, 12])
    #expect(output.words.contains("duizendtallen"))
  }

  @Test
  func `bad rows are named and left out: no capacity, a negative one, an unclear area, one that is there already`()
    throws
  {
    let bench = try Workbench()
    try bench.run("wzw demo")
    bench.file(
      "a.csv",
      "area,item,capacity,unit,source\nBU99010102,nultrede,.,w,c\nBU99010102,nultrede,-3,w,c\nlinde,nultrede,3,w,c\nBU99010102,nultrede,0,w,c\nBU99010102,nultrede,0,w,c\nBU99010103,nultrede,veel,w,c\n"
    )
    let output = try bench.run("wzw import a.csv --as supply")
    #expect(output.fact("read") == 1 && output.fact("skipped") == 5)
    for words in [
      "regel 2 (geen capaciteit)", "regel 3 (capaciteit '-3')", "regel 4 ('linde' is niet eenduidig)",
      "regel 6 (staat er al)", "regel 7 (capaciteit 'veel')",
    ] { #expect(output.words.contains(words), "\(words)") }
  }

  @Test func `importing again replaces what the same source said, and leaves what another said`() throws {
    let bench = try Workbench()
    bench.file("a.csv", "area,item,capacity,unit,source\nBU99010101,nultrede,5,w,c\nBU99010101,beugels,7,w,c\n")
    bench.file("b.csv", "area,item,capacity,unit,source\nBU99010101,nultrede,6,w,c\nBU99010101,nultrede,2,w,d\n")
    try bench.run("wzw import a.csv")
    try bench.run("wzw import b.csv")
    let supply = try table("wzw.supply", of: bench)
    #expect(supply.column("item")?.texts == ["beugels", "nultrede", "nultrede"])
    #expect(supply.column("capacity")?.numbers == [7, 6, 2])
  }

  @Test func `points may have an address, and it is not kept; what tells a person apart is stopped`() throws {
    let bench = try Workbench()
    bench.file("v.csv", "kind,name,lon,lat,postcode,huisnummer\nSupermarkets,A,5.1,52.1,3511AB,4\n")
    #expect(try bench.run("wzw import v.csv").fact("read") == 1)
    let facilities = try table("wzw.facilities", of: bench)
    #expect(facilities.columnNames == ["kind", "name", "lon", "lat", "x", "y", "people", "source"])
    #expect(facilities.column("kind")?.texts == ["supermarkt"])
    bench.file("t.csv", "kind,lon,lat,telefoon\nsupermarkt,5.1,52.1,06-12345678\n")
    #expect(bench.error("wzw import t.csv")?.code == "personal.found")
    bench.file("m.csv", "kind,lon,lat,contact\nsupermarkt,5.1,52.1,a@example.org\n")
    #expect(bench.error("wzw import m.csv --as facilities")?.code == "personal.found")
    #expect(try bench.run("wzw import m.csv --drop contact").fact("read") == 1)
  }

  @Test func `RD with decimal commas and thousands points becomes degrees, and degrees in x and y are seen`() throws {
    let bench = try Workbench()
    bench.file("rd.csv", "soort;naam;x_rd;y_rd\nbuurthuis;A;155.000,00;463.000,00\n")
    bench.file("xy.csv", "soort,naam,x,y\nbuurthuis,B,5.1,52.1\n")
    try bench.run("wzw import rd.csv")
    try bench.run("wzw import xy.csv")
    let facilities = try table("wzw.facilities", of: bench)
    let (lon, lat) = (facilities.column("lon")?.numbers ?? [], facilities.column("lat")?.numbers ?? [])
    #expect(abs(lat[0] - 52.15517) < 1e-5 && abs(lon[0] - 5.38721) < 1e-5 && lon[1] == 5.1)
  }

  @Test(arguments: ["", ",people"])
  func `a point that stands twice counts once, whether it says how many people it serves or not`(column: String) throws
  {
    let bench = try Workbench()
    let cell = column.isEmpty ? "" : ","
    let row = "supermarkt,A,5.1,52.1\(cell)\n"
    bench.file("v.csv", "kind,name,lon,lat\(column)\n" + row + row + "supermarkt,B,5.1,52.1\(cell)\n")
    let output = try bench.run("wzw import v.csv")
    #expect(output.fact("read") == 2 && output.fact("skipped") == 1)
    #expect(output.words.contains("regel 3 (staat er al)"), "\(output.words)")
    #expect(try table("wzw.facilities", of: bench).rowCount == 2)
  }

  @Test func `points that lie nowhere are named: swapped, missing, far away, two places for one point`() throws {
    let bench = try Workbench()
    bench.file(
      "v.csv",
      "kind,lon,lat,x_rd,y_rd\nsupermarkt,52.1,5.1,,\nsupermarkt,5.1,,,\nsupermarkt,2.3,48.8,,\nsupermarkt,5.38721,52.15517,155000,464000\nsupermarkt,5.38721,52.15517,155000,463000\nsupermarkt,5.38721,52.15517,,\n"
    )
    let output = try bench.run("wzw import v.csv")
    #expect(output.fact("read") == 2 && output.fact("skipped") == 4)
    for words in [
      "regel 2 (de twee", "regel 3 (geen coördinaten)", "regel 4 (ligt niet", "regel 5 (lon/lat en RD liggen 1000 m",
    ] { #expect(output.words.contains(words), "\(words)") }
  }

  @Test func `GeoJSON points are facilities, polygons are boundaries, and neither passes for the other`() throws {
    let bench = try Workbench()
    bench.file(
      "p.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"soort":"Buurthuis","inwoners":3},"geometry":{"type":"Point","coordinates":[5.1,52.1]}},{"type":"Feature","properties":{},"geometry":null}]}"#
    )
    let output = try bench.run("wzw import p.geojson")
    #expect(output.fact("read") == 1 && output.words.contains("onderdeel 2 (geen coördinaten)"))
    #expect(try table("wzw.facilities", of: bench).column("people")?.numbers == [3])
    #expect(bench.error("wzw import p.geojson --as geometry")?.code == "import.unrecognised")
    #expect(
      bench.error("wzw import '\(Workbench.data)/demo/buurten_wilgendal.geojson' --as facilities")?.code
        == "import.unrecognised")
  }

  @Test func `a file that does not say the kind needs it said; an unknown kind is kept and counts for nothing yet`()
    throws
  {
    let bench = try Workbench()
    bench.file("punten.csv", "lon,lat\n5.1,52.1\n")
    #expect(bench.error("wzw import punten.csv")?.suggestion == "--kind supermarkt")
    #expect(try bench.run("wzw import punten.csv --kind Apotheek").words.contains("wzw need kind apotheek"))
  }

  @Test func `every kind of facility counts for preconditions that exist`() throws {
    let kinds = try (KnowledgeBase.data("facilities")["kinds"]?.array ?? []).map(FacilityKind.init(field:))
    let known = Set(
      (try KnowledgeBase.data("preconditions")["preconditions"]?.array ?? []).compactMap { $0["id"]?.string })
    #expect(kinds.count == 4 && kinds.count { $0.holdsPeople } == 1)
    #expect(kinds.flatMap(\.preconditions).allSatisfy(known.contains))
    #expect(kinds.filter { !$0.holdsPeople }.allSatisfy { !$0.preconditions.isEmpty })
  }
}

/// The supermarkets of Utrecht, where they lie beside the project.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct SupermarketImportTests {
  private let data = Places.realData ?? ""

  @Test(arguments: ["utrecht_supermarkets.csv", "utrecht_supermarkets_wgs84.geojson"])
  func `75 supermarkets, their kind out of the name of the file, and that is said`(file: String) throws {
    let output = try Workbench().run("wzw import '\(data)/\(file)'")
    #expect(output.fact("read") == 75 && output.fact("skipped") == 0)
    #expect(output.words.contains("aangenomen uit de bestandsnaam: supermarkt"))
  }

  @Test func `the two files are the same points: importing both leaves 75`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/utrecht_supermarkets.csv'")
    try bench.run("wzw import '\(data)/utrecht_supermarkets_wgs84.geojson' --kind supermarkt")
    #expect(try bench.session.workspace.parts[PartName(.tables, "wzw.facilities")]?.part.table().rowCount == 75)
  }
}
