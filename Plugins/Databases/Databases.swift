import WorkbenchKit

@_cdecl("leerkring_databases_entry")
public func databasesEntry() -> UnsafeMutableRawPointer? { PluginBox.export(Databases()) }

/// Tables that stay in a database of PostgreSQL: the question goes there, and only the answer comes back.
struct Databases: Plugin {
  let name = DatabaseDocument.owner
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let commands: [any Command] = [
      AddCommand(), ListCommand(), RemoveCommand(), TablesCommand(), DescribeCommand(), CheckCommand(),
    ]
    for command in commands { registrar.add(command) }
    registrar.add(DatabaseSource())
    registrar.add(ReadingLimits.cellSetting)
    registrar.add(ReadingLimits.timeSetting)
    registrar.add(ReadingLimits.smallSetting)
    registrar.add(ReadingLimits.keptSetting)
    registrar.set(DatabaseDocument())
    registrar.setTopics { try $0.terms.map(\.topic) }
    registrar.setKnowledgeCheck { try $0.checkKnowledge() }
  }
}

extension Context {
  /// The terms of databases that the plugin explains.
  fileprivate var terms: [GlossaryTerm] {
    get throws { try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self) }
  }

  /// Reads all that the plugin ever reads.
  fileprivate func checkKnowledge() throws { _ = try knowledge.sources(terms.map(\.meaning.source), in: self) }
}
