import WorkbenchKit

/// Which rows of two tables have equal keys. A key with a missing or withheld part matches nothing.
struct RowMatching {
  /// More rows than this are taken for a mistake in the keys.
  static let limit = 20_000_000

  /// The rows of the left table, and beside each its row of the right one.
  private(set) var leftRows: [Int?] = []
  private(set) var rightRows: [Int?] = []
  private(set) var unmatchedLeft = 0
  private(set) var unmatchedRight = 0
  /// Rows of the left table that match more than one.
  private(set) var repeated = 0

  /// - Throws: `join.toolarge`.
  init(
    _ left: [Column], _ right: [Column], leftCount: Int, rightCount: Int, keepsAll: Bool, at place: Place?
  ) throws {
    // Both sides are grouped together, so that equal keys get one number.
    let keys = zip(left, right).map { one, other in Self.stacked(one.open, other.open) }
    let groups = Grouping(keys, rowCount: leftCount + rightCount)
    let isWhole = (0..<leftCount + rightCount).map { row in keys.allSatisfy { !$0.isMissing(row) } }
    var partners = [[Int]](repeating: [], count: groups.sizes.count)
    for row in 0..<rightCount where isWhole[leftCount + row] {
      partners[groups.groupOfRow[leftCount + row]].append(row)
    }
    let total = (0..<leftCount).reduce(0) { sum, row in
      sum + (isWhole[row] ? partners[groups.groupOfRow[row]].count : 0)
    }
    guard total <= Self.limit else { throw Self.tooLarge(place) }
    var isUsed = [Bool](repeating: false, count: groups.sizes.count)
    for row in 0..<leftCount {
      let group = groups.groupOfRow[row]
      let found = isWhole[row] ? partners[group] : []
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
      for partner in found {
        leftRows.append(row)
        rightRows.append(partner)
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
