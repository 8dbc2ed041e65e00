/// A cell in plain signs: what people and programs write otherwise, for the eye or to mislead a robot, is written as usual.
///
/// Spaces of every width become a space and dashes of every length a hyphen; signs that are not seen fall away; letters, digits
/// and signs of full width get their ordinary one; `%40`, `[at]` and `(at)` become `@`, `[dot]` and `(punt)` a point.
enum PlainCell {
  /// Whether a cell can hold anything of this, so that most cells are read as they stand.
  static func isDue(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.contains { $0 >= 0x80 || isMark($0) }
  }

  /// Whether a sign may begin one that is written in words.
  @inline(__always)
  static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "%") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{")
  }

  /// Whether in some text stands neither the sign of an e-mail address nor anything for which `isDue` is asked.
  static func isQuiet(_ text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= text.count {
      let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // `[` and `{` differ by one bit.
      let marks =
        word.marking(UInt8(ascii: "@")) | word.marking(UInt8(ascii: "(")) | word.marking(UInt8(ascii: "%"))
        | (word | 0x2020_2020_2020_2020).marking(UInt8(ascii: "{"))
      if (word | marks) & 0x8080_8080_8080_8080 != 0 { return false }
      index += 8
    }
    return text[index...].allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "@") && !isMark($0) }
  }

  static func bytes(of cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text = String(decoding: cell, as: UTF8.self)
    if !cell.allSatisfy({ $0 < 0x80 }) {
      var plain = ""
      for scalar in text.unicodeScalars { if let sign = sign(for: scalar) { plain.unicodeScalars.append(sign) } }
      text = plain
    }
    return marks(Array(text.utf8))
  }

  /// The usual sign for another one; nil for one that is not seen.
  private static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: nil
    case 0xFE6B: "@"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: scalar
    }
  }

  private static let words: [(written: [UInt8], sign: UInt8)] = [
    ("%40", "@"), ("%20", " "), ("[at]", "@"), ("(at)", "@"), ("{at}", "@"), ("[apenstaartje]", "@"), ("[dot]", "."),
    ("(dot)", "."), ("[punt]", "."), ("(punt)", "."),
  ].map { (Array($0.utf8), UInt8($1.unicodeScalars.first?.value ?? 0x20)) }

  private static func marks(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard
        isMark(bytes[index]), let word = words.first(where: { begins($0.written, at: index, in: bytes) })
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += word.written.count
      // `naam [at] example [dot] org`: the blanks around go with it.
      if word.sign != 0x20 {
        while result.last == 0x20 { result.removeLast() }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      }
      result.append(word.sign)
    }
    return result
  }

  private static func begins(_ word: [UInt8], at index: Int, in bytes: [UInt8]) -> Bool {
    guard index + word.count <= bytes.count else { return false }
    return word.indices.allSatisfy { place in
      let byte = bytes[index + place]
      return byte == word[place] || (65...90).contains(byte) && byte | 32 == word[place]
    }
  }
}
