import TestSupport
import WorkbenchKit

/// Makes of a good file one that somebody could have damaged, cut, pasted together or made up.
struct Mutation {
  /// What is longer is cut: no input of this size may be slow, and one that is larger may.
  static let most = 100_000

  var generator: SeededGenerator

  /// Returns a file made of one of the given ones.
  mutating func input(_ shape: InputFamily.Shape, of seeds: [[UInt8]]) -> [UInt8] {
    guard var bytes = seeds.randomElement(using: &generator) else { return [] }
    // One in fifty as it is: the way to what is read well must stay open.
    if bytes.count > Self.most { bytes = Array(bytes.prefix(Self.most)) }
    if chance(50) { return bytes }
    for _ in 0..<count(1...4) {
      let other = seeds.randomElement(using: &generator) ?? bytes
      switch shape {
      case _ where chance(3): bytes = damaged(bytes, other)
      case .bytes: bytes = damaged(bytes, other)
      case .lines: bytes = parts(bytes, by: [0x0A], other)
      case .cells: bytes = chance(2) ? parts(bytes, by: [0x0A], other) : parts(bytes, by: Array(";,\t|\n".utf8), other)
      case .markup: bytes = chance(4) ? parts(bytes, by: [0x22], other) : parts(bytes, by: Array("<".utf8), other)
      case .json: bytes = changed(bytes)
      }
      if bytes.count > Self.most { bytes = Array(bytes.prefix(Self.most)) }
    }
    return bytes
  }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  // MARK: Bytes

  private mutating func damaged(_ bytes: [UInt8], _ other: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let place = count(0...bytes.count)
    switch count(0...8) {
    case 0 where !bytes.isEmpty: bytes[min(place, bytes.count - 1)] ^= 1 << UInt8(count(0...7))
    case 1: bytes.insert(UInt8(count(0...255)), at: place)
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + count(1...20)))
    case 3: bytes = Array(bytes.prefix(place))
    case 4: bytes = Array(bytes.prefix(place)) + other.suffix(count(0...other.count))
    case 5: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + count(1...200))], at: place)
    case 6:
      let word = Strange.words.randomElement(using: &generator) ?? ""
      bytes.insert(contentsOf: Array(word.utf8), at: place)
    case 7: bytes.insert(contentsOf: Strange.bytes.randomElement(using: &generator) ?? [], at: place)
    default:
      guard place < bytes.count else { break }
      bytes.insert(contentsOf: Array(repeating: bytes[place], count: count(1...3_000)), at: place)
    }
    return bytes
  }

  // MARK: Parts

  /// Leaves out, doubles, exchanges or replaces what stands between two signs.
  private mutating func parts(_ bytes: [UInt8], by signs: [UInt8], _ other: [UInt8]) -> [UInt8] {
    var parts = Self.parts(bytes, signs)
    guard !parts.isEmpty else { return bytes }
    let place = count(0...parts.count - 1)
    let second = count(0...parts.count - 1)
    switch count(0...6) {
    case 0: parts.remove(at: place)
    case 1: parts.insert(parts[second], at: place)
    case 2: parts.swapAt(place, second)
    case 3: parts[place] = Self.parts(other, signs).randomElement(using: &generator) ?? []
    case 4: parts.insert(contentsOf: Array(repeating: parts[place], count: count(1...60)), at: place)
    case 5:
      let word = Array((Strange.words.randomElement(using: &generator) ?? "").utf8)
      parts[place] = word + (parts[place].last.map { signs.contains($0) ? [$0] : [] } ?? [])
    default: parts.removeSubrange(place..<min(parts.count, place + count(1...10)))
    }
    return Array(parts.joined())
  }

  /// The parts of a file, each with the sign that ends it.
  private static func parts(_ bytes: [UInt8], _ signs: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where signs.contains(byte) {
      parts.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { parts.append(Array(bytes[start...])) }
    return parts
  }

  // MARK: JSON

  /// Changes a value of a document, or of one line of it; what is no JSON is changed by its signs.
  private mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    if let json = try? JSONReader.parse(bytes) { return Array(changed(json).canonical.utf8) }
    var lines = Self.parts(bytes, [0x0A])
    guard !lines.isEmpty else { return bytes }
    let place = count(0...lines.count - 1)
    guard let json = try? JSONReader.parse(lines[place]) else { return parts(bytes, by: Array(",:{}[]".utf8), bytes) }
    lines[place] = Array(changed(json).canonical.utf8) + [0x0A]
    return Array(lines.joined())
  }

  private mutating func changed(_ json: JSON) -> JSON {
    switch json {
    case .array(var elements) where !elements.isEmpty && !chance(6):
      let place = count(0...elements.count - 1)
      switch count(0...7) {
      case 0: elements.remove(at: place)
      case 1: elements.insert(elements[place], at: count(0...elements.count))
      case 2: elements.append(contentsOf: Array(repeating: elements[place], count: count(1...40)))
      default: elements[place] = changed(elements[place])
      }
      return .array(elements)
    case .object(var members) where !members.isEmpty && !chance(6):
      // In an order of its own: that of a dictionary is another in each process.
      let keys = members.keys.sorted()
      let key = keys[count(0...keys.count - 1)]
      switch count(0...8) {
      case 0: members[key] = nil
      case 1: members[Strange.words.randomElement(using: &generator) ?? ""] = members[key]
      case 2: members[key] = members[keys[count(0...keys.count - 1)]]
      default: members[key] = members[key].map { changed($0) }
      }
      return .object(members)
    default: return replaced(json)
    }
  }

  private mutating func replaced(_ json: JSON) -> JSON {
    switch count(0...9) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .number(Strange.numbers.randomElement(using: &generator) ?? 0)
    case 3: return .array([json])
    case 4: return .object([Strange.words.randomElement(using: &generator) ?? "": json])
    case 5: return .array([])
    case 6: return (0..<count(1...80)).reduce(json) { deep, _ in .array([deep]) }
    case 7:
      if case .number(let number) = json { return .number(-number) }
      return .object([:])
    default: return .string(Strange.words.randomElement(using: &generator) ?? "")
    }
  }
}

