import Files

/// A file of a crate, with its place as seen from the crate's own folder.
public struct CrateFile: Sendable, Hashable {
  /// Letters, digits, `.`, `-`, `_` and `/` only, so that it stands in a reference as it is.
  public let path: String
  public let bytes: [UInt8]
  /// Its media type.
  public let form: String
  /// What it is, for people.
  public let name: String

  /// Makes a file.
  public init(_ path: String, _ bytes: [UInt8], form: String, name: String) {
    self.path = path
    self.bytes = bytes
    self.form = form
    self.name = name
  }

  /// Returns a name as it may stand in a path of a crate: what is no plain letter, digit or mark becomes a dash.
  public static func plain(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain || [".", "-", "_"].contains(scalar) ? Character(scalar) : "-"
    }
    let plain = String(kept.drop { $0 == "." })
    return plain.isEmpty ? "naamloos" : plain
  }

  /// Returns a name that nothing else gets: the plain one, with a mark behind it where that is not all of it.
  public static func mark(_ name: String) -> String {
    let plain = plain(name)
    return plain == name ? plain : "\(plain)-\(SHA256.hex(Array(name.utf8)).prefix(8))"
  }

  /// The media type of a file by the end of its name.
  public static func form(of name: String) -> String {
    let forms = [
      "csv": "text/csv", "json": "application/json", "geojson": "application/geo+json", "md": "text/markdown",
      "xml": "application/xml",
      "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "ods": "application/vnd.oasis.opendocument.spreadsheet",
    ]
    return name.split(separator: ".").last.flatMap { forms[$0.lowercased()] } ?? "application/octet-stream"
  }
}
