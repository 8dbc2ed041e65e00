import WorkbenchKit

/// What the columns of a table as CSV are, as CSV on the Web tells it.
///
/// Source: W3C, Metadata Vocabulary for Tabular Data (2015); its file stands beside the table, as `NAME-metadata.json`.
enum TableSchema {
  static func json(_ table: Table, of name: String, _ language: Language) -> JSON {
    [
      "@context": ["http://www.w3.org/ns/csvw", ["@language": .string(language.rawValue)]],
      "url": .string(name),
      "dialect": ["delimiter": ",", "header": true, "encoding": "utf-8"],
      "tableSchema": ["columns": .array(table.columns.map { column($0, language) })],
    ]
  }

  private static func column(_ column: Column, _ language: Language) -> JSON {
    var members: [String: JSON] = [
      "name": .string(CrateFile.plain(column.name).replacing("-", with: "_")), "titles": .string(column.name),
      "datatype": .string(type(column)),
    ]
    var words = column.label.map { $0(language) } ?? ""
    if let unit = column.unit { words += words.isEmpty ? unit.label(language) : " (\(unit.label(language)))" }
    if !words.isEmpty { members["dc:description"] = .string(words) }
    // What stands in the place of a value that is held back is no value.
    let marks = Set(column.withheld.values).sorted()
    if !marks.isEmpty { members["null"] = .array(([""] + marks).map(JSON.string)) }
    return .object(members)
  }

  private static func type(_ column: Column) -> String {
    switch column.storage {
    case .numbers: "double"
    case .texts: "string"
    case .booleans: "boolean"
    case .dates: "date"
    }
  }
}
