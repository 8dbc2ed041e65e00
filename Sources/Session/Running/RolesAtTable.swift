@_spi(Host) import WorkbenchKit

extension Session {
  /// The roles at the table; nil where nobody offers any. They are looked up, and no result hangs on them by that.
  var tableRoles: TableRoles? { TableRoles(workspace) }

  /// Refuses a line in which a role speaks that is not at the table, where that was asked for.
  ///
  /// - Throws: `role.unknown`.
  func demandRolesAtTable(in stage: BoundPipeline.Stage) throws {
    let parameters = stage.registration.signature.parameters.filter(\.isRole)
    guard !parameters.isEmpty, let table = tableRoles else { return }
    for parameter in parameters {
      for argument in stage.call.all(parameter.name) where argument.place != nil {
        if let role = argument.role { try table.demand(role, at: argument.place) }
      }
    }
  }
}
