import Stages
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import TableFiles

/// Workbooks, archives and GeoPackages as lines read and write them.
@Suite struct ReadFileTests {
  private static let data = "\(Places.root)/Plugins/TableFiles/Knowledge/Data"

  private func bench(_ files: [String: [UInt8]] = [:]) throws -> Workbench {
    let forms = TextForms(
      table: { _, _ in "" }, csv: { _, _, _ in [] }, json: { _ in [] }, jsonl: { _ in [] }, markdown: { _, _ in "" },
      html: { _, _ in "" }, svg: { _, _ in nil })
    let catalogue = StageCatalogue.all(forms: forms)
    let bench = try Workbench(TableFiles(), data: Self.data, commands: catalogue.commands, stages: catalogue.stages)
    for (name, bytes) in files { bench.file(name, bytes: bytes) }
    return bench
  }

  @Test func `a file that is text says so whatever its name is`() throws {
    let bench = try bench(["t.xls": Array("a;b\n1;2\n".utf8), "w.xlsx": Array("a;b\n1;2\n".utf8)])
    #expect(try bench.run("read t.xls").table?.columnNames == ["a", "b"])
    #expect(try bench.run("read w.xlsx").blocks.contains { if case .notice = $0 { true } else { false } })
  }

  @Test func `a csv in a zip is read as if it lay beside it, and its numbers as they are proved there`() throws {
    let zip = TestPackage.zip([("kwb.csv", Array("a;b\n1,5;x\n2,25;y\n".utf8)), ("lees.pdf", [0x25])])
    let bench = try bench(["data.zip": zip])
    let table = try #require(try bench.run("read data.zip").table)
    #expect(table.column("a")?.numbers == [1.5, 2.25])
    #expect(table.origin?.file == "data.zip!kwb.csv")
    #expect(try bench.run("read data.zip!kwb.csv").table == table)
    #expect(bench.error("read data.zip!x.csv")?.code == "source.member")
    #expect(try bench.run("contents data.zip").table?.column("name")?.texts == ["kwb.csv", "lees.pdf"])
  }

  @Test func `a zip in a zip in a zip is unpacked no further`() throws {
    let inner = TestPackage.zip([("a.csv", Array("a\n1\n".utf8))])
    let middle = TestPackage.zip([("b.zip", inner)])
    let bench = try bench(["c.zip": TestPackage.zip([("b.zip", middle)])])
    #expect(bench.error("read c.zip!b.zip")?.wayOut != nil)
  }

  @Test func `what is personal in a workbook is stopped with the column`() throws {
    let bytes = try WorkbookWriter(language: .nl).bytes(
      [
        WrittenSheet(
          name: "x",
          table: Table(columns: [.texts("mail", ["jan@example.nl", "piet@example.nl"]), .numbers("n", [1, 2])]))
      ], interrupt: {})
    let bench = try bench(["p.xlsx": bytes])
    #expect(bench.error("read p.xlsx")?.code == "personal.found")
    #expect(try bench.run("read p.xlsx --drop mail").table?.columnNames == ["n"])
    #expect(try bench.run("read p.xlsx --drop mail").table?.column("n")?.numbers == [1, 2])
  }

  @Test func `to xlsx and back gives the same bits, codes and signs, and what was said stands on a sheet`() throws {
    let bench = try bench([
      "t.csv": Array("code;a;b;c\n0344;0.1;=1+1;ja\nBU01;1e300;\"<5\";nee\n0001;;;\n".utf8)
    ])
    try bench.run("read t.csv | derive d = a / 3 | to xlsx o.xlsx")
    let before = try #require(try bench.run("read t.csv | derive d = a / 3").table)
    let after = try #require(try bench.run("read o.xlsx!1").table)
    #expect(after.column("code")?.texts == ["0344", "BU01", "0001"])
    #expect(after.column("a")?.numbers?.prefix(2) == before.column("a")?.numbers?.prefix(2))
    #expect(after.column("d")?.numbers?.prefix(2) == before.column("d")?.numbers?.prefix(2))
    #expect(after.column("b")?.texts == ["=1+1", "<5", nil])
    let origin = try #require(try bench.run("read o.xlsx!herkomst --header none").table)
    let said = origin.columns.flatMap { $0.texts ?? [] }.compactMap { $0 }
    #expect(said.contains("read t.csv | derive d = a / 3 | to xlsx o.xlsx"))
    #expect(said.contains("t.csv"))
    let first = bench.folder.read("o.xlsx")
    try bench.run("read t.csv | derive d = a / 3 | to xlsx o.xlsx")
    #expect(bench.folder.read("o.xlsx") == first)
  }

