import Layers
import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles
@testable import TableFiles

/// What is asked of a layer is done or refused, and never passed over.
@Suite struct LayerOptionTests {
  private func package() throws -> [UInt8] {
    try GeoPackageWriter(language: .nl).bytes(
      [
        WrittenLayer(
          name: "wijken",
          table: Table(columns: [.texts("code", ["0344", "0001"]), .numbers("aantal", [1.5, 20])]),
          polygons: [[], []], coordinates: .rd)
      ], provenance: "test", changed: "2024-01-01T00:00:00.000Z", interrupt: {})
  }

  @Test(arguments: [
    "--range A1:B2", "--header 3", "--header none", "--header-rows 2", "--hidden include", "--formulas refuse",
    "--percent hundred",
  ])
  func `flags for sheets are refused with the way out`(flag: String) throws {
    var files = TestShapefile.squares([100, 200]).files("a")
    files["l.gpkg"] = try package()
    files["g.gml"] = Array("<a/>".utf8)
    let bench = try MapBench(files)
    for name in ["l.gpkg", "g.gml", "a.shp"] {
      let error = try #require(bench.error("read \(name) \(flag)"))
      #expect(error.code == "source.flags")
      #expect(
        error.message.nl == "'\(name)' bestaat uit lagen: de vlaggen voor werkbladen en databases betekenen daar niets")
      #expect(error.wayOut?.nl.contains(flag.split(separator: " ")[0]) == true)
      #expect(error.place?.column == 6)
    }
  }

  @Test func `a question is for databases; a layer, texts and what commands add are not refused`() throws {
    var choice = SourceChoice(item: "1")
    choice.textColumns = ["code"]
    choice.decimal = .comma
    choice.usesHundred = true
    choice.isReadAsText = true
    try LayerChoice.demandNoSheet(choice, of: "l.gpkg")
    choice.query = "vraag.sql"
    #expect(throws: Diagnostic.self) { try LayerChoice.demandNoSheet(choice, of: "l.gpkg") }
  }

  @Test func `numbers of a GeoPackage are read as texts where that is asked`() throws {
    let bench = try MapBench(["l.gpkg": try package()])
    #expect(try bench.table("read l.gpkg --layer wijken")?.column("aantal")?.numbers == [1.5, 20])
    #expect(try bench.table("read l.gpkg --layer wijken --text aantal")?.column("aantal")?.texts == ["1.5", "20"])
    #expect(bench.error("read l.gpkg --text hoogte")?.code == "column.unknown")
  }

  @Test func `a name so long that nothing longer can lie beside it is read`() throws {
    let name = String(repeating: "n", count: 250) + ".gpkg"
    let bench = try MapBench([name: try package()])
    #expect(try bench.table("read \(name)")?.rowCount == 2)
  }
}

@Suite(.enabled(if: GDALHere.isThere)) struct WrittenTextTests {
  @Test func `codes of GML that look like numbers are kept as texts to the letter`() throws {
    let rows = ["1.10", "1.1", "12E3"].map {
      "<gml:featureMember><ogr:a><ogr:code>\($0)</ogr:code><ogr:n>3</ogr:n></ogr:a></gml:featureMember>"
    }
    let text =
      #"<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml">"#
      + rows.joined() + "</ogr:FeatureCollection>"
    let bench = try MapBench(["g.gml": Array(text.utf8)])
    #expect(try bench.table("read g.gml")?.column("code")?.numbers == [1.1, 1.1, 12_000])
    let table = try #require(try bench.table("read g.gml --text code"))
    #expect(table.column("code")?.texts == ["1.10", "1.1", "12E3"])
    #expect(table.column("n")?.numbers == [3, 3, 3])
  }
}
