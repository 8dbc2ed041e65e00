import WorkbenchKit

@_cdecl("leerkring_procurementcomparator_entry")
public func procurementComparatorEntry() -> UnsafeMutableRawPointer? { PluginBox.export(ProcurementComparator()) }

/// How a municipality contracts and funds support: forms and cases side by side, bids, money and risk.
struct ProcurementComparator: Plugin {
  let name = "procurementcomparator"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    registrar.add(FormsCommand())
    registrar.add(FormCommand())
    registrar.add(CasesCommand())
    registrar.add(CaseCommand())
    registrar.add(CompareCommand())
    registrar.add(NearCommand())
    registrar.add(FitCommand())
    registrar.add(FormScoreCommand())
    registrar.add(FormWeighCommand())
    registrar.add(ChooseCommand())
    registrar.add(NeedsCommand())
    registrar.add(SimulateCommand())
    registrar.add(CorridorCommand())
    registrar.add(ArrangementsCommand())
    registrar.add(IwmoCommand())
    registrar.add(ArnhemCommand())
    registrar.add(ProvisionCommand())
    registrar.add(KpiCommand())
    registrar.add(TimelineCommand())
    registrar.add(LawCommand())
    registrar.add(BidNewCommand())
    registrar.add(BidAddCommand())
    registrar.add(BidScoreCommand())
    registrar.add(BidImportCommand())
    registrar.add(BidExportCommand())
    registrar.add(BidRankCommand())
    registrar.add(BidAuditCommand())
    registrar.add(BidFloorCommand())
    registrar.add(BidPersonaCommand())
    registrar.add(BidQuestionsCommand())
    registrar.set(ProcurementDocument())
    registrar.setTopics { try $0.procurementTopics }
    registrar.setKnowledgeCheck { try $0.readProcurementKnowledge() }
  }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readProcurementKnowledge() throws {
    _ = try (axes, forms, incentives, criteria, signs, cases, traits)
    _ = try (indicators, costItems, householdHelp, declarationRules, householdRule)
    _ = try (transitionSteps, chosenTerms, provisionDecisions, legalItems, formulaSources)
  }
}

/// The pieces `tender` (see `Tender`) and `fit` (see `FitCircle`). No field of them is personal: rules, weights and roles
/// only; bidders are organisations.
struct ProcurementDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    let chosen = try workspace.table(ChooseCommand.table)?.column("by")?.texts ?? []
    return try Set(FitCircle(workspace).roles + chosen.compactMap { $0 })
  }
}
