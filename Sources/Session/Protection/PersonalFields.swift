import WorkbenchKit

/// The fields that a plugin declares personal: sealed in the workspace, and left out of all that the plugin gives.
///
/// In the file stands `{"sealed":"v1:…"}`, which only the key of this workspace on this machine opens; elsewhere the plugin
/// gets the mark in its place.
extension Redactor {
  static let version = "v1:"

  /// Returns a plugin's document with its personal fields sealed, and hides what stood in them from now on.
  func sealed(_ json: JSON, _ fields: Set<String>, _ lineage: String) -> JSON {
    switch json {
    case .object(let members):
      if Self.seal(of: json) != nil { return json }
      var result: [String: JSON] = [:]
      for (key, value) in members {
        if fields.contains(key), value != .null, Self.seal(of: value) == nil {
          hide(valuesOf: value)
          let bytes = vault.seal(Array(value.canonical.utf8), of: lineage)
          result[key] = ["sealed": .string(Self.version + Self.hexadecimal(bytes))]
        } else {
          result[key] = sealed(value, fields, lineage)
        }
      }
      return .object(result)
    case .array(let elements): return .array(elements.map { sealed($0, fields, lineage) })
    default: return json
    }
  }

  /// Returns a document as the plugin wrote it, and hides what stands in its personal fields.
  func opened(_ json: JSON, _ lineage: String) -> JSON {
    if let seal = Self.seal(of: json) {
      guard let bytes = vault.open(seal, of: lineage), let value = try? JSONReader.parse(bytes) else {
        return .string(Self.mark)
      }
      hide(valuesOf: value)
      return value
    }
    switch json {
    case .object(let members): return .object(members.mapValues { opened($0, lineage) })
    case .array(let elements): return .array(elements.map { opened($0, lineage) })
    default: return json
    }
  }

  private func hide(valuesOf json: JSON) {
    switch json {
    case .string(let text): if text != Self.mark { hide(value: text) }
    case .number(let number): if number.magnitude >= 10_000 { hide(value: NumberText.shortest(number)) }
    case .array(let elements): for element in elements { hide(valuesOf: element) }
    case .object(let members): for value in members.values { hide(valuesOf: value) }
    case .bool, .null: break
    }
  }

  private static func seal(of json: JSON) -> [UInt8]? {
    guard let members = json.object, members.count == 1 else { return nil }
    return members["sealed"]?.string.flatMap(bytes(ofSeal:))
  }

  /// The sealed bytes that stand behind the version in hexadecimal digits.
  static func bytes(ofSeal text: String) -> [UInt8]? {
    guard text.hasPrefix(version) else { return nil }
    let digits = Array(text.utf8.dropFirst(version.utf8.count))
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Returns what a plugin gave with the mark in columns and facts that are called like one of its personal fields.
  static func withoutFields(_ output: Output, _ fields: Set<String>) -> Output {
    guard !fields.isEmpty else { return output }
    var copy = output
    copy.blocks = output.blocks.map { block in
      switch block {
      case .table(let table):
        var table = table
        for column in table.columns where fields.contains(column.name) { table.set(held(column)) }
        return .table(table)
      case .facts(let facts):
        return .facts(
          facts.mapping { fact in
            fields.contains(fact.name) && !fact.value.isMissing ? fact.with(.text(mark)) : fact
          })
      default: return block
      }
    }
    return copy
  }

  private static func held(_ column: Column) -> Column {
    var copy = column
    let rows = (0..<column.count).filter { !column[$0].isMissing || column.withheld[$0] != nil }
    copy.storage = .texts([String?](repeating: nil, count: column.count))
    copy.withheld = Dictionary(uniqueKeysWithValues: rows.map { ($0, mark) })
    return copy
  }
}
