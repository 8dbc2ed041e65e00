import Methods
import WorkbenchKit

/// `to geojson`: the rows of a table as features, with the outlines that the line names, else those of the result's map or of the
/// workspace (RFC 7946).
struct GeoJSONSink: AskingSink {
  static var arguments: OutlinedTables.Arguments { OutlinedTables.arguments }

  let form = "geojson"

  func write(_ result: WrittenResult, _ given: Given<OutlinedTables.Arguments>, in context: Context) throws -> SinkFile
  {
    let outlined = try OutlinedTables(result, given, in: context)
    let layers = outlined.layers
    guard let layer = layers.first else { throw WrittenResult.noTable }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("type")
    writer.string("FeatureCollection")
    writer.key("features")
    writer.beginArray()
    for row in 0..<layer.table.rowCount {
      if row % 1000 == 0 { try context.checkInterrupt() }
      writer.separate()
      writer.space("\n")
      write(row, of: layer, to: &writer)
    }
    writer.space("\n")
    writer.endArray()
    writer.endObject()
    var notices = outlined.notices
    if layers.count > 1 {
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "alleen de eerste tabel is geschreven: in GeoJSON is er één; 'to gpkg' schrijft ze alle",
            en: "only the first table was written: GeoJSON has one; 'to gpkg' writes all of them")))
    }
    return SinkFile(
      writer.bytes + [0x0A],
      what: Text.counted(
        layer.table.rowCount, Text(nl: "gebied", en: "feature"), Text(nl: "gebieden", en: "features")),
      notices: notices)
  }

  private func write(_ row: Int, of layer: WrittenLayer, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("type")
    writer.string("Feature")
    writer.key("properties")
    writer.beginObject()
    for column in layer.table.columns {
      writer.key(column.name)
      if let sign = column.withheld[row] {
        writer.string(sign)
        continue
      }
      switch column[row] {
      case .number(let number, _): writer.number(number)
      case .boolean(let flag): writer.bool(flag)
      case .missing: writer.null()
      case let other: writer.string(other.plain)
      }
    }
    writer.endObject()
    writer.key("geometry")
    if let polygons = layer.polygons?[row], !polygons.isEmpty {
      write(polygons, in: layer.coordinates, to: &writer)
    } else {
      writer.null()
    }
    writer.endObject()
  }

  private func write(
    _ polygons: [[[AreaMap.Point]]], in coordinates: AreaMap.Coordinates, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("type")
    writer.string("MultiPolygon")
    writer.key("coordinates")
    writer.beginArray()
    for polygon in polygons {
      writer.beginArray()
      for ring in polygon {
        writer.beginArray()
        for point in Self.closed(ring) {
          let degrees = Self.degrees(point, coordinates)
          writer.beginArray()
          writer.number(degrees.longitude)
          writer.number(degrees.latitude)
          writer.endArray()
        }
        writer.endArray()
      }
      writer.endArray()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func closed(_ ring: [AreaMap.Point]) -> [AreaMap.Point] {
    ring.first.map { ring.last == $0 ? ring : ring + [$0] } ?? []
  }

  /// To a hundredth of a metre: seven decimals of a degree.
  private static func degrees(_ point: AreaMap.Point, _ coordinates: AreaMap.Coordinates) -> GeographicPoint {
    guard coordinates == .rd else { return GeographicPoint(latitude: point.y, longitude: point.x) }
    let found = Rijksdriehoek.geographic(PlanePoint(x: point.x, y: point.y))
    func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
    return GeographicPoint(latitude: rounded(found.latitude), longitude: rounded(found.longitude))
  }
}
