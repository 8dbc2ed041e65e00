/// The names of a table's columns with their stems, upper and lower case alike: made once for a table that is asked for many.
struct StemmedNames {
  /// The columns that are called so, in their order.
  private var named: [String: [Int]] = [:]
  /// The columns of which that is the stem, in their order.
  private var stemmed: [String: [Int]] = [:]

  init(_ names: [String]) {
    for (place, name) in names.enumerated() {
      named[name.lowercased(), default: []].append(place)
      stemmed[Stem.of(name).lowercased(), default: []].append(place)
    }
  }

  /// The first column with one of these names or stems; the first of the words goes first, and a name before a stem.
  func index(of words: [String]) -> Int? {
    for word in words.lazy.map({ $0.lowercased() }) {
      if let place = named[word]?.first ?? stemmed[word]?.first { return place }
    }
    return nil
  }

  /// All columns of this name or stem, in their order.
  func places(of word: String) -> [Int] {
    let word = word.lowercased()
    return Set((named[word] ?? []) + (stemmed[word] ?? [])).sorted()
  }
}

extension Stem {
  /// The first column with one of these names or stems, upper and lower case alike.
  static func index(of stems: [String], in names: [String]) -> Int? { StemmedNames(names).index(of: stems) }
}
