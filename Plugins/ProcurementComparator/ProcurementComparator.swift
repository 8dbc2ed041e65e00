import WorkbenchKit

@_cdecl("leerkring_procurementcomparator_entry")
public func procurementComparatorEntry() -> UnsafeMutableRawPointer? { PluginBox.export(ProcurementComparator()) }

/// How a municipality contracts and funds support: forms and cases side by side, bids, money and risk.
struct ProcurementComparator: Plugin {
  let name = "procurementcomparator"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let library = Library(folder: registrar.dataFolder)
    registrar.add(FormsCommand(library: library))
    registrar.add(FormCommand(library: library))
    registrar.add(CasesCommand(library: library))
    registrar.add(CaseCommand(library: library))
    registrar.add(CompareCommand(library: library))
    registrar.add(NearCommand(library: library))
    registrar.add(FitCommand(library: library))
    registrar.add(FormScoreCommand(library: library))
    registrar.add(FormWeighCommand(library: library))
    registrar.add(ChooseCommand(library: library))
    registrar.add(SimulateCommand(library: library))
    registrar.add(CorridorCommand(library: library))
    registrar.add(ArrangementsCommand(library: library))
    registrar.add(IwmoCommand(library: library))
    registrar.add(ArnhemCommand(library: library))
    registrar.add(ProvisionCommand(library: library))
    registrar.add(KpiCommand(library: library))
    registrar.add(TimelineCommand(library: library))
    registrar.add(BidNewCommand())
    registrar.add(BidAddCommand())
    registrar.add(BidScoreCommand())
    registrar.add(BidImportCommand())
    registrar.add(BidExportCommand())
    registrar.add(BidRankCommand(library: library))
    registrar.add(BidAuditCommand(library: library))
    registrar.add(BidFloorCommand(library: library))
    registrar.add(BidPersonaCommand())
    registrar.add(BidQuestionsCommand())
    registrar.set(ProcurementDocument())
  }
}

/// The pieces `tender` (see `Tender`) and `fit` (see `FitCircle`). No field of them is personal: rules, weights and roles
/// only; bidders are organisations.
struct ProcurementDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}
