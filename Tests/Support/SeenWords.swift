import WorkbenchKit

extension Output {
  /// All that a person can read of a result in Dutch: paragraphs, notices, the texts in its tables, and its sources.
  public var seen: String {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): [text.nl]
      case .notice(let notice): [notice.text.nl]
      case .table(let table): table.columns.flatMap { ($0.texts ?? []).compactMap { $0 } }
      case .sources(let sources): sources.flatMap { [$0.title, $0.publisher, $0.place ?? ""] }
      default: []
      }
    }.joined(separator: "\n")
  }
}
