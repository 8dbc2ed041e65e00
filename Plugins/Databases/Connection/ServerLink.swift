import CPostgres
import Glibc
import WorkbenchKit

/// A database that is asked: one statement at a time, each interrupted within 50 ms where the person wants to stop.
final class ServerLink {
  /// What the database is called here.
  let name: String
  /// The service by which it is reached.
  let service: String
  private let handle: ServerHandle

  private var connection: OpaquePointer { handle.connection }

  /// Takes over a connection that is open.
  init(_ handle: ServerHandle) {
    self.handle = handle
    (name, service) = (handle.problem.database, handle.problem.service)
  }

  // MARK: Asking

  /// Asks something of the catalogue, or sets something.
  ///
  /// - Parameters:
  ///   - sql: one statement.
  ///   - values: those of `$1` and on.
  /// - Throws: `db.*` by the server's SQLSTATE; what the interrupt throws, after which the link can be used again.
  @discardableResult func ask(_ sql: String, _ values: [String?] = []) throws -> ServerAnswer {
    try begin(sql, values)
    var answer = ServerAnswer()
    try results { answer.add($0) }
    return answer
  }

  /// Returns the columns that a query would give, without running it. One that holds several statements is refused by the server.
  func columns(of sql: String) throws -> [AnsweredColumn] {
    guard PQsendPrepare(connection, "", sql, 0, nil) == 1 else { throw handle.problem.lost() }
    question = Question(sql: sql)
    try results { _ in }
    guard PQsendDescribePrepared(connection, "") == 1 else { throw handle.problem.lost() }
    question = Question(sql: sql)
    var columns: [AnsweredColumn] = []
    try results { result in
      columns = (0..<PQnfields(result)).map { column in
        AnsweredColumn(
          name: String(cString: PQfname(result, column)), type: PQftype(result, column),
          modifier: PQfmod(result, column))
      }
    }
    return columns
  }

  /// Gives each piece of what a `copy … to stdout` sends.
  ///
  /// - Parameters:
  ///   - sql: the statement.
  ///   - piece: takes whole rows; what it throws ends the statement.
  func copy(_ sql: String, _ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
    try begin(sql)
    try results({ _ in }, piece)
  }

  /// Tries something that a server may be unable to do, without harm to what goes on.
  func tries(_ attempt: (ServerLink) throws -> Bool) throws -> Bool {
    try ask("savepoint attempt")
    do {
      let succeeds = try attempt(self)
      try ask("release savepoint attempt")
      return succeeds
    } catch let error as Diagnostic where error.code != "db.lost" {
      try ask("rollback to savepoint attempt")
      return false
    }
  }

  // MARK: Around it

  /// What the server can do, once that was found out.
  var known: Abilities?

  /// Returns a name as it stands in SQL.
  func quoted(_ name: String) throws -> String {
    guard let quoted = PQescapeIdentifier(connection, name, name.utf8.count) else {
      throw handle.problem.lost()
    }
    defer { PQfreemem(quoted) }
    return String(cString: quoted)
  }

  /// What the server told of itself: `server_version`, `server_encoding`.
  func parameter(_ name: String) -> String? {
    PQparameterStatus(connection, name).map { String(cString: $0) }
  }

  /// Whether what travels is encrypted.
  var isEncrypted: Bool { PQsslInUse(connection) == 1 }
  /// The version of the server: 150020 for 15.20.
  var versionNumber: Int { Int(PQserverVersion(connection)) }
  /// The database on the server.
  var databaseName: String { PQdb(connection).map { String(cString: $0) } ?? "" }
  /// The role that asks.
  var role: String { PQuser(connection).map { String(cString: $0) } ?? "" }

  // MARK: The wire

  /// What runs.
  private struct Question {
    let sql: String
    var error: Diagnostic?
    var isCopying = false
    var pieces = 0
  }

  private var question: Question?

  /// Sends a statement, and waits for nothing.
  ///
  /// - Parameter byRow: whether its rows come one by one, each a result of its own.
  func begin(_ sql: String, _ values: [String?] = [], byRow: Bool = false) throws {
    if isStopping { drain(within: 5) }
    let copies = values.map { $0.flatMap { strdup($0) } }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { $0.map { UnsafePointer($0) } }
    // With parameters, though there be none, a server takes one statement only.
    guard PQsendQueryParams(connection, sql, Int32(values.count), nil, pointers, nil, nil, 0) == 1 else {
      throw handle.problem.lost()
    }
    if byRow { PQsetSingleRowMode(connection) }
    question = Question(sql: sql)
  }

