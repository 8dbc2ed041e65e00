@_spi(Host) import WorkbenchKit

extension Session {
  /// Remarks on roles that nobody used before and that are near one that somebody did: a mistyped role would count as a
  /// second voter.
  func strangeRoles(in stage: BoundPipeline.Stage) -> [Notice] { strangeRoles(stage.typedRoles.map(\.role)) }

  /// Remarks on those of some roles that are new and near one that is known.
  func strangeRoles(_ roles: [String]) -> [Notice] {
    guard !roles.isEmpty else { return [] }
    let known = knownRoles
    return roles.filter { !known.contains($0) }.compactMap { role in
      NearestWord.best(role, among: known).map { near in
        Notice.caution(
          nl: "'\(role)' is een nieuwe rol naast '\(near)'; was die bedoeld, dan helpt 'undo'",
          en: "'\(role)' is a new role beside '\(near)'; if that one was meant, 'undo' helps")
      }
    }
  }

  /// The roles that spoke in the documents of all plugins; looking for them makes no result hang on these.
  var knownRoles: Set<String> {
    let names = workspace.parts.keys.filter { $0.section == .documents }.compactMap {
      $0.name.split(separator: "/").first
    }
    // A module that cannot be loaded has said so already.
    for plugin in Set(names) { try? registry.load(plugin: String(plugin)) }
    return registry.documentOwners.reduce(into: tableRoles?.names ?? []) { known, held in
      known.formUnion((try? held.document.roles(in: handle(of: held.owner.name))) ?? [])
    }
  }
}
