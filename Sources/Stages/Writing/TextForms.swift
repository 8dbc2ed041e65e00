import WorkbenchKit

/// How a table is written as text; the program fills it with its renderers, of which the stages know nothing.
public struct TextForms: Sendable {
  public typealias Form = @Sendable (Table, Language) -> String

  /// Aligned for reading.
  public let table: Form
  public let csv: Form
  /// An array of objects.
  public let json: Form
  /// An object on each line.
  public let jsonl: Form
  public let markdown: Form

  public init(
    table: @escaping Form, csv: @escaping Form, json: @escaping Form, jsonl: @escaping Form, markdown: @escaping Form
  ) {
    self.table = table
    self.csv = csv
    self.json = json
    self.jsonl = jsonl
    self.markdown = markdown
  }

  subscript(name: String) -> Form? {
    switch name {
    case "table": table
    case "csv": csv
    case "json": json
    case "jsonl": jsonl
    case "markdown": markdown
    default: nil
    }
  }
}
