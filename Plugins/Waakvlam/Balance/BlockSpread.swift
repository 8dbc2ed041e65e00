import Glibc
import Methods
import WorkbenchKit

/// How many blocks hold at least so many vulnerable households by chance alone, beside how many do.
struct BlockSpread {
  /// A block of a table.
  struct Block {
    let households: Int
    let vulnerable: Int
  }

  /// How many blocks there are.
  let blocks: Int
  /// The chance that a block of the usual size holds at least the limit.
  let chance: Double
  /// How many blocks are expected to.
  let expected: Double
  /// How many do; nil without a table.
  let observed: Int?
  /// The chance of at least as many by chance alone; nil without a table.
  let surprise: Double?

  init(share: Double, size: Int, limit: Int, blocks: Int) {
    self.blocks = blocks
    chance = ChanceCount(of: size, each: share).atLeast(limit)
    expected = chance * Double(blocks)
    (observed, surprise) = (nil, nil)
  }

  /// - Parameter limit: as a part of the usual size; of another size the same part, rounded up.
  init(_ table: [Block], share: Double, size: Int, limit: Int) {
    let limits = table.map { max(1, Int((Double(limit) / Double(size) * Double($0.households) - 1e-9).rounded(.up))) }
    let chances = zip(table, limits).map { ChanceCount(of: $0.households, each: share).atLeast($1) }
    blocks = table.count
    chance = ChanceCount(of: size, each: share).atLeast(limit)
    expected = chances.reduce(0, +)
    let found = zip(table, limits).count { $0.vulnerable >= $1 }
    observed = found
    surprise = ChanceCount(chances).atLeast(found)
  }
}
