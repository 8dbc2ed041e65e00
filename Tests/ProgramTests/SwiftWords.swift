/// The words of a Swift file that are code: neither comment nor text, but what stands in a text between `\(` and `)`.
struct SwiftWords {
  struct Word: Equatable {
    let text: Substring.UTF8View.SubSequence
    /// How many braces are open around it.
    let depth: Int
    /// Whether a point stands right before it: a member, or a type within another.
    let isMember: Bool

    var string: String { String(Substring(text)) }

    static func == (one: Self, other: Self) -> Bool { one.string == other.string && one.depth == other.depth }
  }

  private(set) var words: [Word] = []
  private let bytes: String.UTF8View
  private var place: String.Index
  private var depth = 0

  init(_ text: String) {
    bytes = text.utf8
    place = bytes.startIndex
    code(untilClosed: false)
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in bytes[place...].starts(with: wanted) }
  }

  private mutating func skip(_ count: Int = 1) {
    place = bytes.index(place, offsetBy: count, limitedBy: bytes.endIndex) ?? bytes.endIndex
  }

  private mutating func skip(to end: StaticString) {
    while place < bytes.endIndex, !starts(end) { skip() }
    skip(end.utf8CodeUnitCount)
  }

  /// - Parameter untilClosed: whether it ends with the `)` of an interpolation.
  private mutating func code(untilClosed: Bool) {
    var before: UInt8 = 0
    while place < bytes.endIndex {
      let byte = bytes[place]
      if starts("//") {
        skip(to: "\n")
      } else if starts("/*") {
        skip(to: "*/")
      } else if byte == UInt8(ascii: "\"") || starts("#\"") || starts("##\"") {
        text()
      } else if Self.isLetter(byte) {
        let start = place
        while place < bytes.endIndex, Self.isLetter(bytes[place]) { skip() }
        words.append(Word(text: bytes[start..<place], depth: depth, isMember: before == UInt8(ascii: ".")))
      } else {
        skip()
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "(") where untilClosed: code(untilClosed: true)
        case UInt8(ascii: ")") where untilClosed: return
        default: break
        }
      }
      before = byte
    }
  }

  private mutating func text() {
    var hashes = 0
    while bytes[place] == UInt8(ascii: "#") {
      hashes += 1
      skip()
    }
    let isLong = starts("\"\"\"")
    skip(isLong ? 3 : 1)
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "\\"), followed(by: hashes, after: 1) {
        skip(1 + hashes)
        guard place < bytes.endIndex else { return }
        let isOpen = bytes[place] == UInt8(ascii: "(")
        skip()
        if isOpen { code(untilClosed: true) }
      } else if isLong ? starts("\"\"\"") : bytes[place] == UInt8(ascii: "\""),
        followed(by: hashes, after: isLong ? 3 : 1)
      {
        skip((isLong ? 3 : 1) + hashes)
        return
      } else {
        skip()
      }
    }
  }

  private func followed(by hashes: Int, after count: Int) -> Bool {
    bytes[place...].dropFirst(count).prefix(hashes).count { $0 == UInt8(ascii: "#") } == hashes
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte >= 128
  }
}
