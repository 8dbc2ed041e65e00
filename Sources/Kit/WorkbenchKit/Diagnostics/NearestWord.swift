/// Finding the word that was meant.
public enum NearestWord {
  /// Returns the candidates near enough to be meant, the best first: by the optimal string alignment distance
  /// (Damerau 1964, adjacent swaps count once), a common beginning breaking ties, then the alphabet.
  ///
  /// Near enough is a distance of at most a third of the longer word's length, at least 1, or a shared beginning of three.
  public static func rank(_ word: String, among candidates: some Sequence<String>) -> [String] {
    let typed = Array(word.lowercased())
    var found: [(word: String, distance: Int, prefix: Int)] = []
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      let shared = zip(typed, letters).prefix { $0 == $1 }.count
      let limit = max(1, max(typed.count, letters.count) / 3)
      // Words part at least as far as their lengths do.
      let isFar = abs(typed.count - letters.count) > limit + 1
      if isFar, shared < typed.count || shared == 0 { continue }
      let distance = alignment(typed, letters)
      if distance <= limit || (shared == typed.count && shared > 0) || shared >= 3 && distance <= limit + 1 {
        found.append((candidate, distance, shared))
      }
    }
    found.sort { ($0.distance, -$0.prefix, $0.word) < ($1.distance, -$1.prefix, $1.word) }
    return found.map(\.word)
  }

  /// Returns the one best candidate, or nil where none is near.
  public static func best(_ word: String, among candidates: some Sequence<String>) -> String? {
    rank(word, among: candidates).first
  }

  /// Returns how many insertions, deletions, replacements and adjacent swaps part two words.
  public static func alignment(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    // Words beyond this length are no typing errors of one another; this bounds the work.
    if max(left.count, right.count) > 64 { return left == right ? 0 : max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let same = left[row - 1] == right[column - 1]
        var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, before[column - 2] + 1)
        }
        current[column] = best
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
