import WorkbenchKit

@_cdecl("leerkring_personamapper_entry")
public func personaMapperEntry() -> UnsafeMutableRawPointer? { PluginBox.export(PersonaMapper()) }

/// Personas by need, the key moments of their lives, their journeys, and what an area does with them.
struct PersonaMapper: Plugin {
  let name = PersonaDocument.owner
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let personas: [any Command] = [
      SetNewCommand(), SetUseCommand(), SetListCommand(), SetShowCommand(), SetAxisCommand(), PersonaAddCommand(),
      PersonaEditCommand(), PersonaRemoveCommand(), PersonaMoveCommand(), PersonaListCommand(), PersonaMapCommand(),
      PersonaImportCommand(), PersonaExportCommand(), PersonaClusterCommand(), PersonaAdoptCommand(),
      PersonaAssignCommand(), PersonaKanoCommand(), PersonaLacksCommand(),
    ]
    let moments: [any Command] = [
      MomentAddCommand(), MomentRemoveCommand(), MomentListCommand(), MomentCellCommand(), MomentMatrixCommand(),
      MomentGapsCommand(), MomentContrastCommand(), MomentVoteCommand(), MomentRankCommand(),
    ]
    let journeys: [any Command] = [
      JourneyNewCommand(), JourneyListCommand(), JourneyStepCommand(), JourneyRemoveCommand(), JourneyShowCommand(),
      JourneyCurveCommand(), JourneyCompareCommand(), JourneyCheckCommand(), JourneyExportCommand(),
      JourneyImportCommand(),
    ]
    let arrangements: [any Command] = [
      ArrangementNewCommand(), ArrangementListCommand(), ArrangementVoteCommand(), ArrangementTakeCommand(),
      ArrangementShowCommand(), ArrangementMeasuresCommand(),
    ]
    for command in personas + moments + journeys + arrangements { registrar.add(command) }
    registrar.set(PersonaDocument())
    registrar.setTopics { try $0.personaTopics }
    registrar.setKnowledgeCheck { try $0.checkKnowledge() }
  }
}
