import WorkbenchKit

@_cdecl("leerkring_waakvlam_entry")
public func waakvlamEntry() -> UnsafeMutableRawPointer? { PluginBox.export(Waakvlam()) }

/// The pilot light (waakvlam): a light, lasting contact with vulnerable residents. Where signals are lost, who does what, how many places
/// and how much waiting it takes, and whether the hand-over at a move is warm. It holds no resident.
struct Waakvlam: Plugin {
  let name = "waakvlam"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let chain: [any Command] = [
      SituationCommand(), NowCommand(), WantedCommand(), StepCommand(), WhoCommand(), ChainCommand(), GapsCommand(),
      CandidateListCommand(), CandidateScoreCommand(), KnowledgeCommand(),
    ]
    let capacity: [any Command] = [CapacityCommand(), CaseloadCommand(), SignalsCommand(), ModeCommand()]
    let residents: [any Command] = [
      HandoverItemsCommand(), HandoverImportCommand(), HandoverShowCommand(), PlanFormCommand(), PlanAuditCommand(),
      RelapseCommand(), BalanceCommand(), SpreadCommand(),
    ]
    for command in chain + capacity + residents { registrar.add(command) }
    registrar.add(SmallCounts.setting)
    registrar.set(WaakvlamDocument())
    registrar.setTopics { try $0.waakvlamTopics }
    registrar.setKnowledgeCheck { try $0.readWaakvlamKnowledge() }
  }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readWaakvlamKnowledge() throws {
    for topic in SourceTopic.all { _ = try topic.terms(in: self) }
    _ = try (situations, parties, candidates, marks, handoverItems, planElements, waakvlamTopics)
  }

  var waakvlamTopics: [HelpTopic] {
    get throws {
      let terms: [GlossaryTerm] = try knowledge.items("glossary", list: "terms", in: self)
      return terms.map(\.topic)
    }
  }
}
