import Files
import WorkbenchKit

/// One line of the journal: JSON behind 16 hexadecimal digits of its SHA-256, so that a torn or damaged one is known.
enum JournalLine {
  private static let digits = 16

  static func write(_ json: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(json.count + digits + 2)
    line += SHA256.hex(json).utf8.prefix(digits)
    line.append(0x20)
    line += json
    line.append(0x0A)
    return line
  }

  /// Returns the JSON of a line (without its line break), or nil where it is damaged.
  static func read(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.count > digits + 1, line[line.startIndex + digits] == 0x20 else { return nil }
    let json = line.dropFirst(digits + 1)
    return SHA256.hex(json).utf8.prefix(digits).elementsEqual(line.prefix(digits)) ? json : nil
  }
}
