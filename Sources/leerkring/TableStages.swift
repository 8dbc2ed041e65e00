import Rendering
import Session
import Stages
import WorkbenchKit

/// Gives the registry all that the host can do with tables, and the stages the renderers they may not know.
enum TableStages {
  /// - Parameter width: of a table as text, when it is made.
  static func register(in registry: Registry, width: TextWidth) throws {
    let catalogue = StageCatalogue.all(
      forms: TextForms(
        table: { TextRenderer(language: $1, columns: width.columns).text(of: $0) },
        csv: { table, isRaw, language in
          (language.map { CSVForm(forSpreadsheetIn: $0, isRaw: isRaw) } ?? CSVForm(isRaw: isRaw)).bytes(table)
        },
        json: { TableForms.jsonBytes($0) },
        jsonl: { TableForms.jsonLinesBytes($0) },
        markdown: { MarkdownRenderer(language: $1).text(of: $0) },
        html: { HTMLRenderer.page(of: $0, language: $1) },
        svg: { SVGForm(language: $1).pictures(of: $0) },
        flows: { FlowMermaid.text(of: $0, language: $1) },
        wholeTable: { TextRenderer(language: $1, columns: width.columns, isWhole: true).text(of: $0) }))
    registry.page = { HTMLRenderer.page(of: $0, language: $1) }
    for command in catalogue.commands { try registry.add(command) }
    for stage in catalogue.stages { try registry.add(stage) }
  }
}
