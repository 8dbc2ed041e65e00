import WorkbenchKit

@_cdecl("leerkring_instrumentselector_entry")
public func instrumentSelectorEntry() -> UnsafeMutableRawPointer? { PluginBox.export(InstrumentSelector()) }

/// How a municipality steers, and with which instruments, by decision tables that a circle can read and change.
struct InstrumentSelector: Plugin {
  let name = "instrumentselector"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    registrar.add(RulesShowCommand())
    registrar.add(RulesNewCommand())
    registrar.add(RulesAddCommand())
    registrar.add(RulesDropCommand())
    registrar.add(RulesRunCommand())
    registrar.add(RulesCheckCommand())
    registrar.add(RulesImportCommand())
    registrar.add(RulesExportCommand())
    registrar.add(InstrumentListCommand())
    registrar.add(InstrumentShowCommand())
    registrar.add(InstrumentCompareCommand())
    registrar.add(InstrumentFillCommand())
    registrar.add(InterviewCommand())
    registrar.add(AnswerCommand())
    registrar.add(SkipCommand())
    registrar.add(BackCommand())
    registrar.add(WhyCommand())
    registrar.add(InstrumentWeighCommand())
    registrar.add(AdviseCommand())
    registrar.add(PlanCommand())
    registrar.add(SteerScanCommand())
    registrar.add(SteerKnowledgeCommand())
    registrar.set(InstrumentSelectorDocument())
    registrar.setTopics { try $0.instrumentTopics }
    registrar.setKnowledgeCheck { try $0.readSteeringKnowledge() }
  }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readSteeringKnowledge() throws {
    _ = try (instruments, domains, levels, tools, agreementTopics, questions, styles, ambitions, scans)
    _ = try (PolicyCalendar(in: self), RuleBook.shipped(self), legalItems)
    _ = try law(PlanCommand.law)
    for topic in KnowledgeTopic.all { _ = try (topic.items(in: self), law(topic.law)) }
  }
}

/// The pieces `rules` (see `RuleBook`), `answers` (see `CircleAnswers`), `scans` (see `ScanScores`) and `filled` (see
/// `InstrumentNotes`). No field of them is personal: roles only.
struct InstrumentSelectorDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    try CircleAnswers(workspace).roles.union(ScanScores(workspace).roles).subtracting([CircleAnswers.usual])
  }
}
