import WorkbenchKit

/// By which names an area is found.
enum AreaNames {
  /// The keys of an area's names: the full one, without what stands in brackets, of a wijk without its number, of a municipality
  /// of several villages the first.
  static func keys(of name: String, _ level: AreaLevel) -> Set<String> {
    var keys = PlaceName.keys(of: name)
    switch level {
    case .wijk: if let bare = withoutNumber(name) { keys.formUnion(PlaceName.keys(of: bare)) }
    case .gemeente:
      if let comma = name.firstIndex(of: ",") { keys.insert(PlaceName(String(name[..<comma])).key) }
    case .land, .buurt, .eigen: break
    }
    return keys
  }

  /// Whether a name and a name of another year are of the same place, as far as names tell.
  static func agree(_ one: String, _ other: String, _ level: AreaLevel) -> Bool {
    one == other || !keys(of: one, level).isDisjoint(with: keys(of: other, level))
  }

  /// `Berflo Es` for `Wijk 05 Berflo Es`; nil where it does not begin so.
  private static func withoutNumber(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 2, words[0].lowercased() == "wijk", words[1].allSatisfy(\.isNumber) else { return nil }
    return words.dropFirst(2).joined(separator: " ")
  }

  /// The level that a word in front of a name says, and the name: `gemeente Hengelo`.
  static func levelled(_ word: String) -> (level: AreaLevel, name: String)? {
    let words = word.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let level = words.first.flatMap(level) else { return nil }
    return (level, words[1])
  }

  private static func level(_ word: String) -> AreaLevel? {
    ["eigen", "own"].contains(word.lowercased()) ? .eigen : AreaLevel(word: word)
  }
}
