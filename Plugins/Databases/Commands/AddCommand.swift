import WorkbenchKit

/// `db add NAME --service SERVICE`.
struct AddCommand: Command {
  struct Arguments: Sendable {
    let name = Argument(
      "name", .name, about: Text(nl: "hoe de database hier heet", en: "what the database is called here"))
    let service = Argument(
      flag: "service", .name,
      about: Text(
        nl: "de dienst in ~/.pg_service.conf waar server, database en rol staan; meer met komma's ertussen",
        en: "the service in ~/.pg_service.conf where server, database and role stand; more with commas between them"),
      candidates: { _ in ServiceFile.names.map { Candidate($0) } })
    let partition = Argument(
      flag: "partition", .name,
      about: Text(
        nl: "de kolom waarnaar de rijen over de servers verdeeld zijn; alleen bij meer dan één dienst",
        en: "the column by which the rows are divided over the servers; with more than one service only"))
    let insecure = Argument(
      toggle: "insecure",
      about: Text(
        nl: "neem ook een server waarvan het certificaat niet is nagekeken; dat staat dan bij elk cijfer",
        en: "take a server whose certificate was not checked too; every figure says so then"))
    let microdata = Argument(
      toggle: "microdata",
      about: Text(
        nl: "de rijen zijn personen: alleen aantallen en cijfers van grote genoeg groepen komen naar buiten",
        en: "the rows are persons: only counts and figures of large enough groups come out"))
    // Taken so that they are refused in words that repeat nothing of them.
    let password = Argument(
      flag: "password", .name,
      about: Text(
        nl: "wordt geweigerd: een wachtwoord hoort in ~/.pgpass, en nooit op een regel",
        en: "is refused: a password belongs in ~/.pgpass, and never on a line"))
    let more = Argument(
      list: "more", .name, required: false,
      about: Text(
        nl: "wordt geweigerd: hoe de database te bereiken is, staat in de dienst",
        en: "is refused: how the database is reached stands in the service"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "db add", aliases: ["db voeg-toe"],
    summary: Text(nl: "meld een database aan", en: "register a database"),
    details: Text(
      nl:
        "De werkruimte bewaart de naam en de dienst, en verder niets. Hoe de server te bereiken is staat in ~/.pg_service.conf (of waar "
        + "PGSERVICEFILE naar wijst), het wachtwoord in ~/.pgpass, dat alleen u mag lezen. De database wordt alleen gelezen, en elke "
        + "regel ziet één stand ervan. Een server elders moet een certificaat hebben dat klopt. Staan de rijen verdeeld over servers, "
        + "noem dan alle diensten en met --partition de kolom die zegt welke rij waar staat: elke vraag gaat dan tegelijk naar alle servers, "
        + "en de deelantwoorden worden hier samengevoegd. Elke rij hoort op één server te staan: dat blijkt alleen waar "
        + "de rijen zelf gelezen worden van een tabel met een sleutel.",
      en:
        "The workspace keeps the name and the service, and nothing else. How the server is reached stands in ~/.pg_service.conf (or "
        + "where PGSERVICEFILE points), the password in ~/.pgpass, which only you may read. The database is only read, and each line "
        + "sees one state of it. A server elsewhere must have a certificate that is right. Where rows are divided over servers, name all "
        + "services and with --partition the column that says which row is where: each question then goes to all servers at the same "
        + "time, and the partial answers are joined here. Each row has to be on one server: that shows only where the "
        + "rows themselves are read of a table with a key."),
    changesWorkspace: true,
    next: [FollowUp("db tables {name}", Text(nl: "wat erin staat", en: "what it holds"))],
    soughtBy: ["postgres", "postgresql", "sql", "registratie", "verbinding", "connection"],
    examples: [
      .init(
        "db add kring --service kring", Text(nl: "onder de naam van de dienst", en: "under the name of the service")),
      .init(
        "db add zorg --service zorgregistratie --microdata",
        Text(nl: "waarvan de rijen personen zijn", en: "of which the rows are persons")),
      .init(
        "db add land --service noord,midden,zuid --partition pc6",
        Text(nl: "verdeeld over drie servers", en: "divided over three servers")),
      .init(
        "db add land --service noord,zuid",
        Text(nl: "waarnaar de rijen verdeeld zijn ontbreekt", en: "by what the rows are divided is missing"),
        failsWith: "argument.missing"),
      .init(
        "db add kring --service kring --password geheim",
        Text(nl: "een wachtwoord hoort niet op een regel", en: "a password does not belong on a line"),
        failsWith: "db.password"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    // Of the line nothing is repeated: neither the word nor the text around it.
    let nowhere = given.place.map { Place(source: $0.source, line: $0.line, column: $0.column) }
    if given.password != nil || SecretWords.isIn(given.line)
      || ([given.name, given.service ?? "", given.partition ?? ""] + given.more).contains(where: SecretWords.isIn)
    {
      throw DatabaseProblem.password(Text(nl: "de regel", en: "the line"), at: nowhere)
    }
    guard given.more.isEmpty, !given.name.contains("://") else { throw DatabaseProblem.extra(at: nowhere) }
    let name = try Slug.demand(given.name, at: given.place(of: \.name))
    let services = try services(given, name)
    guard !services.contains(where: { $0.utf8.count > 200 || $0.contains { $0.isNewline || "[]=".contains($0) } })
    else { throw DatabaseProblem.extra(at: given.place(of: \.service)) }
    var databases = try context.workspace.databases
    guard !databases.items.contains(where: { $0.name == name }) else {
      throw DatabaseProblem.taken(name, at: given.place(of: \.name))
    }
    let database = RegisteredDatabase(
      name: name, services: services, partition: given.partition, isInsecure: given.insecure,
      isMicrodata: given.microdata)
    databases.items.append(database)
    context.workspace.store(databases)
    return Output(
      DatabaseTables.list([database], context) + DatabaseTables.services([database]).map(Block.notice))
  }

  /// - Throws: `argument.missing`, `argument.clash`, `argument.repeated`, `db.microdata`.
  private func services(_ given: Given<Arguments>, _ name: String) throws -> [String] {
    let services = (given.service ?? name).split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmedOfPadding
    }
    let place = given.place(of: \.service)
    guard services.allSatisfy({ !$0.isEmpty }) else {
      throw Diagnostic(
        "argument.name",
        Text(nl: "tussen twee komma's staat geen dienst", en: "there is no service between two commas"),
        wayOut: Text(nl: "zoals: --service noord,midden,zuid", en: "such as: --service north,middle,south"),
        place: place)
    }
    if let twice = services.first(where: { one in services.count { $0 == one } > 1 }) {
      throw Diagnostic(
        "db.twice",
        Text(
          nl: "de dienst '\(twice)' staat er twee keer: haar rijen zouden dubbel tellen",
          en: "the service '\(twice)' stands there twice: its rows would count double"),
        wayOut: Text(nl: "noem elke dienst één keer", en: "name each service once"), place: place)
    }
    if services.count > 1, given.partition == nil {
      throw Diagnostic(
        "argument.missing",
        Text(
          nl: "bij meer dan één dienst hoort --partition: de kolom waarnaar de rijen verdeeld zijn",
          en: "with more than one service goes --partition: the column by which the rows are divided"),
        wayOut: Text(
          nl: "zoals: db add \(name) --service \(services.joined(separator: ",")) --partition pc6",
          en: "such as: db add \(name) --service \(services.joined(separator: ",")) --partition pc6"), place: place)
    }
    if services.count == 1, given.partition != nil {
      throw Diagnostic(
        "argument.clash",
        Text(nl: "--partition hoort bij meer dan één dienst", en: "--partition goes with more than one service"),
        wayOut: Text(nl: "laat haar weg, of noem alle diensten", en: "leave it out, or name all services"),
        place: given.place(of: \.partition))
    }
    return services
  }
}
