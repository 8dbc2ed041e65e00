import Files
import WorkbenchKit

/// One line of the journal: JSON behind 16 hexadecimal digits of the SHA-256 over the digits of the line before it and
/// the JSON, so that a torn, damaged or strange one is known.
enum JournalLine {
  static let digits = 16

  /// - Parameter link: the digits of the line before; empty for the first line, and in journals of before the chain.
  static func write(_ json: [UInt8], after link: String = "") -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(json.count + digits + 2)
    line += sum(json[...], after: link).utf8
    line.append(0x20)
    line += json
    line.append(0x0A)
    return line
  }

  /// Returns the JSON of a line (without its line break) and its digits, or nil where it is not what followed `link`.
  static func read(_ line: ArraySlice<UInt8>, after link: String = "") -> (json: ArraySlice<UInt8>, sum: String)? {
    guard line.count > digits + 1, line[line.startIndex + digits] == 0x20 else { return nil }
    let json = line.dropFirst(digits + 1)
    let sum = sum(json, after: link)
    return sum.utf8.elementsEqual(line.prefix(digits)) ? (json, sum) : nil
  }

  /// The digits with which a line that was written begins.
  static func sum(of line: [UInt8]) -> String { String(decoding: line.prefix(digits), as: UTF8.self) }

  private static func sum(_ json: ArraySlice<UInt8>, after link: String) -> String {
    var stream = SHA256()
    stream.update(Array(link.utf8))
    stream.update(json)
    return String(SHA256.hexadecimal(stream.digest()).prefix(digits))
  }
}
