import WorkbenchKit

/// What can be wrong with a connection to a server. What the server itself wrote is never repeated: it may hold values.
struct ConnectionProblem {
  /// What the database is called here.
  let database: String
  /// The service by which it is reached.
  let service: String

  private func problem(_ code: String, _ message: Text, _ wayOut: Text) -> Diagnostic {
    Diagnostic("db.\(code)", message, wayOut: wayOut)
  }

  func service(known: [String]) -> Diagnostic {
    var problem = problem(
      "service", Text(nl: "de dienst '\(service)' is niet gevonden", en: "the service '\(service)' was not found"),
      Text(
        nl: "zet haar in ~/.pg_service.conf, met onder [\(service)] de regels host=, dbname= en user=",
        en: "put it in ~/.pg_service.conf, with the lines host=, dbname= and user= under [\(service)]"))
    problem.suggestion = NearestWord.best(service, among: known)
    problem.candidates = known.prefix(9).map { Candidate($0) }
    return problem
  }

  func openPasswordFile(_ path: String) -> Diagnostic {
    problem(
      "passfile",
      Text(
        nl: "het wachtwoordbestand '\(path)' is ook voor anderen te lezen, en wordt daarom niet gebruikt",
        en: "the password file '\(path)' can be read by others too, and is not used therefore"),
      Text(nl: "maak het alleen van u: chmod 600 \(path)", en: "make it yours alone: chmod 600 \(path)"))
  }

  func noLibrary() -> Diagnostic {
    problem(
      "module",
      Text(
        nl: "voor de database '\(database)' is libpq nodig, en dat is er niet",
        en: "for the database '\(database)' libpq is needed, and it is not there"),
      Text(nl: "installeer het met 'apt-get install libpq5'", en: "install it with 'apt-get install libpq5'"))
  }

  func unreachable() -> Diagnostic {
    problem(
      "unreachable",
      Text(
        nl: "de server van '\(database)' (dienst '\(service)') is niet te bereiken",
        en: "the server of '\(database)' (service '\(service)') cannot be reached"),
      Text(
        nl: "kijk of server en poort in de dienst kloppen, en of u op het goede netwerk zit",
        en: "see whether server and port in the service are right, and whether you are on the right network"))
  }

  func slow(seconds: Int) -> Diagnostic {
    let time = Text.counted(
      seconds, Text(nl: "seconde", en: "second"), Text(nl: "seconden", en: "seconds"))
    return problem(
      "unreachable",
      Text(
        nl: "de server van '\(database)' heeft na \(time.nl) nog niet geantwoord",
        en: "the server of '\(database)' has not answered after \(time.en)"),
      Text(
        nl: "probeer het later, of vraag de beheerder of de server draait",
        en: "try again later, or ask whoever runs the server whether it is up"))
  }

  func untrusted() -> Diagnostic {
    problem(
      "certificate",
      Text(
        nl: "er komt geen versleutelde verbinding met '\(database)' tot stand waarvan het certificaat klopt",
        en: "no encrypted connection to '\(database)' comes about of which the certificate is right"),
      Text(
        nl:
          "vraag de beheerder om het certificaat van de uitgever en bewaar het als ~/.postgresql/root.crt; zonder controle kan "
          + "alleen met --insecure bij 'db add', en dan staat dat bij elk cijfer",
        en:
          "ask whoever runs the server for the issuer's certificate and save it as ~/.postgresql/root.crt; without a check it "
          + "goes only with --insecure at 'db add', and then every figure says so"))
  }

  func needsPassword() -> Diagnostic {
    problem(
      "login",
      Text(
        nl: "de server van '\(database)' vraagt een wachtwoord, en ~/.pgpass heeft er geen voor deze dienst",
        en: "the server of '\(database)' asks for a password, and ~/.pgpass has none for this service"),
      Text(
        nl: "zet er een regel server:poort:database:rol:wachtwoord in, en geef het bestand rechten 0600",
        en: "put a line server:port:database:role:password in it, and give the file mode 0600"))
  }

  func wrongPassword() -> Diagnostic {
    problem(
      "login",
      Text(
        nl: "de server van '\(database)' neemt het wachtwoord uit ~/.pgpass niet aan",
        en: "the server of '\(database)' does not take the password from ~/.pgpass"),
      Text(
        nl: "kijk of het nog geldt, en of de regel bij deze server, database en rol hoort",
        en: "see whether it still holds, and whether the line goes with this server, database and role"))
  }

  func refused() -> Diagnostic {
    problem(
      "refused",
      Text(
        nl: "de server van '\(database)' (dienst '\(service)') laat deze rol niet toe tot deze database",
        en: "the server of '\(database)' (service '\(service)') does not let this role into this database"),
      Text(
        nl: "kijk of dbname en user in de dienst kloppen, of vraag de beheerder om toegang",
        en: "see whether dbname and user in the service are right, or ask whoever runs the server for access"))
  }

  func lost() -> Diagnostic {
    problem(
      "lost",
      Text(
        nl: "de verbinding met '\(database)' is verbroken; er is niets ingelezen",
        en: "the connection to '\(database)' was lost; nothing was taken in"),
      Text(nl: "probeer het opnieuw", en: "try again"))
  }
}
