import WorkbenchKit

/// A number or a day as it stands in a text, whatever marks it is written with: `123.456.782`, `123 456 782`, `123,456,782.00`,
/// `1,23456782e8`, `12 maart 1950`, `1950-03-12`.
///
/// Each has one phrase, by which it is known: a number its shortest digits, without a sign; a day its year, month and day.
struct WrittenFigure {
  /// How many words it takes.
  let length: Int
  /// How much of the last word it takes; nil for all of it.
  var ending: Int?
  /// The phrases that it may stand for: `3/12/1950` is two days.
  let phrases: [String]
  /// Whether its words are to be looked at one by one as well: `30,40` may be two numbers.
  var isOpen = false

  /// The phrase of a number.
  static func phrase(_ number: Double) -> String { NumberText.shortest(number.magnitude) }

  /// The phrase of a whole text that is one number or one day; nil where it is neither.
  static func phrase(of text: String) -> String? {
    let words = HiddenWords(text).words
    guard let figure = all(at: 0, in: words, of: text).first(where: { $0.length == words.count }), figure.ending == nil
    else { return nil }
    return figure.phrases.first
  }

  /// The figures that begin at a word, the longest first.
  static func all(at start: Int, in words: [HiddenWords.Word], of text: String) -> [WrittenFigure] {
    (WrittenDay.all(at: start, in: words, of: text) + numbers(at: start, in: words, of: text)).sorted {
      $0.length > $1.length
    }
  }

  // MARK: Numbers

  private static func numbers(at start: Int, in words: [HiddenWords.Word], of text: String) -> [WrittenFigure] {
    guard words[start].isDigits || power(at: start, in: words, of: text) != nil else { return [] }
    var found: [WrittenFigure] = []
    var groups: [String] = []
    var marks: [String] = []
    var index = start
    while index < words.count, groups.count < 8 {
      if index > start {
        guard let mark = mark(before: index, in: words, of: text) else { break }
        marks.append(mark)
      }
      if let power = power(at: index, in: words, of: text) {
        // A number with a power of ten has no groups.
        if groups.isEmpty || groups.count == 1 && (marks == ["."] || marks == [","]),
          let number = Double(groups.map { $0 + "." }.joined() + power.text)
        {
          found.append(WrittenFigure(length: index - start + power.length, phrases: [phrase(number)]))
        }
        break
      }
      guard words[index].isDigits else { break }
      groups.append(words[index].folded)
      let (phrases, isOpen) = read(groups, marks)
      if !phrases.isEmpty { found.append(WrittenFigure(length: groups.count, phrases: phrases, isOpen: isOpen)) }
      index += 1
    }
    return found.reversed()
  }

  /// What parts two words, where that can stand within one number.
  private static func mark(before index: Int, in words: [HiddenWords.Word], of text: String) -> String? {
    let between = text[words[index - 1].range.upperBound..<words[index].range.lowerBound]
    switch between {
    case ".", ",", "'", "’", "-", "+": return String(between)
    case " ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{2007}", "%20", "&nbsp;": return " "
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": return "-"
    default: return nil
    }
  }

  private static func read(_ groups: [String], _ marks: [String]) -> (phrases: [String], isOpen: Bool) {
    guard let last = groups.last else { return ([], false) }
    let digits = groups.joined()
    if groups.count == 1 { return (whole(digits), false) }
    guard digits.utf8.count <= 20 else { return ([], true) }
    let isGrouped = groups[0].utf8.count <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    let isOneMark = Set(marks).count == 1
    if isGrouped, isOneMark, marks[0] != "-", marks[0] != "+" {
      // In a line of cells `7,250,3` is three numbers.
      return (whole(digits), marks[0] == ",")
    }
    // What stands behind a last point or comma are decimals, where the groups before it are groups.
    if let mark = marks.last, mark == "." || mark == "," {
      let before = groups.dropLast()
      let isWhole =
        before.count == 1 || before.dropFirst().allSatisfy { $0.utf8.count == 3 } && !marks.dropLast().contains(mark)
      if isWhole, let number = Double(before.joined() + "." + last) {
        return ([phrase(number)], mark == "," && before.count == 1)
      }
    }
    // A number of a person in groups as it comes: `1234.56.782`, `06-12 34 56 78`.
    if digits.utf8.count >= 7, marks.allSatisfy({ $0 == "." || $0 == "-" || $0 == " " }) {
      return (whole(digits), true)
    }
    return ([], true)
  }

