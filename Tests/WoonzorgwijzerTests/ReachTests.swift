import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Who lives within a distance of a facility.
@Suite struct ReachTests {
  private static let header = "gwb_code_10;regio;gm_naam;recs;a_inw\n"

  /// Two neighbourhoods of a square kilometre in RD, beside each other, 300 and 100 people.
  private func squares(_ third: String = "") throws -> Workbench {
    let bench = try Workbench()
    bench.file(
      "k.csv", Self.header + "BU00010101;A;X;Buurt;300\nBU00010102;B;X;Buurt;100\nGM0001;X;X;Gemeente;400\n" + third)
    let square = { (code: String, x: Int) in
      #"{"type":"Feature","properties":{"statcode":"\#(code)"},"geometry":{"type":"Polygon","coordinates":[[[\#(x),463000],[\#(x + 1000),463000],[\#(x + 1000),464000],[\#(x),464000],[\#(x),463000]]]}}"#
    }
    bench.file(
      "g.geojson",
      #"{"type":"FeatureCollection","features":[\#(square("BU00010101", 155_000)),\#(square("BU00010102", 156_000))]}"#)
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import g.geojson")
    return bench
  }

  private func coverage(_ bench: Workbench, _ area: String, _ precondition: String) throws -> Double? {
    let output = try bench.run("wzw gap \(area)")
    return output.texts("precondition").firstIndex(of: precondition).map { output.numbers("coverage")[$0] }
  }

  @Test func `in RD the distance is in the plane: exactly 100 and 1.000 metres count, a centimetre more does not`()
    throws
  {
    let bench = try squares()
    bench.file("v.csv", "kind,x_rd,y_rd\nsupermarkt,155500,463600\n")
    try bench.run("wzw import v.csv")
    #expect(try coverage(bench, "BU00010101", "winkels-100") == 1)
    bench.file("w.csv", "kind,x_rd,y_rd\nbuurthuis,155500,463600.01\nbuurthuis,155500,464500\n")
    try bench.run("wzw import w.csv")
    #expect(try coverage(bench, "BU00010101", "ontmoeting-100") == 0)
    #expect(try coverage(bench, "BU00010101", "ontmoeting-1000") == 1)
  }

  @Test func `a municipality is weighed by the people of its neighbourhoods`() throws {
    let bench = try squares()
    bench.file("v.csv", "kind,x_rd,y_rd\nsupermarkt,155500,463500\n")
    try bench.run("wzw import v.csv")
    #expect(try coverage(bench, "GM0001", "winkels-100") == 0.75)
    #expect(try coverage(bench, "GM0001", "winkels-1000") == 1)
  }

  @Test func `points where people live count instead of the middle, by their people`() throws {
    let bench = try squares()
    bench.file("v.csv", "kind,x_rd,y_rd\nsupermarkt,155500,463500\n")
    bench.file(
      "p.csv",
      "soort,x_rd,y_rd,inwoners\nbewoners,155510,463500,3\nbewoners,155900,463900,1\nbewoners,170000,463900,50\n")
    try bench.run("wzw import v.csv")
    try bench.run("wzw import p.csv")
    #expect(try coverage(bench, "BU00010101", "winkels-100") == 0.75)
    #expect(try coverage(bench, "BU00010102", "winkels-100") == 0)
    #expect(try bench.run("wzw gap BU00010101").words.contains("2 woonpunten"))
  }

  @Test func `a neighbourhood without a boundary is named and left out; one without people weighs nothing`() throws {
    let bench = try squares("BU00010103;C;X;Buurt;50\nBU00010104;D;X;Buurt;0\n")
    bench.file("v.csv", "kind,x_rd,y_rd\nsupermarkt,155500,463500\n")
    try bench.run("wzw import v.csv")
    #expect(try coverage(bench, "GM0001", "winkels-100") == 0.75)
    #expect(
      try bench.run("wzw gap GM0001").words.contains(
        "zonder grenzen van de buurt en niet meegeteld: BU00010103 (50 inwoners)"))
    #expect(try coverage(bench, "BU00010103", "winkels-100")?.isNaN != false)
  }

