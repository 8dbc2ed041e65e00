import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import GeoFiles

/// Files that are not what they say, and files in which bits have turned: refused or read, never the end of the session.
@Suite(.enabled(if: GDALHere.isThere), .serialized) struct HostileTests {
  private static let virtual = Array(
    #"<OGRVRTDataSource><OGRVRTLayer name="passwd"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"#
      .utf8)
  private static let csv = Array("a,b\n1,2\n".utf8)
  private static let bomb = Array(
    (#"<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">"#
      + (1..<10).map { "<!ENTITY a\($0) \"\(String(repeating: $0 == 1 ? "&a;" : "&a\($0 - 1);", count: 10))\">" }
      .joined()
      + "]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>&a9;</name></Placemark></kml>").utf8)
  private static let outer = Array(
    (#"<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#
      + "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>&x;</name><Point>"
      + "<coordinates>5,52</coordinates></Point></Placemark></kml>").utf8)

  @Test(arguments: ["shp", "fgb", "gml", "kml"], [virtual, csv, bomb, outer, [0x50, 0x4B, 3, 4], [0]])
  func `a file that is something else than it is called is refused`(ending: String, bytes: [UInt8]) throws {
    let name = "evil.\(ending)"
    var files = [name: bytes]
    if ending == "shp" { files["evil.dbf"] = TestShapefile.squares([1]).files("a")["a.dbf"] }
    let bench = try MapBench(files)
    let before = ContinuousClock.now
    for line in ["read \(name)", "contents \(name)"] {
      let error = bench.error(line)
      #expect(error?.code.hasPrefix("source.") == true, "\(line): \(error?.code ?? "read")")
      #expect(error?.wayOut != nil)
      #expect(error?.message.en.contains("root") != true)
    }
    #expect(ContinuousClock.now - before < .seconds(60))
  }

  @Test func `a folder that is no geodatabase, and an empty file, are refused`() throws {
    let bench = try MapBench(["leeg.fgb": [], "leeg.shp": [], "t.csv": Self.csv])
    mkdir(bench.path("leeg.gdb"), 0o700)
    mkdir(bench.path("vol.gdb"), 0o700)
    bench.bench.file("vol.gdb/a00000001.gdbtable", bytes: [3, 0, 0, 0])
    mkdir(bench.path("map.shp.d"), 0o700)
    #expect(bench.error("read leeg.gdb")?.code == "source.form")
    #expect(bench.error("read vol.gdb/")?.code == "source.damaged")
    #expect(bench.error("read vol.gdb!wijken")?.code == "source.damaged")
    #expect(bench.error("read map.shp.d")?.code == "file.directory")
    #expect(bench.error("read leeg.fgb")?.code == "source.empty")
    #expect(bench.error("read leeg.shp")?.code == "source.empty")
    #expect(bench.error("read weg.gdb")?.code == "file.missing")
    #expect(try bench.table("read t.csv")?.rowCount == 1)
  }

  @Test(arguments: ["shp", "fgb", "gml", "kml", "gdb"])
  func `files with turned bits are read or refused in seconds, and the session goes on`(form: String) throws {
    let folder = TemporaryFolder()
    guard let whole = Self.whole(form, in: folder) else {
      print("skipped: .\(form) with turned bits, because ogr2ogr is not there")
      return
    }
    let bench = try MapBench(["t.csv": Self.csv])
    mkdir(bench.path("map.gdb"), 0o700)
    var generator = SeededGenerator(20_260_101)
    var (refused, read) = (0, 0)
    var longest = Duration.zero
    for round in 0..<40 {
      var files = whole.filter { !$0.bytes.isEmpty }
      for _ in 0..<[1, 3, 20, 200][round % 4] {
        let file = Int.random(in: files.indices, using: &generator)
        // Half of them in the head, where most is said.
        let most = Bool.random(using: &generator) ? min(files[file].bytes.count, 300) : files[file].bytes.count
        let place = Int.random(in: 0..<most, using: &generator)
        files[file].bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      for file in files { bench.bench.file(file.name, bytes: file.bytes) }
      let before = ContinuousClock.now
      if let error = bench.error("read map.\(form)") {
        refused += 1
        #expect(error.code.hasPrefix("source.") || error.code.hasPrefix("personal."), "\(error.code)")
      } else {
        read += 1
      }
      longest = max(longest, ContinuousClock.now - before)
    }
    print("40 files .\(form) with turned bits: \(refused) refused, \(read) read, at most \(longest)")
    #expect(longest < .seconds(60))
    #expect(refused > 0)
    #expect(try bench.table("read t.csv")?.rowCount == 1)
  }

  /// A whole file of a form, as the parts that it has.
  private static func whole(_ form: String, in folder: TemporaryFolder) -> [(name: String, bytes: [UInt8])]? {
    let shapes = TestShapefile.squares((1...20).map { Double($0 * 10) }).files("map")
    if form == "shp" { return shapes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    let drivers = ["fgb": "FlatGeobuf", "gml": "GML", "kml": "LIBKML", "gdb": "OpenFileGDB"]
    guard GDALHere.converts, let driver = drivers[form] else { return nil }
    for (name, bytes) in shapes { folder.write(bytes, to: name) }
    guard GDALHere.convert(folder("map.shp"), nil, to: folder("map.\(form)"), as: driver) else { return nil }
    if form != "gdb" { return folder.read("map.\(form)").map { [("map.\(form)", $0)] } }
    let names = FilePath.names(in: folder("map.gdb"))
    return names.map { ("map.gdb/\($0)", folder.read("map.gdb/\($0)") ?? []) }
  }
}
