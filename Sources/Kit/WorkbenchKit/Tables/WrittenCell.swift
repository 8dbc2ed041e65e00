/// How a text stands in a cell of delimited text (RFC 4180), and what keeps a spreadsheet from running it.
///
/// A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula, whoever wrote it. Such a text gets an apostrophe before
/// it, which reading takes off again; so does one that has such apostrophes itself, so that every text comes back as it was. Numbers
/// are left as they are.
public enum WrittenCell {
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  /// Returns cells as a line, its end included.
  ///
  /// - Parameters:
  ///   - cells: the texts, numbers among them.
  ///   - delimiter: the ASCII character between two cells.
  public static func line(_ cells: [String], delimiter: UInt8 = UInt8(ascii: ",")) -> String {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      // An empty cell is missing here, as in a form that a person fills in.
      if !cell.isEmpty { append(cell, to: &bytes, delimiter: delimiter) }
    }
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a text as a cell; an empty one as `""`.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - bytes: the line as far as it is.
  ///   - delimiter: the ASCII character between two cells.
  ///   - isRaw: whether a text stands as it is though a spreadsheet would run it.
  public static func append(_ text: String, to bytes: inout [UInt8], delimiter: UInt8, isRaw: Bool = false) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most(text)) { room in
      bytes.append(contentsOf: room[..<write(text, to: room, delimiter: delimiter, isRaw: isRaw)])
    }
  }

  /// Returns how many bytes a text takes as a cell at most.
  ///
  /// - Parameter text: the text.
  public static func most(_ text: String) -> Int { most(bytes: text.utf8.count) }

  /// Returns how many bytes a text takes as a cell at most.
  ///
  /// - Parameter count: of bytes that the text itself has.
  @_spi(Host) public static func most(bytes count: Int) -> Int { count * 2 + 3 }

  /// Writes a text as a cell; an empty one as `""`.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - room: at least as many bytes as `most` says; gets the cell at its beginning.
  ///   - delimiter: the ASCII character between two cells.
  ///   - isRaw: whether a text stands as it is though a spreadsheet would run it.
  /// - Returns: how many bytes it took.
  public static func write(
    _ text: String, to room: UnsafeMutableBufferPointer<UInt8>, delimiter: UInt8, isRaw: Bool = false
  ) -> Int {
    if let count = text.utf8.withContiguousStorageIfAvailable({ write($0, to: room, delimiter, isRaw) }) {
      return count
    }
    return Array(text.utf8).withUnsafeBufferPointer { write($0, to: room, delimiter, isRaw) }
  }

  /// Writes the UTF-8 of a text as a cell, as `write` does.
  @_spi(Host) public static func write(
    _ text: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>, _ delimiter: UInt8, _ isRaw: Bool
  ) -> Int {
    let isGuarded = !isRaw && needsApostrophe(text)
    let needsQuotes = text.isEmpty || holdsMarks(text, delimiter)
    if !needsQuotes, !isGuarded {
      UnsafeMutableRawBufferPointer(room).copyMemory(from: UnsafeRawBufferPointer(text))
      return text.count
    }
    var count = 0
    func put(_ byte: UInt8) {
      room[count] = byte
      count += 1
    }
    if needsQuotes { put(quote) }
    if isGuarded { put(apostrophe) }
    for byte in text {
      if byte == quote { put(byte) }
      put(byte)
    }
    if needsQuotes { put(quote) }
    return count
  }

  /// Whether a text holds a sign for which it needs quotes. A semicolon parts cells in a Dutch spreadsheet, and might be taken for the
  /// delimiter by any reader.
  @inline(__always)
  private static func holdsMarks(_ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Bool {
    // Without a way out in the middle several bytes are looked at at once.
    var holds = false
    for byte in text {
      holds =
        holds || byte == delimiter || byte == quote || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    return holds
  }

  /// Returns the cell without the apostrophe that writing put before it.
  static func unguarded(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard cell.first == apostrophe, case let text = UnsafeBufferPointer(rebasing: cell[1...]), needsApostrophe(text)
    else { return cell }
    return text
  }

  private static func needsApostrophe(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.firstIndex(where: { $0 != apostrophe }) else { return false }
    let rest = UnsafeBufferPointer(rebasing: text[start...])
    switch rest[0] {
    case UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    // A sign on its own is a dash in a table and nothing to run.
    case UInt8(ascii: "="), UInt8(ascii: "@"): return rest.count > 1
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return rest.count > 1 && !isNumber(rest.dropFirst())
    // ＝ ＋ － ＠, which some take for the narrow ones.
    case 0xEF:
      return rest.count > 3 && rest[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(rest[2])
    default: return false
    }
  }

  /// Whether digits and marks follow, and at most a percent sign or an exponent: what a spreadsheet reads as a number.
  private static func isNumber(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var digits = digits
    if digits.last == UInt8(ascii: "%") { digits = digits.dropLast() }
    let mantissa = digits.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    var exponent = digits.dropFirst(mantissa.count + 1)
    if let sign = exponent.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      exponent = exponent.dropFirst()
    }
    let hasExponent = mantissa.count < digits.count
    return mantissa.contains(where: isDigit) && mantissa.allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
      && (!hasExponent || !exponent.isEmpty && exponent.allSatisfy(isDigit))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
