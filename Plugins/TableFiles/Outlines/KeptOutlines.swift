import WorkbenchKit

/// Outlines of areas by their code, as a workspace or a map has them.
struct KeptOutlines {
  let coordinates: AreaMap.Coordinates
  /// Of each code its polygons, each of its outline and then its holes.
  private let polygons: [String: [[[AreaMap.Point]]]]

  /// Takes those of a map.
  init(_ map: AreaMap) {
    coordinates = map.coordinates
    polygons = Dictionary(
      map.areas.filter { !$0.rings.isEmpty }.map { ($0.code, RingNesting.polygons($0.rings)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes those of a table of the workspace with the columns code, crs and polygons, as `wzw import` keeps it; nil of another.
  ///
  /// - Throws: `json.syntax` where the outlines are damaged.
  init?(_ table: Table, _ checkInterrupt: () throws -> Void) throws {
    guard let codes = table.column("code")?.texts, let shapes = table.column("polygons")?.texts,
      let systems = table.column("crs")?.texts, let system = systems.first ?? nil,
      let coordinates = AreaMap.Coordinates(rawValue: system.lowercased())
    else { return nil }
    self.coordinates = coordinates
    var polygons: [String: [[[AreaMap.Point]]]] = [:]
    for (code, shape) in zip(codes, shapes) {
      try checkInterrupt()
      guard let code, let shape else { continue }
      polygons[code] = try Self.polygons(Array(shape.utf8))
    }
    self.polygons = polygons
  }

  /// How many of these codes have an outline.
  func count(of codes: some Collection<String?>) -> Int { codes.count { $0.map { polygons[$0] != nil } ?? false } }

  /// The polygons of each code; none for one that has no outline.
  func polygons(of codes: some Collection<String?>) -> [[[[AreaMap.Point]]]] {
    codes.map { $0.flatMap { polygons[$0] } ?? [] }
  }

  private static func polygons(_ bytes: [UInt8]) throws -> [[[AreaMap.Point]]] {
    try bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      var polygons: [[[AreaMap.Point]]] = []
      try reader.array { reader in
        var rings: [[AreaMap.Point]] = []
        try reader.array { reader in
          var ring: [AreaMap.Point] = []
          try reader.array { reader in
            var pair: [Double] = []
            try reader.array { pair.append(try $0.number()) }
            if pair.count == 2 { ring.append(AreaMap.Point(x: pair[0], y: pair[1])) }
          }
          rings.append(ring)
        }
        polygons.append(rings)
      }
      return polygons
    }
  }
}
