import WorkbenchKit

/// Takes hidden words out of everything that leaves the session: words that a person added, and what stands in the fields
/// that a plugin declares personal.
///
/// The added words are known by their keyed digests only; what goes out is digested word by word, up to the longest
/// phrase, and compared. Capitals and accents make no difference; only whole words count. Numbers and days are known however
/// they are written.
public final class Redactor {
  /// What stands in the place of what is held back.
  public static let mark = "▇▇▇"
  /// Signs that may stand between the words of one phrase, at most.
  private static let gap = 8

  let vault: any Vault
  /// The workspaces that were in hand: what was hidden once stays so until the end of the session.
  private var digests: [String: Set<String>] = [:]
  /// Values of personal fields that came by, as phrases.
  private var values: Set<String> = []
  private var lengths: [Int] = []
  private var verdicts: [String: Bool] = [:]
  /// Whether a number or a day may be among what is hidden; else none has to be looked for.
  private var hidesFigures = false
  /// Texts that were made of clean values, by their hash, since words were last hidden.
  private var made: Set<Int> = []
  /// How many hidden phrases were taken out so far.
  var hits = 0
  /// What was held back since it was last asked without a mark that can be counted in what is shown: in files and drawings.
  private var uncounted = 0

  init(vault: any Vault) { self.vault = vault }

  /// Whether nothing is to be hidden, so that nothing has to be looked at.
  public var isEmpty: Bool { lengths.isEmpty }

  /// Takes up the words of a workspace, anew where it did so before.
  func attend(_ lineage: String) {
    let words = vault.words(of: lineage)
    digests[lineage] = words.isEmpty ? nil : Set(words.map(\.digest))
    lengths = Set(lengths + words.map(\.length)).sorted(by: >)
    hidesFigures = hidesFigures || words.contains { $0.mayBeFigure }
    forget()
  }

  /// Forgets what was found out with fewer hidden words.
  private func forget() {
    verdicts = [:]
    made = []
  }

  /// Hides a value of a personal field from now on; one that is too short to tell anybody is passed over.
  func hide(value: String) {
    let words = HiddenWords(value)
    guard words.phrase.count >= 3, !values.contains(words.phrase), words.words.count <= 40 else { return }
    values.insert(words.phrase)
    if let figure = WrittenFigure.phrase(of: value) {
      values.insert(figure)
      hidesFigures = true
    }
    lengths = Set(lengths + [words.words.count]).sorted(by: >)
    forget()
  }

