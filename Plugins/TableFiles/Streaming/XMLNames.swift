import CExpat
import Glibc

/// The name of an element without the prefix of its namespace, for as long as the parser holds it.
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<XML_Char>) {
    var start = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = next + 1 }
      next += 1
    }
    self.start = start
  }

  /// The first letter, by which most names are told apart.
  var first: UInt8 { UInt8(bitPattern: start.pointee) }

  /// Whether it has a single letter.
  var isLetter: Bool { start.pointee != 0 && start[1] == 0 }

  /// Whether it is this name.
  func `is`(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      letters.withMemoryRebound(to: CChar.self) { letters in
        letters.baseAddress.map { strncmp(start, $0, letters.count) == 0 && start[letters.count] == 0 } ?? false
      }
    }
  }
}

/// The attributes of an element, for as long as the parser holds them.
struct XMLAttributes {
  /// Names and values by turns, closed by nil.
  let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>

  /// Returns the value of an attribute, its name written with its prefix; nil where it is not there.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if Self.equal(key, name) { return value }
      index += 2
    }
    return nil
  }

  /// Returns the value of an attribute as a string.
  func string(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  /// Returns the value of an attribute of any prefix.
  func local(_ name: StaticString) -> String? {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if XMLName(key).is(name) { return String(cString: value) }
      index += 2
    }
    return nil
  }

  /// Returns whether an attribute says `1` or `true`.
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = value(name) else { return false }
    return Self.equal(value, "1") || Self.equal(value, "true")
  }

  /// Returns whether an attribute has this value.
  func `is`(_ name: StaticString, _ word: StaticString) -> Bool {
    value(name).map { Self.equal($0, word) } ?? false
  }

  /// Returns a whole number that is at least 0; nil where it is none, or too large for any.
  func count(_ name: StaticString) -> Int? { value(name).flatMap(Self.count) }

  /// Reads digits only.
  static func count(_ text: UnsafePointer<CChar>) -> Int? {
    var sum = 0
    var next = text
    while next.pointee != 0 {
      let digit = UInt8(bitPattern: next.pointee) &- 48
      guard digit < 10, sum < 1_000_000_000_000 else { return nil }
      sum = sum * 10 + Int(digit)
      next += 1
    }
    return next == text ? nil : sum
  }

  private static func equal(_ text: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      letters.withMemoryRebound(to: CChar.self) { letters in
        letters.baseAddress.map { strncmp(text, $0, letters.count) == 0 && text[letters.count] == 0 } ?? false
      }
    }
  }
}
