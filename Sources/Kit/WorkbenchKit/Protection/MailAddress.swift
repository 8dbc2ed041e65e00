/// Recognises an e-mail address: something, an at sign, and a domain of two labels or more that ends in letters.
enum MailAddress {
  /// Whether an address stands anywhere in a cell.
  static func stands(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.indices.contains { cell[$0] == UInt8(ascii: "@") && surrounds($0, in: cell) }
  }

  private static func surrounds(_ sign: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard sign > 0, isLocal(cell[sign - 1]) else { return false }
    var label = 0
    var dots = 0
    var isWord = true
    for byte in cell[(sign + 1)...] {
      if byte == UInt8(ascii: ".") {
        if label == 0 { return false }
        (label, dots, isWord) = (0, dots + 1, true)
      } else if byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte >= 0x80 {
        label += 1
        if !byte.isLetter, byte < 0x80 { isWord = false }
      } else {
        break
      }
    }
    // `naam@example.org.` at the end of a sentence: the last label is empty and the one before it counts.
    return dots > 1 && label == 0 || dots > 0 && label > 1 && isWord
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || "._%+-'".utf8.contains(byte)
  }
}
