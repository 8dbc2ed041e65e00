import Layers
import Methods
import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles
@testable import TableFiles

/// The same layer in every form gives what the reader of GeoPackages gives of it, which knows nothing of GDAL.
@Suite(.enabled(if: GDALHere.converts)) struct SameAsGeoPackageTests {
  /// A form, how GDAL is asked to write it, and how much of a coordinate it keeps.
  struct Form: CustomTestStringConvertible {
    let name: String
    let driver: String
    var options: [String] = []
    /// In metres.
    let precision: Double
    var testDescription: String { driver }

    static let all = [
      Form(name: "l.shp", driver: "ESRI Shapefile", options: ["-lco", "ENCODING=UTF-8"], precision: 0),
      // With an index it would leave out what has no place.
      Form(name: "l.fgb", driver: "FlatGeobuf", options: ["-lco", "SPATIAL_INDEX=NO"], precision: 0),
      // Written with fifteen digits.
      Form(name: "l.gml", driver: "GML", options: ["-dsco", "FORMAT=GML3.2"], precision: 1e-8),
      // On a grid of a tenth of a millimetre.
      Form(name: "l.gdb", driver: "OpenFileGDB", precision: 1e-3),
      // In degrees: the two ways of converting agree to about two decimetres.
      Form(name: "l.kml", driver: "LIBKML", precision: 0.5),
    ]
  }

  private static func square(_ x: Double, _ y: Double, _ side: Double) -> [AreaMap.Point] {
    [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map { AreaMap.Point(x: x + $0.0, y: y + $0.1) }
  }

  /// Codes with noughts, letters beyond ASCII, numbers of seventeen digits, what is missing, a hole, an island, no place at all.
  private static let own = WrittenLayer(
    name: "wijken",
    table: Table(columns: [
      .texts("code", ["0344", "0001", "0917", "1234"]), .texts("naam", ["Súdwest", "€ en é", nil, "een, \"twee\""]),
      .numbers("deel", [1.0 / 7, -2.5, .nan, 1e-7]), .numbers("aantal", [1, 20, 300, .nan]),
    ]),
    polygons: [
      [[square(155_000.123456789, 463_000, 1000), square(155_200, 463_200, 100)]],
      [[square(160_000, 470_000, 10)], [square(161_000, 470_000, 1.0 / 3)]], [], [[square(13_000, 306_000, 5000)]],
    ], coordinates: .rd)

  private func written(_ bench: MapBench) throws {
    bench.bench.file(
      "l.gpkg",
      bytes: try GeoPackageWriter(language: .nl).bytes(
        [Self.own], provenance: "test", changed: "2024-01-01T00:00:00.000Z", interrupt: {}))
  }

  @Test(arguments: Form.all)
  func `figures and outlines of an invented layer are the same`(form: Form) throws {
    let bench = try MapBench()
    try written(bench)
    #expect(
      GDALHere.convert(bench.path("l.gpkg"), "wijken", to: bench.path(form.name), as: form.driver, form.options))
    let (old, new) = (try bench.opened("l.gpkg"), try bench.opened(form.name))
    try compare(old, new, form)
    // A number that a form writes as text loses no more than its last digits.
    let codes = Set((new.table.column("code")?.texts ?? []).map { $0 ?? "" })
    #expect(codes.union(["0917"]) == ["0001", "0344", "0917", "1234"])
  }

  @Test(.enabled(if: Places.hasCases), arguments: Form.all, ["gemeenten", "buurten"])
  func `figures and outlines of real layers are the same`(form: Form, layer: String) throws {
    // GDAL writes no outline into KML that crosses itself, as three of these do.
    if form.driver == "LIBKML", layer == "gemeenten" { return }
    let bench = try MapBench()
    let input = (Places.cases ?? "") + "/geo/gm.gpkg"
    #expect(GDALHere.convert(input, layer, to: bench.path(form.name), as: form.driver, form.options))
    try compare(try bench.opened(input, layer), try bench.opened(form.name), form)
  }

  // MARK: Comparing

  private func compare(_ old: SourcedTable, _ new: SourcedTable, _ form: Form) throws {
    // The number of a row is a column in a GeoPackage, and in no other form.
    var old = old
    old.table = Table(columns: old.table.columns.filter { $0.name != "fid" })
    // GDAL writes no row without a place into FlatGeobuf.
    let kept = (0..<old.table.rowCount).filter { row in
      form.driver != "FlatGeobuf" || old.features?.polygons[row].isEmpty == false
    }
    #expect(new.table.rowCount == kept.count)
    // Names that dBASE and geodatabases cut off or change are found by their place.
    let extra = form.driver == "GML" ? 1 : 0
    #expect(new.table.columns.count - extra == old.table.columns.count)
    let rows = try order(old, new, extra, kept)
    for (index, column) in old.table.columns.enumerated() {
      let other = new.table.columns[index + extra]
      for (row, there) in rows {
        try compare(column[row], other[there], "\(column.name) row \(row)")
      }
    }
    let epsg = try #require(new.features?.epsg)
    #expect(epsg == (form.driver == "LIBKML" ? 4326 : 28992))
    for (row, there) in rows {
      let (one, two) = (places(old, row, epsg: 28992), places(new, there, epsg: epsg))
      guard one.count == two.count else {
        Issue.record("row \(row): \(one.count) points, and \(two.count)")
        continue
      }
      if form.precision == 0 {
        #expect(one == two, "row \(row)")
      } else {
        let off = one.map { point in two.map { max(abs(point.x - $0.x), abs(point.y - $0.y)) }.min() ?? 0 }.max() ?? 0
        #expect(off <= form.precision, "row \(row): \(off)")
      }
    }
  }

  /// Which row of the new table is which of the old: FlatGeobuf sorts them by where they lie.
  private func order(
    _ old: SourcedTable, _ new: SourcedTable, _ extra: Int, _ kept: [Int]
  ) throws -> [(row: Int, there: Int)] {
    func keys(_ column: Column) -> [String?] { column.texts.map(Array.init) ?? column.numbers?.map { "\($0)" } ?? [] }
    let places = Dictionary(
      keys(new.table.columns[extra]).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let wanted = keys(old.table.columns[0])
    return try kept.map { (row: $0, there: try #require(places[wanted[$0]])) }
  }

  private func compare(_ one: Value, _ two: Value, _ what: String) throws {
    if case .number(let one, _) = one, case .number(let two, _) = two {
      // Some forms write fifteen digits.
      #expect(abs(one - two) <= abs(one) * 1e-14 + 1e-15, "\(what)")
    } else {
      #expect(one.plain == two.plain, "\(what)")
    }
  }

  /// All corners of a row, sorted: in which order and direction a form keeps rings is its own affair.
  private func places(_ sourced: SourcedTable, _ row: Int, epsg: Int) -> [AreaMap.Point] {
    let corners = (sourced.features?.polygons[row] ?? []).flatMap { $0.flatMap { $0.dropLast() } }
    let inGrid = corners.map { point -> AreaMap.Point in
      guard epsg == 4326 else { return point }
      let plane = Rijksdriehoek.plane(GeographicPoint(latitude: point.y, longitude: point.x))
      return AreaMap.Point(x: plane.x, y: plane.y)
    }
    return inGrid.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }
}
