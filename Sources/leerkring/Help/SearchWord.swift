import WorkbenchKit

/// A word as it is looked for: without its ending, so that `eenzame` finds `eenzaamheid` and `kaarten` finds `kaart`.
enum SearchWord {
  /// The words of a text that say something, each without its ending.
  static func stems(of text: String) -> [String] {
    text.foldedForLookup.split { !($0.isLetter || $0.isNumber || $0 == "×" || $0 == "/" || $0 == "+") }
      .filter { !Self.silent.contains(String($0)) }.map { stem(String($0)) }
  }

  /// The word without an ending of Dutch or English, its double letters single.
  static func stem(_ word: String) -> String {
    var letters = Array(word)
    for ending in endings where letters.count >= ending.count + 4 && letters.suffix(ending.count) == ending[...] {
      letters.removeLast(ending.count)
      break
    }
    var single: [Character] = []
    for letter in letters where single.last != letter || !letter.isLetter { single.append(letter) }
    // What a final letter hardens to: reizen, reis; brieven, brief.
    if let last = single.last, single.count > 3 {
      single[single.count - 1] = last == "z" ? "s" : last == "v" ? "f" : last
    }
    return String(single)
  }

  private static let endings: [[Character]] = [
    "heden", "heid", "liness", "ness", "ingen", "ing", "eren", "ende", "tjes", "tje", "jes", "je", "ly", "en", "es",
    "ed", "er", "e", "s", "t",
  ].map(Array.init)

  /// Words that stand in any sentence and lead nowhere.
  private static let silent: Set<String> = [
    "de", "het", "een", "en", "of", "in", "op", "van", "voor", "met", "naar", "bij", "te", "om", "aan", "uit", "wat",
    "hoe", "wie", "waar", "welk", "welke", "is", "zijn", "ik", "wij", "we", "u", "je", "kan", "kun", "kunnen", "er",
    "hier", "dit", "dat", "die", "deze", "zie", "maak", "wil", "wordt", "hoeveel", "als", "dan", "over", "per", "the",
    "a", "an", "and", "or", "of", "on", "for", "with", "to", "at", "from", "by", "what", "how", "who", "where", "which",
    "are", "i", "you", "can", "do", "does", "there", "here", "this", "that", "see", "make", "want", "show", "toon",
    "many", "much", "my", "our", "ons", "onze", "mijn", "it", "be",
  ]
}
