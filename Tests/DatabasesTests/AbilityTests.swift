import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

/// Servers that speak the protocol and cannot do all of it.
@Suite(.serialized, .enabled(if: TestServer.isThere)) struct AbilityTests {
  private func servers(_ services: [String], _ abilities: Abilities) throws -> Servers {
    let links = try services.map { try openLink($0) }
    for link in links { link.known = abilities }
    return Servers(links)
  }

  private func table(_ name: String, _ servers: Servers) throws -> (table: Table, notices: [Notice]) {
    let plan = try FetchPlan(
      "public.\(name)", called: name, texts: [], key: name == "veel_los" ? [] : [name == "veel" ? "id" : "nr"],
      saysOrder: false,
      lettersOrder: servers.areSeveral, through: servers.first)
    return try TableFetch(servers: servers, plan: plan, limit: 1_000_000).run()
  }

  @Test(arguments: ["soorten", "veel", "veel_los"])
  func `without the binary form tables are the same to the last bit`(name: String) throws {
    let usual = try table(name, servers(["kring"], Abilities()))
    let other = try table(name, servers(["kring"], Abilities(copiesInBinary: false)))
    #expect(bits(Output(usual.table)) == bits(Output(other.table)))
    #expect(usual.notices == other.notices)
    guard name != "soorten" else { return }
    let three = try table(name, servers(TestServer.parts, Abilities(copiesInBinary: false)))
    #expect(bits(Output(usual.table)) == bits(Output(three.table)))
  }

  @Test func `a row that is too many, and a whole number that is too long, are refused without the binary form too`()
    throws
  {
    let servers = try servers(["kring"], Abilities(copiesInBinary: false))
    let plan = try FetchPlan(
      "public.reuzen", called: "x", texts: [], key: ["nr"], saysOrder: false, through: servers.first)
    do {
      _ = try TableFetch(servers: servers, plan: plan, limit: 100).run()
      Issue.record("no error")
    } catch let error as Diagnostic { #expect(error.code == "db.whole") }
    try servers.ask("rollback")
    do {
      let million = try FetchPlan(
        "(select i from generate_series(1, 90000) i)", called: "x", texts: [], key: [], saysOrder: true,
        through: servers.first)
      _ = try TableFetch(servers: servers, plan: million, limit: 50_000).run()
      Issue.record("no error")
    } catch let error as Diagnostic { #expect(error.code == "db.toolarge") }
  }

  @Test func `what a server can do is tried without harm to what goes on`() throws {
    let link = try openLink("kring")
    #expect(try link.triedAbilities() == Abilities())
    #expect(try !link.tries { try $0.ask("select pg_catalog.normaliseer('x')").value != nil })
    #expect(try link.ask("select 1").value == "1")
    let server = try #require(TestServer.shared)
    // As a server that has no such function.
    server.sql("revoke execute on function pg_catalog.normalize(text, text) from public", in: "kaal")
    defer { server.sql("grant execute on function pg_catalog.normalize(text, text) to public", in: "kaal") }
    #expect(try openLink("kaal").triedAbilities() == Abilities(normalizes: false))
    let bench = try Bench("db add deel --service kaal")
    let checked = try bench.bench.run("db check deel")
    #expect(checked.facts["normalize"] == .boolean(false) && checked.facts["binary_copy"] == .boolean(true))
    #expect(checked.words.contains("herkent letters met een accent niet als gelijk"))
  }

  @Test func `a server that cannot tell letters alike leaves what has accents to be sought here`() throws {
    let columns = ["t": TranslatedColumn(quoted: "\"t\"", kind: .text(isPlain: false))]
    let term = SourceTerm.comparison(.equal, .column("t"), .text("é"))
    #expect(throws: StaysHere(.letters)) { try Translator(columns: columns, normalizes: false).translate(term) }
    let plain = ["t": TranslatedColumn(quoted: "\"t\"", kind: .text(isPlain: true))]
    _ = try Translator(columns: plain, normalizes: false).translate(.comparison(.equal, .column("t"), .text("e")))
  }
}
