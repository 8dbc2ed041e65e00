/// Which counts of a table are held back, so that no small one shows and none follows from what does: rows of people by kinds that
/// add up to each row, and rows that add up to the whole.
///
/// A small count is hidden, and with it the smallest others along a way through the table, until it could be any small count with all
/// that shows (secondary suppression with exact bounds; Willenborg & De Waal, Elements of Statistical Disclosure Control, 2001,
/// chapter 6). What a reader learns from the signs is reckoned in: that one hidden count is small and another is not. Where that
/// would be too much the sign tells it no more. Rows of few stand in the whole only.
public struct HeldCells: Sendable, Hashable {
  /// How a count stands.
  public typealias Cell = HeldCell

  /// Whether each row shows at all, with how many there are in it.
  public let isListed: [Bool]
  /// Of each row its cells; all hidden where it is not listed.
  public let rows: [[Cell]]
  /// The cells of the whole; the same for all divisions of the same whole.
  public let whole: [Cell]
  /// Whether it may show how many there are in all.
  public let showsSize: Bool

  /// Works out what is held back.
  ///
  /// - Parameters:
  ///   - counts: of each row how many are of each kind, nought or more; all rows equally long.
  ///   - listed: rows that may show; nil for all.
  ///   - threshold: counts from 1 up to this are small; 0 hides nothing.
  public init(_ counts: [[Int]], listed: [Bool]? = nil, threshold: Int) {
    let kinds = counts.map(\.count).max() ?? 0
    let sums = (0..<kinds).map { kind in counts.reduce(0) { $0 + $1[kind] } }
    let asked = listed ?? counts.map { _ in true }
    guard threshold > 1 else {
      (isListed, showsSize) = (asked, true)
      rows = zip(counts, asked).map { row, isListed in row.map { _ in isListed ? .shown : .complement } }
      whole = sums.map { _ in .shown }
      return
    }
    let size = sums.reduce(0, +)
    showsSize = size == 0 || size >= threshold
    guard showsSize else {
      isListed = counts.map { _ in false }
      rows = counts.map { $0.map { _ in .complement } }
      whole = sums.map { _ in .complement }
      return
    }
    let total = Self.whole(sums, threshold)
    whole = total
    let most = Self.listed(counts.map { $0.reduce(0, +) }, asked, threshold)
    for signs in HeldSigns.allCases where signs != .telling || threshold > 2 {
      var table = CellTable(counts, listed: most, whole: total, sums: sums, threshold: threshold, signs: signs)
      if table.protect() {
        (isListed, rows) = (most, table.cells)
        return
      }
    }
    isListed = counts.map { _ in false }
    rows = counts.map { $0.map { _ in .complement } }
  }

  /// What is held back of the whole by itself.
  private static func whole(_ sums: [Int], _ threshold: Int) -> [Cell] {
    let small = sums.indices.filter { sums[$0] > 0 && sums[$0] < threshold }
    if small.isEmpty { return sums.map { _ in .shown } }
    for signs in HeldSigns.allCases where signs != .telling || threshold > 2 {
      var line = CellNetwork(nodes: 2)
      for sum in sums {
        _ = line.add(
          .init(
            from: 0, to: 1, value: sum, bounds: signs.bounds(of: sum, threshold),
            isShown: !signs.hides(sum, threshold), mayBeHidden: sum > 0))
      }
      if small.allSatisfy({ line.free($0, within: signs.range(threshold)) }) {
        return sums.indices.map { kind in
          line.edges[kind].isShown ? .shown : signs == .telling && small.contains(kind) ? .small : .complement
        }
      }
    }
    return sums.map { _ in .complement }
  }

  /// The rows that show: none of few, and what is left of the whole is of two rows at least and no few.
  private static func listed(_ sizes: [Int], _ asked: [Bool], _ threshold: Int) -> [Bool] {
    var listed = sizes.indices.map { asked[$0] && sizes[$0] >= threshold }
    while true {
      let rest = sizes.indices.filter { !listed[$0] && sizes[$0] > 0 }
      let together = rest.reduce(0) { $0 + sizes[$1] }
      // Two of few that are together as many as they can be are known each.
      let isOpen = together >= rest.count + 2 && together <= rest.count * (threshold - 1) - 2
      let isMixed = rest.contains { sizes[$0] >= threshold }
      if rest.isEmpty || rest.count > 1 && together >= threshold && (isMixed || isOpen) { return listed }
      guard let next = sizes.indices.filter({ listed[$0] }).min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) else {
        return listed
      }
      listed[next] = false
    }
  }
}
