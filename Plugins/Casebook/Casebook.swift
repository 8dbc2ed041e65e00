import WorkbenchKit

@_cdecl("leerkring_casebook_entry")
public func casebookEntry() -> UnsafeMutableRawPointer? { PluginBox.export(Casebook()) }

/// Did nobody do this before? Examples of the sources by the same questions: which resemble one's own situation and in what they
/// differ, where sources contradict each other, which to visit, and a case of one's own beside them. It holds no person.
struct Casebook: Plugin {
  let name = "casebook"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let examples: [any Command] = [
      ListCommand(), ShowCommand(), MatrixCommand(), CoverCommand(), LessonsCommand(), ContradictionsCommand(),
      KnowledgeCommand(),
    ]
    let likeness: [any Command] = [NearCommand(), CompareCommand(), TraitsCommand(), WeighCommand()]
    let own: [any Command] = [NewCommand(), AnswerCommand(), TraitCommand(), UpdateCommand(), ExportCommand()]
    let models: [any Command] = [CooperativeCommand(), BuildingCommand(), NetworkCommand()]
    for command in examples + likeness + own + models { registrar.add(command) }
    registrar.set(CasebookDocument())
    registrar.setTopics { try $0.casebookTopics }
    registrar.setKnowledgeCheck { try $0.readCasebookKnowledge() }
  }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readCasebookKnowledge() throws {
    for topic in SourceTopic.all { _ = try topic.terms(in: self) }
    _ = try (records, questions, parts, central, tasks, traits, codedTraits, contradictions)
    _ = try (lessons, causes, models, casebookTopics)
  }

  /// What help finds by a word: the terms, and every example.
  var casebookTopics: [HelpTopic] {
    get throws {
      let terms: [GlossaryTerm] = try knowledge.items("glossary", list: "terms", in: self)
      return try terms.map(\.topic)
        + records.map {
          HelpTopic($0, kind: $0.kind.label, meaning: $0.answers.first?.says.first, line: "casus show \($0.id)")
        }
    }
  }
}
