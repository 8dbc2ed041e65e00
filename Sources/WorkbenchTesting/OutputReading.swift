import WorkbenchKit

/// Reading what a line gave, in tests.
extension Output {
  /// All single figures by their names.
  public var facts: [String: Value] {
    blocks.reduce(into: [:]) { found, block in
      if case .facts(let facts) = block { for fact in facts.facts { found[fact.name] = fact.value } }
    }
  }

  /// Returns a single figure that is a number.
  public func fact(_ name: String) -> Double? { facts[name]?.number }

  /// Paragraphs, notices and texts in one language, one a line.
  public func words(_ language: Language) -> String {
    blocks.compactMap { block -> String? in
      switch block {
      case .paragraph(let text): text(language)
      case .notice(let notice): notice.text(language)
      case .text(let text): text
      default: nil
      }
    }.joined(separator: "\n")
  }

  /// Paragraphs, notices and texts in Dutch, one a line.
  public var words: String { words(.nl) }

  /// The remarks.
  public var notices: [Notice] { blocks.compactMap { if case .notice(let notice) = $0 { notice } else { nil } } }
  /// The tables in their order.
  public var tables: [Table] { blocks.compactMap { if case .table(let table) = $0 { table } else { nil } } }
  /// The matrices in their order.
  public var matrices: [CellMatrix] { blocks.compactMap { if case .matrix(let matrix) = $0 { matrix } else { nil } } }
  /// The flows in their order.
  public var flows: [Flow] { blocks.compactMap { if case .flow(let flow) = $0 { flow } else { nil } } }
  /// The charts in their order.
  public var charts: [Chart] { blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } } }

  /// Returns the numbers of a column of the table that flows on; none where it has no such column.
  public func numbers(_ column: String) -> [Double] { table?.column(column)?.numbers ?? [] }
  /// Returns the texts of a column of the table that flows on, of dates as `2027-01-31`, empty where they are missing.
  public func texts(_ column: String) -> [String] {
    (table?.column(column)?.withDatesAsTexts.texts ?? []).map { $0 ?? "" }
  }
}
