import Layers
import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct GeoPackageWriterTests {
  private let square = [at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(0, 0)]
  private let changed = "2026-11-28T00:00:00.000Z"

  private var layer: WrittenLayer {
    WrittenLayer(
      name: "Wijken & buurten",
      table: Table(columns: [
        .texts("code", ["0344", "0363", nil]),
        Column(
          "n", .numbers([3, 12, .nan]), label: Text(nl: "Aantal", en: "Count"), unit: .persons, withheld: [0: "<5"]),
        .numbers("x", [1.0 / 7, 0.1 + 0.2, 1e300]), .numbers("nul", [-0.0, 1, 2]),
        Column("ja", .booleans([true, false, nil])),
        .texts("geom", ["=1+1", "", "é"]),
      ]),
      polygons: [[[square]], [], [[square], [[at(9, 9), at(10, 9), at(10, 10)]]]])
  }

  private func written(_ layers: [WrittenLayer], provenance: String = "bron: CBS") throws -> [UInt8] {
    try GeoPackageWriter(language: .nl).bytes(layers, provenance: provenance, changed: changed, interrupt: {})
  }

  private func rows(_ path: String, _ sql: String) throws -> [String] {
    let database = try SQLiteDatabase.reading(contents(path), interrupt: {})
    let statement = try SQLiteStatement(database, sql)
    var rows: [String] = []
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { statement.optionalText($0) ?? "-" }.joined(separator: "|"))
    }
    return rows
  }

  @Test func `what is written is what is read`() throws {
    let scratch = Scratch()
    let path = scratch.write(try written([layer]), "x.gpkg")
    let read = try GeoPackageFile(path: path, interrupt: {}).read(layer: nil, geometry: true)
    #expect(read.layer == "Wijken_buurten")
    #expect(read.epsg == 28992)
    #expect(read.table.columnNames == ["fid", "code", "n", "x", "nul", "ja", "geom", "n_status"])
    #expect(read.table.column("code")?.texts == ["0344", "0363", nil])
    #expect(read.table.column("n")?.storage == .numbers([.nan, 12, .nan]))
    #expect(read.table.column("n")?.label == .verbatim("Aantal"))
    #expect(read.table.column("n_status")?.texts == ["<5", nil, nil])
    #expect(read.table.column("x")?.numbers?.map(\.bitPattern) == [1.0 / 7, 0.1 + 0.2, 1e300].map(\.bitPattern))
    // SQLite knows one zero only.
    #expect(read.table.column("nul")?.numbers?.map(\.bitPattern) == [0.0, 1, 2].map(\.bitPattern))
    #expect(read.table.column("ja")?.storage == .booleans([true, false, nil]))
    #expect(read.table.column("geom")?.texts == ["=1+1", "", "é"])
    #expect(
      read.polygons == [
        [[square]], [], [[square], [[at(9, 9), at(10, 9), at(10, 10), at(9, 9)]]],
      ])
    #expect(read.notices.map(\.text.en) == ["1 row has no outline"])
  }

  @Test func `dates are dates in the file, and come back as they are written`() throws {
    var until = Column.dates("tot", ["2024-02-29", "", "0001-01-01", "9999-12-31"].map { CalendarDate($0) })
    until.withheld[3] = "x"
    let scratch = Scratch()
    let layer = WrittenLayer(name: "t", table: Table(columns: [until]), polygons: nil)
    let path = scratch.write(try written([layer]), "x.gpkg")
    let read = try GeoPackageFile(path: path, interrupt: {}).read(layer: nil, geometry: false)
    #expect(read.table.column("tot")?.texts == ["2024-02-29", nil, "0001-01-01", nil])
    #expect(read.table.column("tot_status")?.texts == [nil, nil, nil, "x"])
    #expect(try rows(path, "SELECT type FROM pragma_table_info('t') WHERE name = 'tot'") == ["DATE"])
  }

  @Test func `the file is whole, and says what it is, what its columns are and where it comes from`() throws {
    let scratch = Scratch()
    let path = scratch.write(try written([layer]), "x.gpkg")
    #expect(try rows(path, "PRAGMA integrity_check") == ["ok"])
    #expect(try rows(path, "PRAGMA foreign_key_check") == [])
    #expect(try rows(path, "PRAGMA application_id") == ["1196444487"])
    #expect(try rows(path, "PRAGMA user_version") == ["10300"])
    #expect(
      try rows(path, "SELECT * FROM gpkg_contents")
        == ["Wijken_buurten|features|Wijken_buurten|Wijken & buurten|2026-11-28T00:00:00.000Z|0.0|0.0|10.0|10.0|28992"])
    #expect(
      try rows(path, "SELECT column_name, title, description FROM gpkg_data_columns")
        == ["n|Aantal|personen", "n_status|Waarom n ontbreekt|-"])
    #expect(try rows(path, "SELECT metadata FROM gpkg_metadata") == ["bron: CBS"])
    #expect(try rows(path, "SELECT column_name FROM gpkg_geometry_columns") == ["geom_2"])
    #expect(
      try rows(path, "SELECT id, minx, maxx FROM rtree_Wijken_buurten_geom_2") == ["1|0.0|4.0", "3|0.0|10.0"])
    #expect(try rows(path, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == ["6"])
  }

  @Test func `the same layers give the same bytes`() throws {
    let many = WrittenLayer(
      name: "veel",
      table: Table(columns: [.counts("i", Array(0..<3000)), .texts("t", (0..<3000).map { "rij \($0)" })]),
      polygons: (0..<3000).map { [[[at(Double($0), 0), at(Double($0) + 1, 0), at(Double($0), 1)]]] })
    #expect(try written([layer, many]) == written([layer, many]))
  }

  @Test func `layers without places, in degrees and of the same name stand beside each other`() throws {
    let scratch = Scratch()
    let table = Table(columns: [.numbers("FID", [.nan]), .numbers("fid", [-2])])
    let path = scratch.write(
      try written([
        WrittenLayer(name: "gpkg x", table: table), WrittenLayer(name: "GPKG_x", table: table),
        WrittenLayer(name: "2024", table: table, polygons: [[[square]]], coordinates: .wgs84),
      ]), "x.gpkg")
    let layers = try GeoPackageFile(path: path, interrupt: {}).layers()
    #expect(layers.map(\.name) == ["laag_gpkg_x", "laag_GPKG_x_2", "laag_2024"])
    #expect(layers.map(\.kind) == [.attributes, .attributes, .features])
    #expect(layers.map(\.geometry?.epsg) == [nil, nil, 4326])
    #expect(layers.first?.columns == ["fid_3", "FID", "fid_2"])
  }

  @Test func `rows that have numbers of their own keep them, unless they cannot be read again so`() throws {
    func rows(_ numbers: [Double]) throws -> GeoTable {
      let scratch = Scratch()
      let table = Table(columns: [.numbers("FID", numbers), .texts("a", numbers.map { "\($0)" })])
      let path = scratch.write(
        try written([WrittenLayer(name: "x", table: table, polygons: numbers.map { _ in [[square]] })]), "x.gpkg")
      return try GeoPackageFile(path: path, interrupt: {}).read(layer: nil, geometry: true)
    }
    let kept = try rows([0, 3, 7])
    #expect(kept.table.columnNames == ["FID", "a"])
    #expect(kept.table.column("FID")?.numbers == [0, 3, 7])
    for numbers in [[3, 0], [1, 1], [1, 1.5], [-1, 2], [1, .nan]] {
      let counted = try rows(numbers)
      #expect(counted.table.columnNames == ["fid_2", "FID", "a"])
      #expect(counted.table.column("fid_2")?.numbers == [1, 2])
    }
  }

  @Test func `points that are no numbers and outlines of two points are no outlines`() throws {
    let scratch = Scratch()
    let table = Table(columns: [.numbers("a", [1, 2, 3])])
    let path = scratch.write(
      try written([
        WrittenLayer(
          name: "x", table: table, polygons: [[[[at(0, 0), at(.nan, 1), at(1, 1)]]], [[[at(0, 0), at(1, 1)]]]])
      ]), "x.gpkg")
    #expect(try GeoPackageFile(path: path, interrupt: {}).read(layer: "x", geometry: true).polygons == [[], [], []])
  }

  @Test func `no layers and too many columns are refused`() {
    #expect(problem { _ = try written([]) }?.code == "to.empty")
    let wide = Table(columns: (0..<1999).map { .numbers("k\($0)", [1]) })
    #expect(problem { _ = try written([WrittenLayer(name: "x", table: wide)]) }?.code == "to.toolarge")
  }

  @Test func `a person who interrupts is heard`() {
    let table = Table(columns: [.numbers("a", [Double](repeating: 1, count: 20_000))])
    #expect(throws: Interrupted.self) {
      try GeoPackageWriter(language: .nl).bytes(
        [WrittenLayer(name: "x", table: table)], provenance: "", changed: changed
      ) { throw Interrupted() }
    }
  }
}