  /// The digest under which a phrase is kept, in hexadecimal digits.
  func digest(_ phrase: String, _ lineage: String) -> String {
    Self.hexadecimal(vault.digest(Array("word:\(phrase)".utf8), of: lineage))
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let written = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: written, as: UTF8.self)
  }

  // MARK: Texts

  /// Returns a text with the mark in the place of every hidden word, number and day.
  public func redacted(_ text: String) -> String {
    guard !isEmpty, !text.isEmpty else { return text }
    let found = hidden(in: text)
    guard !found.isEmpty else { return text }
    hits += found.count
    var result = ""
    var copied = text.startIndex
    for range in found.joined() {
      result += text[copied..<range.lowerBound] + Self.mark
      copied = range.upperBound
    }
    return result + text[copied...]
  }

  /// Where hidden phrases stand in a text: of each the stretches that the mark stands for.
  private func hidden(in text: String) -> [[Range<String.Index>]] {
    let words = HiddenWords(text).words
    var found: [[Range<String.Index>]] = []
    var index = 0
    while index < words.count {
      if let length = phrase(at: index, words, text) {
        found.append(stretches(words[index..<index + length], text))
        index += length
      } else if hidesFigures {
        let (range, length) = figure(at: index, words, text)
        if let range { found.append([range]) }
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  /// The words of a phrase as one stretch; each on its own where they stand in different cells or lines, or a table would fall
  /// apart.
  private func stretches(_ words: ArraySlice<HiddenWords.Word>, _ text: String) -> [Range<String.Index>] {
    let isOneRun = zip(words, words.dropFirst()).allSatisfy { left, right in
      text[left.range.upperBound..<right.range.lowerBound].utf8.allSatisfy { !Self.partings.contains($0) }
    }
    guard isOneRun, let first = words.first, let last = words.last else { return words.map(\.range) }
    return [first.range.lowerBound..<last.range.upperBound]
  }

  /// Signs that part cells, lines and words of a command.
  private static let partings = Array(",;|\t\n\r\"<>{}[]=:()/\\".utf8)

  /// How many words from here are a hidden phrase; the longest goes before.
  private func phrase(at start: Int, _ words: [HiddenWords.Word], _ text: String) -> Int? {
    for length in lengths where start + length <= words.count {
      let run = words[start..<start + length]
      // A number alone is looked at with the marks that stand around it.
      if length == 1, run[start].isDigits { continue }
      let isClose = zip(run, run.dropFirst()).allSatisfy { left, right in
        text.utf8.distance(from: left.range.upperBound, to: right.range.lowerBound) <= Self.gap
      }
      if isClose, isHidden(run.map(\.folded).joined(separator: " ")) { return length }
    }
    return nil
  }

  /// The hidden number or day that begins at a word; and behind how many words to go on.
  private func figure(
    at start: Int, _ words: [HiddenWords.Word], _ text: String
  ) -> (range: Range<String.Index>?, length: Int) {
    let figures = WrittenFigure.all(at: start, in: words, of: text)
    for figure in figures {
      if figure.phrases.contains(where: isHidden) {
        let last = words[start + figure.length - 1].range
        let end = figure.ending.map { text.utf8.index(last.lowerBound, offsetBy: $0) } ?? last.upperBound
        return (words[start].range.lowerBound..<end, figure.length)
      }
      // `30.000` is thirty thousand and holds no thirty; in `30,40` and `10-11-12` each may stand by itself.
      if !figure.isOpen { return (nil, figure.length) }
    }
    return (nil, 1)
  }

  /// Whether a number may be among what is hidden.
  var hidesNumbers: Bool { !isEmpty && hidesFigures }

  /// Whether a number is hidden, whatever its size and sign.
  func hides(_ number: Double) -> Bool {
    guard hidesFigures, !number.isNaN else { return false }
    let phrase = WrittenFigure.phrase(number)
    if isHidden(phrase) { return true }
    // A day as it is written without marks.
    return (1.8e7..<2.2e7).contains(number) && !hidden(in: phrase).isEmpty
  }

  /// Whether a day is hidden, as it would be within a text.
  func hides(_ date: CalendarDate) -> Bool { !isEmpty && !hidden(in: date.text).isEmpty }

  private func isHidden(_ phrase: String) -> Bool {
    if let verdict = verdicts[phrase] { return verdict }
    let verdict = values.contains(phrase) || digests.contains { $1.contains(digest(phrase, $0)) }
    if verdicts.count > 200_000 { verdicts = [:] }
    verdicts[phrase] = verdict
    return verdict
  }

  // MARK: Counting

  /// How often the mark stands in a text.
  ///
  /// On bytes, because every result goes through here, also a national table as CSV.
  static func count(in text: String) -> Int {
    let sought = Array(mark.utf8)
    var copy = text
    return copy.withUTF8 { bytes in
      var count = 0
      var index = 0
      while index + sought.count <= bytes.count {
        if bytes[index] == sought[0], sought.indices.allSatisfy({ bytes[index + $0] == sought[$0] }) {
          count += 1
          index += sought.count
        } else {
          index += 1
        }
      }
      return count
    }
  }

  /// Notes a text that was made of clean values: looking for words in it again could only break its marks.
  public func note(made text: String) { if !isEmpty { made.insert(text.hashValue) } }

  /// Whether a text was made of values from which all was taken that is hidden now.
  func isMade(_ text: String) -> Bool { made.contains(text.hashValue) }

  func noteUncounted(_ count: Int = 1) { uncounted += count }

  /// What was held back since it was last asked without a mark that is counted with the blocks.
  func takeUncounted() -> Int {
    defer { uncounted = 0 }
    return uncounted
  }
}