  private static func whole(_ digits: String) -> [String] {
    let bare = digits.drop { $0 == "0" }
    guard !bare.isEmpty else { return ["0"] }
    guard bare.utf8.count <= 15 else { return [String(bare)] }
    // With its noughts it was known until it was known by value.
    let asTyped = bare.utf8.count < digits.utf8.count ? [digits] : []
    return [String(bare)] + WrittenDay.compact(digits) + asTyped
  }

  /// `23456782e8` and `23456782e+08`: digits with a power of ten, and how many words that takes.
  private static func power(
    at index: Int, in words: [HiddenWords.Word], of text: String
  ) -> (text: String, length: Int)? {
    let parts = words[index].folded.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }) else {
      return nil
    }
    if !parts[1].isEmpty { return (words[index].folded, 1) }
    guard index + 1 < words.count, words[index + 1].isDigits, let mark = mark(before: index + 1, in: words, of: text),
      mark == "+" || mark == "-"
    else { return nil }
    return (words[index].folded + mark + words[index + 1].folded, 2)
  }
}

/// Days as people write them.
private enum WrittenDay {
  private static let months: [[String]] = [
    ["januari", "january", "jan"], ["februari", "february", "feb"], ["maart", "march", "mrt", "mar"], ["april", "apr"],
    ["mei", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"], ["augustus", "august", "aug"],
    ["september", "sep", "sept"], ["oktober", "october", "okt", "oct"], ["november", "nov"], ["december", "dec"],
  ]

  static func all(at start: Int, in words: [HiddenWords.Word], of text: String) -> [WrittenFigure] {
    guard start + 3 <= words.count, isClose(start, words, text) else { return [] }
    let (first, second) = (words[start], words[start + 1])
    // A time may stand right behind the day: `1950-03-12T00:00`.
    let third = words[start + 2].folded.prefix { $0.isASCII && $0.isNumber }
    let rest = words[start + 2].folded.dropFirst(third.count)
    guard !third.isEmpty, rest.isEmpty || rest.first == "t" else { return [] }
    var phrases: [String] = []
    if first.isDigits, second.isDigits, let a = Int(first.folded), let b = Int(second.folded), let c = Int(third) {
      if first.folded.utf8.count == 4 {
        phrases = [phrase(a, b, c)].compactMap { $0 }
      } else if third.utf8.count == 4 {
        phrases = [phrase(c, b, a), phrase(c, a, b)].compactMap { $0 }
      } else if third.utf8.count == 2 {
        phrases = [phrase(1900 + c, b, a), phrase(2000 + c, b, a)].compactMap { $0 }
      }
    } else if third.utf8.count == 4, let year = Int(third) {
      if let day = Int(first.folded), let month = month(second.folded) {
        phrases = [phrase(year, month, day)].compactMap { $0 }
      }
      if let month = month(first.folded), let day = Int(second.folded) {
        phrases = [phrase(year, month, day)].compactMap { $0 }
      }
    }
    guard !phrases.isEmpty else { return [] }
    return [WrittenFigure(length: 3, ending: rest.isEmpty ? nil : third.count, phrases: phrases, isOpen: true)]
  }

  /// `19500312`, where that is a day of these two centuries.
  static func compact(_ digits: String) -> [String] {
    guard digits.utf8.count == 8, let number = Int(digits), (1850...2100).contains(number / 10_000) else { return [] }
    return [phrase(number / 10_000, number / 100 % 100, number % 100)].compactMap { $0 }
  }

  private static func phrase(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    return date.text.split(separator: "-").joined(separator: " ")
  }

  private static func month(_ word: String) -> Int? { months.firstIndex { $0.contains(word) }.map { $0 + 1 } }

  private static func isClose(_ start: Int, _ words: [HiddenWords.Word], _ text: String) -> Bool {
    (start..<start + 2).allSatisfy { index in
      let between = text[words[index].range.upperBound..<words[index + 1].range.lowerBound]
      return between.utf8.count <= 3
        && between.unicodeScalars.allSatisfy {
          "-/. ,\u{A0}\u{2009}\u{202F}\u{2010}\u{2011}\u{2013}".unicodeScalars.contains($0)
        }
    }
  }
}
