import Layers
import Testing
import WorkbenchKit

@testable import TableFiles

@Suite struct WellKnownBinaryTests {
  let square = [at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(0, 0)]
  let hole = [at(1, 1), at(2, 1), at(2, 2), at(1, 1)]

  @Test(arguments: [true, false], WrittenBinary.Form.allCases)
  func `a polygon with a hole is read in both byte orders, heights and measures left out`(
    isLittle: Bool, form: WrittenBinary.Form
  ) throws {
    var written = WrittenBinary(isLittle: isLittle, form: form)
    written.polygon([square, hole])
    #expect(try written.read() == ReadGeometry(polygons: [[square, hole]]))
  }

  @Test func `the polygons of a multipolygon keep their order`() throws {
    var written = WrittenBinary()
    written.polygons([[square], [hole]])
    #expect(try written.read().polygons == [[square], [hole]])
  }

  @Test func `parts may have another byte order than the whole`() throws {
    var written = WrittenBinary(isLittle: true)
    written.begin(6)
    written.word(1)
    var part = WrittenBinary(isLittle: false)
    part.polygon([square])
    #expect(try WrittenBinary.read(written.bytes + part.bytes).polygons == [[square]])
  }

  @Test func `a point is read, and one of NaN is none`() throws {
    var written = WrittenBinary()
    written.begin(1)
    written.point(at(155_000, 463_000))
    #expect(try written.read().points == [at(155_000, 463_000)])
    var empty = WrittenBinary()
    empty.begin(1)
    empty.point(at(.nan, .nan))
    #expect(try empty.read() == ReadGeometry())
  }

  @Test func `an empty polygon, an empty ring and a line there and back bound nothing`() throws {
    for rings in [[], [[]], [[at(0, 0), at(1, 1)]], [[], square]] {
      var written = WrittenBinary()
      written.polygon(rings)
      #expect(try written.read() == ReadGeometry())
    }
  }

  @Test func `a collection gives its polygons and tells that it has lines`() throws {
    var written = WrittenBinary()
    written.begin(7)
    written.word(2)
    written.polygon([square])
    written.line([at(0, 0), at(1, 1)])
    #expect(try written.read() == ReadGeometry(polygons: [[square]], hasLines: true))
  }

  @Test func `collections stand in each other fifteen deep and no deeper`() throws {
    for (depth, isRead) in [(15, true), (16, false), (100_000, false)] {
      var written = WrittenBinary()
      for _ in 0..<depth {
        written.begin(7)
        written.word(1)
      }
      written.polygon([square])
      let read = try? written.read()
      #expect((read != nil) == isRead, "\(depth) deep")
    }
  }

  @Test func `a count that the bytes cannot hold is refused before anything is kept`() {
    for (kind, count) in [(3, UInt32.max), (6, .max), (7, 1 << 28), (2, .max), (8, .max), (10, .max)]
      as [(UInt32, UInt32)]
    {
      var written = WrittenBinary()
      written.begin(kind)
      written.word(count)
      #expect(throws: GeometryProblem.damaged) { try written.read() }
    }
  }

  @Test func `kinds and orders that there are not are refused`() {
    for kind in [0, 13, 14, 18, 99, 4003, 0x1000_0003] as [UInt32] {
      var written = WrittenBinary()
      written.begin(kind)
      written.word(0)
      #expect(throws: GeometryProblem.damaged) { try written.read() }
    }
    #expect(throws: GeometryProblem.damaged) { try WrittenBinary.read([2, 3, 0, 0, 0, 0, 0, 0, 0]) }
    #expect(throws: GeometryProblem.damaged) { try WrittenBinary.read([]) }
  }

  @Test func `a coordinate that is no number is refused`() {
    for bad in [Double.nan, .infinity, -.infinity] {
      var written = WrittenBinary()
      written.polygon([[at(0, 0), at(bad, 0), at(1, 1), at(0, 0)]])
      #expect(throws: GeometryProblem.damaged) { try written.read() }
    }
  }

  @Test func `more points than are kept are refused, those of arcs among them`() throws {
    var written = WrittenBinary()
    written.polygon([square])
    #expect(try written.read(pointsLeft: 9).polygons == [[square]])
    #expect(throws: GeometryProblem.large) { try written.read(pointsLeft: 8) }
    var arcs = WrittenBinary()
    arcs.begin(10)
    arcs.word(1)
    arcs.line([at(0, 0), at(2, 0), at(0, 0)], kind: 8)
    #expect(throws: GeometryProblem.large) { try arcs.read(pointsLeft: 360) }
  }

  @Test func `what is written is what is read, a thousand times`() throws {
    var dice = Dice(7)
    for _ in 0..<1000 {
      let polygons = (0..<dice.below(4)).map { _ in
        (0..<1 + dice.below(3)).map { _ in
          (0..<3 + dice.below(6)).map { _ in at(Double(dice.below(300_000)) / 7, Double(dice.below(600_000)) / 11) }
        }
      }
      var written = WrittenBinary(isLittle: dice.below(2) == 0, form: WrittenBinary.Form.allCases[dice.below(8)])
      written.polygons(polygons, kind: [6, 7, 12][dice.below(3)])
      #expect(try written.read().polygons == polygons)
    }
  }

  @Test func `bytes that are cut off or turned never do more than be refused`() throws {
    var written = WrittenBinary()
    written.begin(7)
    written.word(3)
    written.polygons([[square, hole], [hole]])
    written.begin(10)
    written.word(1)
    written.begin(9)
    written.word(2)
    written.line([at(0, 0), at(1, 1), at(2, 0)], kind: 8)
    written.line([at(2, 0), at(0, 0)])
    written.begin(1)
    written.point(at(1, 1))
    _ = try written.read()
    for length in written.bytes.indices {
      #expect(throws: GeometryProblem.damaged) { try WrittenBinary.read(Array(written.bytes[..<length])) }
    }
    var read = 0
    for bit in 0..<written.bytes.count * 8 {
      var bytes = written.bytes
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      if (try? WrittenBinary.read(bytes)) != nil { read += 1 }
    }
    #expect(read > 0)
  }
}
