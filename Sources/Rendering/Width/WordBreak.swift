/// Where a word that is too wide for a line is broken.
///
/// A path or a code is broken behind one of its own marks, the name of an indicator (`ErnstigEenzaam`) before a capital: a hyphen
/// would be taken for a part of it. A plain word gets one, before a consonant that begins a syllable, which in Dutch and English is
/// mostly right.
struct WordBreak {
  struct Point {
    /// The first cluster of the next line.
    let end: Int
    let isHyphenated: Bool
  }

  private let first: Int
  private let characters: [Character]
  private let widths: [Int]
  private let isCode: Bool

  init(_ graphemes: GraphemeClusters, _ word: Range<Int>) {
    first = word.lowerBound
    characters = word.map { Character(graphemes.text($0..<$0 + 1)) }
    widths = word.map { graphemes.clusters[$0].width }
    isCode = characters.contains { $0.isNumber || Self.codeMarks.contains($0) }
  }

  /// - Parameter rest: what of the word is not set yet, wider than a line.
  /// - Returns: nil where it can be broken anywhere.
  func point(in rest: Range<Int>, width: Int) -> Point? {
    let start = rest.lowerBound - first
    var room = 0
    var end = start
    while end < characters.count, room + widths[end] <= width {
      room += widths[end]
      end += 1
    }
    // A short piece at the end of a line is worse than a break at a bad place.
    let least = start + max((end - start) / 3, 1)
    guard end < characters.count, least < end else { return nil }
    let places = (least...end).reversed()
    if let place = places.first(where: { Self.marks.contains(characters[$0 - 1]) }) ?? places.first(where: isCapital) {
      return Point(end: first + place, isHyphenated: false)
    }
    // The hyphen takes a column of its own.
    let inside = places.dropFirst().filter { isInside($0, of: start) }
    guard !isCode, let last = inside.first else { return nil }
    return Point(end: first + (inside.first(where: beginsSyllable) ?? last), isHyphenated: true)
  }

  private static let marks: Set<Character> = ["/", "-", "_", ",", ";", ":", "=", "&", "+", "|"]
  private static let codeMarks: Set<Character> = ["/", "\\", "_", "@", "=", "&", "|"]
  private static let vowels = Set("aeiouyàáâäèéêëìíîïòóôöùúûü")

  /// Whether two letters of the Latin script stand on both sides, on the left within the line.
  private func isInside(_ place: Int, of start: Int) -> Bool {
    place - 2 >= start && place + 1 < characters.count && (place - 2...place + 1).allSatisfy { isLatin($0) }
  }

  private func isLatin(_ index: Int) -> Bool {
    guard let scalar = characters[index].unicodeScalars.first else { return false }
    return scalar.value <= 0x24F && scalar.properties.isAlphabetic
  }

  /// Whether a name goes on with a capital here.
  private func isCapital(_ place: Int) -> Bool {
    place < characters.count && characters[place].isUppercase && characters[place - 1].isLowercase
  }

  private func beginsSyllable(_ place: Int) -> Bool {
    let letter = { (index: Int) in Character(characters[index].lowercased()) }
    let (before, here, next) = (letter(place - 1), letter(place), letter(place + 1))
    if Self.vowels.contains(here) { return false }
    // ij, ch, sh, th, ph: one sound.
    if here == "j" && before == "i" || here == "h" && "cstp".contains(before) { return false }
    // A stop and a liquid begin a syllable together.
    if "rl".contains(here), "bcdfgkptv".contains(before) { return false }
    if "rl".contains(next), "bcdfgkptv".contains(here) {
      return place + 2 < characters.count && Self.vowels.contains(letter(place + 2))
    }
    if here == "c", next == "h" { return place + 2 < characters.count && Self.vowels.contains(letter(place + 2)) }
    return Self.vowels.contains(next)
  }
}
