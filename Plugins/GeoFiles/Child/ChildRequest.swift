/// What the child is asked, in bytes: see `Request` of `Sources/leerkring-geo`.
struct ChildRequest {
  /// What of a file is wanted.
  struct Flags: OptionSet {
    let rawValue: UInt32
    /// The rows of each layer are counted.
    static let counts = Flags(rawValue: 1)
    /// Names of columns are not in UTF-8.
    static let isRaw = Flags(rawValue: 2)
    /// Rows are their places alone.
    static let placesOnly = Flags(rawValue: 4)
  }

  /// In pieces, so that no file is copied.
  let pieces: [[UInt8]]

  /// - Parameters:
  ///   - flags: what is wanted.
  ///   - driver: what GDAL calls the form.
  ///   - name: of the file or folder that is opened.
  ///   - options: of the driver, as `NAME=VALUE`.
  ///   - files: all that it may look at; a name with a slash stands in that folder.
  init(_ flags: Flags, driver: String, name: String, options: [String] = [], files: [(name: String, bytes: [UInt8])]) {
    var head: [UInt8] = []
    head.append(little: UInt64(files.reduce(0) { $0 + $1.bytes.count }))
    head.append(little: flags.rawValue)
    head.append(text: driver)
    head.append(text: name)
    head.append(little: UInt32(options.count))
    for option in options { head.append(text: option) }
    head.append(little: UInt32(files.count))
    var pieces: [[UInt8]] = []
    for file in files {
      head.append(text: file.name)
      head.append(little: UInt64(file.bytes.count))
      pieces += [head, file.bytes]
      head = []
    }
    self.pieces = pieces + [head]
  }

  /// Asks for the rows of a layer, counted from 0.
  static func layer(_ number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(little: UInt32(clamping: number))
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(text: String) {
    append(little: UInt32(text.utf8.count))
    append(contentsOf: text.utf8)
  }
}
