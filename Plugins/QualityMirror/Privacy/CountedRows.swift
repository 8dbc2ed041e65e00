import Methods
import WorkbenchKit

/// Groups of cases by what came of them, with what of it may show.
struct CountedRows: Sendable {
  /// What each group is called, in one or more words, in the order of the words.
  let keys: [[String]]
  /// Of each group how many are of each kind.
  let counts: [[Int]]
  let held: HeldCells
  /// Whether a sign may say that a hidden count is small.
  private let tellsSmall: Bool

  /// - Parameters:
  ///   - groups: of each case its group; one with an empty word takes part in the whole only.
  ///   - kinds: of each case its kind, below `count`.
  ///   - tellsSmall: whether a sign may say that a hidden count is small.
  init(groups: [[String]], kinds: [Int], count: Int, threshold: Int, tellsSmall: Bool = true) {
    var tally: [[String]: [Int]] = [:]
    for (group, kind) in zip(groups, kinds) {
      tally[group, default: Array(repeating: 0, count: count)][kind] += 1
    }
    let sorted = tally.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    keys = sorted.map(\.key)
    counts = sorted.isEmpty ? [] : sorted.map(\.value)
    held = HeldCells(counts, listed: keys.map { !$0.contains("") }, threshold: threshold)
    self.tellsSmall = tellsSmall
  }

  init(keys: [[String]], counts: [[Int]], listed: [Bool], threshold: Int) {
    (self.keys, self.counts) = (keys, counts)
    held = HeldCells(counts, listed: listed, threshold: threshold)
    tellsSmall = true
  }

  /// The groups that show.
  var shown: [Int] { keys.indices.filter { held.isListed[$0] } }
  /// All of them together, by kind.
  var whole: [Int] { (0..<(counts.first?.count ?? 0)).map { kind in counts.reduce(0) { $0 + $1[kind] } } }
  var size: Int { whole.reduce(0, +) }
  func size(_ row: Int) -> Int { counts[row].reduce(0, +) }

  /// Whether anything at all is held back.
  var holdsBack: Bool {
    !held.showsSize || held.whole.contains { $0 != .shown } || held.isListed.contains(false)
      || held.rows.contains { $0.contains { $0 != .shown } }
  }

  /// How a count of a group stands, as far as its sign may tell.
  func cell(_ kind: Int, in row: Int) -> HeldCells.Cell {
    let cell = held.rows[row][kind]
    return cell == .small && !tellsSmall ? .complement : cell
  }

  /// Whether all of these kinds show in a group.
  func shows(_ kinds: [Int], in row: Int) -> Bool { kinds.allSatisfy { held.rows[row][$0] == .shown } }
  /// Whether all of these kinds show of the whole.
  func showsWhole(_ kinds: [Int]) -> Bool {
    held.showsSize && kinds.allSatisfy { held.whole.indices.contains($0) && held.whole[$0] == .shown }
  }
}
