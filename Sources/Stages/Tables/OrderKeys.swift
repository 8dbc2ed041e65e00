@_spi(Host) import WorkbenchKit

/// A whole number for each row of a column, which orders as the column does: the smaller comes first, and equal values have equal ones.
/// Numbers go by size, dates by time, texts as `TextOrder` says, false before true; missing comes last, in either direction.
enum OrderKeys {
  /// - Parameter check: asked often; what it throws ends the work.
  static func keys(_ column: Column, descending: Bool, _ check: () throws -> Void) throws -> [UInt64] {
    switch column.open.storage {
    case .numbers(let values):
      try check()
      return values.map { key($0, descending) }
    case .dates:
      try check()
      return (column.open.dayNumbers ?? []).map { key($0, descending) }
    case .booleans(let values):
      return values.map { value in value.map { $0 != descending ? 1 : 0 } ?? .max }
    case .texts(let values):
      // What is withheld is missing here, under whichever sign.
      let codes = try ValueCodes(Column(column.name, .texts(values)), check)
      // Missing has a number too, which is put behind all others.
      let ranks = try TextRanks.ranks(values.rows(codes.firstRows), check)
      let keys = ranks.indices.map { code in
        code == codes.missing ? UInt64.max : UInt64(descending ? ranks.count - ranks[code] : ranks[code])
      }
      return codes.codes.map { keys[$0] }
    }
  }

  private static func key(_ value: Double, _ descending: Bool) -> UInt64 {
    if value.isNaN { return .max }
    // Nought with a sign is nought.
    let bits = value == 0 ? 0 : value.bitPattern
    let ascending = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return descending ? ~ascending : ascending
  }
}
