import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles
@testable import TableFiles

/// A shapefile is several files: what each of them says counts, and what is missing is said.
@Suite(.enabled(if: GDALHere.isThere)) struct ShapefileTests {
  private let squares = TestShapefile.squares([100, 200, 300])

  @Test func `codes keep their noughts, numbers are numbers, and outlines lie beside them`() throws {
    let bench = try MapBench(squares.files("wijk"))
    let read = try bench.opened("wijk.shp")
    #expect(read.table.columnNames == ["code", "zijde"])
    #expect(read.table.column("code")?.texts == ["000", "001", "002"])
    #expect(read.table.column("zijde")?.numbers == [100, 200, 300])
    #expect(read.features?.epsg == 28992)
    #expect(read.features?.polygons.map { $0.map { $0.map(\.count) } } == [[[5]], [[5]], [[5]]])
    #expect(read.features?.polygons[1][0][0][2] == AreaMap.Point(x: 156_200, y: 463_200))
    #expect(read.notices.isEmpty)
    #expect(read.item?.nl == "laag wijk")
  }

  @Test func `contents names layer, rows, columns and system`() throws {
    let bench = try MapBench(squares.files("wijk"))
    let table = try #require(try bench.table("contents wijk.shp"))
    #expect(table.column("name")?.texts == ["wijk"])
    #expect(table.column("rows")?.numbers == [3])
    #expect(table.column("columns")?.numbers == [2])
  }

  @Test func `every file of it is an input of the result`() throws {
    let bench = try MapBench(squares.files("wijk"))
    let inputs = try #require(try bench.bench.result("read wijk.shp")?.provenance.inputs)
    #expect(Set(inputs.map(\.path)) == ["wijk.shp", "wijk.shx", "wijk.dbf", "wijk.prj"])
    #expect(inputs.allSatisfy { $0.sha256.count == 64 })
  }

  @Test func `texts are read as the table read by itself has them`() throws {
    var shapes = squares
    // S ú d in Windows-1252, DOS 850 and UTF-8.
    shapes.codes[0] = [0x53, 0xFA, 0x64]
    var files = shapes.files("a")
    #expect(try MapBench(files).table("read a.shp")?.column("code")?.texts?[0] == "Súd")
    shapes.language = 0
    files = shapes.files("a")
    let guessed = try MapBench(files)
    #expect(try guessed.table("read a.shp")?.column("code")?.texts?[0] == "Súd")
    #expect(try guessed.notices("read a.shp").contains { $0.contains("cp1252") })
    files["a.cpg"] = Array("850".utf8)
    shapes.codes[0] = [0x53, 0xA3, 0x64]
    files["a.dbf"] = shapes.files("a")["a.dbf"]
    let told = try MapBench(files)
    #expect(try told.table("read a.shp")?.column("code")?.texts?[0] == "Súd")
    #expect(try told.table("read a.dbf") == told.table("read a.shp"))
    #expect(try told.notices("read a.shp").isEmpty)
    files["a.cpg"] = Array("klingon".utf8)
    #expect(try MapBench(files).error("read a.shp")?.code == "source.codepage")
  }

  @Test func `rows that are marked as deleted go with their outlines, and are counted`() throws {
    var shapes = squares
    shapes.deleted = [1]
    let bench = try MapBench(shapes.files("a"))
    let read = try bench.opened("a.shp")
    #expect(read.table.column("code")?.texts == ["000", "002"])
    #expect(read.features?.polygons.map { $0[0][0][2].x } == [155_100, 157_300])
    #expect(read.notices.map(\.text.nl) == ["1 rij die als gewist is aangemerkt, is weggelaten"])
  }

  @Test func `without its table it is refused, and without its index or system it says so`() throws {
    var files = squares.files("a")
    files["a.shx"] = nil
    files["a.prj"] = nil
    let bench = try MapBench(files)
    let read = try bench.opened("a.shp")
    #expect(read.table.rowCount == 3 && read.features?.polygons.count == 3)
    #expect(read.features?.epsg == 0)
    #expect(read.notices.map(\.level) == [.info, .caution])
    files["a.dbf"] = nil
    let error = try MapBench(files).error("read a.shp")
    #expect(error?.code == "source.part")
    #expect(error?.wayOut?.nl.contains(".dbf") == true)
  }

  @Test func `a table with other rows than there are shapes is refused`() throws {
    var files = squares.files("a")
    for index in [true, false] {
      if !index { files["a.shx"] = nil }
      for sides in [[100.0, 200], [100, 200, 300, 400]] {
        files["a.dbf"] = TestShapefile.squares(sides).files("a")["a.dbf"]
        let error = try #require(try MapBench(files).error("read a.shp"))
        #expect(error.code == "source.damaged")
        #expect(
          error.message.nl
            == "'a.shp' heeft 3 vormen en zijn .dbf \(sides.count) rijen; die horen niet bij elkaar")
      }
    }
  }

  @Test func `it is read out of a zip, as the only one in it and by its name`() throws {
    let files = squares.files("kaart/wijk").sorted { $0.key < $1.key }
    let bench = try MapBench(["k.zip": try TestZip.bytes(files.map { ($0.key, $0.value) })])
    let read = try bench.opened("k.zip")
    #expect(read.table.column("code")?.texts == ["000", "001", "002"])
    #expect(read.features?.epsg == 28992 && read.features?.polygons.count == 3)
    #expect(try bench.table("read k.zip!kaart/wijk.shp") == read.table.ofLine)
    #expect(try bench.table("read k.zip!wijk.shp")?.rowCount == 3)
    #expect(try bench.table("read k.zip!kaart/wijk.dbf")?.rowCount == 3)
    #expect(bench.error("read k.zip!kaart/wijk.shx")?.code == "source.part")
  }

  @Test func `a part of it leads to the whole, and other names of layers to the one there is`() throws {
    let bench = try MapBench(squares.files("a"))
    for name in ["a.shx", "a.prj"] {
      #expect(bench.error("read \(name)")?.code == "source.part")
      #expect(bench.error("read \(name)")?.suggestion == "a.shp")
    }
    #expect(bench.error("read a.shp!wijken")?.code == "source.layer")
    #expect(bench.error("read a.shp --layer 2")?.code == "source.layer")
    #expect(try bench.table("read a.shp --layer 1 --text zijde")?.column("zijde")?.texts == ["100", "200", "300"])
    #expect(bench.error("read a.shp --text hoogte")?.code == "column.unknown")
    #expect(bench.error("read a.shp!a --layer 1")?.code == "argument.clash")
  }

  @Test func `what is personal in it is stopped with the column`() throws {
    var shapes = squares
    shapes.codes = ["jan@example.nl", "piet@example.nl", "an@example.nl"].map { Array($0.utf8) }
    let bench = try MapBench(shapes.files("a"))
    #expect(bench.error("read a.shp")?.code == "personal.found")
    #expect(try bench.table("read a.shp --drop code")?.columnNames == ["zijde"])
  }
}
