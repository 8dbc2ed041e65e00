extension Literal {
  /// Whether two values are the same, as FEEL has it; nil where values of different kinds are compared.
  func isSame(as other: Literal) -> Bool? {
    switch (self, other) {
    case (.null, .null): true
    case (.null, _), (_, .null): false
    case (.list(let items), .list(let others)):
      items.count != others.count
        ? false
        : zip(items, others).reduce(true as Bool?) { all, pair in
          pair.0.isSame(as: pair.1).flatMap { same in all.map { $0 && same } }
        }
    case (.boolean(let one), .boolean(let two)): one == two
    default: order(other).map { $0 == 0 }
    }
  }

  /// Below 0 where it goes before the other, 0 where they are the same, above 0 where it comes after; nil where values of this
  /// kind have no order, or the two are of different kinds.
  func order(_ other: Literal) -> Int? {
    func sign<Item: Comparable>(_ one: Item, _ two: Item) -> Int { one < two ? -1 : one > two ? 1 : 0 }
    switch (self, other) {
    case (.number(let one), .number(let two)): return sign(one, two)
    case (.text(let one), .text(let two)):
      if one == two { return 0 }
      return one.unicodeScalars.lexicographicallyPrecedes(two.unicodeScalars) ? -1 : 1
    case (.date(let one), .date(let two)): return sign(one, two)
    // A time without a zone has no place beside one with a zone.
    case (.time(let one), .time(let two)):
      return (one.offset == nil) == (two.offset == nil) ? sign(one.instant, two.instant) : nil
    case (.dateTime(let one), .dateTime(let two)):
      return (one.time.offset == nil) == (two.time.offset == nil) ? sign(one.instant, two.instant) : nil
    case (.seconds(let one), .seconds(let two)): return sign(one, two)
    case (.months(let one), .months(let two)): return sign(one, two)
    default: return nil
    }
  }
}
