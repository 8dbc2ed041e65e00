import Synchronization

/// An immutable part of the workspace: canonical JSON bytes, decoded when first used, or a value, encoded when first saved.
public final class Part: Sendable {
  private struct Forms {
    var bytes: [UInt8]?
    var json: JSON?
    var table: Table?
    var derived: [String: any Sendable] = [:]
    /// What was found sealed; empty where it was sought in vain.
    var seal: String?
  }

  private let forms: Mutex<Forms>

  /// Makes a part of JSON.
  public init(_ json: JSON) { forms = Mutex(Forms(json: json)) }
  /// Makes a part of a table.
  public init(_ table: Table) { forms = Mutex(Forms(table: table)) }

  /// Makes a part of canonical bytes, without looking into them.
  public init(canonical bytes: [UInt8]) { forms = Mutex(Forms(bytes: bytes)) }

  /// The part as JSON.
  ///
  /// - Throws: `json.syntax` where the bytes it was read from are damaged.
  public func json() throws -> JSON {
    try forms.withLock { forms in
      if let json = forms.json { return json }
      let json = try JSONReader.parse(Self.bytes(&forms))
      forms.json = json
      return json
    }
  }

  /// The part as a table.
  ///
  /// - Throws: `json.syntax`, `table.format`.
  public func table() throws -> Table {
    try forms.withLock { forms in
      if let table = forms.table { return table }
      let table = try TableCodec.decode(Self.bytes(&forms))
      forms.table = table
      return table
    }
  }

  /// Where in a part stands what the session sealed, beside what may be read of it everywhere.
  @_spi(Host) public static let sealKey = "leerkring.sealed"

  /// What was sealed of the part; nil where nothing was. A part that was made in this session is looked at once it is encoded.
  @_spi(Host) public var seal: String? {
    forms.withLock { forms in
      if let seal = forms.seal { return seal.isEmpty ? nil : seal }
      guard let bytes = forms.bytes else { return nil }
      let found = Self.seal(in: bytes)
      forms.seal = found ?? ""
      return found
    }
  }

  /// In a string a quote is escaped: these bytes are a key, and what follows are letters and digits up to the next quote.
  private static func seal(in bytes: [UInt8]) -> String? {
    let key = Array("\"\(sealKey)\":\"".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + key.count < bytes.count {
        // Far from every byte is a quote, and of those hardly one begins the key.
        if bytes[index] == key[0], bytes[index + 1] == key[1], bytes[index..<index + key.count].elementsEqual(key) {
          let value = bytes[(index + key.count)...]
          guard let end = value.firstIndex(of: key[0]) else { return nil }
          return String(decoding: value[..<end], as: UTF8.self)
        }
        index += 1
      }
      return nil
    }
  }

  /// The canonical bytes: for a table a column a line, for anything else one line.
  public func canonical() -> [UInt8] { forms.withLock { Self.bytes(&$0) } }

  /// Returns what `make` makes of this part, made once for as long as the part lives.
  ///
  /// - Parameters:
  ///   - key: names the thing made; prefix it with the plugin's name.
  ///   - make: makes it.
  public func derived<Made: Sendable>(_ key: String, make: () throws -> Made) rethrows -> Made {
    if let made = forms.withLock({ $0.derived[key] as? Made }) { return made }
    let made = try make()
    forms.withLock { $0.derived[key] = made }
    return made
  }

  /// How many arrays and objects may stand in each other in a part: what a reader takes, less what a file has around it.
  public static let depthLimit = JSONReader.depthLimit - 16

  /// Whether it is nested deeper than `depthLimit`, so that it could be written but not read back.
  @_spi(Host) public var isTooDeep: Bool {
    forms.withLock { forms in
      if forms.table != nil { return false }
      if let json = forms.json { return json.nests(deeperThan: Self.depthLimit) }
      return Self.nesting(forms.bytes ?? []) > Self.depthLimit
    }
  }

  /// How many brackets of canonical JSON stand open at most.
  private static func nesting(_ bytes: [UInt8]) -> Int {
    var open = 0
    var most = 0
    var quoted = false
    var escaped = false
    for byte in bytes {
      if quoted {
        if escaped { escaped = false } else if byte == 0x5C { escaped = true } else if byte == 0x22 { quoted = false }
        continue
      }
      switch byte {
      case 0x22: quoted = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open += 1
        most = max(most, open)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
      default: break
      }
    }
    return most
  }

  private static func bytes(_ forms: inout Forms) -> [UInt8] {
    if let bytes = forms.bytes { return bytes }
    let bytes: [UInt8]
    if let table = forms.table {
      bytes = TableCodec.encode(table)
    } else {
      var writer = JSONWriter()
      writer.value(forms.json ?? .null)
      bytes = writer.bytes
    }
    forms.bytes = bytes
    return bytes
  }
}

/// Parts are equal where their canonical bytes are; one and the same is told without looking into it.
extension Part: Equatable {
  /// Compares what they hold.
  public static func == (left: Part, right: Part) -> Bool {
    left === right || left.canonical() == right.canonical()
  }
}
