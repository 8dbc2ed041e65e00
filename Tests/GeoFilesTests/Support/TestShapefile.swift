import WorkbenchKit

/// A shapefile made byte by byte: polygons, and a dBASE table with one column of texts and one of numbers.
///
/// Source: ESRI Shapefile Technical Description, 1998.
struct TestShapefile {
  var rings: [[AreaMap.Point]]
  var codes: [[UInt8]]
  var numbers: [String]
  /// Rows that are marked as deleted.
  var deleted: Set<Int> = []
  /// The byte that names the code of the texts.
  var language: UInt8 = 0x57

  /// Squares with sides of these lengths in metres, in a row.
  static func squares(_ sides: [Double], from corner: (x: Double, y: Double) = (155_000, 463_000)) -> TestShapefile {
    let rings = sides.enumerated().map { index, side -> [AreaMap.Point] in
      let (x, y) = (corner.x + 1000 * Double(index), corner.y)
      return [(0.0, 0.0), (0, side), (side, side), (side, 0), (0, 0)].map { AreaMap.Point(x: x + $0.0, y: y + $0.1) }
    }
    return TestShapefile(
      rings: rings, codes: sides.indices.map { Array("00\($0)".utf8) }, numbers: sides.map { "\(Int($0))" })
  }

  /// All of its files by their names.
  func files(_ stem: String) -> [String: [UInt8]] {
    let (shapes, index) = shapesAndIndex
    return [
      "\(stem).shp": shapes, "\(stem).shx": index, "\(stem).dbf": table, "\(stem).prj": Array(Self.grid.utf8),
    ]
  }

  /// As ArcGIS writes the Dutch grid.
  static let grid =
    #"PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]],"#
    + #"PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],"#
    + #"PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],"#
    + #"PARAMETER["Central_Meridian",5.38763888888889],PARAMETER["Scale_Factor",0.9999079],"#
    + #"PARAMETER["Latitude_Of_Origin",52.15616055555555],UNIT["Meter",1.0]]"#

  private var shapesAndIndex: ([UInt8], [UInt8]) {
    var (body, index): ([UInt8], [UInt8]) = ([], [])
    for (number, ring) in rings.enumerated() {
      let length = 4 + 32 + 8 + 4 + 16 * ring.count
      index += big(Int32(50 + body.count / 2)) + big(Int32(length / 2))
      body += big(Int32(number + 1)) + big(Int32(length / 2))
      body += little(Int32(5)) + box(ring) + little(Int32(1)) + little(Int32(ring.count)) + little(Int32(0))
      for point in ring { body += little(point.x.bitPattern) + little(point.y.bitPattern) }
    }
    let all = rings.flatMap { $0 }
    func head(_ size: Int) -> [UInt8] {
      big(Int32(9994)) + [UInt8](repeating: 0, count: 20) + big(Int32((100 + size) / 2)) + little(Int32(1000))
        + little(Int32(5)) + box(all) + [UInt8](repeating: 0, count: 32)
    }
    return (head(body.count) + body, head(index.count) + index)
  }

  private var table: [UInt8] {
    var bytes: [UInt8] = [0x03, 124, 1, 1] + little(Int32(codes.count)) + little(Int16(97)) + little(Int16(31))
    bytes += [UInt8](repeating: 0, count: 17) + [language, 0, 0]
    for (name, kind, width) in [("code", "C", 20), ("zijde", "N", 10)] as [(String, String, UInt8)] {
      bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 11 - name.utf8.count) + Array(kind.utf8)
      bytes += [0, 0, 0, 0, width, 0] + [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for (row, code) in codes.enumerated() {
      bytes.append(deleted.contains(row) ? UInt8(ascii: "*") : UInt8(ascii: " "))
      bytes += code + [UInt8](repeating: 0x20, count: 20 - code.count)
      bytes += [UInt8](repeating: 0x20, count: 10 - numbers[row].utf8.count) + Array(numbers[row].utf8)
    }
    return bytes + [0x1A]
  }

  private func box(_ points: [AreaMap.Point]) -> [UInt8] {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    return [xs.min(), ys.min(), xs.max(), ys.max()].flatMap { little(($0 ?? 0).bitPattern) }
  }

  private func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
  private func big(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}
