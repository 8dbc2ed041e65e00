import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

@Suite struct KeywordTests {
  @Test(arguments: [
    ("", "", true), ("/var/run/postgresql", "", true), ("@abstract", "", true), ("localhost", "", true),
    ("127.0.0.1", "", true), ("x", "127.1.2.3", true), ("::1", "", true), ("db.example.nl", "", false),
    ("127.0.0.1.example.nl", "", false), ("127.0.0.256", "", false), ("localhost,db.example.nl", "", false),
    ("localhost", "10.0.0.1", false), ("/tmp,127.0.0.1", "", true), ("localhost.example.nl", "", false),
    ("db.example.nl,localhost", ",", false), ("db.example.nl", "127.0.0.1", true), ("localhost,x", "127.0.0.1", false),
  ])
  func `only sockets and this machine need no certificate`(host: String, address: String, isLocal: Bool) {
    #expect(ConnectionKeywords.isLocal(host: host, address: address) == isLocal)
  }

  @Test func `a server elsewhere is checked, and every connection only reads`() {
    let checked = ConnectionKeywords(service: "a", has: [], checksServer: true, seconds: 7).pairs
    #expect(checked.contains { $0 == ("sslmode", "verify-full") } && checked.contains { $0 == ("service", "a") })
    let options = checked.first { $0.keyword == "options" }?.value ?? ""
    for option in [
      "default_transaction_read_only=on", "statement_timeout=7s", "lock_timeout=2s",
      "idle_in_transaction_session_timeout=60s", "search_path= ", "extra_float_digits=3", "timezone=UTC",
    ] { #expect(options.contains("-c \(option)"), "\(option)") }
    let free = ConnectionKeywords(service: "a", has: ["gssencmode"], checksServer: false, seconds: 7).pairs
    #expect(!free.contains { ["sslmode", "gssencmode"].contains($0.keyword) })
  }

  @Test func `a service file is read as libpq reads it`() {
    let file = ServiceFile(
      """
      # remark
      loose=1
      [a]
      host=x
       port=1
      password=p=q
      [b] more
      host=y
      [a]
      host=z
      """)
    #expect(file.services == ["a": ["host": "x", "port": "1", "password": "p=q"], "b": ["host": "y"]])
  }

  @Test(arguments: [
    ("password=x", true), ("PassWord = x", true), ("postgresql://a:b@h/d", true), ("postgres://a@h/d", false),
    ("postgres://h:5432/d", false), ("postgres://a:b@c@h", true), ("x://y z://a:b@h", true), ("kring", false),
    ("https://h/a:b@c", false), ("pwd=x", true), ("wachtwoord=x", true),
  ])
  func `a password is known wherever it stands`(words: String, isIn: Bool) {
    #expect(SecretWords.isIn(words) == isIn)
  }
}

@Suite struct ServerProblemTests {
  @Test(arguments: [
    ("25006", "db.readonly"), ("25001", "db.readonly"), ("57014", "db.timeout"), ("55P03", "db.locked"),
    ("42501", "db.denied"), ("42601", "db.sql"), ("0A000", "db.sql"), ("54001", "db.sql"), ("22012", "db.value"),
    ("21000", "db.value"), ("53300", "db.busy"), ("57P01", "db.busy"), ("08006", "db.busy"), ("P0001", "db.server"),
    ("XX000", "db.server"), ("", "db.server"),
  ])
  func `each state of a server has a code of ours and a way out`(state: String, code: String) {
    let error = ServerProblem.diagnostic(state, "kring")
    #expect(error.code == code && error.wayOut != nil)
    #expect(error.message.nl.hasPrefix("de database 'kring' ") && error.message.en.hasPrefix("the database 'kring' "))
    #expect(error.message.nl.hasSuffix("(SQLSTATE \(state))") == !state.isEmpty)
  }

