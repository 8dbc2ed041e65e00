import WorkbenchKit

/// The values of several columns as one: those of the first row in the order of the columns, then those of the second.
struct ColumnStack {
  private(set) var values: Column
  private(set) var notices: [Notice] = []

  /// - Throws: `unpivot.type` where they do not hold the same kind of values.
  init(_ columns: [Column], at place: Place?) throws {
    let filled = columns.filter { !$0.isEmpty }
    let first = filled.first ?? columns[0]
    if let other = filled.first(where: { $0.type != first.type }) { throw Self.mixed(first, other, place) }
    let count = first.count
    let storage: Column.Storage =
      switch first.storage {
      case .numbers: .numbers(Self.interleaved(columns.map { $0.numbers }, count, .nan))
      case .texts: .texts(Self.interleaved(columns.map { $0.texts.map(Array.init) }, count, nil))
      case .booleans:
        .booleans(
          Self.interleaved(columns.map { if case .booleans(let all) = $0.storage { all } else { nil } }, count, nil))
      case .dates:
        .dates(Self.interleaved(columns.map { if case .dates(let all) = $0.storage { all } else { nil } }, count, nil))
      }
    let units = Set(filled.map(\.unit))
    let formats = Set(filled.map(\.format))
    values = Column(
      first.name, storage, unit: units.count == 1 ? first.unit : nil,
      format: formats.count == 1 ? first.format : .automatic)
    for (number, column) in columns.enumerated() {
      for (row, sign) in column.withheld { values.withheld[row * columns.count + number] = sign }
    }
    if units.count > 1 {
      let listed = Text.joined(
        filled.map { .verbatim("\($0.name) (") + ($0.unit?.label ?? Text(nl: "geen", en: "none")) + .verbatim(")") })
      notices.append(
        .caution(
          nl: "de waarden tellen niet hetzelfde en staan zonder eenheid onder elkaar: \(listed.nl)",
          en: "the values do not count the same and stand below each other without a unit: \(listed.en)"))
    }
  }

  private static func interleaved<Element>(_ columns: [[Element]?], _ count: Int, _ missing: Element) -> [Element] {
    (0..<count).flatMap { row in columns.map { $0?[row] ?? missing } }
  }

  private static func mixed(_ one: Column, _ other: Column, _ place: Place?) -> Diagnostic {
    let name = one.texts == nil ? one.name : other.name
    return Diagnostic(
      "unpivot.type",
      Text(
        nl:
          "'\(one.name)' bevat \(one.typeName.nl) en '\(other.name)' \(other.typeName.nl): die passen niet in één kolom",
        en:
          "'\(one.name)' holds \(one.typeName.en) and '\(other.name)' \(other.typeName.en): they do not fit into one column"
      ),
      wayOut: Text(
        nl: "houd wat geen waarde is met --keep, of maak ze gelijk met: derive `\(name)` = text(`\(name)`)",
        en: "keep what is no value with --keep, or make them alike with: derive `\(name)` = text(`\(name)`)"
      ),
      place: place)
  }
}
