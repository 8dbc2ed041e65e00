/// What stood around the digits of a number and was taken off.
struct NumberSigns: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let percent = NumberSigns(rawValue: 1)
  static let euro = NumberSigns(rawValue: 2)
  /// One or more `*`, by which CBS and others mark a provisional figure.
  static let provisional = NumberSigns(rawValue: 4)
}

/// Takes off what may stand around the digits of a number: `€ 12.500,-`, `44 %`, `83058*`, no-break and thin spaces.
enum BareNumber {
  private static let euro: UInt8 = 1
  private static let dash: UInt8 = 2

  /// Calls `body` with sign, digits and marks, in which every blank is a space and every apostrophe `'`; returns nil where
  /// the text cannot be a number.
  ///
  /// - Parameter text: without padding.
  @inline(__always)
  static func read<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, NumberSigns) -> Result?
  ) -> Result? {
    for byte in text {
      // Digits and `+ , - .` in one look: no other sign lies between `+` and `9` but the slash.
      if byte &- 43 < 15, byte != UInt8(ascii: "/") { continue }
      guard let (bare, signs) = stripped(text) else { return nil }
      return bare.withUnsafeBufferPointer { body($0, signs) }
    }
    if text.last == UInt8(ascii: "-"), let (bare, signs) = stripped(text) {
      return bare.withUnsafeBufferPointer { body($0, signs) }
    }
    return body(text, [])
  }

  private static func stripped(_ text: UnsafeBufferPointer<UInt8>) -> ([UInt8], NumberSigns)? {
    guard var rest = plain(text)?[...] else { return nil }
    var signs: NumberSigns = []
    var sign: UInt8?
    leading: while let first = rest.first {
      switch first {
      case UInt8(ascii: " "): rest.removeFirst()
      case euro:
        signs.insert(.euro)
        rest.removeFirst()
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard sign == nil else { return nil }
        sign = first
        rest.removeFirst()
      default: break leading
      }
    }
    trailing: while let last = rest.last {
      switch last {
      case UInt8(ascii: " "): break
      case euro: signs.insert(.euro)
      case UInt8(ascii: "%"): signs.insert(.percent)
      case UInt8(ascii: "*"): signs.insert(.provisional)
      default: break trailing
      }
      rest.removeLast()
    }
    // A price in whole euros: `12.500,-`, `12.500,--`.
    let dashes = rest.reversed().prefix { $0 == dash || $0 == UInt8(ascii: "-") }.count
    if dashes > 0 {
      guard dashes <= 2, let mark = rest.dropLast(dashes).last, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".")
      else { return nil }
      rest.removeLast(dashes)
      rest.append(UInt8(ascii: "0"))
    }
    guard rest.contains(where: { $0 &- 48 < 10 }), signs != [.euro, .percent] else { return nil }
    return ((sign == UInt8(ascii: "-") ? [UInt8(ascii: "-")] : []) + rest, signs)
  }

  /// The same with one byte for every sign; nil where a sign stands in it that no number has.
  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 48...57, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "'"),
        UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: " "):
        plain.append(byte)
      case 0x09: plain.append(UInt8(ascii: " "))
      case 0x80...:
        guard let (sign, length) = unusual(text, at: index) else { return nil }
        plain.append(sign)
        index += length
        continue
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        if let length = euroWord(text, at: index) {
          plain.append(euro)
          index += length
          continue
        }
        plain.append(byte)
      default: return nil
      }
      index += 1
    }
    return plain
  }

  /// A sign of several bytes: blanks, the euro, the typographic minus, dashes and apostrophe.
  private static func unusual(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (sign: UInt8, length: Int)? {
    let next = index + 1 < text.count ? text[index + 1] : 0
    if text[index] == 0xC2 { return next == 0xA0 ? (UInt8(ascii: " "), 2) : nil }
    guard text[index] == 0xE2, index + 2 < text.count else { return nil }
    switch (next, text[index + 2]) {
    // En quad through hair space, and the narrow no-break space.
    case (0x80, 0x80...0x8A), (0x80, 0xAF): return (UInt8(ascii: " "), 3)
    case (0x80, 0x99): return (UInt8(ascii: "'"), 3)
    case (0x80, 0x93), (0x80, 0x94): return (dash, 3)
    case (0x82, 0xAC): return (euro, 3)
    case (0x88, 0x92): return (UInt8(ascii: "-"), 3)
    default: return nil
    }
  }

  /// The length of `EUR` or `euro` where it stands.
  private static func euroWord(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let letters = text[index..<min(index + 4, text.count)].map { $0 | 0x20 }
    if letters.elementsEqual("euro".utf8) { return 4 }
    return letters.starts(with: "eur".utf8) ? 3 : nil
  }
}
