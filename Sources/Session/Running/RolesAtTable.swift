@_spi(Host) import WorkbenchKit

extension Session {
  /// The roles at the table; nil where nobody offers any. They are looked up, and no result hangs on them by that.
  var tableRoles: TableRoles? { TableRoles(workspace) }

  /// Refuses a line in which a role speaks that is not at the table, where that was asked for.
  ///
  /// - Throws: `role.unknown`.
  func demandRolesAtTable(in stage: BoundPipeline.Stage) throws {
    let roles = stage.typedRoles
    guard !roles.isEmpty, let table = tableRoles else { return }
    for (role, place) in roles { try table.demand(role, at: place) }
  }
}

extension BoundPipeline.Stage {
  /// The roles that were typed, with where they stand.
  var typedRoles: [(role: String, place: Place)] {
    registration.signature.parameters.filter(\.isRole).flatMap { parameter in
      call.all(parameter.name).compactMap { argument in
        argument.place.flatMap { place in argument.role.map { ($0, place) } }
      }
    }
  }
}
