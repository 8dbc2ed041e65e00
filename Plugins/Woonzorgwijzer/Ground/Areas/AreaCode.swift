import WorkbenchKit

/// The codes of Statistics Netherlands: `NL00`, `GM0164`, `WK016405`, `BU01640501`, `BU0363AA01`; each holds those above it.
enum AreaCode {
  /// Returns a code without padding, or nil where the text is none (`^(NL|GM|WK|BU)[0-9A-Z]+$`).
  ///
  /// RIVM calls the country `NL01` and CBS `NL00`: both become `NL00`.
  static func clean(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x09 })
    else { return nil }
    let code = bytes[first...last]
    guard code.count > 2, code.count <= 12,
      code.dropFirst(2).allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    else { return nil }
    let trimmed = String(Substring(code))
    guard let level = AreaLevel(code: trimmed) else { return nil }
    return level == .land ? "NL00" : trimmed
  }

  /// Returns the code that a cell holds as people write it: padded, in small letters, with blanks or dashes between its parts,
  /// or without a prefix where the level is known; a number may have lost its noughts (`164` is `GM0164`).
  static func reading(_ text: String, as level: AreaLevel? = nil) -> String? {
    let plain = clean(text)
    if let plain, isWhole(plain) { return plain }
    let word = String(text.unicodeScalars.filter { $0 != " " && $0 != "\t" && $0 != "\u{A0}" }).uppercased()
    if AreaLevel(code: word) != nil { return RegionCode.reading(of: text) ?? plain }
    guard let level, let prefix = level.prefix, let length = level.codeLength, !word.isEmpty else { return nil }
    let isNumber = word.utf8.allSatisfy { (48...57).contains($0) }
    let lost = isNumber ? max(0, length - word.utf8.count) : 0
    // Four noughts at most: of a smaller area the municipality's own digits can be lost, never its own.
    guard lost < 4 else { return nil }
    let code = prefix + String(repeating: "0", count: lost) + word
    return isWhole(code) ? code : RegionCode.reading(of: prefix + word)
  }

  /// Returns the code that a word can be where a person gives it: also without a prefix, by how many signs it has, and one of
  /// fewer signs than CBS gives.
  static func given(_ word: String) -> String? {
    if let code = reading(word) ?? RegionCode.reading(of: word) { return code }
    return word.utf8.contains { (48...57).contains($0) } ? clean(word.uppercased()) : nil
  }

  /// Whether a text is a code as Statistics Netherlands gives them out, with as many signs as its level asks: two letters
  /// and two digits of a municipality's own numbering are none.
  static func isWhole(_ code: String) -> Bool {
    guard let level = AreaLevel(code: code) else { return false }
    var length = 0
    for byte in code.utf8.dropFirst(2) {
      let isDigit = (48...57).contains(byte)
      guard isDigit || (65...90).contains(byte) && length >= 4 && level != .land else { return false }
      length += 1
    }
    return level == .land ? length == 0 || length == 2 : length == level.codeLength
  }

  /// The municipality of an area, `GM0164` for `BU01640501`; nil for the country.
  static func municipality(of code: String) -> String? { ancestor(of: code, as: "GM", digits: 4) }

  /// The wijk of a buurt, or the wijk itself.
  static func district(of code: String) -> String? { ancestor(of: code, as: "WK", digits: 6) }

  /// Whether one area is the other or lies within it.
  static func holds(_ outer: String, _ inner: String) -> Bool {
    if outer == inner { return true }
    guard let large = AreaLevel(code: outer), let small = AreaLevel(code: inner) else { return false }
    switch large {
    case .land: return true
    case .gemeente: return small != .land && inner.utf8.dropFirst(2).starts(with: outer.utf8.dropFirst(2))
    case .wijk: return small == .buurt && inner.utf8.dropFirst(2).starts(with: outer.utf8.dropFirst(2))
    case .buurt, .eigen: return false
    }
  }

  private static func ancestor(of code: String, as prefix: String, digits: Int) -> String? {
    guard AreaLevel(code: code) != .land, code.utf8.count >= digits + 2 else { return nil }
    return prefix + String(Substring(code.utf8.dropFirst(2).prefix(digits)))
  }
}
