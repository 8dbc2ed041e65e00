import WorkbenchKit

@_cdecl("leerkring_tablefiles_entry")
public func tableFilesEntry() -> UnsafeMutableRawPointer? { PluginBox.export(TableFiles()) }

/// Workbooks, dBASE tables, archives and GeoPackages: read as tables, and results written as workbooks and GeoPackages.
struct TableFiles: Plugin {
  let name = "tablefiles"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    registrar.add(WorkbookSource())
    registrar.add(GeoPackageSource())
    registrar.add(WorkbookSink())
    registrar.add(DocumentSink())
    registrar.add(GeoPackageSink())
    registrar.add(GeoJSONSink())
    registrar.setTopics { try $0.terms.map(\.topic) }
    registrar.setKnowledgeCheck { try $0.checkKnowledge() }
  }
}

extension Context {
  /// The terms of files that the plugin explains.
  fileprivate var terms: [GlossaryTerm] {
    get throws { try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self) }
  }

  /// Reads all that the plugin ever reads.
  fileprivate func checkKnowledge() throws { _ = try knowledge.sources(terms.map(\.meaning.source), in: self) }
}
