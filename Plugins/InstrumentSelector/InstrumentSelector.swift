import WorkbenchKit

@_cdecl("leerkring_instrumentselector_entry")
public func instrumentSelectorEntry() -> UnsafeMutableRawPointer? { PluginBox.export(InstrumentSelector()) }

/// How a municipality steers, and with which instruments, by decision tables that a circle can read and change.
struct InstrumentSelector: Plugin {
  let name = "instrumentselector"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let library = Library(folder: registrar.dataFolder)
    registrar.add(RulesShowCommand(library: library))
    registrar.add(RulesNewCommand(library: library))
    registrar.add(RulesAddCommand(library: library))
    registrar.add(RulesDropCommand(library: library))
    registrar.add(RulesRunCommand(library: library))
    registrar.add(RulesCheckCommand(library: library))
    registrar.add(RulesImportCommand(library: library))
    registrar.add(RulesExportCommand(library: library))
    registrar.add(InstrumentListCommand(library: library))
    registrar.add(InstrumentShowCommand(library: library))
    registrar.add(InstrumentCompareCommand(library: library))
    registrar.add(InstrumentFillCommand(library: library))
    registrar.add(InterviewCommand(library: library))
    registrar.add(AnswerCommand(library: library))
    registrar.add(SkipCommand(library: library))
    registrar.add(BackCommand(library: library))
    registrar.add(WhyCommand(library: library))
    registrar.add(InstrumentWeighCommand(library: library))
    registrar.add(AdviseCommand(library: library))
    registrar.add(PlanCommand(library: library))
    registrar.add(SteerScanCommand(library: library))
    registrar.add(SteerKnowledgeCommand(library: library))
    registrar.set(InstrumentSelectorDocument())
  }
}

/// The pieces `rules` (see `RuleBook`), `answers` (see `CircleAnswers`), `scans` (see `CircleScores`) and `filled` (see
/// `FilledIn`). No field of them is personal: roles only.
struct InstrumentSelectorDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}
