import WorkbenchKit

@_cdecl("leerkring_woonzorgwijzer_entry")
public func woonzorgwijzerEntry() -> UnsafeMutableRawPointer? { PluginBox.export(Woonzorgwijzer()) }

/// Limitations and needs per neighbourhood, now and later, against what is there.
struct Woonzorgwijzer: Plugin {
  let name = "woonzorgwijzer"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    registrar.add(ImportCommand())
    registrar.add(AddCommand())
    registrar.add(DropCommand())
    registrar.add(ImportsCommand())
    registrar.add(DemoCommand())
    registrar.add(BridgeCommand())
    registrar.add(StartCommand())
    registrar.add(StartShowCommand())
    registrar.add(StartUseCommand())
    registrar.add(StartDropCommand())
    registrar.add(AreasCommand())
    registrar.add(AreaCommand())
    registrar.add(DefineCommand())
    registrar.add(IndicatorsCommand())
    registrar.add(EstimateCommand())
    registrar.add(BenchmarkCommand())
    registrar.add(MapCommand())
    registrar.add(TrendCommand())
    registrar.add(RankCommand())
    registrar.add(PeersCommand())
    registrar.add(FactsheetCommand())
    registrar.add(ScanCommand())
    registrar.add(ScanSetCommand())
    registrar.add(ScanServesCommand())
    registrar.add(ProjectCommand())
    registrar.add(ExtramuralCommand())
    registrar.add(GroupsCommand())
    registrar.add(GroupCommand())
    registrar.add(PreconditionsCommand())
    registrar.add(NeedSetCommand())
    registrar.add(NeedShowCommand())
    registrar.add(NeedAgreeCommand())
    registrar.add(NeedPeopleCommand())
    registrar.add(NeedSharesCommand())
    registrar.add(NeedKeyCommand())
    registrar.add(NeedKindCommand())
    registrar.add(NeedSetsCommand())
    registrar.add(NeedCopyCommand())
    registrar.add(NeedUseCommand())
    registrar.add(NeedDropCommand())
    registrar.add(NeedWeightCommand())
    registrar.add(NeedInputsCommand())
    registrar.add(NeedsCommand())
    registrar.add(SupplyCommand())
    registrar.add(GapCommand())
    registrar.add(KnowledgeCommand())
    registrar.add(CasesCommand())
    registrar.add(SourcesCommand())
    registrar.add(SmallCounts.setting)
    registrar.add(StartingValues.setting)
    registrar.set(WoonzorgwijzerDocument())
    registrar.setTopics { try $0.woonzorgwijzerTopics }
    registrar.setKnowledgeCheck { context in
      try context.checkKnowledge()
      _ = try KnownCombinations(context)
    }
  }
}

/// The pieces `imports` and `own` (see `ImportedTables`), `need` (see `CircleNeeds`), `sets` and `set` (`JudgementSets`), `scan` (see `AreaScans`), `people`
/// (`GivenPeople`), `shares` (`CareShares`), `key` (`GroupKeys`), `kinds` (`KindChoices`) and `start` (`StartingValues`). No field of them is personal: areas,
/// files and roles only.
struct WoonzorgwijzerDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> { try CircleRoles.all(workspace) }
}
