import WorkbenchKit

/// What can be wrong with how a database is named or registered.
enum DatabaseProblem {
  /// - Parameter holder: where the password was found, as a sentence begins with it.
  static func password(_ holder: Text, at place: Place? = nil) -> Diagnostic {
    Diagnostic(
      "db.password",
      holder + Text(nl: " bevat een wachtwoord, en dat is geweigerd", en: " holds a password, and that is refused"),
      wayOut: Text(
        nl: "zet het wachtwoord in ~/.pgpass, met rechten 0600, en wijzig het als anderen het gezien kunnen hebben",
        en: "put the password in ~/.pgpass, with mode 0600, and change it if others may have seen it"),
      place: place)
  }

  static func extra(at place: Place?) -> Diagnostic {
    Diagnostic(
      "db.extra",
      Text(
        nl: "hoe de database te bereiken is staat in de dienst, en niet op de regel",
        en: "how the database is reached stands in the service, and not on the line"),
      wayOut: Text(
        nl: "zet server, poort, database en rol onder een naam in ~/.pg_service.conf en geef --service NAAM",
        en: "put server, port, database and role under a name in ~/.pg_service.conf and give --service NAME"),
      place: place)
  }

  static func taken(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "db.exists",
      Text(nl: "er is al een database '\(name)'", en: "there is a database '\(name)' already"),
      wayOut: Text(
        nl: "kies een andere naam, of haal de oude eerst weg met: db remove \(name)",
        en: "choose another name, or take the old one out first with: db remove \(name)"),
      place: place)
  }

  static func unknown(_ name: String, among names: [String]) -> Diagnostic {
    Diagnostic(
      "db.unknown",
      Text(nl: "er is geen database '\(name)' aangemeld", en: "no database '\(name)' is registered"),
      wayOut: names.isEmpty
        ? Text(
          nl: "meld haar aan met: db add NAAM --service DIENST", en: "register it with: db add NAME --service SERVICE")
        : Text(nl: "er is: ", en: "there is: ") + .list(names),
      suggestion: NearestWord.best(name, among: names), candidates: names.prefix(9).map { Candidate($0) })
  }

  static func reference(_ typed: String) -> Diagnostic {
    Diagnostic(
      "db.reference",
      Text(nl: "'\(typed)' noemt geen tabel in een database", en: "'\(typed)' names no table in a database"),
      wayOut: Text(
        nl: "schrijf db:NAAM/schema.tabel, of db:NAAM met --query BESTAND.sql; 'contents db:NAAM' toont de tabellen",
        en: "write db:NAME/schema.table, or db:NAME with --query FILE.sql; 'contents db:NAME' shows the tables"))
  }

  static func tableAndQuery() -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(
        nl: "er staat een tabel achter de database, en ook een vraag in --query",
        en: "a table stands behind the database, and a question in --query too"),
      wayOut: Text(nl: "geef een van de twee", en: "give one of the two"))
  }

  static func sheetFlags() -> Diagnostic {
    Diagnostic(
      "db.flags",
      Text(
        nl: "de vlaggen voor werkbladen en lagen betekenen bij een database niets",
        en: "the flags for sheets and layers mean nothing with a database"),
      wayOut: Text(nl: "gebruik alleen --query en --text", en: "use --query and --text only"))
  }

  static func queryOfSeveral(_ name: String) -> Diagnostic {
    Diagnostic(
      "db.several",
      Text(
        nl: "'\(name)' staat verdeeld over servers, en een vraag in SQL zou op elke server apart worden uitgewerkt",
        en: "'\(name)' is divided over servers, and a question in SQL would be worked out on each of them apart"),
      wayOut: Text(
        nl: "lees een tabel, en tel met where, select, group en top: read db:\(name)/schema.tabel | group KOLOM",
        en: "read a table, and count with where, select, group and top: read db:\(name)/schema.table | group COLUMN"))
  }

  static func queryOfPersons(_ name: String) -> Diagnostic {
    Diagnostic(
      "db.microdata",
      Text(
        nl: "de rijen in '\(name)' zijn personen, en wat een vraag in SQL van hen maakt is hier niet te bewaken",
        en: "the rows in '\(name)' are persons, and what a question in SQL makes of them cannot be guarded here"),
      wayOut: Text(
        nl: "lees een tabel, en tel met where en group: read db:\(name)/schema.tabel | group KOLOM",
        en: "read a table, and count with where and group: read db:\(name)/schema.table | group COLUMN"))
  }

  static func partition(_ column: String, _ table: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "db.partition",
      Text(
        nl: "'\(table)' heeft geen kolom '\(column)', waarnaar de rijen van '\(name)' over de servers verdeeld zijn",
        en: "'\(table)' has no column '\(column)', by which the rows of '\(name)' are divided over the servers"),
      wayOut: Text(
        nl: "staat zij op elke server in haar geheel, meld dan één server apart aan en lees haar daar",
        en: "where it stands whole on every server, register one server by itself and read it there"))
  }

  static func differ(_ table: String, _ service: String, _ other: String) -> Diagnostic {
    Diagnostic(
      "db.differ",
      Text(
        nl: "'\(table)' heeft op dienst '\(service)' andere kolommen, soorten of sleutel dan op '\(other)'",
        en: "'\(table)' has other columns, types or another key on service '\(service)' than on '\(other)'"),
      wayOut: Text(
        nl: "vraag de beheerders om de tabel overal gelijk te maken, of lees de servers apart",
        en: "ask whoever runs the servers to make the table alike everywhere, or read the servers apart"))
  }

  static func table(_ name: String, in database: String, near: [String]) -> Diagnostic {
    Diagnostic(
      "db.table",
      Text(
        nl: "in '\(database)' is geen tabel '\(name)' die u mag lezen",
        en: "in '\(database)' there is no table '\(name)' that you may read"),
      wayOut: near.isEmpty
        ? Text(nl: "bekijk de tabellen met: db tables \(database)", en: "see the tables with: db tables \(database)")
        : Text(nl: "bedoeld is misschien: ", en: "perhaps meant: ") + .list(near),
      suggestion: near.first.map { "db:\(database)/\($0)" }, candidates: near.prefix(9).map { Candidate($0) })
  }
}
