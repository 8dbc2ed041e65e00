import WorkbenchKit

/// Counts of few people are held back: the setting `wzw.suppress-below` says how few; none is few where it is 0.
struct SmallCounts: Sendable {
  static let setting = Setting(
    "wzw.suppress-below", .integer(0...100), fallback: .number(5),
    about: Text(
      nl: "aantallen mensen onder deze grens worden niet getoond; 0 toont alles",
      en: "counts of people below this are not shown; 0 shows all"))
  /// Stands where a figure is held back only because a small one would follow from it.
  static let complement = "•"

  let threshold: Int

  init(threshold: Int) { self.threshold = threshold }

  init(_ workspace: WorkspaceHandle) {
    let set = workspace.setting(Self.setting.name)?.number.flatMap { Int(exactly: $0) }
    threshold = set.map { max($0, 0) } ?? 5
  }

  /// What is shown in the place of a small count.
  var mark: String { "<\(threshold)" }

  /// Whether a count is to be held back. Nobody at all is no secret: 0 stays.
  func isSmall(_ count: Double) -> Bool { threshold > 0 && count > 0 && count < Double(threshold) }

  /// Returns a column of people with the small counts held back.
  func column(_ name: String, _ values: [Double], label: Text) -> Column {
    var column = Column.numbers(name, values, label: label, unit: .persons, format: .decimals(0))
    withhold(values.indices.filter { isSmall(values[$0]) }, in: &column, mark: mark)
    return column
  }

  func withhold(_ rows: some Sequence<Int>, in column: inout Column, mark: String) {
    guard case .numbers(var values) = column.storage else { return }
    for row in rows {
      values[row] = .nan
      column.withheld[row] = mark
    }
    column.storage = .numbers(values)
  }

  /// Holds back the rows of a disclosure: `<5` where the count itself is small, else the mark of a complement.
  ///
  /// - Parameter showsZero: whether nobody at all stays; not for the bounds of an interval, which tell of the count between.
  func withhold(_ held: Disclosure, in column: inout Column, showsZero: Bool = true) {
    guard case .numbers(let values) = column.storage else { return }
    let rows = held.hidden.filter { !values[$0].isNaN && !(showsZero && values[$0] == 0) }
    let few = rows.filter { isSmall(values[$0]) }
    withhold(few, in: &column, mark: mark)
    withhold(rows.subtracting(few), in: &column, mark: Self.complement)
  }

  /// What has to be said beside a table from which rows are held back.
  func notice(_ held: Disclosure...) -> [Block] {
    var blocks = notice(withheld: held.reduce(0) { $0 + $1.small.count })
    if held.contains(where: { !$0.complements.isEmpty }) {
      let mark = Self.complement
      blocks.append(
        .notice(
          Notice(
            .info,
            Text(
              nl:
                "\(mark) is achtergehouden omdat een klein aantal er anders uit volgt; wie de openbare inwonertallen van CBS ernaast legt, kan het nog benaderen",
              en:
                "\(mark) is held back because a small count would follow from it; with the public populations of CBS beside it, it can still be worked out"
            ))))
    }
    return blocks
  }

  /// What has to be said beside a table of counts.
  func notice(withheld: Int) -> [Block] {
    if threshold == 0 {
      return [
        .notice(
          Notice(
            .warning,
            Text(
              nl: "kleine aantallen worden getoond: wzw.suppress-below staat op 0",
              en: "small counts are shown: wzw.suppress-below is 0")))
      ]
    }
    guard withheld > 0 else { return [] }
    return [
      .notice(
        Notice(
          .info,
          Text(
            nl: withheld == 1
              ? "1 aantal onder \(threshold) is achtergehouden"
              : "\(withheld) aantallen onder \(threshold) zijn achtergehouden",
            en: withheld == 1
              ? "1 count below \(threshold) is held back" : "\(withheld) counts below \(threshold) are held back")))
    ]
  }
}
