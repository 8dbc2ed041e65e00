import CNettle
import WorkbenchKit

/// The SHA-256 of a table as it came: a line with the type and name of each column, then a line for each row in its order, the
/// cells with tabs between them; numbers as their shortest decimals, texts in quotes, nothing where a cell is missing.
enum OutcomeDigest {
  /// Returns 64 hexadecimal digits.
  ///
  /// - Throws: what the interrupt throws.
  static func of(_ table: Table, checkInterrupt: () throws -> Void) throws -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    var line: [UInt8] = []
    func pass() {
      line.append(0x0A)
      nettle_sha256_update(&context, line.count, line)
      line.removeAll(keepingCapacity: true)
    }
    for (place, column) in table.columns.enumerated() {
      if place > 0 { line.append(0x09) }
      line += "\(column.type):".utf8
      quote(column.name, &line)
    }
    pass()
    for row in 0..<table.rowCount {
      if row % 1024 == 0 { try checkInterrupt() }
      for (place, column) in table.columns.enumerated() {
        if place > 0 { line.append(0x09) }
        switch column.storage {
        case .numbers(let values): if !values[row].isNaN { write(values[row], &line) }
        case .texts(let values): if let text = values[row] { quote(text, &line) }
        case .booleans(let values): if let value = values[row] { line += "\(value)".utf8 }
        case .dates: if let date = column[row].date { quote(date.text, &line) }
        }
      }
      pass()
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0\(digits)" : digits
    }.joined()
  }

  /// A nought keeps its sign: tables that differ in it differ.
  private static func write(_ number: Double, _ line: inout [UInt8]) {
    if number == 0, number.sign == .minus { line.append(UInt8(ascii: "-")) }
    line += NumberText.shortest(number).utf8
  }

  private static func quote(_ text: String, _ line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
      case 0x0A: line += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      default: line.append(byte)
      }
    }
    line.append(UInt8(ascii: "\""))
  }
}
