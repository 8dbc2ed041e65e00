import WorkbenchKit

/// `sort COL [desc]`: the rows in order.
struct Sort: StatedStage {
  struct Arguments: Sendable {
    let columns = Argument(
      list: "columns", .column,
      about: Text(
        nl: "de kolommen, elk zo nodig met desc erachter", en: "the columns, each with desc behind it if need be"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "sort", aliases: ["sorteer"],
    summary: Text(
      nl: "zet de rijen op volgorde van een of meer kolommen", en: "order the rows by one or more columns"),
    details: Text(
      nl:
        "Achter een kolom kan 'desc' (van hoog naar laag) of 'asc' staan. Rijen die gelijk zijn blijven staan zoals ze stonden. Wat "
        + "ontbreekt komt altijd achteraan. Datums staan op volgorde van de tijd, teksten op volgorde van hun letters zonder onderscheid van hoofdletters, letters met "
        + "accenten na z.",
      en:
        "Behind a column may stand 'desc' (from high to low) or 'asc'. Rows that are equal stay as they stood. What is missing always "
        + "comes last. Dates are ordered by time, texts by their letters with no regard to capitals, letters with accents after z."
    ),
    input: .required,
    examples: [
      .init("read buurten.csv | sort inwoners desc", Text(nl: "de grootste eerst", en: "the largest first")),
      .init(
        "read buurten.csv | sort gemeente inwoners desc",
        Text(nl: "binnen elke gemeente de grootste eerst", en: "within each municipality the largest first")),
      .init(
        "read buurten.csv | sort omvang", Text(nl: "een kolom die er niet is", en: "a column that is not there"),
        failsWith: "column.unknown"),
    ])

  func stated(_ given: Given<Arguments>, in context: Context) -> SourceStage? {
    .sort(Self.keys(given.columns).map { SourceOrder($0.column.name, isDescending: $0.isDescending) })
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let keys = try Self.keys(given.columns).map { key in
      (place: try key.column.index(in: table), isDescending: key.isDescending)
    }
    let order = RowOrder(
      keys.map { .init(table.columns[$0.place], descending: $0.isDescending) }, count: table.rowCount,
      context.checkInterrupt)
    return input.replacing(try table.rows(order.rows()).showing(keys.map(\.place)))
  }

  /// The first word is always a column; after one, `desc` says how.
  private static func keys(_ words: [ColumnReference]) -> [(column: ColumnReference, isDescending: Bool)] {
    var keys: [(column: ColumnReference, isDescending: Bool)] = []
    for word in words {
      if !keys.isEmpty, word.name == "desc" || word.name == "asc" {
        keys[keys.count - 1].isDescending = word.name == "desc"
      } else {
        keys.append((word, false))
      }
    }
    return keys
  }
}