/// What people and programs put where something else is due.
enum Strange {
  static let words = [
    "", " ", "0", "-1", "1e999", "-0", "NaN", "inf", "9007199254740993", "1.200,50", "0,1", "½", "null", "true", "\"",
    "'",
    "''", "\\", "\n", "\r\n", ";", ",", "\t", "|", "$x", "$", "..", "../../etc/passwd", "-", "--", "=1+1", "@a", "#",
    "<", ">",
    "&amp;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "{", "}", "[", "]", "[[[[[[[[", "((((((((",
    "```",
    "---", "```leerkring", "| a | b |", "2024-02-30", "9999-12-31", "BU00000000", "GM9999", "WK", "é", "\u{202E}",
    "\u{FEFF}",
    "\u{0}", "\u{301}", "👩‍👩‍👧‍👧", "ǅ", "ß", "İ", "\u{2028}", "a b", "select", "null_column", "%", "%s%n", "NULL",
    "undefined",
    "99999999999999999999999999", "0x1F", "1_000", "+31", "1/0", "not(1)", "[1..2]", "> 3", "-,-", "date(\"x\")",
  ]
  static let bytes: [[UInt8]] = [
    [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    [0x1B, 0x5B, 0x32],
    [0x00], [0x0D], [0x0D, 0x0A], [0x0B], [0x85], [0xE2, 0x80],
  ]
  static let numbers: [Double] = [
    0, -0.0, 1, -1, 0.5, .leastNonzeroMagnitude, 1.7e308, -1.7e308, 9_007_199_254_740_992, 1e300, 4_294_967_296,
    2_147_483_648, 255,
    1e-9,
  ]
}