  /// Takes of what was sent what has come, without waiting.
  ///
  /// - Parameters:
  ///   - take: a result.
  ///   - piece: whole rows of a copy.
  /// - Returns: whether all has come.
  /// - Throws: what the server answered, when all is taken; what is thrown here, after which the statement still runs.
  func advance(
    _ take: (OpaquePointer) throws -> Void, _ piece: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Bool {
    while question != nil {
      if question?.isCopying == true {
        var bytes: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(connection, &bytes, 1)
        if count == 0 { return false }
        guard count > 0 else {
          question?.isCopying = false
          continue
        }
        defer { PQfreemem(bytes) }
        try piece(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        question?.pieces += 1
        // Where rows come faster than they are taken nothing ever waits.
        if (question?.pieces ?? 0) % 1024 == 0 { try handle.checkInterrupt() }
        continue
      }
      if PQisBusy(connection) == 1 { return false }
      guard let result = PQgetResult(connection) else { break }
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
        let error = question?.error ?? failure(result, question?.sql ?? "")
        question?.error = error
      case PGRES_COPY_OUT: question?.isCopying = true
      default:
        try take(result)
        question?.pieces += 1
        if (question?.pieces ?? 0) % 1024 == 0 { try handle.checkInterrupt() }
      }
    }
    let error = question?.error
    question = nil
    if let error { throw error }
    return true
  }

  /// Waits until something comes, at most 10 ms, and takes it in.
  func listen() throws {
    try handle.pause(for: POLLIN)
    try hear()
  }

  /// Takes in what has come.
  func hear() throws { guard PQconsumeInput(connection) == 1 else { throw handle.problem.lost() } }

  /// Throws where the person wants to stop.
  func checkInterrupt() throws { try handle.checkInterrupt() }

  /// What is watched for what comes.
  var descriptor: Int32 { PQsocket(connection) }
  /// Whether what was sent last still runs.
  var isBusy: Bool { question != nil }

  /// Takes every result of what was sent; an error is thrown when all are taken.
  private func results(
    _ take: (OpaquePointer) throws -> Void, _ piece: (UnsafeRawBufferPointer) throws -> Void = { _ in }
  ) throws {
    do { while try !advance(take, piece) { try listen() } } catch {
      cancel()
      throw error
    }
  }

  private func failure(_ result: OpaquePointer, _ sql: String) -> Diagnostic {
    guard let state = postgres_sqlstate(result) else { return handle.problem.lost() }
    // The position counts letters; where it lies in what a person wrote the asker knows.
    let position = postgres_position(result).flatMap { Int(String(cString: $0)) }
    return ServerProblem.diagnostic(String(cString: state), name, spot: position.flatMap { spot?(sql, $0) })
  }

  /// Tells where in a person's text a place in a statement lies.
  var spot: ((_ sql: String, _ position: Int) -> Text?)?

  /// Whether what was stopped may still send something.
  private var isStopping = false

  /// Stops what runs, and takes what still comes of it, so that the connection can be used again. Nobody waits here for a server that
  /// takes its time over stopping: that is done when something else is asked of it.
  func cancel() {
    guard question != nil else { return }
    question = nil
    askToStop()
    isStopping = true
    drain(within: 0.025)
  }

  private func askToStop() {
    guard let request = PQgetCancel(connection) else { return }
    var words = [CChar](repeating: 0, count: 256)
    PQcancel(request, &words, Int32(words.count))
    PQfreeCancel(request)
  }

  /// Takes what still comes of what was stopped. A server that is asked to stop before it has read what it was asked passes over that,
  /// and goes on: while it does it is asked again.
  private func drain(within seconds: Double) {
    let end = Deadline(seconds: seconds)
    var patience = Deadline(seconds: 0.1)
    while !end.isPast {
      if patience.isPast {
        askToStop()
        patience = Deadline(seconds: 0.1)
      }
      if PQisBusy(connection) == 0 {
        guard let result = PQgetResult(connection) else {
          isStopping = false
          return
        }
        let isCopy = PQresultStatus(result) == PGRES_COPY_OUT
        PQclear(result)
        if !isCopy { continue }
        var bytes: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(connection, &bytes, 1) > 0 { PQfreemem(bytes) }
      }
      var watched = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
      guard watched.fd >= 0, poll(&watched, 1, 5) >= 0 || errno == EINTR, PQconsumeInput(connection) == 1 else {
        return
      }
    }
  }
}
