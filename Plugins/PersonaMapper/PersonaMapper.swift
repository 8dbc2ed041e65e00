import WorkbenchKit

@_cdecl("leerkring_personamapper_entry")
public func personaMapperEntry() -> UnsafeMutableRawPointer? { PluginBox.export(PersonaMapper()) }

/// Personas by need, the key moments of their lives, their journeys, and what an area does with them.
struct PersonaMapper: Plugin {
  let name = "personamapper"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let catalogue = Catalogue(folder: registrar.dataFolder)
    let personas: [any UntypedCommand] = [
      SetNewCommand(catalogue: catalogue), SetUseCommand(catalogue: catalogue), SetListCommand(catalogue: catalogue),
      SetShowCommand(catalogue: catalogue), SetAxisCommand(), PersonaAddCommand(), PersonaEditCommand(),
      PersonaRemoveCommand(),
      PersonaMoveCommand(), PersonaListCommand(catalogue: catalogue), PersonaMapCommand(), PersonaImportCommand(),
      PersonaExportCommand(), PersonaClusterCommand(), PersonaAdoptCommand(), PersonaAssignCommand(),
      PersonaKanoCommand(),
    ]
    let moments: [any UntypedCommand] = [
      MomentAddCommand(), MomentRemoveCommand(), MomentListCommand(catalogue: catalogue), MomentCellCommand(),
      MomentMatrixCommand(catalogue: catalogue), MomentGapsCommand(), MomentContrastCommand(), MomentVoteCommand(),
      MomentRankCommand(),
    ]
    let journeys: [any UntypedCommand] = [
      JourneyNewCommand(), JourneyListCommand(), JourneyStepCommand(), JourneyRemoveCommand(), JourneyShowCommand(),
      JourneyCurveCommand(), JourneyCompareCommand(), JourneyCheckCommand(), JourneyExportCommand(),
      JourneyImportCommand(),
    ]
    let arrangements: [any UntypedCommand] = [
      ArrangementNewCommand(catalogue: catalogue), ArrangementListCommand(),
      ArrangementVoteCommand(catalogue: catalogue),
      ArrangementTakeCommand(catalogue: catalogue), ArrangementShowCommand(catalogue: catalogue),
      ArrangementMeasuresCommand(catalogue: catalogue),
    ]
    for command in personas + moments + journeys + arrangements { registrar.add(command) }
    registrar.set(PersonaDocument())
  }
}

/// The pieces `current`, `set.ID`, `drafts` and `arrangement.ID`.
///
/// Who said something is nobody's business: a `respondent` and a `quote` are sealed. A quote that the group keeps on purpose
/// stands under `kept_quotes`, and of whom a draft was made is kept as numbers of rows.
struct PersonaDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = ["respondent", "respondents", "quote", "quotes"]

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}
