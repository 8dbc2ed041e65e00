import WorkbenchKit

extension ServerLink {
  /// How long a server may take to let somebody in.
  private static var patience: Int { 10 }

  /// Opens a database by its service, for reading only, on one snapshot.
  ///
  /// - Parameters:
  ///   - database: as the workspace knows it.
  ///   - name: which of its services.
  ///   - limits: how long one statement may take.
  ///   - checkInterrupt: throws where the person wants to stop.
  /// - Throws: `db.service`, `db.password`, `db.passfile`, `db.unreachable`, `db.certificate`, `db.login`, `db.refused`; what the
  ///   interrupt throws.
  static func open(
    _ database: RegisteredDatabase, service name: String, _ limits: ReadingLimits,
    checkInterrupt: @escaping () throws -> Void
  ) throws -> ServerLink {
    let problem = ConnectionProblem(database: database.name, service: name)
    guard let service = ServiceFile.find(name) else { throw problem.service(known: ServiceFile.names) }
    if let file = PasswordFile(of: service), file.isOpenToOthers { throw problem.openPasswordFile(file.path) }
    func begin(checksServer: Bool) throws -> ServerHandle {
      try ServerHandle(
        ConnectionKeywords(
          service: name, has: Set(service.keys), checksServer: checksServer, seconds: limits.seconds),
        problem, checkInterrupt: checkInterrupt)
    }
    var handle = try begin(checksServer: !database.isInsecure)
    let found = handle.effective(["host", "hostaddr", "password"])
    guard found["password"]?.isEmpty ?? true else {
      throw service["password"] != nil
        ? DatabaseProblem.password(
          Text(nl: "de dienst '\(name)'", en: "the service '\(name)'"))
        : DatabaseProblem.password(Text(nl: "de variabele PGPASSWORD", en: "the variable PGPASSWORD"))
    }
    // Within the machine nothing travels, and no certificate is of a socket.
    if !database.isInsecure, ConnectionKeywords.isLocal(host: found["host"] ?? "", address: found["hostaddr"] ?? "") {
      handle = try begin(checksServer: false)
    }
    try handle.settle(within: patience)
    let link = ServerLink(handle)
    try link.ask("begin isolation level repeatable read read only")
    return link
  }
}
