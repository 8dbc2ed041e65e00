import WorkbenchKit

/// The piece `databases`: a list of names with their services.
struct DatabaseDocument: Document {
  static let owner = "databases"

  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
}

extension WorkspaceHandle {
  private static var piece: String { "databases" }

  /// The databases that are registered, in the order in which they were; what cannot be read of them is noted.
  var databases: ReadItems<RegisteredDatabase> {
    get throws {
      let list = try items(Self.piece, as: RegisteredDatabase.self)
      if let notice = Notice.unread(list, Text(nl: "databases", en: "databases")) { note(notice) }
      return list
    }
  }

  func store(_ databases: ReadItems<RegisteredDatabase>) {
    let json = databases.json(\.json)
    setDocument(Self.piece, to: json == .array([]) ? nil : json)
  }

  /// - Throws: `db.unknown`.
  func database(_ name: String) throws -> RegisteredDatabase {
    let all = try databases.items
    guard let found = all.first(where: { $0.name == name }) ?? all.first(where: { $0.name == Slug.of(name) }) else {
      throw DatabaseProblem.unknown(name, among: all.map(\.name))
    }
    return found
  }
}
