import CPostgres
import Glibc
import WorkbenchKit

/// A connection of libpq, closed when nobody holds it any more. It belongs to one thread.
///
/// Nothing here waits longer than 20 ms without asking whether the person wants to stop.
final class ServerHandle {
  let connection: OpaquePointer
  let problem: ConnectionProblem
  let checkInterrupt: () throws -> Void

  /// Begins a connection; nothing is sent yet that is secret.
  ///
  /// - Throws: `db.module` where libpq is not there; `db.unreachable` where there is not even memory for it.
  init(_ keywords: ConnectionKeywords, _ problem: ConnectionProblem, checkInterrupt: @escaping () throws -> Void) throws
  {
    guard postgres_load() == 1 else { throw problem.noLibrary() }
    let names = keywords.pairs.map { strdup($0.keyword) }
    let values = keywords.pairs.map { strdup($0.value) }
    defer { for text in names + values { free(text) } }
    let ended = { (texts: [UnsafeMutablePointer<CChar>?]) in texts.map { $0.map { UnsafePointer($0) } } + [nil] }
    guard let connection = PQconnectStartParams(ended(names), ended(values), 0) else { throw problem.unreachable() }
    postgres_silence(connection)
    self.connection = connection
    self.problem = problem
    self.checkInterrupt = checkInterrupt
  }

  deinit { PQfinish(connection) }

  /// Waits until the server is heard, or can be told something; at most 10 ms.
  func pause(for events: Int32) throws {
    var watched = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
    guard watched.fd >= 0 else { throw problem.lost() }
    poll(&watched, 1, 10)
    try checkInterrupt()
  }

  /// What libpq took together out of service, surroundings and defaults.
  func effective(_ keywords: [String]) -> [String: String] {
    guard let options = PQconninfo(connection) else { return [:] }
    defer { PQconninfoFree(options) }
    var found: [String: String] = [:]
    var next = options
    while let keyword = next.pointee.keyword {
      let name = String(cString: keyword)
      if keywords.contains(name), let value = next.pointee.val { found[name] = String(cString: value) }
      next += 1
    }
    return found
  }

  /// Goes on until the server has let us in.
  ///
  /// - Throws: `db.unreachable`, `db.certificate`, `db.login`, `db.refused`; what the interrupt throws.
  func settle(within seconds: Int) throws {
    let end = Deadline(seconds: Double(seconds))
    var wanted = PGRES_POLLING_WRITING
    while true {
      let stage = PQstatus(connection)
      if stage == CONNECTION_BAD { throw failure(after: CONNECTION_STARTED) }
      if wanted == PGRES_POLLING_READING || wanted == PGRES_POLLING_WRITING {
        try wait(for: wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT, until: end, seconds)
      }
      wanted = PQconnectPoll(connection)
      if wanted == PGRES_POLLING_OK { return }
      if wanted == PGRES_POLLING_FAILED { throw failure(after: stage) }
    }
  }

  private func wait(for events: Int32, until end: Deadline, _ seconds: Int) throws {
    var watched = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
    while true {
      try checkInterrupt()
      guard !end.isPast else { throw problem.slow(seconds: seconds) }
      if watched.fd < 0 || poll(&watched, 1, 20) > 0 { return }
    }
  }

  /// What stopped a connection is told by how far it came: the text of the error is the server's.
  private func failure(after stage: ConnStatusType) -> Diagnostic {
    if PQconnectionNeedsPassword(connection) == 1 { return problem.needsPassword() }
    if PQconnectionUsedPassword(connection) == 1 { return problem.wrongPassword() }
    switch stage {
    case CONNECTION_SSL_STARTUP: return problem.untrusted()
    case CONNECTION_AWAITING_RESPONSE, CONNECTION_AUTH_OK, CONNECTION_SETENV, CONNECTION_CHECK_WRITABLE,
      CONNECTION_CONSUME, CONNECTION_CHECK_TARGET, CONNECTION_CHECK_STANDBY:
      return problem.refused()
    default: return problem.unreachable()
    }
  }
}
