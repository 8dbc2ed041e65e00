import WorkbenchKit

/// The areas that the user put together out of buurten, kept in the document `own`.
enum OwnAreas {
  static func read(_ workspace: WorkspaceHandle) throws -> [String: [String]] {
    (try workspace.document("own")?.object ?? [:]).mapValues { ($0["codes"]?.array ?? []).compactMap(\.string) }
  }

  static func set(_ name: String, codes: [String], in workspace: WorkspaceHandle) throws {
    var all = try workspace.document("own")?.object ?? [:]
    all[name] = ["codes": .array(codes.map(JSON.string))]
    workspace.setDocument("own", to: .object(all))
  }
}
