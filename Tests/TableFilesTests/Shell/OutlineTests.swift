import CSQLite
import Stages
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import TableFiles

/// `… | to gpkg FILE --outlines NAME`: figures and outlines that come from elsewhere, joined by code.
@Suite struct OutlineTests {
  private let bench: Workbench

  init() throws {
    let forms = TextForms(
      table: { _, _ in "" }, csv: { _, _, _ in [] }, json: { _ in [] }, jsonl: { _ in [] }, markdown: { _, _ in "" },
      html: { _, _ in "" }, svg: { _, _ in nil })
    let catalogue = StageCatalogue.all(forms: forms)
    bench = try Workbench(
      TableFiles(), data: "\(Places.root)/Plugins/TableFiles/Knowledge/Data", commands: catalogue.commands,
      stages: catalogue.stages)
    bench.file("t.csv", "code;n;naam\nBU01640501;7;Noord\nbu 0164 0502;8;Zuid\nBU01640509;9;Weg\n")
    bench.file("g.geojson", Self.geoJSON())
  }

  /// Three neighbourhoods, one of water, in metres of RD.
  private static func geoJSON(extra: String = "", code: String = "buurtcode") -> String {
    func feature(_ word: String, _ x: Int, _ more: String = "") -> String {
      """
      {"type":"Feature","properties":{"\(code)":"\(word)","gm":"GM0164","naam":"Noord"\(more)},"geometry":\
      {"type":"Polygon","coordinates":[[[\(x),460000],[\(x + 10),460000],[\(x + 10),460010],[\(x),460000]]]}}
      """
    }
    let features = [
      feature("BU01640501", 150_000), feature("BU01640502", 150_100), feature("BU01640503", 150_200),
      feature("BU01640501", 150_300, ",\"water\":\"JA\""),
    ]
    return #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + extra + "]}"
  }

  private func notices(_ line: String) throws -> [String] {
    try bench.run(line).blocks.compactMap { if case .notice(let notice) = $0 { notice.text.nl } else { nil } }
  }

  private func layer(_ file: String) throws -> (table: Table, polygons: [[[[AreaMap.Point]]]], epsg: Int?) {
    let layer = try GeoPackageFile(path: bench.folder(file), interrupt: {}).read(layer: nil, geometry: true)
    return (layer.table, layer.polygons ?? [], layer.epsg)
  }

