import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles

/// A part of a shapefile that is there and cannot be read is told as that, and not as missing.
@Suite struct PartOfShapefileTests {
  private let files = TestShapefile.squares([100, 200]).files("a")

  @Test(arguments: ["dbf", "shx", "prj"])
  func `one that may not be read, or is a folder, is named`(ending: String) throws {
    var files = files
    files["a.\(ending)"] = nil
    let folder = try MapBench(files)
    mkdir(folder.path("a.\(ending)"), 0o700)
    #expect(folder.error("read a.shp")?.code == "file.directory")
    // A link to itself can be read by nobody, whoever runs the tests.
    let round = try MapBench(files)
    symlink(round.path("a.\(ending)"), round.path("a.\(ending)"))
    let error = try #require(round.error("read a.shp"))
    #expect(error.code == "file.unreadable")
    #expect(error.message.nl.contains("a.\(ending)"))
    #expect(error.place?.column == 6)
  }

  @Test func `one that is damaged in its zip is named`() throws {
    // The table comes first by its name.
    var zip = try TestZip.bytes(files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    let packed = 30 + Int(zip[26]) + Int(zip[28])
    for place in packed..<packed + 20 { zip[place] ^= 0xFF }
    let error = try #require(try MapBench(["k.zip": zip]).error("read k.zip!a.shp"))
    #expect(error.code == "source.damaged")
    #expect(error.message.nl.contains("'a.dbf'"))
  }
}
