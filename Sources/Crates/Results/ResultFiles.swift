import Rendering
import Session
import WorkbenchKit

/// What a run gave, as files: all of it as JSON with where it came from, and each table as CSV with a description of its columns.
struct ResultFiles {
  /// A table as a file.
  struct TableFile {
    let table: Table
    let file: CrateFile
    let schema: CrateFile
  }

  let whole: CrateFile
  let tables: [TableFile]

  /// All of them, in the order in which they are told.
  var all: [CrateFile] { [whole] + tables.flatMap { [$0.file, $0.schema] } }

  /// - Parameter stem: the name of its files without an ending.
  /// - Throws: `json.syntax` where a table cannot be written and read back.
  init(_ result: RunResult, stem: String, line: String, time: String?, _ language: Language) throws {
    let kept = try KeptResult(name: stem, time: time ?? "", result: result).json()
    whole = CrateFile(
      "results/\(stem).json", Array((kept.canonical + "\n").utf8), form: "application/json", name: line)
    tables = result.tables.filter { !$0.columns.isEmpty }.enumerated().map { index, table in
      let name = index == 0 ? "\(stem).csv" : "\(stem)-\(index + 1).csv"
      let title = table.title.map { $0(language) } ?? line
      return TableFile(
        table: table,
        file: CrateFile("results/\(name)", CSVForm().bytes(table), form: "text/csv", name: title),
        schema: CrateFile(
          "results/\(name)-metadata.json",
          Array((TableSchema.json(table, of: name, language).canonical + "\n").utf8),
          form: "application/csvm+json",
          name: Text(nl: "kolommen van \(name)", en: "columns of \(name)")(language)))
    }
  }
}
