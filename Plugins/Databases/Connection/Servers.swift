import CPostgres
import Glibc
import WorkbenchKit

/// The servers among which the rows of a database are divided, one or more, asked the same thing at the same time.
///
/// What one of them throws ends the question on all of them; where there are several it says which of them it was.
struct Servers {
  /// At least one, in the order of the services.
  let links: [ServerLink]

  /// The first, which is asked for what is the same on all.
  var first: ServerLink { links[0] }
  /// Whether there are several.
  var areSeveral: Bool { links.count > 1 }

  /// Takes over connections that are open; there must be one at least.
  init(_ links: [ServerLink]) { self.links = links }

  /// Opens all servers of a database.
  ///
  /// - Throws: what opening each of them throws.
  static func open(
    _ database: RegisteredDatabase, _ limits: ReadingLimits, checkInterrupt: @escaping () throws -> Void
  ) throws -> Servers {
    Servers(
      try database.services.map { service in
        do {
          return try ServerLink.open(database, service: service, limits, checkInterrupt: checkInterrupt)
        } catch let error as Diagnostic {
          throw database.services.count > 1 ? error.naming(service) : error
        }
      })
  }

  /// Asks something of the catalogue of each, or sets something.
  ///
  /// - Returns: what each answers, in their order.
  @discardableResult func ask(_ sql: String, _ values: [String?] = []) throws -> [ServerAnswer] {
    var answers = links.map { _ in ServerAnswer() }
    try together(sql, values, { answers[$0].add($1) }, { _, _ in })
    return answers
  }

  /// Asks each one after the other what takes no time.
  func map<Answer>(_ ask: (ServerLink) throws -> Answer) throws -> [Answer] {
    try links.map { link in
      do { return try ask(link) } catch let error as Diagnostic { throw naming(link, error) }
    }
  }

  /// Gives each piece of what a `copy … to stdout` sends on any of them.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - piece: takes whole rows, with the number of the server.
  func copy(_ sql: String, _ piece: (Int, UnsafeRawBufferPointer) throws -> Void) throws {
    try together(sql, [], { _, _ in }, piece)
  }

  /// Gives the rows of an answer as texts, of a server that has no binary form.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - row: takes the number of the server and the cells; nil is missing.
  func rows(_ sql: String, _ row: (Int, [UnsafeRawBufferPointer?]) throws -> Void) throws {
    try together(
      sql, [], byRow: true,
      { server, result in
        for number in 0..<PQntuples(result) {
          try row(
            server,
            (0..<PQnfields(result)).map { column -> UnsafeRawBufferPointer? in
              guard PQgetisnull(result, number, column) == 0 else { return nil }
              return UnsafeRawBufferPointer(
                start: PQgetvalue(result, number, column), count: Int(PQgetlength(result, number, column)))
            })
        }
      }, { _, _ in })
  }

  /// Whether all of them give tables in the binary form.
  var copyInBinary: Bool { get throws { try map { try $0.abilities().copiesInBinary }.allSatisfy(\.self) } }
  /// Whether all of them can bring texts into one form.
  var normalize: Bool { get throws { try map { try $0.abilities().normalizes }.allSatisfy(\.self) } }

  private func together(
    _ sql: String, _ values: [String?], byRow: Bool = false, _ take: (Int, OpaquePointer) throws -> Void,
    _ piece: (Int, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    func at<Answer>(_ server: Int, _ ask: (ServerLink) throws -> Answer) throws -> Answer {
      do { return try ask(links[server]) } catch let error as Diagnostic { throw naming(links[server], error) }
    }
    do {
      for server in links.indices { try at(server) { try $0.begin(sql, values, byRow: byRow) } }
      var open = Array(links.indices)
      while true {
        open = try open.filter { server in
          try at(server) { link in try !link.advance({ try take(server, $0) }, { try piece(server, $0) }) }
        }
        guard let one = open.first else { return }
        if open.count == 1 {
          try at(one) { try $0.listen() }
          continue
        }
        for server in try heard(open) { try at(server) { try $0.hear() } }
      }
    } catch {
      for link in links { link.cancel() }
      throw error
    }
  }

  /// Waits at most 10 ms, and returns the servers of which something has come.
  private func heard(_ open: [Int]) throws -> [Int] {
    var watched = open.map { pollfd(fd: links[$0].descriptor, events: Int16(POLLIN), revents: 0) }
    poll(&watched, nfds_t(watched.count), 10)
    try first.checkInterrupt()
    return zip(open, watched).filter { $1.revents != 0 || $1.fd < 0 }.map(\.0)
  }

  private func naming(_ link: ServerLink, _ error: Diagnostic) -> Diagnostic {
    areSeveral ? error.naming(link.service) : error
  }
}

extension Diagnostic {
  /// Returns the error with the service it came from, where it does not say that already.
  func naming(_ service: String) -> Diagnostic {
    guard !message.nl.contains("'\(service)'") else { return self }
    var named = self
    named.message = message + Text(nl: ", op dienst '\(service)'", en: ", on service '\(service)'")
    return named
  }
}
