import WorkbenchKit

@_cdecl("leerkring_learningcircle_entry")
public func learningCircleEntry() -> UnsafeMutableRawPointer? { PluginBox.export(LearningCircle()) }

/// The learning circle itself: who sits at the table, what is on the agenda, where roles agree, what was decided and whether it was
/// done.
struct LearningCircle: Plugin {
  let name = "learningcircle"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let circle: [any Command] = [
      CircleNewCommand(), CircleUseCommand(), CircleListCommand(), CircleShowCommand(), RoleAddCommand(),
      RoleListCommand(),
      RoleAliasCommand(), RoleRemoveCommand(), DilemmaListCommand(), DilemmaAddCommand(), DilemmaTakeCommand(),
      MeetingNewCommand(), MeetingListCommand(), MeetingOpenCommand(), MeetingCloseCommand(), ReadyCommand(),
      MinutesCommand(), MinutesApproveCommand(), KnowledgeCommand(), RunSheetCommand(),
    ]
    let agenda: [any Command] = [
      AgendaAddCommand(), AgendaRemoveCommand(), AgendaInputCommand(), AgendaUrgencyCommand(), AgendaVoteCommand(),
      AgendaSuggestCommand(), AgendaCheckCommand(), AgendaFitCommand(), AgendaStartCommand(), AgendaStopCommand(),
      AgendaShowCommand(),
    ]
    let statements: [any Command] = [
      StatementAddCommand(), StatementListCommand(), StatementUseCommand(), StatementSayCommand(),
      StatementImportCommand(),
      StatementVoteCommand(), StatementAgreeCommand(), StatementPartiesCommand(), StatementCompareCommand(),
      StatementShiftCommand(), StatementGrimCommand(), AdviceListCommand(), AdviceSetCommand(), AdviceMatrixCommand(),
    ]
    let decisions: [any Command] = [
      DecisionAddCommand(), DecisionDoneCommand(), DecisionDropCommand(), DecisionReplaceCommand(),
      DecisionListCommand(),
      DecisionFollowCommand(), DecisionTimelineCommand(), DecisionWhyCommand(),
    ]
    for command in circle + agenda + statements + decisions { registrar.add(command) }
    registrar.add(CircleSettings.strictRoles)
    registrar.add(CircleSettings.showRoles)
    registrar.add(CircleSettings.suppressBelow)
    registrar.set(LearningCircleDocument())
    registrar.setTopics { try $0.circleTopics }
    registrar.setKnowledgeCheck { try $0.readCircleKnowledge() }
  }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readCircleKnowledge() throws {
    for topic in SourceTopic.all { _ = try topic.terms(in: self) }
    _ = try (shippedDilemmas, hypotheses, surveyItems, adviceParties, advice, circleTopics)
  }

  var circleTopics: [HelpTopic] {
    get throws {
      let terms: [GlossaryTerm] = try knowledge.items("glossary", list: "terms", in: self)
      let dilemmas = try shippedDilemmas.map {
        HelpTopic($0, kind: .verbatim("dilemma"), meaning: $0.what, line: "kring dilemma take \($0.id)")
      }
      let advice = try advice.map {
        HelpTopic($0, kind: Text(nl: "advies", en: "advice"), line: "advies set \($0.id) overgenomen --by gemeente")
      }
      return terms.map(\.topic) + dilemmas + advice
    }
  }
}