  @Test func `a server that never answers is given up, and one can stop before that`() throws {
    let folder = "\(TestServer.surroundings)/stil"
    mkdir(folder, 0o755)
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var place = sockaddr_un()
    place.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: Array("\(folder)/.s.PGSQL.5432".utf8)) }
    let isHeard = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0 && listen(listener, 4) == 0
      }
    }
    #expect(isHeard)
    let problem = ConnectionProblem(database: "kring", service: "stil")
    func wait(_ seconds: Int, _ check: @escaping () throws -> Void) throws {
      let keywords = ConnectionKeywords(service: "stil", has: [], checksServer: false, seconds: 60)
      try ServerHandle(keywords, problem, checkInterrupt: check).settle(within: seconds)
    }
    do {
      try wait(1) {}
      Issue.record("a server that says nothing let us in")
    } catch let error as Diagnostic {
      #expect(error.code == "db.unreachable" && error.message.nl.contains("na 1 seconde"))
    }
    let start = ContinuousClock.now
    #expect(throws: Interrupted.self) {
      try wait(10) { if ContinuousClock.now - start > .milliseconds(60) { throw Interrupted() } }
    }
    // Well before the ten seconds that it would wait.
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}

@Suite(.enabled(if: TestServer.isThere)) struct ConnectionTests {
  private func error(_ service: String) -> Diagnostic? {
    do {
      _ = try openLink(service)
      return nil
    } catch { return error as? Diagnostic }
  }

  @Test(
    arguments: [
      ("kring", nil), ("geheim", nil), ("beheer", nil), ("open", "db.passfile"), ("fout", "db.login"),
      ("zonder", "db.login"), ("erin", "db.password"), ("nergens", "db.unreachable"), ("dicht", "db.unreachable"),
      ("geen-base", "db.refused"), ("krin", "db.service"),
    ] as [(String, String?)])
  func `what stops a connection has a code, a sentence and a way out`(service: String, code: String?) {
    let error = error(service)
    #expect(error?.code == code, "\(error?.message.nl ?? "")")
    if code != nil { #expect(error?.wayOut != nil) }
    if let error { #expect(!"\(error)".contains("Geheim-1") && !"\(error)".contains("Anders-2")) }
  }

  @Test func `a password file that others can read is named, and what makes it right works`() {
    let path = "\(TestServer.surroundings)/open"
    #expect(error("open")?.wayOut?.nl == "maak het alleen van u: chmod 600 \(path)")
  }

  @Test func `a server elsewhere without encryption is not spoken to`() throws {
    // Answers every question for encryption with N, as a server without it does.
    let elsewhere = try #require(ElsewhereServer(), "this machine has no address but its own")
    elsewhere.note(service: "elders", in: "\(TestServer.surroundings)/services")
    #expect(error("elders")?.code == "db.certificate")
    #expect(elsewhere.heard.allSatisfy { !$0.contains("lezer") })
  }

  @Test func `the session of the server is as it has to be`() throws {
    let link = try openLink("kring")
    func shown(_ name: String) throws -> String? { try link.ask("show \(name)").value }
    #expect(try shown("default_transaction_read_only") == "on")
    #expect(try shown("transaction_read_only") == "on")
    #expect(try shown("transaction_isolation") == "repeatable read")
    #expect(try shown("search_path") == "")
    #expect(try shown("extra_float_digits") == "3")
    #expect(try shown("timezone") == "UTC")
    #expect(try shown("statement_timeout") == "1min")
    #expect(try shown("lock_timeout") == "2s")
    #expect(try shown("idle_in_transaction_session_timeout") == "1min")
    #expect(try shown("client_encoding") == "UTF8")
  }

  @Test func `nothing is written, and the transaction cannot be made to`() throws {
    func refused(_ sql: String) throws -> String? {
      do {
        try openLink("beheer").ask(sql)
        return nil
      } catch let error as Diagnostic { return error.code }
    }
    #expect(try refused("insert into public.pc6 values ('X', 1, 1)") == "db.readonly")
    #expect(try refused("create table public.x (a int)") == "db.readonly")
    let link = try openLink("beheer")
    try link.ask("select 1")
    #expect(throws: Diagnostic.self) { try link.ask("set transaction read write") }
  }
}
