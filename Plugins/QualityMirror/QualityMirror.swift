import WorkbenchKit

@_cdecl("leerkring_qualitymirror_entry")
public func qualityMirrorEntry() -> UnsafeMutableRawPointer? { PluginBox.export(QualityMirror()) }

/// The mirror of quality: did support reach what was agreed, what do clients find in an audit, would residents have decided
/// otherwise. One way of counting, and no story of a person.
struct QualityMirror: Plugin {
  let name = "qualitymirror"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let arrangement: [any Command] = [
      GoalsCommand(), ArrangementImportCommand(), ArrangementShowCommand(), ArrangementWhyCommand(),
      ArrangementPersonaCommand(), ReasonAddCommand(), ReasonListCommand(),
    ]
    let audit: [any Command] = [
      CodeCommand(), NormAddCommand(), NormRemoveCommand(), AuditPlanCommand(), AuditImportCommand(),
      AuditAgreeCommand(), AuditShowCommand(),
    ]
    let opinion: [any Command] = [OpinionImportCommand(), OpinionShowCommand(), OpinionLearnCommand()]
    let knowledge: [any Command] = [CasesCommand(), KnowledgeCommand()]
    for command in arrangement + audit + opinion + knowledge { registrar.add(command) }
    registrar.add(SmallCounts.setting)
    registrar.set(QualityMirrorDocument())
    registrar.setTopics { try $0.mirrorTopics }
    registrar.setKnowledgeCheck { try $0.readMirrorKnowledge() }
  }
}

/// The pieces `arrangement`, `audit` and `opinion`. Codes are pseudonyms before they come in, and sealed.
struct QualityMirrorDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = ["code", "auditor"]

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readMirrorKnowledge() throws {
    for topic in SourceTopic.all { _ = try topic.terms(in: self) }
    _ = try (lifeDomains, namedResults, givenReasons, practiceCases, mirrorTopics)
  }

  var mirrorTopics: [HelpTopic] {
    get throws {
      let terms: [GlossaryTerm] = try knowledge.items("glossary", list: "terms", in: self)
      return terms.map(\.topic)
    }
  }
}
