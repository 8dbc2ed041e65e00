/// A form of map files that is read here.
enum MapForm: String, CaseIterable {
  case shapefile, flatGeobuf, gml, kml, geodatabase

  /// What GDAL calls it.
  var driver: String {
    switch self {
    case .shapefile: "ESRI Shapefile"
    case .flatGeobuf: "FlatGeobuf"
    case .gml: "GML"
    case .kml: "LIBKML"
    case .geodatabase: "OpenFileGDB"
    }
  }

  /// As a person calls it.
  var name: String {
    switch self {
    case .shapefile: "shapefile"
    case .flatGeobuf: "FlatGeobuf"
    case .gml: "GML"
    case .kml: "KML"
    case .geodatabase: "geodatabase"
    }
  }

  /// The end of its files' names.
  var ending: String {
    switch self {
    case .shapefile: "shp"
    case .flatGeobuf: "fgb"
    case .gml: "gml"
    case .kml: "kml"
    case .geodatabase: "gdb"
    }
  }

  /// The form that a name promises; nil where it promises none.
  init?(name: String) {
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased()
    guard let form = Self.allCases.first(where: { $0.ending == ending }) else { return nil }
    self = form
  }

  /// The form that the first bytes tell; nil where they tell none. Of XML they tell only that it is.
  static func isTold(_ form: MapForm, by bytes: [UInt8]) -> Bool {
    switch form {
    // The number 9994 (ESRI Shapefile Technical Description, 1998, table 1).
    case .shapefile: bytes.starts(with: [0x00, 0x00, 0x27, 0x0A])
    case .flatGeobuf: bytes.starts(with: "fgb".utf8)
    case .gml, .kml:
      bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 0x20 }.first == UInt8(ascii: "<")
        // UTF-16 in either order.
        || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    case .geodatabase: false
    }
  }
}