  @Test func `outlines of a file are found by code however it is spelled, and what is left over is counted`() throws {
    let said = try notices("read t.csv | to gpkg o.gpkg --outlines g.geojson")
    #expect(
      said == [
        "1 laag geschreven naar 'o.gpkg'", "1 stuk water in 'g.geojson' telt niet mee",
        "1 code van 'read_t.csv' heeft geen grens in 'g.geojson': BU01640509",
        "1 grens in 'g.geojson' zonder cijfer in 'read_t.csv', en niet geschreven",
      ])
    let (table, polygons, epsg) = try layer("o.gpkg")
    #expect(epsg == 28992)
    #expect(table.column("n")?.numbers == [7, 8, 9])
    #expect(table.column("code")?.texts == ["BU01640501", "bu 0164 0502", "BU01640509"])
    #expect(polygons.map { $0.first?.first?.first?.x } == [150_000, 150_100, nil])
  }

  @Test func `the same line gives the same bytes, and where the outlines came from stands in the file`() throws {
    try bench.run("read t.csv | to gpkg o.gpkg --outlines g.geojson")
    let first = bench.folder.read("o.gpkg")
    try bench.run("read t.csv | to gpkg o.gpkg --outlines g.geojson")
    #expect(bench.folder.read("o.gpkg") == first)
    let database = try SQLiteDatabase.reading(first ?? [], interrupt: {})
    let statement = try SQLiteStatement(database, "SELECT metadata FROM gpkg_metadata")
    #expect(try statement.step())
    let origin = statement.text(0).split(separator: "\n")
    #expect(origin.contains { $0.hasPrefix("grenzen: g.geojson: sha256 ") })
    #expect(origin.contains { $0.hasPrefix("bestand: t.csv: sha256 ") })
  }

  private static let hasGDAL: Bool = {
    let found = ChildRun.spawn("/bin/sh", ["sh", "-c", "command -v ogrinfo"])?.status == 0
    if !found { print("skipped: GeoPackages as GDAL reads them, because ogrinfo is not there") }
    return found
  }()

  @Test(.enabled(if: OutlineTests.hasGDAL))
  func `GDAL finds figures, outlines, their system, what columns are called and where it came from`() throws {
    try bench.run("read t.csv | to gpkg o.gpkg --outlines g.geojson")
    func told(_ options: String) -> String {
      ChildRun.spawn("/bin/sh", ["sh", "-c", "ogrinfo \(options) '\(bench.folder("o.gpkg"))' read_t_csv"])?.output ?? ""
    }
    let layer = told("-al")
    #expect(layer.contains("Feature Count: 3") && layer.contains("ID[\"EPSG\",28992]"), "\(layer)")
    #expect(layer.contains("Extent: (150000.000000, 460000.000000) - (150110.000000, 460010.000000)"))
    #expect(layer.contains("n (Integer) = 8") || layer.contains("n (Integer64) = 8"))
    #expect(layer.contains("MULTIPOLYGON (((150100 460000,150110 460000,150110 460010,150100 460000)))"))
    #expect(layer.contains("grenzen: g.geojson: sha256"))
    // The index answers for a place that only one outline holds.
    #expect(told("-al -spat 150101 460001 150102 460002").contains("Feature Count: 1"))
  }

  @Test func `a table without rows is a layer without rows`() throws {
    try bench.run("read t.csv | where n > 99 | to gpkg o.gpkg --outlines g.geojson")
    #expect(try layer("o.gpkg").table.rowCount == 0)
  }

  @Test func `what is held back stays so, with its sign beside it`() throws {
    try bench.hold(Self.held, as: "cijfers")
    var figures = Column.numbers("n", [.nan, 8])
    figures.withheld[0] = "<5"
    bench.session.remember(
      "t",
      .result(
        .init(
          output: Output(Table(columns: [.texts("code", ["BU01640501", "BU01640502"]), figures])),
          provenance: Provenance(), line: "", owner: nil)))
    try bench.run("$t | to gpkg o.gpkg --outlines g.geojson")
    let (table, polygons, _) = try layer("o.gpkg")
    #expect(table.column("n")?.numbers?.map { $0.isNaN ? -1 : $0 } == [-1, 8])
    #expect(table.column("n_status")?.texts == ["<5", nil])
    #expect(polygons.allSatisfy { !$0.isEmpty })
  }

  private static let held = Table(columns: [.texts("a", ["b"])])

  @Test func `outlines of the workspace go by the name of their table, and a GeoPackage by its layer`() throws {
    try bench.hold(
      Table(columns: [
        .texts("code", ["BU01640501", "BU01640502"]), .texts("crs", ["rd", "rd"]),
        .texts(
          "polygons", ["[[[[150000,460000],[150010,460000],[150010,460010]]]]", "[[[[1,2],[3,2],[3,4]]]]"]),
      ]), as: "wzw.geometry")
    try bench.run("read t.csv | top 2 | to gpkg o.gpkg --outlines wzw.geometry")
    #expect(try layer("o.gpkg").polygons.map(\.count) == [1, 1])
    try bench.run("read t.csv | top 2 | to gpkg p.gpkg --outlines o.gpkg!read_t_csv")
    #expect(try layer("p.gpkg").polygons == layer("o.gpkg").polygons)
    let error = bench.error("read t.csv | to gpkg p.gpkg --outlines wzw.geometri")
    #expect(error?.code == "file.missing" && error?.suggestion == "wzw.geometry")
  }

  @Test func `outlines in degrees become metres of RD, which is said, and geojson keeps them in degrees`() throws {
    // The tower in Amersfoort, from which RD counts.
    bench.file(
      "d.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"BU01640501"},"geometry":"#
        + #"{"type":"MultiPolygon","coordinates":[[[[5.38720621,52.1551744],[5.4,52.1551744],[5.4,52.16],[5.38720621,52.1551744]]]]}}]}"#
    )
    let said = try notices("read t.csv | top 1 | to gpkg o.gpkg --outlines d.geojson")
    #expect(said.contains { $0.contains("omgerekend naar RD (EPSG:28992)") })
    let (_, polygons, epsg) = try layer("o.gpkg")
    #expect(epsg == 28992)
    #expect(polygons.first?.first?.first?.first == AreaMap.Point(x: 155_000, y: 463_000))
    try bench.run("read t.csv | top 1 | to geojson o.geojson --outlines d.geojson")
    #expect(try bench.text(of: "o.geojson").contains("[5.38720621,52.1551744]"))
  }

  @Test func `a code that stands twice is an error, in the figures and in the outlines`() throws {
    bench.file("twice.csv", "code;jaar;n\nBU01640501;2023;1\nBU01640501;2024;2\nBU01640502;2024;3\n")
    let rows = try #require(bench.error("read twice.csv | to gpkg o.gpkg --outlines g.geojson"))
    #expect(rows.code == "to.doubled" && rows.message.nl.contains("'code'") && rows.message.nl.contains("BU01640501"))
    #expect(rows.wayOut?.nl.contains("where, group of pivot") == true)
    #expect(rows.place?.column == 44)
    bench.file("gm.csv", "gemeentecode;n\n164;1\n")
    let outlines = try #require(bench.error("read gm.csv | to gpkg o.gpkg --outlines g.geojson"))
    #expect(outlines.code == "to.doubled" && outlines.message.nl.contains("'g.geojson'"))
    #expect(bench.folder.read("o.gpkg") == nil)
    // Of one municipality that stands beside each neighbourhood, the neighbourhood is meant.
    bench.file("both.csv", "gm;code;n\nGM0164;BU01640501;1\nGM0164;BU01640502;2\n")
    try bench.run("read both.csv | to gpkg o.gpkg --outlines g.geojson")
    #expect(try layer("o.gpkg").polygons.allSatisfy { !$0.isEmpty })
  }

  @Test func `without a column of codes, or with none that has an outline, there is one error and no file`() throws {
    bench.file("names.csv", "naam;inwoners;jaar\nNoord;164;2024\nZuid;758;2024\n")
    bench.file("other.csv", "code;n\nBU09990101;1\n")
    let none = try #require(bench.error("read names.csv | to gpkg o.gpkg --outlines g.geojson"))
    #expect(none.code == "to.noarea" && none.wayOut != nil)
    let other = try #require(bench.error("read other.csv | to gpkg o.gpkg --outlines g.geojson"))
    #expect(other.code == "to.nomatch" && other.message.nl.contains("BU09990101"))
    for (file, text, code) in [
      ("points.geojson", #"{"type":"FeatureCollection","features":[]}"#, "to.outlines"),
      ("x.csv", "a;b\n1;2\n", "to.outlines"),
      ("nocode.geojson", Self.geoJSON(code: "buurt").replacing("\"BU0164", with: "\"Buurt 0164"), "to.doubled"),
      ("broken.geojson", "{\"type\":", "json.syntax"),
      ("far.geojson", Self.geoJSON().replacing("460000", with: "6460000"), "source.crs"),
    ] {
      bench.file(file, text)
      let error = bench.error("read t.csv | derive gm = 'GM0164' | to gpkg o.gpkg --outlines \(file)")
      #expect(error?.code == code, "\(file): \(error?.message.nl ?? "-")")
      #expect(error?.code == "json.syntax" || error?.wayOut != nil, "\(file)")
    }
    #expect(bench.folder.read("o.gpkg") == nil)
  }

  @Test func `what is personal beside outlines stops where it would come in, and else does not come in`() throws {
    let mail = Self.geoJSON().replacing("\"naam\":\"Noord\"", with: "\"naam\":\"jan@example.nl\"")
    bench.file("mail.geojson", mail)
    try bench.run("read t.csv | to gpkg o.gpkg --outlines mail.geojson")
    #expect(bench.folder.read("o.gpkg").map { !String(decoding: $0, as: UTF8.self).contains("example.nl") } == true)
    bench.file("bsn.geojson", Self.geoJSON().replacing("\"naam\":\"Noord\"", with: "\"bsn_code\":\"111222333\""))
    #expect(bench.error("read t.csv | to gpkg p.gpkg --outlines bsn.geojson")?.code == "personal.found")
    #expect(bench.folder.read("p.gpkg") == nil)
  }

  @Test func `several codes that stand twice are told in the plural`() throws {
    bench.file("two.csv", "code;n\nBU01640501;1\nBU01640501;2\nBU01640502;3\nBU01640502;4\n")
    let error = try #require(bench.error("read two.csv | to gpkg o.gpkg --outlines g.geojson"))
    #expect(error.message.nl.hasPrefix("in kolom 'code' hebben 2 codes meer dan één rij (BU01640501, BU01640502)"))
    #expect(error.message.en.hasPrefix("in column 'code' 2 codes have more than one row"))
  }

  @Test func `numbers are codes only where the column says so, and names are none`() {
    func keys(_ column: Column) -> [String?]? { AreaKeys(column)?.keys }
    #expect(keys(.numbers("gemeentecode", [164, 758])) == ["GM0164", "GM0758"])
    #expect(keys(.numbers("inwoners", [164, 758])) == nil)
    #expect(keys(.numbers("PC4", [7551, 7552])) == ["7551", "7552"])
    #expect(keys(.texts("jaar", ["2024"])) == nil)
    #expect(keys(.texts("naam", ["Berflo Es", "Noord 2"])) == nil)
    #expect(keys(.texts("x", ["7551 AB", "7552cd"])) == ["7551AB", "7552CD"])
    #expect(keys(.texts("x", ["gm 0164", nil, "WK0164 05"])) == ["GM0164", nil, "WK016405"])
    // A total below is no code; where most are none, the column holds none.
    #expect(keys(.texts("x", ["BU01640501", "Totaal"])) == ["BU01640501", nil])
    #expect(keys(.texts("x", ["BU01640501", "Totaal", "Noord"])) == nil)
    #expect(keys(.texts("x", [])) == nil)
  }
}