  @Test func `to gpkg takes the outlines of the workspace by their code, and says where it has none`() throws {
    let bench = try bench(["t.csv": Array("code;n\nBU1;1\nBU2;2\nBU3;3\n".utf8), "u.csv": Array("a\n1\n".utf8)])
    try bench.session.apply(
      .step(
        .init(line: "test", time: ""),
        changes: [
          PartName(.tables, "wzw.geometry"): Part(
            Table(columns: [
              .texts("code", ["BU1", "BU2"]), .texts("crs", ["rd", "rd"]),
              .texts(
                "polygons",
                [
                  "[[[[0,0],[10,0],[10,10],[0,0]]]]",
                  "[[[[20,0],[30,0],[30,10],[20,0]],[[21,1],[22,1],[22,2],[21,1]]]]",
                ]),
            ]))
        ]))
    let output = try bench.run("read t.csv | to gpkg o.gpkg")
    #expect(!output.blocks.contains { if case .notice(let notice) = $0 { notice.level == .caution } else { false } })
    let file = try GeoPackageFile(path: bench.folder("o.gpkg"), interrupt: {})
    let layer = try file.read(layer: nil, geometry: true)
    #expect(layer.epsg == 28992)
    #expect(layer.polygons?.map(\.count) == [1, 1, 0])
    #expect(layer.polygons?[1].first?.count == 2)
    #expect(layer.table.column("n")?.numbers == [1, 2, 3])
    let without = try bench.run("read u.csv | to gpkg u.gpkg")
    #expect(without.blocks.contains { if case .notice(let notice) = $0 { notice.level == .caution } else { false } })
    #expect(bench.error("read t.csv | to gpkg")?.code == "argument.missing")
  }

  @Test func `to geojson is in degrees, whatever the outlines are in`() throws {
    let bench = try bench(["t.csv": Array("code;n\nBU1;1\nBU3;3\n".utf8)])
    try bench.session.apply(
      .step(
        .init(line: "test", time: ""),
        changes: [
          PartName(.tables, "wzw.geometry"): Part(
            Table(columns: [
              .texts("code", ["BU1"]), .texts("crs", ["rd"]),
              .texts("polygons", ["[[[[155000,463000],[156000,463000],[156000,464000]]]]"]),
            ]))
        ]))
    try bench.run("read t.csv | to geojson o.geojson")
    let json = try JSONReader.parse(bench.folder.read("o.geojson") ?? [])
    let features = json["features"]?.array ?? []
    #expect(features.map { $0["properties"]?["code"]?.string } == ["BU1", "BU3"])
    #expect(features.last?["geometry"] == .null)
    let ring = features.first?["geometry"]?["coordinates"]?.array?.first?.array?.first?.array ?? []
    #expect(ring.count == 4 && ring.first == ring.last)
    // Amersfoort, the middle of the Dutch grid.
    #expect(ring.first?.array?.map { $0.number } == [5.3872062, 52.1551744])
  }

  @Test func `a damaged file leaves nothing behind and says what to do`() throws {
    var bytes = try WorkbookWriter(language: .nl).bytes(
      [WrittenSheet(name: "x", table: Table(columns: [.texts("a", ["b", "c"])]))], interrupt: {})
    bytes.removeLast(bytes.count / 2)
    let bench = try bench(["x.xlsx": bytes, "e.xlsx": [], "g.gpkg": Array("SQLite format 3\0".utf8)])
    for line in ["read x.xlsx", "read e.xlsx", "read g.gpkg", "contents x.xlsx", "contents g.gpkg"] {
      let error = bench.error(line)
      #expect(error?.code.hasPrefix("source.") == true || error?.code == "file.empty", "\(line): \(error?.code ?? "-")")
      #expect(error?.wayOut != nil, "\(line)")
    }
  }
}
