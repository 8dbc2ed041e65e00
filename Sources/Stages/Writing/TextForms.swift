import WorkbenchKit

/// How a result is written as text; the program fills it with its renderers, of which the stages know nothing.
///
/// A form for people has all that the result says: the warnings and the sources belong to the table. A form for machines has
/// the table alone.
public struct TextForms: Sendable {
  public typealias Sheet = @Sendable ([Block], Language) -> String
  public typealias Form = @Sendable (Table) -> String

  /// Aligned for reading.
  public let table: Sheet
  public let csv: Form
  /// An array of objects.
  public let json: Form
  /// An object on each line.
  public let jsonl: Form
  public let markdown: Sheet

  public init(
    table: @escaping Sheet, csv: @escaping Form, json: @escaping Form, jsonl: @escaping Form, markdown: @escaping Sheet
  ) {
    self.table = table
    self.csv = csv
    self.json = json
    self.jsonl = jsonl
    self.markdown = markdown
  }

  /// Writes a result in the form of this name.
  ///
  /// - Parameter table: the one that flows, among the blocks.
  /// - Returns: nil where there is no such form.
  func text(_ name: String, of table: Table, in blocks: [Block], _ language: Language) -> String? {
    switch name {
    case "table": self.table(blocks, language)
    case "csv": csv(table)
    case "json": json(table)
    case "jsonl": jsonl(table)
    case "markdown": markdown(blocks, language)
    default: nil
    }
  }
}
