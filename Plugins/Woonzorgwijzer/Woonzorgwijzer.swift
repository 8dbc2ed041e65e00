import WorkbenchKit

@_cdecl("leerkring_woonzorgwijzer_entry")
public func woonzorgwijzerEntry() -> UnsafeMutableRawPointer? { PluginBox.export(Woonzorgwijzer()) }

/// Limitations and needs per neighbourhood, now and later, against what is there.
struct Woonzorgwijzer: Plugin {
  let name = "woonzorgwijzer"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let library = Library(folder: registrar.dataFolder)
    let reference = Reference(library)
    registrar.add(ImportCommand(reference: reference))
    registrar.add(DemoCommand(reference: reference))
    registrar.add(BridgeCommand(reference: reference))
    registrar.add(AreasCommand(reference: reference))
    registrar.add(AreaCommand(reference: reference))
    registrar.add(DefineCommand())
    registrar.add(IndicatorsCommand(reference: reference))
    registrar.add(EstimateCommand(reference: reference))
    registrar.add(BenchmarkCommand(reference: reference))
    registrar.add(MapCommand(reference: reference))
    registrar.add(FactsheetCommand(reference: reference))
    registrar.add(ScanCommand(reference: reference, library: library))
    registrar.add(ScanSetCommand(library: library))
    registrar.add(ScanServesCommand(library: library))
    registrar.add(ProjectCommand(reference: reference))
    registrar.add(ExtramuralCommand(reference: reference))
    registrar.add(GroupsCommand(library: library))
    registrar.add(GroupCommand(library: library))
    registrar.add(PreconditionsCommand(library: library))
    registrar.add(NeedSetCommand(library: library))
    registrar.add(NeedShowCommand(library: library))
    registrar.add(NeedAgreeCommand(library: library))
    registrar.add(NeedPeopleCommand(library: library))
    registrar.add(NeedSharesCommand(library: library))
    registrar.add(NeedKeyCommand(reference: reference))
    registrar.add(NeedKindCommand(library: library))
    registrar.add(NeedInputsCommand(library: library))
    registrar.add(NeedsCommand(reference: reference))
    registrar.add(SupplyCommand(reference: reference))
    registrar.add(GapCommand(reference: reference))
    registrar.add(KnowledgeCommand(library: library))
    registrar.add(CasesCommand(library: library))
    registrar.add(SourcesCommand(library: library))
    registrar.add(SmallCounts.setting)
    registrar.set(WoonzorgwijzerDocument())
  }
}

/// The pieces `imports` and `own` (see `Holdings`), `need` (see `CircleNeeds`), `scan` (see `AreaScan`), `people`
/// (`GivenPeople`), `shares` (`CareShares`), `key` (`GroupKeys`) and `kinds` (`KindKey`). No field of them is personal: areas,
/// files and roles only.
struct WoonzorgwijzerDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}
