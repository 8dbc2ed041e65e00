import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

@Suite struct GeometryTests {
  private func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  private func feature(_ property: String, _ code: String, _ ring: String) -> String {
    "{\"type\":\"Feature\",\"properties\":{\"\(property)\":\"\(code)\",\"n\":3},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
  }

  private let square = "[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]"

  @Test(arguments: ["statcode", "statcode_derived", "buurtcode", "BU_CODE", "gwb_code"])
  func `the code stands under any of its names`(property: String) throws {
    let bench = try Workbench().file("g.geojson", collection([feature(property, "BU01640501", square)]))
    let output = try bench.run("wzw import g.geojson")
    #expect(output.fact("read") == 1)
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.geometry")]?.part.table())
    #expect(table.column("crs")?.texts == ["wgs84"])
    #expect(table.column("polygons")?.texts == ["[[[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]]]"])
  }

  @Test func `Dutch coordinates are known by their size, and others are refused`() throws {
    let dutch = "[[250000,475000],[251000,475000],[251000,476000],[250000,475000]]"
    let bench = try Workbench().file("g.json", collection([feature("statcode", "BU01640501", dutch)]))
    try bench.run("wzw import g.json")
    #expect(
      try bench.session.workspace.parts[PartName(.tables, "wzw.geometry")]?.part.table().column("crs")?.texts == ["rd"])
    bench.file("m.json", collection([feature("statcode", "BU01640501", "[[580000,6800000],[1,2],[3,4],[1,1]]")]))
    #expect(bench.error("wzw import m.json")?.code == "geometry.coordinates")
  }

  @Test func `rings that are degenerate or touch themselves are kept and told`() throws {
    let flat = "[[5,52],[5.1,52],[5.1,52],[5,52]]"
    let bow = "[[5,52],[5.1,52.1],[5.1,52],[5,52.05],[5,52]]"
    let bench = try Workbench().file(
      "g.json",
      collection([
        feature("statcode", "BU01640501", flat), feature("statcode", "BU01640502", bow), feature("x", "y", square),
      ]))
    let output = try bench.run("wzw import g.json")
    #expect(output.fact("read") == 2 && output.fact("skipped") == 1)
    #expect(output.words.contains("ringen zonder oppervlak of met dubbele punten in 1 gebied (BU01640501)"))
    #expect(output.words.contains("1 grens raakt of kruist zichzelf (BU01640502)"))
  }

  @Test(arguments: ["{\"type\":\"FeatureCollection\",\"features\":[]}", "[]", "{\"a\":1}"])
  func `JSON that is no collection with codes is refused`(text: String) throws {
    let bench = try Workbench().file("g.json", text)
    #expect(bench.error("wzw import g.json")?.code == "import.unrecognised")
  }

  @Test func `broken JSON is named by line, deep nesting does not crash`() throws {
    let bench = try Workbench().file("b.json", "{\"features\": [").file(
      "d.json", "{\"features\":" + String(repeating: "[", count: 100_000))
    #expect(bench.error("wzw import b.json")?.code == "json.syntax")
    #expect(bench.error("wzw import d.json")?.code == "json.syntax")
  }
}
