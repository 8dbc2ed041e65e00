import WorkbenchKit

/// Small counts as they are held back in columns and single figures, and what is said of that.
extension SmallCounts {
  /// What a column of a table with small counts holds.
  enum Kind {
    /// How many people there are; nobody at all stays.
    case counts
    /// The bounds of an interval, which tell of the count between, also where they are 0.
    case bounds
    /// What would give a count beside what else shows.
    case rates
  }

  /// Returns a column with what is held back marked: `<5` where a count itself is small, else the mark of a complement.
  ///
  /// - Parameter held: the rows that are held back; nil where each count stands by itself.
  func column(
    _ name: String, _ values: [Double], label: Text? = nil, held: Disclosure? = nil, as kind: Kind = .counts,
    unit: Unit? = .persons, format: Column.Format = .decimals(0)
  ) -> Column {
    let hidden = (held ?? Disclosure([values], threshold: threshold)).hidden
    var column = Column.numbers(name, values, label: label, unit: unit, format: format)
    var shown = values
    for row in hidden where !values[row].isNaN && (kind != .counts || values[row] != 0) {
      shown[row] = .nan
      column.withheld[row] = kind != .rates && isSmall(values[row]) ? mark : Self.complement
    }
    column.storage = .numbers(shown)
    return column
  }

  /// What stands in the place of a single count; nil where it shows.
  func mark(of count: Double, isHeld: Bool) -> String? {
    guard isHeld, count > 0 else { return nil }
    return isSmall(count) ? mark : Self.complement
  }

  /// What has to be said beside a table from which rows are held back.
  func notice(_ held: Disclosure...) -> [Block] {
    var blocks = notice(withheld: held.reduce(0) { $0 + $1.small.count })
    if held.contains(where: { !$0.complements.isEmpty }) {
      let mark = Self.complement
      blocks.append(
        .info(
          nl:
            "\(mark) is achtergehouden omdat een klein aantal er anders uit volgt; wie de openbare inwonertallen van CBS ernaast legt, kan het nog benaderen",
          en:
            "\(mark) is held back because a small count would follow from it; with the public populations of CBS beside it, it can still be worked out"
        ))
    }
    return blocks
  }

  /// What has to be said beside a table of counts.
  func notice(withheld: Int) -> [Block] {
    if threshold == 0 {
      return [
        .warning(
          nl: "kleine aantallen worden getoond: wzw.suppress-below staat op 0",
          en: "small counts are shown: wzw.suppress-below is 0")
      ]
    }
    guard withheld > 0 else { return [] }
    let what = Text.counted(
      withheld, Text(nl: "aantal onder \(threshold) is", en: "count below \(threshold) is"),
      Text(nl: "aantallen onder \(threshold) zijn", en: "counts below \(threshold) are"))
    return [.info(nl: "\(what.nl) achtergehouden", en: "\(what.en) held back")]
  }
}
