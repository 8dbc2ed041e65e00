import Layers
import Testing
import WorkbenchKit

@testable import GeoFiles

/// What comes from the child is believed when it is there, and no sooner.
@Suite struct FrameTests {
  private func frames(_ pieces: [[UInt8]]) throws -> [(ChildFrame.Kind, [UInt8])] {
    var frames = ChildFrames()
    var found: [(ChildFrame.Kind, [UInt8])] = []
    for piece in pieces {
      piece.withUnsafeBytes { frames.append($0) }
      while let frame = try frames.next() { found.append((frame.kind, Array(frames.bytes[frame.range]))) }
    }
    return found
  }

  @Test func `pieces come whole however the bytes arrive`() throws {
    let bytes: [UInt8] = [0x72, 2, 0, 0, 0, 7, 8, 0x64, 0, 0, 0, 0, 0x72, 1, 0, 0, 0, 9]
    for size in 1...bytes.count {
      let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
      let found = try frames(pieces)
      #expect(found.map(\.0) == [.row, .done, .row])
      #expect(found.map(\.1) == [[7, 8], [], [9]])
    }
    #expect(throws: ChildEnd.rubbish) { try frames([[0x41]]) }
    // There is none for the start of a layer.
    #expect(throws: ChildEnd.rubbish) { try frames([[UInt8(ascii: "s"), 0, 0, 0, 0]]) }
    #expect(throws: ChildEnd.rubbish) { try frames([[0x72, 1, 0, 0, 0x40]]) }
  }

  private static let layer = ToldLayerFixture.layer

  private func read(_ rows: [[UInt8]], _ limits: LayerLimits = LayerLimits()) throws -> RowReader {
    var reader = RowReader(try #require(Self.layer), withFields: true, limits: limits)
    for row in rows { try row.withUnsafeBytes { try reader.take($0) } }
    return reader
  }

  /// A text, a number, a place that is a point.
  private static let whole: [UInt8] =
    [3, 4, 0, 0, 0, 0x30, 0x33, 0x34, 0x34, 2, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0, 21, 0, 0, 0]
    + [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40]

  @Test func `a row is values and a place`() throws {
    let reader = try read([Self.whole, [0, 0, 0, 0, 0, 0, 0], [0, 1, 5, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0]])
    #expect(reader.rows == 3)
    #expect(reader.buffers[0].column(label: nil).texts == ["0344", nil, nil])
    #expect(reader.buffers[1].column(label: nil).numbers?[2] == 5)
    #expect(reader.buffers[1].column(label: nil).numbers?[0] == 1.5)
    #expect(reader.outlines?.points == [AreaMap.Point(x: 1, y: 2), nil, nil])
    #expect(reader.outlines?.missing == 1 && reader.outlines?.damaged == 1)
  }

  @Test func `a row that is cut off anywhere, or goes on, is nonsense`() {
    for length in Self.whole.indices {
      #expect(throws: ChildEnd.rubbish) { try read([Array(Self.whole[..<length])]) }
    }
    #expect(throws: ChildEnd.rubbish) { try read([Self.whole + [0]]) }
    #expect(throws: ChildEnd.rubbish) { try read([[9] + Self.whole]) }
    #expect(throws: ChildEnd.rubbish) { try read([[3, 0xFF, 0xFF, 0xFF, 0xFF]]) }
  }

  @Test func `more than is kept is refused at the row that goes beyond`() throws {
    #expect(try read([Self.whole, Self.whole], LayerLimits(cells: 4)).rows == 2)
    #expect(throws: RowReader.TooLarge.self) { try read([Self.whole, Self.whole, Self.whole], LayerLimits(cells: 4)) }
    #expect(throws: RowReader.TooLarge.self) { try read([Self.whole, Self.whole], LayerLimits(points: 1)) }
  }

  @Test func `letters that are none are counted`() throws {
    var row = Self.whole
    row[5] = 0xFF
    let reader = try read([row])
    #expect(reader.unreadableTexts == 1)
    #expect(reader.buffers[0].column(label: nil).texts == ["\u{FFFD}344"])
  }
}

/// A layer with a text, a number and points.
private enum ToldLayerFixture {
  static var layer: ToldLayer? {
    let json =
      #"{"layers":[{"name":"map","places":"3D Point","epsg":28992,"system":"RD","outgoing":28992,"#
      + #""fields":[{"name":"code","kind":"text"},{"name":"n","kind":"number"}]}]}"#
    let target = SourceTarget(file: ReadFile(path: "x/l.fgb", bytes: Array("fgb".utf8), sha256: ""))
    return try? Array(json.utf8).withUnsafeBytes { try ToldLayer.all($0, of: try MapFile(target)) }.first
  }
}

@Suite struct WrittenNumberTests {
  private func kept(_ texts: [String?]) -> Bool { WrittenNumbers.column(.texts("a", texts)).numbers == nil }

  @Test func `numbers are numbers, and codes with a nought before them are not`() {
    #expect(WrittenNumbers.column(.texts("a", ["1", "-2.5", "1e3", "0", "0.5"])).numbers == [1, -2.5, 1000, 0, 0.5])
    #expect(WrittenNumbers.column(.texts("a", ["1", nil, ""])).numbers?.map(\.isNaN) == [false, true, true])
    for text in ["0344", "-01", "1,5", "+1", "--1", " 1", "1 ", "9007199254740993", "NaN", "0x10", "a", "-", "."] {
      #expect(kept(["1", text]), "\(text)")
    }
    #expect(kept([nil, nil]) && kept([]) && kept([""]))
  }

  @Test func `columns that are to be texts keep their letters`() {
    let table = Table(columns: [.texts("code", ["1.10", "1.1", "12E3"]), .texts("n", ["1.10", "2", "12E3"])])
    let read = WrittenNumbers.table(table, except: ["code"])
    #expect(read.column("code")?.texts == ["1.10", "1.1", "12E3"])
    #expect(read.column("n")?.numbers == [1.1, 2, 12_000])
  }
}
