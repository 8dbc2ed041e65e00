/// Recognises telephone numbers of the Dutch numbering plan and, with a plus, of any country (ITU-T E.164).
enum TelephoneNumber {
  enum Likeness {
    /// Nothing else is written so: a plus, a mobile number, an area code set apart.
    case certain
    /// Ten digits from a nought on, which a code may be as well.
    case bare
    /// Nine digits that may have lost their nought; counts only where the column's name says telephone.
    case withoutNought
  }

  /// What a whole cell of digits and marks looks like.
  static func likeness(of cell: UnsafeBufferPointer<UInt8>, _ signs: CellSigns) -> Likeness? {
    guard signs.isNumeric, !signs.isFraction, (9...16).contains(signs.digits), signs.slashes <= 1 else { return nil }
    var digits: [UInt8] = []
    var firstGroup: Int?
    for (index, byte) in cell.enumerated() {
      if byte.isDigit {
        digits.append(byte - 48)
      } else if !digits.isEmpty, firstGroup == nil {
        firstGroup = digits.count
      }
      if byte == UInt8(ascii: "+"), index > 1 || !digits.isEmpty { return nil }
    }
    let first = cell[0]
    let hasPlus = first == UInt8(ascii: "+") || cell.count > 1 && first == 0x28 && cell[1] == UInt8(ascii: "+")
    if hasPlus {
      return digits[0] == 0 || digits.count < 10 || digits.count > 15 ? nil : isAbroadOrDutch(digits[...])
    }
    guard first.isDigit || first == UInt8(ascii: "(") else { return nil }
    if digits[0] == 0, digits[1] == 0 {
      return digits.count > 4 && digits[2] == 3 && digits[3] == 1 ? isAbroadOrDutch(digits[2...]) : nil
    }
    if digits[0] == 0, digits.count == 10 { return national(digits, firstGroup) }
    return digits[0] != 0 && digits.count == 9 && firstGroup == nil ? .withoutNought : nil
  }

  /// Whether a mobile number or one with the code of an area set apart stands in a text; any number where the column or the text
  /// says that it is one.
  static func stands(in cell: UnsafeBufferPointer<UInt8>, saysTelephone: Bool) -> Bool {
    var index = 0
    while index < cell.count {
      let before = index > 0 ? cell[index - 1] : 0x20
      guard cell[index] == 48 || cell[index] == UInt8(ascii: "+"), !before.isAlphanumeric, before != UInt8(ascii: ".")
      else {
        index += 1
        continue
      }
      var end = index
      while end < cell.count, cell[end].isDigit || " -.()/+".utf8.contains(cell[end]) { end += 1 }
      let isOpen = end < cell.count && cell[end].isLetter && end > index && cell[end - 1].isDigit
      while end > index, !cell[end - 1].isDigit { end -= 1 }
      let run = UnsafeBufferPointer(rebasing: cell[index..<end])
      if !isOpen, !run.isEmpty, let likeness = likeness(of: run, CellSigns(run)),
        saysTelephone || likeness == .certain && (isMobile(run) || isLandline(run))
          || likeness == .bare && run.count == 10 && saysCall(cell)
      {
        return true
      }
      index = max(end, index + 1)
    }
    return false
  }

  private static func national(_ digits: [UInt8], _ firstGroup: Int?) -> Likeness? {
    guard digits[1] != 0 else { return nil }
    if digits[1] == 6 { return (1...5).contains(digits[2]) || digits[2] == 8 ? .certain : .bare }
    guard let firstGroup else { return .bare }
    return firstGroup == 3 || firstGroup == 4 ? .certain : nil
  }

  /// Area codes of three digits, without their nought, and those of no area (ACM, Nummerplan telefoon- en ISDN-diensten).
  private static let areas: Set<Int> = [
    10, 13, 15, 20, 23, 24, 26, 30, 33, 35, 36, 38, 40, 43, 45, 46, 50, 53, 55, 58, 70, 71, 72, 73, 74, 75, 76, 77, 78,
    79, 84,
    85, 87, 88,
  ]

  /// Whether a number begins with the code of an area, set apart from the rest.
  private static func isLandline(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    let code = run.drop { $0 == 0x28 }.prefix { $0.isDigit }.map { Int($0 - 48) }
    guard code.first == 0, code.count < run.count(where: \.isDigit) else { return false }
    if code.count == 3 { return areas.contains(code[1] * 10 + code[2]) }
    return code.count == 4 && (1...5).contains(code[1]) && !areas.contains(code[1] * 10 + code[2])
  }

  /// Whether a text says that a number is to be called.
  private static func saysCall(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = String(decoding: cell, as: UTF8.self).lowercased().split { !$0.isLetter }
    return words.contains { word in
      ["tel", "bel", "belt", "bellen", "call", "mobiel", "gsm"].contains(word) || word.hasPrefix("telefo")
        || word.hasSuffix("phone")
    }
  }

  /// After 31 nine digits, the nought of `+31 (0)` left out.
  private static func isAbroadOrDutch(_ digits: ArraySlice<UInt8>) -> Likeness? {
    guard digits.starts(with: [3, 1]) else { return .certain }
    let rest = digits.dropFirst(2)
    return (rest.first == 0 ? rest.count - 1 : rest.count) == 9 ? .certain : nil
  }

  private static func isMobile(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = run.filter(\.isDigit).map { $0 - 48 }
    if run[0] == UInt8(ascii: "+") { return true }
    return digits.starts(with: [0, 6]) || digits.starts(with: [0, 0, 3, 1])
  }
}