  @Test func `the middle of a whole municipality stands for nobody`() throws {
    let bench = try Workbench()
    bench.file("k.csv", Self.header + "BU00010101;A;X;Buurt;300\nBU00010102;B;X;Buurt;100\nGM0001;X;X;Gemeente;400\n")
    bench.file(
      "g.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"GM0001"},"geometry":{"type":"Polygon","coordinates":[[[155000,463000],[157000,463000],[157000,464000],[155000,463000]]]}}]}"#
    )
    bench.file("v.csv", "kind,x_rd,y_rd\nsupermarkt,156000,463500\n")
    for line in ["wzw import k.csv --year 2024", "wzw import g.geojson", "wzw import v.csv"] { try bench.run(line) }
    #expect(try coverage(bench, "GM0001", "winkels-1000") == nil)
    #expect(try bench.run("wzw gap GM0001").words.contains("zonder grenzen van de buurt en niet meegeteld: BU00010101"))
  }

  @Test func `the circle can say that another kind counts, and a kind of its own no longer`() throws {
    let bench = try squares()
    bench.file("v.csv", "kind,x_rd,y_rd\nToko,155500,463500\n")
    try bench.run("wzw import v.csv")
    #expect(try coverage(bench, "BU00010101", "winkels-100") == nil)
    try bench.run("wzw need kind toko winkels-100 --by bewoners")
    #expect(try coverage(bench, "BU00010101", "winkels-100") == 1)
    try bench.run("wzw need kind toko --withdraw --by bewoners")
    #expect(try coverage(bench, "BU00010101", "winkels-100") == nil)
  }
}

/// Utrecht's supermarkets and neighbourhoods. The numbers were worked out apart, in Python, with the same definitions:
/// haversine on a sphere of 6,371,008.8 m from the centroids of the neighbourhoods.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct UtrechtReachTests {
  private let data = Places.realData ?? ""

  private func utrecht() throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/utrecht_kwb_2023.csv' --year 2023")
    try bench.run("wzw import '\(data)/utrecht_buurten_2014_coarse_wgs84.geojson'")
    try bench.run("wzw import '\(data)/utrecht_supermarkets.csv'")
    return bench
  }

  @Test func `84,5 % of Utrecht lives within 1.000 m of a supermarket and 10,4 % within 100 m, by neighbourhood`()
    throws
  {
    let output = try utrecht().run("wzw gap GM0344")
    #expect(output.texts("precondition") == ["winkels-100", "winkels-1000"])
    let coverage = output.numbers("coverage")
    #expect(abs(coverage[0] - 38255.0 / 367_715) < 1e-12 && abs(coverage[1] - 310_750.0 / 367_715) < 1e-12)
    #expect(output.words.contains("BU03440121, BU03440621, BU03440943"))
  }

  struct Shares: Sendable {
    let area: String
    /// Of how many inhabitants so many live within 1.000 m, and within 100 m.
    let wide: Double
    let near: Double
    let people: Double

    init(_ area: String, _ wide: Double, _ near: Double, of people: Double) {
      (self.area, self.wide, self.near, self.people) = (area, wide, near, people)
    }
  }

  static let shares = [
    Shares("WK034401", 28_890, 0, of: 29_040), Shares("WK034404", 40_520, 6605, of: 40_520),
    Shares("WK034405", 29_550, 8305, of: 32_770), Shares("WK034406", 19_625, 5655, of: 19_625),
    Shares("WK034409", 45_250, 0, of: 47_105), Shares("WK034410", 0, 0, of: 51_280), Shares("BU03440821", 0, 0, of: 1),
    Shares("BU03440132", 1, 0, of: 1),
  ]

  @Test(arguments: shares)
  func `its districts, and two neighbourhoods near the border of 1.000 m (1.013 and 982 m)`(found: Shares) throws {
    let coverage = try utrecht().run("wzw gap \(found.area)").numbers("coverage")
    #expect(abs(coverage[0] - found.near / found.people) < 1e-12)
    #expect(abs(coverage[1] - found.wide / found.people) < 1e-12)
  }

  @Test func `De Meern-Noord: its middle, and 1.435 m to the nearest`() throws {
    let bench = try utrecht()
    let surfaces = try AreaSurfaces.load(WorkspaceHandle(bench.session.workspace.parts, owner: "woonzorgwijzer"))
    let centre = try #require(surfaces.places["BU03441031"]?.centre)
    #expect(abs(centre.point.x - 5.034162332893507) < 1e-9 && abs(centre.point.y - 52.08578849023919) < 1e-9)
    #expect(abs(try bench.run("wzw supply BU03441031").numbers("nearest")[0] - 1434.5937876635733) < 1e-6)
  }

  @Test func `all 75 lie in one of the neighbourhoods, five of them in BU03440223`() throws {
    let bench = try utrecht()
    #expect(try bench.run("wzw supply GM0344").numbers("facilities") == [75, 75])
    #expect(try bench.run("wzw supply BU03440223").numbers("facilities") == [5, 5])
  }
}
