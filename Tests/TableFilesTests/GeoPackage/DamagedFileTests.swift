import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct DamagedFileTests {
  /// A GeoPackage of a few pages with everything in it that is looked at.
  private func small(_ scratch: Scratch) -> [UInt8] {
    var outline = WrittenBinary()
    outline.polygon([[at(0, 0), at(4, 0), at(4, 4), at(0, 0)]])
    let hex = ([0x47, 0x50, 0, 1, 0x40, 0x71, 0, 0] + outline.bytes).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    return contents(
      scratch.database(
        "whole.gpkg",
        "PRAGMA page_size = 512; CREATE TABLE gpkg_contents (table_name, data_type);"
          + "CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id);"
          + "CREATE TABLE p (fid INTEGER PRIMARY KEY, geom POLYGON, a TEXT, b REAL);"
          + "CREATE VIEW v AS SELECT a, b FROM p WHERE b > 1;"
          + "INSERT INTO gpkg_contents VALUES ('p', 'features'), ('v', 'attributes');"
          + "INSERT INTO gpkg_geometry_columns VALUES ('p', 'geom', 'POLYGON', 28992);"
          + "INSERT INTO p VALUES (1, x'\(hex)', 'aap', 1.5), (2, NULL, 'noot', NULL), (3, x'\(hex)', 'mies', 2);"))
  }

  /// How many layers can be read; what cannot must say so with a way out.
  private func readable(_ path: String) -> Int {
    var read = 0
    do {
      let file = try GeoPackageFile(path: path, patience: 100, interrupt: {})
      for layer in try file.layers() {
        _ = try file.read(layer: layer.name, geometry: true)
        read += 1
      }
    } catch let error as Diagnostic {
      #expect(error.wayOut != nil)
    } catch { Issue.record("\(error)") }
    return read
  }

  @Test func `a file with one bit turned, at every byte, is read or refused`() {
    let scratch = Scratch()
    let whole = small(scratch)
    #expect(whole.count <= 4096)
    #expect(readable(scratch.write(whole, "x.gpkg")) == 2)
    var whollyRead = 0
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1 << UInt8(index % 8)
      if readable(scratch.write(bytes, "x.gpkg")) == 2 { whollyRead += 1 }
    }
    // Most of a small file is empty room.
    #expect(whollyRead < whole.count)
  }

  @Test func `a file that is cut off at any byte is read or refused`() {
    let scratch = Scratch()
    let whole = small(scratch)
    for length in whole.indices { _ = readable(scratch.write(Array(whole[..<length]), "x.gpkg")) }
    #expect(readable(scratch.write(Array(whole[..<700]), "x.gpkg")) == 0)
  }

  @Test func `bytes without sense behind a right beginning are refused`() {
    let scratch = Scratch()
    var dice = Dice(3)
    for _ in 0..<200 {
      let noise = (0..<1024).map { _ in UInt8(dice.below(256)) }
      #expect(readable(scratch.write(Array("SQLite format 3\0".utf8) + noise, "x.gpkg")) == 0)
    }
  }
}
