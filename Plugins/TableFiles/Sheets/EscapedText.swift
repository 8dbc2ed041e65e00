/// Undoes how a workbook writes signs that XML cannot hold: `_x000D_` is a carriage return, `_x005F_` the underscore itself.
enum EscapedText {
  /// Passes on the text with such signs undone.
  static func undone<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard hasMark(text) else { return try body(text) }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard let unit = unit(text, at: index) else {
        plain.append(text[index])
        index += 1
        continue
      }
      index += 7
      var code = UInt32(unit)
      // A sign beyond the first plane is written as two halves.
      if unit & 0xFC00 == 0xD800, let low = self.unit(text, at: index), low & 0xFC00 == 0xDC00 {
        code = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
        index += 7
      }
      let scalar = Unicode.Scalar(code).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
      plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return try plain.withUnsafeBufferPointer(body)
  }

  private static func hasMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 7 else { return false }
    for index in 0...(text.count - 7) where text[index] == UInt8(ascii: "_") {
      if unit(text, at: index) != nil { return true }
    }
    return false
  }

  /// The sixteen bits that stand at a place as `_xHHHH_`; nil where they do not.
  private static func unit(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard index + 7 <= text.count, text[index] == UInt8(ascii: "_"), text[index + 1] == UInt8(ascii: "x"),
      text[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for digit in text[(index + 2)..<(index + 6)] {
      switch digit {
      case 48...57: unit = unit << 4 | UInt16(digit - 48)
      case 65...70: unit = unit << 4 | UInt16(digit - 55)
      case 97...102: unit = unit << 4 | UInt16(digit - 87)
      default: return nil
      }
    }
    return unit
  }
}

/// Reads the list of texts that the sheets of a workbook share; pieces of several looks are joined, spelling aids left out.
final class SharedTexts: ElementListener {
  private let pool: TextPool
  private let buffer: TextBuffer
  private var isInItem = false
  private var isInText = false
  /// How deep within the signs that say how a text is read aloud (`rPh`).
  private var phonetic = 0

  init(into pool: TextPool, _ limits: SourceLimits, _ problem: SourceProblem) {
    self.pool = pool
    buffer = TextBuffer(limits, problem)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("si") {
      isInItem = true
      buffer.clear()
    } else if name.is("rPh") {
      phonetic += 1
    } else if name.is("t") {
      isInText = isInItem && phonetic == 0
    }
  }

  func end(_ name: XMLName) throws {
    if name.is("t") {
      isInText = false
    } else if name.is("rPh") {
      phonetic -= 1
    } else if name.is("si") {
      isInItem = false
      try EscapedText.undone(buffer.bytes) { _ = try pool.append($0) }
    }
  }

  func hear(_ text: UnsafeBufferPointer<UInt8>) throws {
    if isInText { try buffer.append(text) }
  }
}
