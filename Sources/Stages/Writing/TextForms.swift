import WorkbenchKit

/// How a result is written as text; the program fills it with its renderers, of which the stages know nothing.
///
/// A form for people has all that the result says: the warnings and the sources belong to the table. A form for machines has
/// the table alone.
public struct TextForms: Sendable {
  public typealias Sheet = @Sendable ([Block], Language) -> String
  /// Gives UTF-8.
  public typealias Form = @Sendable (Table) -> [UInt8]

  public typealias Picture = @Sendable ([Block], Language) -> String?

  /// Aligned for reading on a screen.
  public let table: Sheet
  /// The same for a file, with all columns, however wide they are together.
  public let wholeTable: Sheet
  /// Delimited; whether texts stand as they are though a spreadsheet would run them, and the language of the spreadsheet that it
  /// is meant for; in UTF-8.
  public let csv: @Sendable (Table, Bool, Language?) -> [UInt8]
  /// An array of objects.
  public let json: Form
  /// An object on each line.
  public let jsonl: Form
  public let markdown: Sheet
  /// A page in one file.
  public let html: Sheet
  /// The pictures of a result; nil where it has none.
  public let svg: Picture
  /// The flows of a result as text that draws them; nil where it has none.
  public let flows: Picture

  public init(
    table: @escaping Sheet, csv: @escaping @Sendable (Table, Bool, Language?) -> [UInt8], json: @escaping Form,
    jsonl: @escaping Form, markdown: @escaping Sheet,
    html: @escaping Sheet, svg: @escaping Picture, flows: @escaping Picture = { _, _ in nil },
    wholeTable: Sheet? = nil
  ) {
    self.table = table
    self.wholeTable = wholeTable ?? table
    self.csv = csv
    self.json = json
    self.jsonl = jsonl
    self.markdown = markdown
    self.html = html
    self.svg = svg
    self.flows = flows
  }
}

/// A form in which a result can be written.
enum TextForm: String, ArgumentChoice {
  case table, csv, json, jsonl, markdown, html, text, svg

  static let usual = table
  var about: Text? {
    switch self {
    case .table: Text(nl: "uitgelijnd om te lezen", en: "aligned for reading")
    case .csv: Text(nl: "gescheiden door komma's", en: "parted by commas")
    case .json: Text(nl: "een lijst van objecten", en: "an array of objects")
    case .jsonl: Text(nl: "een object op elke regel", en: "an object on each line")
    case .markdown: Text(nl: "om in Markdown te lezen", en: "for reading in Markdown")
    case .html: Text(nl: "een pagina in één bestand", en: "a page in one file")
    case .svg: Text(nl: "de tekeningen", en: "the pictures")
    case .text: Text(nl: "stroomschema's als flowchart van Mermaid", en: "flow charts as a flowchart of Mermaid")
    }
  }
}
