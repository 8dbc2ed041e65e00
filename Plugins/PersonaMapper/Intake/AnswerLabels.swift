import WorkbenchKit

/// Labels of columns and of their values: `{COLUMN: {"label": …, "levels": {VALUE: …}, "ordered": true, "order": […]}}`.
struct AnswerLabels {
  private var columns: [String: String] = [:]
  private(set) var levels: [String: [String: String]] = [:]
  /// Of columns that have an order, their answers in words from least to most; empty where their numbers tell.
  private(set) var orders: [String: [String]] = [:]

  func column(_ name: String) -> String { columns[name] ?? name }

  /// `1.0` in the labels is `1` in the table.
  func value(_ column: String, _ value: String) -> String { levels[column]?[value] ?? value }

  /// None.
  init() {}

  /// - Throws: `file.*`, `json.syntax`, `labels.form`, `personal.found`.
  init(_ path: String, at place: Place?, in context: Context) throws {
    let document = try DocumentIntake().take(path, at: place, in: context)
    guard case .json(.object(let columns)) = document.content else {
      let name = document.file.name
      throw Diagnostic(
        "labels.form",
        Text(nl: "'\(name)' is geen object met kolommen", en: "'\(name)' is no object of columns"),
        wayOut: .verbatim("{\"kolom\": {\"label\": \"…\", \"levels\": {\"1\": \"…\"}}}"), place: place)
    }
    for (name, about) in columns {
      self.columns[name] = about["label"]?.string
      if let order = about["order"]?.array { orders[name] = order.compactMap(\.string) }
      if about["ordered"] == true, orders[name] == nil { orders[name] = [] }
      for (level, words) in about["levels"]?.object ?? [:] {
        let value = NumberText.parse(level).map(NumberText.shortest) ?? level
        levels[name, default: [:]][value] = words.string
      }
    }
  }
}
