/// Finds a date of birth within a text: a full day not far behind a word that says so, such as `geboren 12 maart 1950`, `geb.
/// 12-3-50` and `"geboortedatum":"1950-03-12"`.
enum BirthWords {
  /// How many signs may stand between the word and the day.
  private static let reach = 24
  private static let words = ["geboren", "geboorte", "geb", "born", "birth", "dob"].map { Array($0.utf8) }

  static func stands(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 3 <= cell.count {
      let begins = index == 0 || !cell[index - 1].isLetter || isCapital(cell[index]) && !isCapital(cell[index - 1])
      if begins, let word = words.first(where: { isWord($0, at: index, in: cell) }) {
        let end = end(of: word, at: index, in: cell)
        if isBirth(word, at: index, until: end, in: cell), day(behind: end, in: cell) { return true }
        index = end
      } else {
        index += 1
      }
    }
    return false
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

  private static func isWord(_ word: [UInt8], at index: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    index + word.count <= cell.count && word.indices.allSatisfy { cell[index + $0] | 32 == word[$0] }
  }

  /// Behind the last letter of the word that begins so.
  private static func end(of word: [UInt8], at index: Int, in cell: UnsafeBufferPointer<UInt8>) -> Int {
    var end = index + word.count
    while end < cell.count, cell[end].isLetter { end += 1 }
    return end
  }

  /// `geb.` and `gebdatum`, not `gebied`; and no count of births.
  private static func isBirth(_ word: [UInt8], at index: Int, until end: Int, in cell: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let rest = String(decoding: cell[(index + word.count)..<end], as: UTF8.self).lowercased()
    switch word.count {
    case 3: return rest.isEmpty || rest.hasPrefix("dat")
    // `geboortedatum` and `birthday`; not `geboortezorg`, `geboorteaangifte` or `birthrate`.
    default:
      return rest.isEmpty
        || ["dat", "dag", "day", "d", "n"].contains { rest == $0 || $0.count > 1 && rest.hasPrefix($0) }
    }
  }

  private static func day(behind start: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start
    while index < cell.count, index <= start + reach {
      if cell[index].isDigit, !cell[index - 1].isDigit {
        var end = index
        while end < cell.count, end < index + 24, !",;:\"')}]".utf8.contains(cell[end]) { end += 1 }
        while end > index, cell[end - 1] == UInt8(ascii: ".") || cell[end - 1] == 0x20 { end -= 1 }
        return WrittenDate(UnsafeBufferPointer(rebasing: cell[index..<end]), freely: true) != nil
          || american(index, in: cell)
      }
      index += 1
    }
    return false
  }

  /// `March 12, 1950`: the month stands before the day.
  private static func american(_ index: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = index
    while end < cell.count, cell[end].isDigit { end += 1 }
    var start = index
    while start > 0, cell[start - 1] == 0x20 { start -= 1 }
    let last = start
    while start > 0, cell[start - 1].isLetter { start -= 1 }
    guard end + 2 < cell.count, cell[end] == UInt8(ascii: ","), start < last else { return false }
    var year = end + 1
    while year < cell.count, cell[year] == 0x20 { year += 1 }
    let written =
      Array(cell[index..<end]) + [0x20] + Array(cell[start..<last]) + [0x20] + cell[year...].prefix { $0.isDigit }
    return written.withUnsafeBufferPointer { WrittenDate($0, freely: true) != nil }
  }
}
