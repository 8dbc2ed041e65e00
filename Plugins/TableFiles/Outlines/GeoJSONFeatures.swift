import WorkbenchKit

/// The polygons of a GeoJSON document (RFC 7946), with what its features say of themselves.
struct GeoJSONFeatures {
  /// Of each feature its polygons; empty where it is no area.
  private(set) var polygons: [[[[AreaMap.Point]]]] = []
  private var names: [String] = []
  private var words: [String: [Int: String]] = [:]

  /// Nil of a document that is no collection of features.
  ///
  /// - Throws: `json.*`; what the interrupt throws.
  init?(_ bytes: [UInt8], _ checkInterrupt: () throws -> Void) throws {
    var found = false
    try bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
      try reader.object { reader, key in
        guard key == "features", reader.peek() == UInt8(ascii: "[") else {
          _ = try reader.skip()
          return
        }
        found = true
        try reader.array { reader in
          if polygons.count % 100 == 0 { try checkInterrupt() }
          try addFeature(&reader)
        }
      }
      try reader.end()
    }
    guard found else { return nil }
  }

  /// What the features say of themselves, a column for each name.
  var table: Table {
    Table(
      columns: names.map { name in
        let cells = words[name] ?? [:]
        return .texts(name, polygons.indices.map { cells[$0] })
      })
  }

  private mutating func addFeature(_ reader: inout JSONReader) throws {
    var shape: [[[AreaMap.Point]]] = []
    let row = polygons.count
    try reader.object { reader, key in
      switch (key, reader.peek()) {
      case ("properties", UInt8(ascii: "{")):
        try reader.object { reader, name in
          let word: String? =
            switch try reader.value() {
            case .string(let text): text
            case .number(let number): NumberText.shortest(number)
            case .bool(let flag): flag ? "true" : "false"
            default: nil
            }
          guard let word else { return }
          if words[name] == nil { names.append(name) }
          words[name, default: [:]][row] = word
        }
      case ("geometry", UInt8(ascii: "{")): shape = try Self.polygons(try reader.value())
      default: _ = try reader.skip()
      }
    }
    polygons.append(shape)
  }

  private static func polygons(_ geometry: JSON) throws -> [[[AreaMap.Point]]] {
    let coordinates = geometry["coordinates"]?.array ?? []
    switch geometry["type"]?.string {
    case "Polygon": return [rings(coordinates)]
    case "MultiPolygon": return coordinates.map { rings($0.array ?? []) }
    default: return []
    }
  }

  private static func rings(_ rings: [JSON]) -> [[AreaMap.Point]] {
    rings.map { ring in
      (ring.array ?? []).compactMap { point in
        guard let pair = point.array, pair.count >= 2, let x = pair[0].number, let y = pair[1].number else {
          return nil
        }
        return AreaMap.Point(x: x, y: y)
      }
    }
  }
}
