import WorkbenchKit

/// The areas that the user put together out of buurten, kept in the document `own`: `{NAME: {codes}}`.
enum OwnAreas {
  private struct OwnArea: FieldItem {
    let codes: [String]
    private var rest: [String: JSON] = [:]

    init(codes: [String]) { self.codes = codes }

    init(_ fields: Fields) throws {
      codes = try fields["codes"]
      rest = fields.rest
    }

    var json: JSON { .members(["codes": .array(codes.map(JSON.string))], rest: rest) }
  }

  static func read(_ workspace: WorkspaceHandle) throws -> [String: [String]] {
    let all: ReadMembers<OwnArea> = try workspace.members("own")
    if let notice = Notice.unread(all, Text(nl: "eigen gebieden", en: "own areas")) { workspace.note(notice) }
    return all.members.mapValues(\.codes)
  }

  static func set(_ name: String, codes: [String], in workspace: WorkspaceHandle) throws {
    var all: ReadMembers<OwnArea> = try workspace.members("own")
    all[name] = OwnArea(codes: codes)
    workspace.setMembers("own", to: try all.json(\.json))
  }
}
