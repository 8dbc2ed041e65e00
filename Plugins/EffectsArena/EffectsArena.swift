import WorkbenchKit

@_cdecl("leerkring_effectsarena_entry")
public func effectsArenaEntry() -> UnsafeMutableRawPointer? { PluginBox.export(EffectsArena()) }

/// The effects arena: what is done, what it brings about, who pays and who collects.
struct EffectsArena: Plugin {
  let name = "effectsarena"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {
    let sheet: [any Command] = [
      SheetNewCommand(), SheetUseCommand(), SheetListCommand(), SheetShowCommand(), SheetStartCommand(),
      PartyAddCommand(), NodeAddCommand(), DropCommand(), LinkCommand(), SureCommand(), InvestCommand(),
      EffectCommand(), TakeCommand(),
    ]
    let answers: [any Command] = [
      CheckCommand(), PathCommand(), LedgerCommand(), EffectsCommand(), SimulateCommand(), DriversCommand(),
      SettleCommand(), BreakEvenCommand(), CompareCommand(), WhatIfCommand(), KnowledgeCommand(),
    ]
    for command in sheet + answers { registrar.add(command) }
    registrar.set(EffectsArenaDocument())
    registrar.setTopics { try $0.arenaTopics }
    registrar.setKnowledgeCheck { try $0.readArenaKnowledge() }
  }
}

/// The pieces `use` and `sheet.NAME`. No field of them is personal: roles and parties only.
struct EffectsArenaDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    try Set(workspace.sheets.flatMap { sheet in sheet.links.flatMap(\.sure.keys) })
  }
}

extension Context {
  /// Reads all that the plugin ever reads of its knowledge.
  ///
  /// - Throws: `knowledge.damaged`.
  func readArenaKnowledge() throws {
    for topic in SourceTopic.all { _ = try topic.terms(in: self) }
    _ = try (limits, laws, starters, arenaTopics)
  }

  var arenaTopics: [HelpTopic] {
    get throws {
      let terms: [GlossaryTerm] = try knowledge.items("glossary", list: "terms", in: self)
      let starters = try starters.map {
        HelpTopic($0, kind: Text(nl: "startblad", en: "starter sheet"), line: "arena start \($0.id)")
      }
      return terms.map(\.topic) + starters
    }
  }
}
