import WorkbenchKit

/// Walks over the signs of FEEL; blanks outside texts count for nothing.
struct ExpressionScanner {
  private let signs: [Character]
  private(set) var place = 0

  init(_ text: String) { signs = Array(text) }

  var isAtEnd: Bool { place >= signs.count }
  var next: Character? { isAtEnd ? nil : signs[place] }

  mutating func skipBlanks() {
    while let next, next.isWhitespace { place += 1 }
  }

  mutating func back(to place: Int) { self.place = place }

  /// What stands from a place up to here.
  func text(from start: Int) -> String { String(signs[start..<place]) }

  /// Takes these signs if they stand here.
  mutating func take(_ sign: String) -> Bool {
    skipBlanks()
    let wanted = Array(sign)
    guard place + wanted.count <= signs.count, Array(signs[place..<(place + wanted.count)]) == wanted else {
      return false
    }
    place += wanted.count
    return true
  }

  /// Takes words if they stand here and no letter follows; blanks between them may be any.
  mutating func take(words: String) -> Bool {
    skipBlanks()
    let start = place
    for wanted in words {
      if wanted == " " {
        guard let next, next.isWhitespace else { return fail(start) }
        skipBlanks()
      } else {
        guard next == wanted else { return fail(start) }
        place += 1
      }
    }
    // Of a name that ends in a letter no letter or digit may follow.
    if let last = words.last, Self.isOfName(last), let next, Self.isOfName(next) { return fail(start) }
    return true
  }

  private mutating func fail(_ start: Int) -> Bool {
    place = start
    return false
  }

  private static func isOfName(_ sign: Character) -> Bool {
    sign.isLetter || sign.isNumber || sign == "_" || sign == "'"
  }

  /// What could be a name: letters and digits, and what is joined by points.
  mutating func word() -> String? {
    skipBlanks()
    guard let next, next.isLetter || next == "_" else { return nil }
    let start = place
    while let next = self.next {
      let isPath = next == "." && place + 1 < signs.count && signs[place + 1].isLetter
      guard Self.isOfName(next) || isPath else { break }
      place += 1
    }
    return text(from: start)
  }

  mutating func number() -> Double? {
    skipBlanks()
    let start = place
    func digits() -> Int {
      var at = place
      while at < signs.count, signs[at].isASCII, signs[at].isNumber { at += 1 }
      return at - place
    }
    place += digits()
    // Two points are those of an interval.
    if next == ".", place + 1 < signs.count, signs[place + 1].isASCII, signs[place + 1].isNumber {
      place += 1
      place += digits()
    }
    if place > start, next == "e" || next == "E" {
      let mark = place
      place += 1
      if next == "+" || next == "-" { place += 1 }
      let count = digits()
      place = count > 0 ? place + count : mark
    }
    guard place > start, let number = NumberText.parse(text(from: start)), number.isFinite else {
      place = start
      return nil
    }
    return number
  }

  /// What a text in quotes says; nil where none stands here, or it does not end.
  mutating func quoted() -> String? {
    skipBlanks()
    let start = place
    guard next == "\"" else { return nil }
    place += 1
    var found = ""
    while let sign = next {
      place += 1
      switch sign {
      case "\"": return found
      case "\\":
        guard let escaped = next else { break }
        place += 1
        if escaped == "u", place + 4 <= signs.count, let code = UInt32(String(signs[place..<(place + 4)]), radix: 16),
          let scalar = Unicode.Scalar(code)
        {
          found.unicodeScalars.append(scalar)
          place += 4
        } else {
          found.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
        }
      default: found.append(sign)
      }
    }
    place = start
    return nil
  }

  /// What stands up to the next comma that is in no text, without moving.
  var piece: String {
    var isQuoted = false
    var isEscaped = false
    let end =
      signs[place...].firstIndex { sign in
        if sign == "\"", !isEscaped { isQuoted.toggle() }
        isEscaped = sign == "\\" && !isEscaped && isQuoted
        return sign == "," && !isQuoted
      } ?? signs.count
    return String(signs[place..<end])
  }

  /// Goes over the piece that stands here.
  mutating func skipPiece() { place += piece.count }
}
