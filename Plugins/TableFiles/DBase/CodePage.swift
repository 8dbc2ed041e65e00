import WorkbenchKit

/// In which code the texts of a dBASE file stand.
enum CodePage: String, Sendable {
  case utf8 = "UTF-8"
  case windows1252 = "Windows-1252"
  case latin1 = "ISO 8859-1"
  case latin9 = "ISO 8859-15"
  case dos437 = "437"
  case dos850 = "850"

  /// Reads what a file of the ending .cpg beside the table says; nil for a code that is not read here.
  init?(label: String) {
    let word = label.uppercased().filter { $0.isLetter || $0.isNumber }
    switch word {
    case "UTF8", "65001", "CP65001": self = .utf8
    case "1252", "CP1252", "WINDOWS1252", "ANSI1252", "WIN1252": self = .windows1252
    case "88591", "ISO88591", "LATIN1", "CP28591", "28591": self = .latin1
    case "885915", "ISO885915", "LATIN9", "28605": self = .latin9
    case "437", "CP437", "OEM437", "IBM437": self = .dos437
    case "850", "CP850", "OEM850", "IBM850": self = .dos850
    default: return nil
    }
  }

  /// What the byte of the language says; nil where it says nothing, and `unknown` where it names a code that is not read here.
  static func language(_ byte: UInt8) -> (page: CodePage?, isUnknown: Bool) {
    switch byte {
    case 0: (nil, false)
    case 0x03, 0x57, 0x58, 0x59: (.windows1252, false)
    case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B: (.dos437, false)
    case 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37: (.dos850, false)
    default: (nil, true)
    }
  }

  /// Returns the text that bytes stand for.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .latin1: return Self.decode(bytes, nil)
    case .windows1252: return Self.decode(bytes, CodePageTables.windows1252)
    case .latin9: return Self.decode(bytes, CodePageTables.latin9)
    case .dos437: return Self.decode(bytes, CodePageTables.dos437)
    case .dos850: return Self.decode(bytes, CodePageTables.dos850)
    }
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ table: [UInt16]?) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
    return String(
      decoding: bytes.map { byte in
        byte < 0x80 ? UInt16(byte) : table.map { $0[Int(byte) - 0x80] } ?? UInt16(byte)
      }, as: UTF16.self)
  }
}
