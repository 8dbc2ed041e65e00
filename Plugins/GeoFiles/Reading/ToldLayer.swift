import Layers
import WorkbenchKit

/// A layer as the child describes it.
struct ToldLayer {
  /// A column of it.
  struct Field {
    let name: String
    let kind: CellKind
    /// Whether a cell of it holds several values.
    let isList: Bool
  }

  /// What a person is told of it.
  let layer: GeoLayer
  let fields: [Field]
  /// What the coordinates are of as they come; nil where that is not known.
  let outgoing: Int?
  /// Whether they were worked out anew.
  let isChanged: Bool
  /// How many more places each row has, which are not read.
  let morePlaces: Int

  /// Reads all layers out of the child's words.
  ///
  /// - Throws: `ChildEnd.rubbish`.
  static func all(_ words: UnsafeRawBufferPointer, of file: MapFile) throws -> [ToldLayer] {
    guard let json = try? JSONReader.parse(Array(words)), let layers = json["layers"]?.array else {
      throw ChildEnd.rubbish
    }
    if layers.isEmpty, json["failures"]?.int ?? 0 > 0 { throw ChildEnd.said("open") }
    return try layers.map { layer in
      guard let told = ToldLayer(layer, of: file) else { throw ChildEnd.rubbish }
      return told
    }
  }

  private init?(_ json: JSON, of file: MapFile) {
    guard let name = json["name"]?.string, let fields = json["fields"]?.array else { return nil }
    self.fields = fields.map { field in
      let kind = field["kind"]?.string ?? ""
      return Field(name: field["name"]?.string ?? "", kind: Self.kind(kind), isList: kind == "list")
    }
    var geometry: GeoLayer.Geometry?
    if let places = json["places"]?.string {
      let epsg = json["epsg"]?.int ?? 0
      geometry = GeoLayer.Geometry(
        column: "", type: Self.type(places), system: epsg, epsg: epsg > 0 ? epsg : nil,
        systemName: json["system"]?.string ?? "")
    }
    layer = GeoLayer(
      name: file.layerName(name), kind: geometry == nil ? .attributes : .features,
      columns: self.fields.filter { $0.kind != .binary }.map(\.name), geometry: geometry, rows: json["rows"]?.int)
    outgoing = json["outgoing"]?.int.flatMap { $0 > 0 ? $0 : nil }
    isChanged = json["changed"]?.int == 1
    morePlaces = json["more"]?.int ?? 0
  }

  private static func kind(_ word: String) -> CellKind {
    switch word {
    case "boolean": .boolean
    case "whole", "number": .number
    case "list", "bytes": .binary
    default: .text
    }
  }

  /// `3D Multi Polygon` as `MULTIPOLYGON`.
  private static func type(_ words: String) -> String {
    let type = words.split(separator: " ").filter { $0 != "3D" && $0 != "Measured" }.joined().uppercased()
    return type.hasPrefix("UNKNOWN") ? "GEOMETRY" : type
  }
}
