import Language
import WorkbenchKit

/// What can stand at the cursor.
public struct Completion: Sendable {
  /// What is replaced of the text before the cursor, in UTF-8 offsets.
  public let range: Range<Int>
  /// All that fits, each as it is called, with what it is.
  public let candidates: [Candidate]
  /// What comes in the place of the range: of one candidate the whole, with the blank behind it; of several what they
  /// have in common; nil where nothing can be added.
  public let insertion: String?
  /// What is due here, where nothing can be offered.
  public let expected: Text?
}

/// One word that could stand at the cursor.
struct CompletionOption {
  var word: String
  var about: Text?
  /// What comes behind it when it is the only one: a blank, or nothing where the word goes on.
  var ending = " "
}

/// A word that is begun, and where it stands.
struct BegunWord {
  /// Without its quote.
  var text: String
  /// Of the text before the cursor, the quote included.
  var range: Range<Int>
  var quote: Character?
  /// Whether a comma would part it.
  var isListItem = false
}

extension Completion {
  /// Chooses what fits what is begun: what begins so; else, in small or capital letters alike; else what is about it.
  init?(_ begun: BegunWord, among options: [CompletionOption], language: Language, expected: Text? = nil) {
    var fitting = options.filter { $0.word.hasPrefix(begun.text) }
    var isByWord = true
    if fitting.isEmpty {
      let wanted = begun.text.lowercased()
      fitting = options.filter { $0.word.lowercased().hasPrefix(wanted) }
      if fitting.isEmpty, wanted.count > 1 {
        isByWord = false
        fitting = options.filter { $0.about?(language).lowercased().contains(wanted) == true }
      }
    }
    guard !fitting.isEmpty || expected != nil else { return nil }
    range = begun.range
    candidates = fitting.map { Candidate($0.word, $0.about) }
    self.expected = fitting.isEmpty ? expected : nil
    if fitting.count == 1, let only = fitting.first {
      let isWhole = !only.ending.isEmpty
      insertion = begun.typed(only.word, isWhole: isWhole) + only.ending
    } else if isByWord, let common = Self.common(fitting.map(\.word)), common.utf8.count > begun.text.utf8.count {
      insertion = begun.typed(common, isWhole: false)
    } else {
      insertion = nil
    }
  }

  /// What all words begin with.
  private static func common(_ words: [String]) -> String? {
    guard var common = words.first.map({ Substring($0) }) else { return nil }
    for word in words.dropFirst() {
      while !word.hasPrefix(common) { common = common.dropLast() }
    }
    return common.isEmpty ? nil : String(common)
  }
}

extension BegunWord {
  /// Returns a word as it has to be typed here, in quotes where it needs them.
  func typed(_ word: String, isWhole: Bool) -> String {
    guard let quote = quote ?? Self.quote(for: word, isListItem: isListItem) else { return word }
    let inside = quote == "\"" ? TypedWord.escaped(word) : word
    return String(quote) + inside + (isWhole ? String(quote) : "")
  }

  private static func quote(for word: String, isListItem: Bool) -> Character? {
    let special: Set<Character> = [" ", "\t", "|", "#", "'", "\"", "`", "$", "\\"]
    // A name in memory and a column in backticks are meant as they stand.
    if word.hasPrefix("$") || word.hasPrefix("`") { return nil }
    guard word.contains(where: { special.contains($0) || (isListItem && $0 == ",") }) else { return nil }
    return word.contains("'") ? "\"" : "'"
  }
}
