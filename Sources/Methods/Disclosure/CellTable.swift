/// The network of a table whose rows add up to a whole: rows to kinds, and kinds to the whole.
struct CellTable {
  private let counts: [[Int]]
  private let listed: [Bool]
  private let threshold: Int
  /// Of each row how much its signs tell; the last row is of all that are not listed.
  private var signs: [HeldSigns]
  private var network: CellNetwork
  /// By row and kind.
  private var places: [[Int?]]
  /// The cells to protect, by row; nil for those of the whole, with what they have to be able to be.
  private var small: [(edge: Int, row: Int?, range: ClosedRange<Int>)] = []

  init(
    _ counts: [[Int]], listed: [Bool], whole: [HeldCell], sums: [Int], threshold: Int, signs first: HeldSigns
  ) {
    (self.counts, self.listed, self.threshold) = (counts, listed, threshold)
    // A row without a small count hides one for the sake of others only; its noughts show.
    let isClear = counts.map { row in !row.contains { $0 > 0 && $0 < threshold } }
    signs = isClear.map { $0 && first == .blind ? .silent : first } + [.blind]
    let (rest, kinds) = (counts.count, sums.count)
    network = CellNetwork(nodes: rest + 1 + kinds + 1)
    places = Array(repeating: Array(repeating: nil, count: kinds), count: rest + 1)
    let left = (0..<kinds).map { kind in counts.indices.reduce(0) { listed[$1] ? $0 : $0 + counts[$1][kind] } }
    let isLeft = left.contains { $0 > 0 }
    for row in 0...rest where row < rest ? listed[row] : isLeft {
      for kind in 0..<kinds {
        let value = row < rest ? counts[row][kind] : left[kind]
        let edge = network.add(
          .init(
            from: row, to: rest + 1 + kind, value: value, bounds: signs[row].bounds(of: value, threshold),
            isShown: row < rest && (isClear[row] || !signs[row].hides(value, threshold)),
            mayBeHidden: row < rest && value > 0))
        places[row][kind] = edge
        if value > 0 && value < threshold { small.append((edge, row, signs[row].range(threshold))) }
      }
    }
    addWhole(whole, sums)
  }

  private mutating func addWhole(_ whole: [HeldCell], _ sums: [Int]) {
    let first = counts.count + 1
    let speaks: HeldSigns =
      whole.contains(.small)
      ? .telling : sums.indices.contains { sums[$0] == 0 && whole[$0] != .shown } ? .blind : .silent
    for kind in sums.indices where whole[kind] != .shown {
      let edge = network.add(
        .init(
          from: first + kind, to: first + sums.count, value: sums[kind],
          bounds: speaks.bounds(of: sums[kind], threshold), isShown: false, mayBeHidden: false))
      if sums[kind] > 0 && sums[kind] < threshold { small.append((edge, nil, speaks.range(threshold))) }
    }
  }

  /// Hides what has to be.
  ///
  /// - Returns: whether nothing small follows then.
  mutating func protect() -> Bool {
    for cell in small where !free(cell.edge, cell.row, cell.range) { return false }
    return true
  }

  private mutating func free(_ edge: Int, _ row: Int?, _ range: ClosedRange<Int>) -> Bool {
    if network.free(edge, within: row.map { signs[$0].range(threshold) } ?? range) { return true }
    guard let row, row < counts.count else { return false }
    // The signs of the row tell too much: they say less.
    for next in HeldSigns.allCases.drop(while: { $0 != signs[row] }).dropFirst() {
      signs[row] = next
      for (kind, place) in places[row].enumerated() {
        guard let place else { continue }
        let value = counts[row][kind]
        if next == .blind || !network.edges[place].isShown || next.hides(value, threshold) {
          network.hide(place, as: next.bounds(of: value, threshold))
        } else {
          network.tell(place, next.bounds(of: value, threshold))
        }
      }
      if network.free(edge, within: next.range(threshold)) { return true }
    }
    return false
  }

  var cells: [[HeldCell]] {
    counts.indices.map { row in
      counts[row].indices.map { kind in
        guard listed[row], let place = places[row][kind] else { return .complement }
        if network.edges[place].isShown { return .shown }
        return signs[row] == .telling && counts[row][kind] < threshold ? .small : .complement
      }
    }
  }
}
