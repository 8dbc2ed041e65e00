import Files
import Layers
import Methods
import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles

/// Coordinates of other systems, arcs, layers: what GDAL gives is what the file means.
@Suite(.enabled(if: GDALHere.converts)) struct SystemTests {
  private func bench() throws -> MapBench {
    try MapBench(TestShapefile.squares([100, 200]).files("rd"))
  }

  @Test(arguments: [("EPSG:31370", 31370), ("EPSG:25831", 25831), ("EPSG:4258", 4258), ("EPSG:3857", 3857)])
  func `other systems become degrees, and that is told`(system: String, number: Int) throws {
    // Near Maastricht, where the Belgian system holds too.
    let bench = try MapBench(TestShapefile.squares([100, 200], from: (176_000, 318_000)).files("rd"))
    GDALHere.convert(bench.path("rd.shp"), nil, to: bench.path("x.fgb"), as: "FlatGeobuf", ["-t_srs", system])
    let (old, new) = (try bench.opened("rd.shp"), try bench.opened("x.fgb"))
    #expect(new.features?.epsg == 4326)
    #expect(new.notices.first?.text.nl.contains("(EPSG:\(number))") == true)
    #expect(new.notices.first?.text.nl.hasSuffix("omgerekend naar graden (EPSG:4326)") == true)
    let codes = try #require(new.table.column("code")?.texts)
    for (row, code) in (old.table.column("code")?.texts ?? []).enumerated() {
      let there = try #require(codes.firstIndex(of: code))
      let wanted = (old.features?.polygons[row][0][0] ?? []).map {
        Rijksdriehoek.geographic(PlanePoint(x: $0.x, y: $0.y))
      }
      let found = try #require(new.features?.polygons[there][0][0])
      for point in found {
        // Two metres: the approximation of the Dutch grid and the transformations agree to about one.
        #expect(wanted.contains { abs($0.latitude - point.y) < 2e-5 && abs($0.longitude - point.x) < 3e-5 })
      }
    }
  }

  @Test(arguments: ["GML2", "GML3", "GML3.2"])
  func `degrees pass with the longitude first, however the form orders them`(version: String) throws {
    let bench = try bench()
    GDALHere.convert(
      bench.path("rd.shp"), nil, to: bench.path("x.gml"), as: "GML",
      ["-t_srs", "EPSG:4326", "-dsco", "FORMAT=\(version)"])
    let read = try bench.opened("x.gml")
    #expect(read.features?.epsg == 4326)
    #expect(read.notices.isEmpty)
    let point = try #require(read.features?.polygons[0][0][0].first)
    #expect(abs(point.x - 5.387) < 0.002 && abs(point.y - 52.155) < 0.002)
  }

  @Test func `points are points, and lines are told`() throws {
    let json = #"""
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[5.25,52.5]}},
      {"type":"Feature","properties":{"n":2},"geometry":null},
      {"type":"Feature","properties":{"n":3},"geometry":{"type":"LineString","coordinates":[[5,52],[6,52]]}}]}
      """#
    let bench = try bench()
    bench.bench.file("p.geojson", json)
    for (name, driver) in [("p.gml", "GML"), ("p.kml", "LIBKML"), ("p.fgb", "FlatGeobuf")] {
      GDALHere.convert(bench.path("p.geojson"), nil, to: bench.path(name), as: driver, ["-nlt", "GEOMETRY"])
      let read = try bench.opened(name)
      let row = try #require(read.table.column("n")?.numbers?.firstIndex(of: 1))
      #expect(read.features?.points[row] == AreaMap.Point(x: 5.25, y: 52.5), "\(name)")
      #expect(read.features?.points.compactMap { $0 }.count == 1, "\(name)")
      #expect(
        read.notices.map(\.text.nl).contains("1 rij heeft lijnen of losse punten; die zijn niet gelezen"), "\(name)")
    }
  }

  @Test(.enabled(if: Places.hasCases)) func `arcs are turned into pieces as those of a GeoPackage are`() throws {
    let bench = try bench()
    let input = (Places.cases ?? "") + "/geo/curve.gpkg"
    GDALHere.convert(input, nil, to: bench.path("c.gml"), as: "GML", ["-dsco", "FORMAT=GML3.2"])
    #expect(bench.error("read c.gml")?.code == "source.layer")
    let (old, new) = (try bench.opened(input, "vlak"), try bench.opened("c.gml", "vlak"))
    #expect(old.features?.polygons == new.features?.polygons)
    #expect(new.features?.polygons.contains { $0.first?.first?.count ?? 0 > 90 } == true)
    for read in [old, new] {
      #expect(
        read.notices.contains {
          $0.text.nl == "in 1 omtrek staan cirkelbogen; ze zijn omgezet in rechte stukjes van hoogstens één graad"
        })
    }
    // Straightened before they are converted, and told as well.
    GDALHere.convert(
      input, "vlak", to: bench.path("d.gml"), as: "GML", ["-dsco", "FORMAT=GML3.2", "-t_srs", "EPSG:25831"])
    let converted = try bench.opened("d.gml")
    #expect(converted.features?.epsg == 4326)
    #expect(converted.features?.polygons.map(\.count) == new.features?.polygons.map(\.count))
  }

  @Test func `codes of GML keep their noughts without a schema, and with one its kinds count`() throws {
    let bench = try bench()
    GDALHere.convert(bench.path("rd.shp"), nil, to: bench.path("x.gml"), as: "GML")
    let declared = try bench.opened("x.gml").table
    #expect(declared.column("code")?.texts == ["000", "001"])
    #expect(declared.column("zijde")?.numbers == [100, 200])
    bench.bench.file("y.gml", bytes: bench.bench.folder.read("x.gml") ?? [])
    let guessed = try bench.opened("y.gml").table
    #expect(guessed.column("code")?.texts == ["000", "001"])
    #expect(guessed.column("zijde")?.numbers == [100, 200])
  }

  @Test func `layers of a geodatabase are chosen by name or number, and it is one input`() throws {
    let bench = try bench()
    for (name, more) in [("noord", []), ("zuid", ["-update"])] as [(String, [String])] {
      GDALHere.convert(
        bench.path("rd.shp"), nil, to: bench.path("x.gdb"), as: "OpenFileGDB", ["-nln", name] + more)
    }
    let error = try #require(bench.error("read x.gdb"))
    #expect(error.code == "source.layer")
    #expect(error.candidates.map(\.word) == ["x.gdb!noord", "x.gdb!zuid"])
    #expect(error.candidates.map(\.about?.nl) == ["2 rijen, 2 kolommen", "2 rijen, 2 kolommen"])
    #expect(try bench.table("read x.gdb!zuid")?.column("code")?.texts == ["000", "001"])
    #expect(try bench.table("read x.gdb/ --layer 1")?.rowCount == 2)
    #expect(try bench.table("contents x.gdb")?.column("name")?.texts == ["noord", "zuid"])
    // As it is sent: in an archive.
    let parts = FilePath.names(in: bench.path("x.gdb"))
    bench.bench.file(
      "x.gdb.zip",
      bytes: try TestZip.bytes(parts.map { ("in/x.gdb/\($0)", bench.bench.folder.read("x.gdb/\($0)") ?? []) }))
    #expect(try bench.table("contents x.gdb.zip")?.column("name")?.texts == ["in/x.gdb"])
    #expect(try bench.table("contents x.gdb.zip!x.gdb")?.column("name")?.texts == ["noord", "zuid"])
    #expect(try bench.table("read x.gdb.zip!in/x.gdb!zuid")?.column("code")?.texts == ["000", "001"])
    let several = bench.error("read x.gdb.zip")
    #expect(several?.candidates.map(\.word) == ["x.gdb.zip!in/x.gdb!noord", "x.gdb.zip!in/x.gdb!zuid"])
    let inputs = try #require(try bench.bench.result("read x.gdb!noord")?.provenance.inputs)
    #expect(inputs.map(\.path) == ["x.gdb", "x.gdb!noord"])
    #expect(inputs[0].sha256 == inputs[1].sha256)
    let sum = ChildProcess.run(
      "/bin/sh", ["-c", "cd x.gdb && LC_ALL=C sha256sum * | sha256sum"], environment: ["PATH": "/usr/bin:/bin"],
      folder: bench.bench.folder.path)
    #expect(sum.output.hasPrefix(inputs[0].sha256))
  }
}
