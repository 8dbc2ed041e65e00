import WorkbenchKit

/// The JSON documents of a file: one, the elements of an array, or one a line (JSON Lines).
enum OCDSDocuments {
  /// - Returns: none where it is no JSON.
  static func parse(_ bytes: [UInt8]) -> [JSON] {
    guard let first = bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return [] }
    if let json = try? JSONReader.parse(bytes) { return json.array ?? [json] }
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .filter { line in line.contains { $0 != 0x20 && $0 != 0x09 } }
    let documents = lines.compactMap { try? JSONReader.parse(Array($0)) }
    return documents.count == lines.count ? documents : []
  }
}

/// The values of OCDS as they are written down.
enum OCDSValue {
  /// What some publishers write where they have nothing.
  static let missing = "MISSING"

  /// A number, also one that is written as a text; a text; nothing for `MISSING`.
  static func value(_ json: JSON?) -> Value {
    switch json {
    case .number(let number)?: return .number(number)
    case .string(let text)?:
      if text == missing || text.isEmpty { return .missing }
      return NumberText.parse(text).map { .number($0) } ?? .text(text)
    case .bool(let bool)?: return .boolean(bool)
    default: return .missing
    }
  }

  /// A word; nil for `MISSING`, for nothing, and for what is no word or number.
  static func word(_ json: JSON?) -> String? {
    let value = value(json)
    return value.isMissing || value.plain.isEmpty ? nil : value.plain
  }

  /// What is a list, or the one thing that stands where a list is due.
  static func list(_ json: JSON?) -> [JSON] {
    guard let json, json != .null else { return [] }
    return json.array ?? [json]
  }
}
