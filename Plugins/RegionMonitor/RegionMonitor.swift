import WorkbenchKit

@_cdecl("leerkring_regionmonitor_entry")
public func regionMonitorEntry() -> UnsafeMutableRawPointer? { PluginBox.export(RegionMonitor()) }

/// The regions that turn protected living and shelter into living protected at home: what their cards say and what not, tasks and whose
/// agenda they belong on, how responsibility, money and risk are split, and what a regional agenda hangs on.
struct RegionMonitor: Plugin {
  let name = "regionmonitor"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let regions: [any Command] = [
      RegionListCommand(), RegionShowCommand(), RegionDefineCommand(), KnowledgeCommand(), CardCommand(),
      ConditionCommand(), PartCommand(), SayCommand(), CardImportCommand(), MatrixCommand(), CoverageCommand(),
      RankCommand(), PeersCommand(),
    ]
    let tasks: [any Command] = [
      TaskListCommand(), TaskShowCommand(), TaskPlaceCommand(), TaskRulesCommand(), TaskWantCommand(),
      TaskAgendaCommand(),
    ]
    let money: [any Command] = [SplitCommand(), RiskCommand(), BudgetCommand(), PlanCommand()]
    for command in regions + tasks + money { registrar.add(command) }
    registrar.add(SmallCounts.setting)
    registrar.set(RegionDocument())
    registrar.setTopics { try $0.regionTopics }
    registrar.setKnowledgeCheck { try $0.readRegionKnowledge() }
  }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readRegionKnowledge() throws {
    for topic in SourceTopic.all { _ = try topic.terms(in: self) }
    _ = try (
      shippedRegions, shippedChanges, questions, conditions, parts, printedShares, tasks, taskDomains, scales, placings,
      shippedPlaceRules, regionTopics
    )
  }

  var regionTopics: [HelpTopic] {
    get throws {
      let terms: [GlossaryTerm] = try knowledge.items("glossary", list: "terms", in: self)
      let tasks = try tasks.map { task in
        HelpTopic(task, kind: Text(nl: "opgave", en: "task"), meaning: task.what, line: "opgave show \(task.id)")
      }
      return terms.map(\.topic) + tasks
    }
  }
}
