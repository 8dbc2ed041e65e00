import Rendering
import Session
import Stages
import WorkbenchKit

/// Gives the registry all that the host can do with tables, and the stages the renderers they may not know.
enum TableStages {
  /// - Parameter columns: the widest line of a table as text.
  static func register(in registry: Registry, columns: Int) throws {
    let catalogue = StageCatalogue.all(
      forms: TextForms(
        table: { TableForms.text($0, language: $1, columns: columns) },
        csv: { table, _ in TableForms.csv(table) },
        json: { table, _ in TableForms.json(table) },
        jsonl: { table, _ in TableForms.jsonLines(table) },
        markdown: { TableForms.markdown($0, language: $1) }))
    for command in catalogue.commands { try registry.add(.command(command)) }
    for stage in catalogue.stages { try registry.add(.stage(stage)) }
  }
}
