import WorkbenchKit

/// Which rows of two tables have equal keys. A key with a missing or withheld part matches nothing.
struct RowMatching {
  /// More rows than this are taken for a mistake in the keys.
  static let limit = 20_000_000

  /// The rows of the left table, and beside each its row of the right one.
  private(set) var leftRows: [Int] = []
  private(set) var rightRows: [Int?] = []
  private(set) var unmatchedLeft = 0
  private(set) var unmatchedRight = 0
  /// Rows of the left table that match more than one.
  private(set) var repeated = 0

  /// - Parameter check: asked often; what it throws ends the work.
  /// - Throws: `join.toolarge`.
  init(
    _ left: [Column], _ right: [Column], leftCount: Int, rightCount: Int, keepsAll: Bool, at place: Place?,
    _ check: () throws -> Void
  ) throws {
    // Both sides are grouped together, so that equal keys get one number.
    let keys = zip(left, right).map { one, other in Self.stacked(one.open, other.open) }
    let groups = try Grouping(keys, rowCount: leftCount + rightCount, check)
    var isWhole = [Bool](repeating: true, count: leftCount + rightCount)
    for key in keys { key.markMissing(&isWhole) }
    let partners = Partners(groups, isWhole, from: leftCount)
    var total = 0
    for row in 0..<leftCount where isWhole[row] { total += partners.places(of: groups.groupOfRow[row]).count }
    guard total <= Self.limit else { throw Self.tooLarge(place) }
    leftRows.reserveCapacity(max(total, leftCount))
    rightRows.reserveCapacity(max(total, leftCount))
    var isUsed = [Bool](repeating: false, count: groups.sizes.count)
    for row in 0..<leftCount {
      if row & 0xFFFF == 0 { try check() }
      let group = groups.groupOfRow[row]
      let found = isWhole[row] ? partners.places(of: group) : 0..<0
      if found.isEmpty {
        unmatchedLeft += 1
        if keepsAll {
          leftRows.append(row)
          rightRows.append(nil)
        }
        continue
      }
      isUsed[group] = true
      if found.count > 1 { repeated += 1 }
      for place in found {
        leftRows.append(row)
        rightRows.append(partners.rows[place])
      }
    }
    for row in 0..<rightCount where !isWhole[leftCount + row] || !isUsed[groups.groupOfRow[leftCount + row]] {
      unmatchedRight += 1
    }
  }

  private static func stacked(_ one: Column, _ other: Column) -> Column {
    let storage: Column.Storage =
      switch (one.storage, other.storage) {
      case (.numbers(let left), .numbers(let right)): .numbers(left + right)
      case (.texts(let left), .texts(let right)): .texts(left + right)
      case (.booleans(let left), .booleans(let right)): .booleans(left + right)
      case (.dates(let left), .dates(let right)): .dates(left + right)
      // One of the two is without any value, or they could not be compared.
      default: .texts([String?](repeating: nil, count: one.count + other.count))
      }
    return Column(one.name, storage)
  }

  private static func tooLarge(_ place: Place?) -> Diagnostic {
    Diagnostic(
      "join.toolarge",
      Text(
        nl: "de koppeling geeft meer dan \(limit) rijen", en: "the join gives more than \(limit) rows"),
      wayOut: Text(
        nl:
          "aan beide kanten komen sleutels vaker voor: voeg er een kolom toe aan --on, of maak eerst één rij per sleutel met 'group'",
        en:
          "keys stand more than once on both sides: add a column to --on, or first make one row for each key with 'group'"
      ),
      place: place)
  }
}

/// The rows of the right table in each group, one group behind the other.
private struct Partners {
  private var starts: [Int]
  private(set) var rows: [Int]

  /// - Parameter first: from where on the rows are of the right table.
  init(_ groups: Grouping, _ isWhole: [Bool], from first: Int) {
    starts = [Int](repeating: 0, count: groups.sizes.count + 1)
    for row in isWhole.indices.dropFirst(first) where isWhole[row] { starts[groups.groupOfRow[row] + 1] += 1 }
    for group in groups.sizes.indices { starts[group + 1] += starts[group] }
    rows = [Int](repeating: 0, count: starts[groups.sizes.count])
    var next = starts
    for row in isWhole.indices.dropFirst(first) where isWhole[row] {
      let group = groups.groupOfRow[row]
      rows[next[group]] = row - first
      next[group] += 1
    }
  }

  /// Where in `rows` those of a group stand.
  func places(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }
}

extension Column {
  /// Takes the mark off each row that has no value.
  fileprivate func markMissing(_ isWhole: inout [Bool]) {
    switch storage {
    case .numbers(let values): for row in values.indices where values[row].isNaN { isWhole[row] = false }
    case .texts(let values): for row in values.indices where values.isMissing(row) { isWhole[row] = false }
    case .booleans(let values): for row in values.indices where values[row] == nil { isWhole[row] = false }
    case .dates: for row in 0..<count where isMissing(row) { isWhole[row] = false }
    }
  }
}
