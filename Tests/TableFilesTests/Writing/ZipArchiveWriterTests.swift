import Testing

@testable import TableFiles

@Suite struct ZipArchiveWriterTests {
  @Test func `parts come back as they went in, empty and large ones too`() throws {
    var dice = Dice(1)
    let noise = (0..<300_000).map { _ in UInt8(dice.below(256)) }
    var archive = ZipArchiveWriter()
    try archive.add("leeg", [])
    try archive.add("map/ruis", noise)
    try archive.begin("stukken")
    for piece in 0..<100 { try archive.write([UInt8](repeating: UInt8(piece), count: 1000)) }
    try archive.end()
    let opened = try #require(OpenedArchive(try archive.finish()))
    #expect(opened.names == ["leeg", "map/ruis", "stukken"])
    #expect(opened.parts["leeg"] == [])
    #expect(opened.parts["map/ruis"] == noise)
    #expect(opened.parts["stukken"]?.count == 100_000)
    #expect(opened.parts["stukken"]?[99_999] == 99)
  }

  @Test func `an archive without parts is one`() throws {
    var archive = ZipArchiveWriter()
    #expect(try archive.finish() == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  }
}
