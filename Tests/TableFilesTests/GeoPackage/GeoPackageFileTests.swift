import Layers
import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct GeoPackageFileTests {
  private static let tables = GeoPackageSchema.tables.joined(separator: ";") + ";"

  /// A GeoPackage with one layer of figures, made by SQL.
  private func attributes(_ scratch: Scratch, _ columns: String, _ rows: String) -> String {
    scratch.database(
      "x.gpkg",
      Self.tables + "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('x', 'attributes');"
        + "CREATE TABLE x (\(columns)); INSERT INTO x VALUES \(rows);")
  }

  private func read(_ path: String, layer: String? = nil, geometry: Bool = true) throws -> GeoTable {
    try GeoPackageFile(path: path, interrupt: {}).read(layer: layer, geometry: geometry)
  }

  @Test func `curve gpkg has layer vlak of 5 rows, 2 without outline, and v of 4`() throws {
    guard let path = shared("cases/geo/curve.gpkg") else { return }
    let layers = try GeoPackageFile(path: path, interrupt: {}).layers()
    #expect(layers.map(\.name) == ["vlak", "v"])
    #expect(layers.map(\.rows) == [5, 4])
    #expect(layers.map(\.isView) == [false, true])
    #expect(layers.map { $0.geometry?.epsg } == [28992, nil])
    let area = try read(path, layer: "vlak")
    #expect(area.epsg == 28992)
    #expect(area.table.columnNames == ["fid", "code", "dag"])
    #expect(area.table.column("code")?.texts == ["a", "b", "c", "d", "e"])
    #expect(area.polygons?.map(\.count) == [1, 2, 0, 1, 0])
    #expect(area.polygons?[0].first?.first?.count == 361)
    #expect(
      area.notices.map(\.text.nl) == [
        "in 1 omtrek staan cirkelbogen; ze zijn omgezet in rechte stukjes van hoogstens één graad",
        "2 rijen hebben geen omtrek",
      ])
    let view = try read(path, layer: "v")
    #expect(view.table.column("code")?.texts == ["a", "b", "d", "e"])
    #expect(view.polygons == nil && view.epsg == nil)
  }

  @Test func `a layer is asked for by its number too, and a number beyond them is none of them`() throws {
    guard let path = shared("cases/geo/curve.gpkg") else { return }
    #expect(try read(path, layer: "1").layer == "vlak")
    #expect(try read(path, layer: "2").layer == "v")
    for wanted in ["0", "3", "-1", "\(Int.min)", "\(Int.max)", "99999999999999999999"] {
      #expect { try read(path, layer: wanted) } throws: { ($0 as? Diagnostic)?.code == "source.layer" }
    }
  }

  @Test func `gm gpkg has 342 municipalities, 10 of several parts, and 56 neighbourhoods`() throws {
    guard let path = shared("cases/geo/gm.gpkg") else { return }
    let municipalities = try read(path, layer: "gemeenten")
    #expect(municipalities.table.rowCount == 342)
    #expect(municipalities.polygons?.filter { $0.count > 1 }.count == 10)
    #expect(municipalities.polygons?.filter(\.isEmpty).isEmpty == true)
    #expect(municipalities.notices.isEmpty)
    #expect(try read(path, layer: "buurten").table.rowCount == 56)
    #expect(try read(path, layer: "BUURTEN", geometry: false).polygons == nil)
  }

  @Test func `without a layer named the error has a line ready for each`() throws {
    guard let path = shared("cases/geo/gm.gpkg") else { return }
    let error = problem { _ = try read(path) }
    #expect(error?.code == "source.layer")
    #expect(error?.candidates.map(\.word) == ["\(path)!gemeenten", "\(path)!buurten"])
    #expect(error?.candidates.first?.about?.nl == "342 rijen, 6 kolommen")
    #expect(problem { _ = try read(path, layer: "gemeente") }?.suggestion == "gemeenten")
  }

  @Test func `each kind of value becomes what a table has`() throws {
    let scratch = Scratch()
    let path = attributes(
      scratch, "a INTEGER, b REAL, c TEXT, d BOOLEAN, e DATE, f BLOB, g INT, h, i NUMERIC",
      "(1, 0.1, '0344', 1, '2024-03-31', x'00', 9007199254740993, NULL, 3), (NULL, NULL, NULL, NULL, NULL, NULL, 2, x'01', 'y'),"
        + "(-3, 9e999, '', 0, 2024, x'02', NULL, x'02', 2.5)")
    let read = try read(path)
    #expect(read.table.columnNames == ["a", "b", "c", "d", "e", "g", "i"])
    #expect(read.table.column("a") == .numbers("a", [1, .nan, -3]))
    #expect(read.table.column("b") == .numbers("b", [0.1, .nan, .nan]))
    #expect(read.table.column("c") == .texts("c", ["0344", nil, ""]))
    #expect(read.table.column("d") == Column("d", .booleans([true, nil, false])))
    #expect(read.table.column("e") == .texts("e", ["2024-03-31", nil, "2024"]))
    #expect(read.table.column("g") == .texts("g", ["9007199254740993", "2", nil]))
    #expect(read.table.column("i") == .texts("i", ["3", "y", "2.5"]))
    #expect(
      read.notices.map(\.text.nl) == [
        "kolom 'g' heeft getallen van meer dan 15 cijfers en is als tekst gelezen, zodat er geen cijfer wegvalt",
        "kolom 'i' heeft ook teksten tussen de getallen en is daarom als tekst gelezen",
        "1 oneindig grote waarde in 'b' telt als ontbrekend",
        "kolommen 'f', 'h' bevatten geen cijfers of tekst maar een afbeelding of vorm en zijn weggelaten",
      ])
  }

  @Test func `two to the power of 53 is a number, one more is a text`() throws {
    let scratch = Scratch()
    let path = attributes(scratch, "a INTEGER, b INTEGER", "(9007199254740992, -9223372036854775808)")
    let read = try read(path)
    #expect(read.table.column("a") == .numbers("a", [9_007_199_254_740_992]))
    #expect(read.table.column("b") == .texts("b", ["-9223372036854775808"]))
  }

  @Test func `a column of yes and no with a 2 in it is one of numbers`() throws {
    let scratch = Scratch()
    #expect(
      try read(attributes(scratch, "a BOOLEAN", "(1), (2), (NULL)")).table.column("a") == .numbers("a", [1, 2, .nan]))
  }

  @Test func `names with quotes, blanks and no letters at all are read`() throws {
    let scratch = Scratch()
    let path = attributes(scratch, "\"a\"\"b c\" TEXT, \"\" TEXT, \"x;--\" INT", "('p', 'q', 1)")
    #expect(try read(path).table.columnNames == ["a\"b c", "kolom_2", "x;--"])
  }

  @Test func `a file that another program is writing is refused`() throws {
    let scratch = Scratch()
    let path = attributes(scratch, "a INT", "(1)")
    scratch.write([], "x.gpkg-journal")
    #expect(try read(path).table.rowCount == 1)
    scratch.write([0xD9, 0xD5], "x.gpkg-journal")
    #expect(problem { _ = try read(path) }?.code == "source.inuse")
    scratch.write([], "x.gpkg-journal")
    scratch.write([], "x.gpkg-wal")
    #expect(problem { _ = try read(path) }?.code == "source.inuse")
  }

  @Test func `a file that was once written with a log beside it is read when the log is gone`() throws {
    let scratch = Scratch()
    let path = scratch.database(
      "x.gpkg",
      "PRAGMA journal_mode = WAL;" + Self.tables
        + "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('x', 'attributes');"
        + "CREATE TABLE x (a INT); INSERT INTO x VALUES (1);")
    #expect(contents(path)[18] == 2)
    #expect(try read(path).table.rowCount == 1)
    #expect(contents("\(path)-wal").isEmpty)
  }

  @Test func `what is no GeoPackage is refused with a word about it`() {
    let scratch = Scratch()
    for path in [
      scratch.write(Array("code;naam\n".utf8), "a.gpkg"), scratch.write([], "b.gpkg"),
      scratch.database("c.gpkg", "CREATE TABLE x (a)"),
    ] {
      let error = problem { _ = try read(path) }
      #expect(error?.code == "source.damaged")
      #expect(error?.message.nl.hasSuffix("is geen GeoPackage") == true)
      #expect(error?.wayOut != nil)
    }
  }

  @Test func `a GeoPackage without layers says so`() {
    let scratch = Scratch()
    #expect(problem { _ = try read(scratch.database("a.gpkg", Self.tables)) }?.code == "source.layer")
  }

  @Test func `a view without end is given up, and a person is heard meanwhile`() throws {
    let scratch = Scratch()
    let path = scratch.database(
      "x.gpkg",
      Self.tables + "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('x', 'attributes'), ('y', 'attributes');"
        + "CREATE VIEW x AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a FROM n WHERE a < 0;"
        + "CREATE VIEW y AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a FROM n;")
    let file = try GeoPackageFile(path: path, patience: 50, interrupt: {})
    #expect(problem { _ = try file.read(layer: "x", geometry: true) }?.code == "source.endless")
    #expect(try file.layers().map(\.rows) == [nil, nil])
    var turns = 0
    let heard = try GeoPackageFile(
      path: path,
      interrupt: {
        turns += 1
        if turns == 3 { throw Interrupted() }
      })
    #expect(throws: Interrupted.self) { try heard.read(layer: "y", geometry: true) }
  }

  @Test func `more rows, texts or points than are kept are refused`() throws {
    let scratch = Scratch()
    let path = attributes(scratch, "a TEXT, b INT", "('abcdefghijklmnop', 1), ('qrstuvwxyzabcdef', 2), ('kort', 3)")
    let database = try SQLiteDatabase.reading(contents(path), interrupt: {})
    let layer = try #require(try LayerCatalogue(database)?.layers().first)
    func reads(_ limits: LayerLimits) -> Bool {
      (try? LayerReader(database, layer, limits: limits).read(labels: [:], withGeometry: true)) != nil
    }
    #expect(reads(.init(cells: 6)) && !reads(.init(cells: 5)))
    #expect(reads(.init(textBytes: 96)) && !reads(.init(textBytes: 95)))
  }

  @Test func `a view that makes long texts is refused before they fill the memory`() throws {
    let scratch = Scratch()
    let path = scratch.database(
      "x.gpkg",
      Self.tables + "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('x', 'attributes');"
        + "CREATE VIEW x AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n)"
        + " SELECT CAST(zeroblob(30000000) AS TEXT) AS t FROM n;")
    let database = try SQLiteDatabase.reading(contents(path), interrupt: {})
    let layer = try #require(try LayerCatalogue(database)?.layers().first)
    #expect(throws: SQLiteFailure(.large, "more than is kept")) {
      try LayerReader(database, layer, limits: .init(textBytes: 100_000_000)).read(labels: [:], withGeometry: false)
    }
  }

  @Test func `nothing in a file can write, attach or load`() throws {
    let scratch = Scratch()
    let path = attributes(scratch, "a INT", "(1)")
    let database = try SQLiteDatabase.reading(contents(path), interrupt: {})
    for sql in [
      "INSERT INTO x VALUES (2)", "ATTACH '\(scratch.folder)/other.db' AS other", "SELECT load_extension('x')",
      "CREATE TABLE y (a)", "SELECT \"no such column\"",
    ] { #expect(throws: SQLiteFailure.self, "\(sql)") { try database.run(sql) } }
  }

  @Test func `points, lines and damaged outlines are told apart`() throws {
    let scratch = Scratch()
    func blob(_ written: WrittenBinary, system: UInt8 = 0) -> String {
      let bytes = [0x47, 0x50, 0, 1, 0x40 &+ system, 0x71, 0, 0] + written.bytes
      return "x'" + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "'"
    }
    var point = WrittenBinary()
    point.begin(1)
    point.point(at(3, 4))
    var line = WrittenBinary()
    line.line([at(0, 0), at(1, 1)])
    let path = scratch.database(
      "p.gpkg",
      Self.tables + "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('p', 'features');"
        + "INSERT INTO gpkg_geometry_columns VALUES ('P', 'Geom', 'POINT', 28992, 0, 0);"
        + "CREATE TABLE p (geom BLOB, a TEXT); INSERT INTO p VALUES (\(blob(point)), 'a'), (NULL, 'b'), (x'4750', 'c'),"
        + "(\(blob(line)), 'd'), (\(blob(point, system: 1)), 'e');")
    let read = try read(path)
    #expect(read.points == [at(3, 4), nil, nil, nil, at(3, 4)])
    #expect(read.polygons == nil)
    // The file does not describe its systems, so the number counts.
    #expect(read.epsg == 28992)
    #expect(
      read.notices.map(\.text.nl) == [
        "1 rij heeft geen punt", "1 rij heeft een omtrek of punt dat niet te lezen is en hier ontbreekt: rij 3",
        "1 rij heeft lijnen of losse punten; die zijn niet gelezen",
        "1 rij noemt een ander coördinatenstelsel dan de laag; dat van de laag is aangehouden",
      ])
  }
}
