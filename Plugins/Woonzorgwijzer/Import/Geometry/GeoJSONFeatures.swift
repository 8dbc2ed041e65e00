import WorkbenchKit

/// The polygons and points of a GeoJSON document with their properties; features of other kinds have neither.
struct GeoJSONFeatures {
  typealias Polygon = [[Ring.Point]]

  struct Feature: Sendable {
    var polygons: [Polygon] = []
    var point: Ring.Point?
  }

  /// Nil where the document is no collection of features.
  private(set) var features: [Feature]?
  /// What each feature says of itself.
  var properties = FeatureProperties()

  init(features: [Feature], properties: FeatureProperties) {
    self.features = features
    self.properties = properties
  }

  /// - Throws: `json.syntax`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var reader = JSONReader(bytes, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    guard reader.peek() == UInt8(ascii: "{") else { return }
    var found: [Feature]?
    var said = FeatureProperties()
    try reader.object { reader, key in
      if key == "features", reader.peek() == UInt8(ascii: "[") {
        var all: [Feature] = []
        try reader.array { all.append(try Self.feature(&$0, &said)) }
        found = all
      } else {
        _ = try reader.skip()
      }
    }
    try reader.end()
    features = found
    said.end()
    properties = said
  }

  private static func feature(_ reader: inout JSONReader, _ said: inout FeatureProperties) throws -> Feature {
    var feature = Feature()
    said.begin()
    try reader.object { reader, key in
      switch (key, reader.peek()) {
      case ("properties", UInt8(ascii: "{")):
        try reader.object { reader, name in try property(name, &reader, &said) }
      case ("geometry", UInt8(ascii: "{")): (feature.polygons, feature.point) = try geometry(&reader)
      default: _ = try reader.skip()
      }
    }
    return feature
  }

  private static func property(_ name: String, _ reader: inout JSONReader, _ said: inout FeatureProperties) throws {
    switch reader.peek() {
    case UInt8(ascii: "\""): said.set(name, .text(try reader.string()))
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      _ = try reader.skip()
      said.set(name, .missing, isNested: true)
    default:
      switch try reader.value() {
      case .number(let number): said.set(name, .number(number))
      case .bool(let flag): said.set(name, .flag(flag))
      default: said.set(name, .missing)
      }
    }
  }

  private static func geometry(_ reader: inout JSONReader) throws -> ([Polygon], Ring.Point?) {
    var type = ""
    var nest = Nest.list([])
    try reader.object { reader, key in
      switch key {
      case "type": type = try reader.string()
      case "coordinates": nest = try Nest(&reader)
      default: _ = try reader.skip()
      }
    }
    switch type {
    case "Polygon": return ([polygon(nest)], nil)
    case "MultiPolygon": return (nest.elements.map(polygon), nil)
    case "Point":
      if case .point(let point) = nest { return ([], point) }
      return ([], nil)
    default: return ([], nil)
    }
  }

  private static func polygon(_ nest: Nest) -> Polygon {
    nest.elements.map { ring in
      ring.elements.compactMap { if case .point(let point) = $0 { point } else { nil } }
    }
  }

  /// Coordinates as they are nested, with pairs of numbers for leaves.
  private enum Nest {
    case point(Ring.Point)
    case list([Nest])

    var elements: [Nest] { if case .list(let nests) = self { nests } else { [] } }

    init(_ reader: inout JSONReader, depth: Int = 0) throws {
      var numbers: [Double] = []
      var nests: [Nest] = []
      try reader.array(depth: depth) { reader in
        if reader.peek() == UInt8(ascii: "[") {
          nests.append(try Nest(&reader, depth: depth + 1))
        } else {
          numbers.append(try reader.number())
        }
      }
      self = numbers.count >= 2 ? .point(Ring.Point(x: numbers[0], y: numbers[1])) : .list(nests)
    }
  }

  /// Whether all that it shows are points.
  var arePoints: Bool {
    features.map { features in
      !features.isEmpty && features.allSatisfy { $0.point != nil || $0.polygons.isEmpty }
        && features.contains { $0.point != nil }
    } ?? false
  }

  /// The coordinates of a MultiPolygon as GeoJSON on one line.
  static func text(of polygons: [Polygon]) -> String {
    var writer = JSONWriter()
    writer.beginArray()
    for polygon in polygons {
      writer.beginArray()
      for ring in polygon {
        writer.beginArray()
        for point in ring {
          writer.beginArray()
          writer.number(point.x)
          writer.number(point.y)
          writer.endArray()
        }
        writer.endArray()
      }
      writer.endArray()
    }
    writer.endArray()
    return writer.text
  }
}
