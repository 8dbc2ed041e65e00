/// Which rows of a table of people are held back, so that no small count shows and none follows from what does show.
///
/// A row is held back where one of its counts is small. Then, for each total among the rows: where a single hidden count would
/// follow from the others, or the hidden ones together are still few, the smallest count that shows is held back too, until no
/// hidden count follows (complementary suppression; Willenborg & De Waal, Elements of Statistical Disclosure Control, 2001).
/// All counts of a row go together: with a rate beside them each would give the other. Nobody at all (0) is no secret.
///
/// Sums are taken as exact although CBS rounds to fives: what follows nearly, follows. A group that is no row is not guarded.
struct Disclosure: Sendable {
  /// The rows with a small count.
  let small: Set<Int>
  /// The rows held back because a small count would follow from them.
  let complements: Set<Int>

  var hidden: Set<Int> { small.union(complements) }

  /// What is held back of these rows only.
  func only(_ rows: Set<Int>) -> Disclosure {
    Disclosure(small: small.intersection(rows), complements: complements.intersection(rows))
  }

  static let nothing = Disclosure(small: [], complements: [])

  init(small: Set<Int>, complements: Set<Int>) {
    self.small = small
    self.complements = complements
  }

  /// Makes a disclosure of rows that add up to nothing among them.
  init(_ columns: [[Double]], beside: Set<Int> = [], threshold: Int) {
    self.init(columns, nesting: { Nesting([]) }, beside: beside, threshold: threshold)
  }

  /// - Parameters:
  ///   - columns: counts of people, as long as there are rows; NaN is missing.
  ///   - nesting: how the rows' groups lie within each other; asked for only where a count is small.
  ///   - beside: rows from which a small count would follow in another way.
  ///   - threshold: counts from above 0 up to this are small; 0 hides nothing.
  init(
    _ columns: [[Double]], nesting: () throws -> Nesting, beside: Set<Int> = [], threshold: Int
  ) rethrows {
    let counts = SmallCounts(threshold: threshold)
    var small: Set<Int> = []
    for column in columns { small.formUnion(column.indices.filter { counts.isSmall(column[$0]) }) }
    self.small = small
    guard !small.isEmpty else {
      complements = beside
      return
    }
    var state = State(columns: columns, nesting: try nesting(), threshold: Double(threshold), hidden: small)
    state.complete()
    complements = state.hidden.union(beside).subtracting(small)
  }

  private struct State {
    let columns: [[Double]]
    let nesting: Nesting
    let threshold: Double
    var hidden: Set<Int>
    /// Of each row the sums it stands in.
    private var sumsOf: [Int: [Int]] = [:]

    init(columns: [[Double]], nesting: Nesting, threshold: Double, hidden: Set<Int>) {
      self.columns = columns
      self.nesting = nesting
      self.threshold = threshold
      self.hidden = hidden
      for (index, sum) in nesting.sums.enumerated() {
        for row in sum.parts + [sum.total] { sumsOf[row, default: []].append(index) }
      }
    }

    /// Hides rows until nothing hidden follows.
    mutating func complete() {
      var due = Set(hidden.flatMap { sumsOf[$0] ?? [] })
      while true {
        while let next = due.min() {
          due.remove(next)
          guard let row = complement(in: nesting.sums[next]) else { continue }
          hide(row, &due)
        }
        guard let row = complementOfCrossing() else { return }
        hide(row, &due)
      }
    }

    private mutating func hide(_ row: Int, _ due: inout Set<Int>) {
      hidden.insert(row)
      due.formUnion(sumsOf[row] ?? [])
    }

    /// A row of the sum to hide, where a hidden one would follow from it.
    ///
    /// In a forest it is enough that each sum has no hidden count or at least two: one can be shifted against the other
    /// along the branches, and no branch comes back.
    private func complement(in sum: Nesting.Sum) -> Int? {
      for column in columns {
        let rows = sum.parts + [sum.total]
        let held = rows.filter { hidden.contains($0) && column[$0] > 0 }
        if held.isEmpty { continue }
        let isOpen = !sum.isWhole || rows.contains { column[$0].isNaN }
        if isOpen { continue }
        let together = held.reduce(0) { $0 + column[$1] }
        let isFew = !held.contains(sum.total) && together < threshold
        guard held.count == 1 || isFew else { continue }
        let open = rows.filter { !hidden.contains($0) && column[$0] > 0 }
        // Of a part and a total alike, such as a wijk of one buurt, the part comes first.
        if let least = open.min(by: { column[$0] < column[$1] }) { return least }
      }
      return nil
    }

    /// A row to hide, where one beside groups that overlap follows from them.
    private func complementOfCrossing() -> Int? {
      guard !nesting.crossing.isEmpty else { return nil }
      let beside = nesting.besideCrossing()
      let atoms = atoms(of: beside)
      for column in columns {
        let shown = beside.filter { !column[$0].isNaN && (!hidden.contains($0) || column[$0] == 0) }
        let told = Derivability(shown: shown.map { atoms[$0] ?? [] })
        let follows = beside.filter { hidden.contains($0) && column[$0] > 0 && told.tells(atoms[$0] ?? []) }
        guard let row = follows.first, let units = atoms[row] else { continue }
        let open = shown.filter { column[$0] > 0 }.sorted { (column[$0], $0) < (column[$1], $1) }
        let near = open.filter { candidate in
          !(atoms[candidate] ?? []).allSatisfy { !units.contains($0) }
        }
        // The smallest that is enough by itself; else the smallest beside it, and on.
        let enough = open.first { candidate in
          !Derivability(shown: shown.filter { $0 != candidate }.map { atoms[$0] ?? [] }).tells(units)
        }
        if let next = enough ?? near.first ?? open.first { return next }
      }
      return nil
    }

    /// The rows as sets of what no row parts: units that stand in the same rows count as one.
    private func atoms(of rows: [Int]) -> [Int: [Int]] {
      var signature: [Int: [Int]] = [:]
      for row in rows { for unit in nesting.units[row] { signature[unit, default: []].append(row) } }
      var numbers: [[Int]: Int] = [:]
      var atoms: [Int: [Int]] = [:]
      for (_, rows) in signature.sorted(by: { $0.key < $1.key }) where numbers[rows] == nil {
        let number = numbers.count
        numbers[rows] = number
        for row in rows { atoms[row, default: []].append(number) }
      }
      return atoms
    }
  }
}
