import WorkbenchKit

/// Takes hidden words out of everything that leaves the session: words that a person added, and what stands in the fields
/// that a plugin declares personal.
///
/// The added words are known by their keyed digests only; what goes out is digested word by word, up to the longest
/// phrase, and compared. Capitals and accents make no difference; only whole words count.
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
  /// How many hidden phrases were taken out so far.
  private(set) var hits = 0
  /// What was held back in files since it was last asked.
  private var inFiles = 0

  init(vault: any Vault) { self.vault = vault }

  /// Whether nothing is to be hidden, so that nothing has to be looked at.
  public var isEmpty: Bool { lengths.isEmpty }

  /// Takes up the words of a workspace, anew where it did so before.
  func attend(_ lineage: String) {
    let words = vault.words(of: lineage)
    digests[lineage] = words.isEmpty ? nil : Set(words.map(\.digest))
    lengths = Set(lengths + words.map(\.length)).sorted(by: >)
    verdicts = [:]
  }

  /// Hides a value of a personal field from now on; one that is too short to tell anybody is passed over.
  func hide(value: String) {
    let words = HiddenWords(value)
    guard words.phrase.count >= 3, !values.contains(words.phrase), words.words.count <= 40 else { return }
    values.insert(words.phrase)
    lengths = Set(lengths + [words.words.count]).sorted(by: >)
    verdicts = [:]
  }

  /// The digest under which a phrase is kept, in hexadecimal digits.
  func digest(_ phrase: String, _ lineage: String) -> String {
    Self.hexadecimal(vault.digest(Array("word:\(phrase)".utf8), of: lineage))
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  // MARK: Texts

  /// Returns a text with the mark in the place of every hidden word.
  public func redacted(_ text: String) -> String {
    guard !isEmpty, !text.isEmpty else { return text }
    let words = HiddenWords(text).words
    var result = ""
    var copied = text.startIndex
    var index = 0
    while index < words.count {
      guard let length = hidden(at: index, words, text) else {
        index += 1
        continue
      }
      let found = words[index..<index + length]
      hits += 1
      let isOneRun = zip(found, found.dropFirst()).allSatisfy { left, right in
        text[left.range.upperBound..<right.range.lowerBound].utf8.allSatisfy { " -.'".utf8.contains($0) }
      }
      // Between words that stand in different cells or lines the signs stay, or a table would fall apart.
      for word in isOneRun ? found.prefix(1) : found {
        result += text[copied..<word.range.lowerBound] + Self.mark
        copied = word.range.upperBound
      }
      if isOneRun { copied = words[index + length - 1].range.upperBound }
      index += length
    }
    if copied == text.startIndex { return text }
    return result + text[copied...]
  }

  /// How many words from here are a hidden phrase; the longest goes before.
  private func hidden(at start: Int, _ words: [HiddenWords.Word], _ text: String) -> Int? {
    for length in lengths where start + length <= words.count {
      let run = words[start..<start + length]
      let isClose = zip(run, run.dropFirst()).allSatisfy { left, right in
        text.utf8.distance(from: left.range.upperBound, to: right.range.lowerBound) <= Self.gap
      }
      if isClose, isHidden(run.map(\.folded).joined(separator: " ")) { return length }
    }
    return nil
  }

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

  func note(inFile count: Int) { inFiles += count }

  /// What was held back in files since it was last asked.
  func takeCountInFiles() -> Int {
    defer { inFiles = 0 }
    return inFiles
  }
}
