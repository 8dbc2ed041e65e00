import WorkbenchKit

/// What the head of a dBASE file says of its rows (dBASE III to V, FoxPro).
struct DBaseHeader {
  /// A column of it.
  struct Field {
    /// In the bytes of the file.
    let name: [UInt8]
    /// The letter of its kind.
    let kind: UInt8
    /// Where it begins within a record.
    let start: Int
    /// How many bytes it takes.
    let length: Int
  }

  let fields: [Field]
  let recordCount: Int
  let recordLength: Int
  /// Where the first record begins.
  let start: Int
  /// The byte that names the language of the texts.
  let language: UInt8

  /// The first bytes that such a file may have.
  private static let versions: Set<UInt8> = [
    0x02, 0x03, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5, 0xFB,
  ]

  /// Reads the head; nil where it is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 65, Self.versions.contains(bytes[0]) else { return nil }
    func small(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
    recordCount = small(4) | small(6) << 16
    start = small(8)
    recordLength = small(10)
    language = bytes[29]
    guard start >= 65, start <= bytes.count, recordLength > 1 else { return nil }
    var plain: [(name: [UInt8], kind: UInt8, length: Int, decimals: Int)] = []
    var place = 32
    while place + 32 <= start, bytes[place] != 0x0D {
      let name = Array(bytes[place..<place + 11].prefix { $0 != 0 })
      plain.append((name, bytes[place + 11], Int(bytes[place + 16]), Int(bytes[place + 17])))
      place += 32
    }
    guard !plain.isEmpty, place < start, bytes[place] == 0x0D else { return nil }
    // Texts longer than 255 bytes have the upper half of their length where numbers have their decimals.
    let isLong = plain.reduce(1) { $0 + $1.length } != recordLength
    var fields: [Field] = []
    var within = 1
    for field in plain {
      let length = field.length + (isLong && field.kind == UInt8(ascii: "C") ? field.decimals << 8 : 0)
      fields.append(Field(name: field.name, kind: field.kind, start: within, length: length))
      within += length
    }
    guard within <= recordLength else { return nil }
    self.fields = fields
  }

  /// Whether all rows that it speaks of are there.
  func isWhole(_ bytes: [UInt8]) -> Bool { start + recordCount * recordLength <= bytes.count }
}
