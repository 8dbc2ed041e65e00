import WorkbenchKit

extension ArgumentKind where Element == String {
  /// The name of a database that is registered.
  static var database: ArgumentKind {
    .name.offering { context in
      ((try? context.workspace.databases.items) ?? []).map { Candidate($0.name, .verbatim($0.service)) }
    }
  }
}

extension Context {
  /// Opens the servers of a database to look into it.
  func servers(of database: RegisteredDatabase) throws -> Servers {
    try Servers.open(database, ReadingLimits(workspace)) { try self.checkInterrupt() }
  }
}

/// Lists of databases and of what they hold.
enum DatabaseTables {
  static func list(_ databases: [RegisteredDatabase], _ context: Context) -> [Block] {
    guard !databases.isEmpty else { return [.notice(none)] }
    let marks = databases.map { database -> String in
      var marks: [Text] = []
      if database.isInsecure {
        marks.append(Text(nl: "server niet nagekeken", en: "server not verified"))
      }
      if let partition = database.partition {
        marks.append(Text(nl: "verdeeld naar \(partition)", en: "divided by \(partition)"))
      }
      if database.isMicrodata { marks.append(Text(nl: "rijen zijn personen", en: "rows are persons")) }
      return Text.joined(marks)(context.language)
    }
    var columns: [Column] = [
      .texts("name", databases.map(\.name), label: Text(nl: "naam", en: "name")),
      .texts("service", databases.map(\.service), label: Text(nl: "dienst", en: "service")),
    ]
    if marks.contains(where: { !$0.isEmpty }) {
      columns.append(
        .texts("remarks", marks.map { $0.isEmpty ? nil : $0 }, label: Text(nl: "opmerkingen", en: "remarks")))
    }
    return [.table(Table(columns: columns))]
  }

  static let none = Notice.info(
    nl: "er is nog geen database aangemeld; 'db add NAAM --service DIENST' doet dat",
    en: "no database is registered yet; 'db add NAME --service SERVICE' does that")

  /// Remarks on whether a service can be found at all; nothing is connected to.
  static func services(_ databases: [RegisteredDatabase]) -> [Notice] {
    databases.flatMap { database in database.services.map { (database.name, $0) } }.compactMap { name, typed in
      guard let service = ServiceFile.find(typed) else {
        return .caution(
          nl: "de dienst '\(typed)' van '\(name)' staat in geen servicefile; zet haar in ~/.pg_service.conf",
          en: "the service '\(typed)' of '\(name)' is in no service file; put it in ~/.pg_service.conf")
      }
      guard let file = PasswordFile(of: service), file.isOpenToOthers else { return nil }
      return .caution(
        nl:
          "het wachtwoordbestand '\(file.path)' is ook voor anderen te lezen; maak het alleen van u: chmod 600 \(file.path)",
        en: "the password file '\(file.path)' can be read by others too; make it yours alone: chmod 600 \(file.path)")
    }
  }
}
