import Printing
import WorkbenchKit

@_cdecl("leerkring_paperforms_entry")
public func paperFormsEntry() -> UnsafeMutableRawPointer? { PluginBox.export(PaperFormsPlugin()) }

/// Pages for paper and for word processors: `to pdf`, `to docx` and `to odt`, of results and of notebooks.
struct PaperFormsPlugin: Plugin {
  let name = "paperforms"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    for form in PaperForm.allCases { registrar.add(PaperSink(paper: form)) }
    registrar.setTopics { try $0.terms.map(\.topic) }
    registrar.setKnowledgeCheck { try $0.checkKnowledge() }
  }
}

extension Context {
  /// The terms of paper that the plugin explains.
  fileprivate var terms: [GlossaryTerm] {
    get throws { try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self) }
  }

  /// Reads all that the plugin ever reads.
  fileprivate func checkKnowledge() throws { _ = try knowledge.sources(terms.map(\.meaning.source), in: self) }
}
