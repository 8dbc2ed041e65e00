import WorkbenchKit

/// How a result is written as text; the program fills it with its renderers, of which the stages know nothing.
///
/// A form for people has all that the result says: the warnings and the sources belong to the table. A form for machines has
/// the table alone.
public struct TextForms: Sendable {
  public typealias Sheet = @Sendable ([Block], Language) -> String
  public typealias Form = @Sendable (Table) -> String

  public typealias Picture = @Sendable ([Block], Language) -> String?

  /// Aligned for reading.
  public let table: Sheet
  public let csv: Form
  /// An array of objects.
  public let json: Form
  /// An object on each line.
  public let jsonl: Form
  public let markdown: Sheet
  /// A page in one file.
  public let html: Sheet
  /// The pictures of a result; nil where it has none.
  public let svg: Picture

  public init(
    table: @escaping Sheet, csv: @escaping Form, json: @escaping Form, jsonl: @escaping Form, markdown: @escaping Sheet,
    html: @escaping Sheet, svg: @escaping Picture
  ) {
    self.table = table
    self.csv = csv
    self.json = json
    self.jsonl = jsonl
    self.markdown = markdown
    self.html = html
    self.svg = svg
  }

  /// The form of this name that takes a whole result, with a table or without; nil where there is none.
  func sheet(_ name: String) -> Sheet? {
    switch name {
    case "table": table
    case "markdown": markdown
    case "html": html
    default: nil
    }
  }

  /// The form of this name that takes the table that flows; nil where there is none.
  func form(_ name: String) -> Form? {
    switch name {
    case "csv": csv
    case "json": json
    case "jsonl": jsonl
    default: nil
    }
  }
}
