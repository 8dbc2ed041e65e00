import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

/// A table whose rows are divided over three servers gives what the whole table gives.
@Suite(.serialized, .enabled(if: TestServer.isThere)) struct SeveralServersTests {
  private static let land = "db add land --service deel1,deel2,deel3 --partition id"

  private func bench() throws -> Bench { try Bench("db add kring --service kring", Self.land) }

  @Test(arguments: ["veel", "veel_los"])
  func `random lines give the same rows, order and bits from three servers as from one`(table: String) throws {
    let bench = try bench().bench
    var random = RandomPipeline(generator: SeededGenerator(table == "veel" ? 15 : 16))
    var (pushed, unsettled) = (0, 0)
    for _ in 0..<100 {
      let line = random.line()
      let tail = line.joined(separator: " | ")
      let one: Output
      do { one = try bench.run("read db:kring/public.\(table) | \(tail)") } catch let error as Diagnostic {
        #expect(bench.error("read db:land/public.\(table) | \(tail)")?.code == error.code, "\(tail): \(error)")
        continue
      }
      let three = try bench.run("read db:land/public.\(table) | \(tail)")
      if isUnsettled(one) || isUnsettled(three) {
        unsettled += 1
        if line.last?.hasPrefix("top") != true { #expect(rows(three) == rows(one), "\(tail)") }
      } else {
        #expect(bits(three) == bits(one), "\(tail)")
      }
      #expect(remarks(three) == remarks(one), "\(tail)")
      pushed += done(three)
    }
    print("three servers, \(table): \(pushed) stages there, \(unsettled) unsettled")
    #expect(pushed > 75)
  }

  @Test func `rows, the first of them, and those that are sought come in one order`() throws {
    let bench = try bench().bench
    for tail in ["", " | top 7", " | top 0", " | where d > 0 | select g d", " | select code n big | top 200"] {
      for table in ["veel", "veel_los"] {
        #expect(
          bits(try bench.run("read db:land/public.\(table)\(tail)"))
            == bits(try bench.run("read db:kring/public.\(table)\(tail)")), "\(table)\(tail)")
      }
    }
  }

  @Test func `each server's own snapshot is kept, and that there is none in common is told`() throws {
    let result = try #require(try bench().bench.result("read db:land/public.veel | group h"))
    let sources = result.provenance.sources
    #expect(sources.map(\.id) == ["db-land-deel1", "db-land-deel2", "db-land-deel3"])
    for (source, part) in zip(sources, TestServer.parts) {
      #expect(source.publisher.hasPrefix("service \(part), database \(part), PostgreSQL 1"))
      #expect(source.place?.hasPrefix("snapshot ") == true)
    }
    #expect(result.output.words.contains("de 3 servers zijn elk op een eigen ogenblik gelezen"))
    #expect(result.output.words(.en).contains("the 3 servers were each read at a moment of their own"))
  }

  @Test func `lists, tables and descriptions are of all servers together`() throws {
    let bench = try bench()
    #expect(
      try bench.sheet("db list") == [
        "name service remarks", "kring kring .", "land deel1, deel2, deel3 verdeeld naar id",
      ])
    let tables = try bench.bench.run("db tables land veel")
    #expect(tables.texts("table") == ["db:land/public.veel", "db:land/public.veel_los"])
    #expect(tables.numbers("rows").first == 600)
    let described = try bench.bench.run("db describe land/public.veel")
    #expect(described.fact("rows") == 600 && described.fact("servers") == 3)
    #expect(described.facts["partition"]?.plain == "id")
    let checked = try bench.bench.run("db check land")
    #expect(checked.blocks.count { if case .facts = $0 { true } else { false } } == 3)
    #expect(bench.bench.documents.contains(#""partition":"id""#))
    #expect(bench.bench.documents.contains(#""services":["deel1","deel2","deel3"]"#))
  }

  @Test func `what would be wrong in silence is refused`() throws {
    let bench = try Bench(Self.land, files: ["v.sql": "select count(*) as n from public.veel"])
    // A table that every server has whole would count three times.
    #expect(bench.code("read db:land/public.heel") == "db.partition")
    #expect(bench.code("db describe land/public.heel") == "db.partition")
    #expect(bench.code("read db:land --query v.sql") == "db.several")
    let differs = bench.bench.error("read db:land/public.scheef")
    #expect(differs?.code == "db.differ" && differs?.message.nl.contains("'deel3'") == true)
    #expect(bench.code("db describe land/public.scheef") == "db.differ")
    #expect(try bench.bench.run("read db:land/public.telling").words.contains("per server geteld"))
    #expect(bench.code("read db:land/public.nergens") == "db.table")
    let double = bench.bench.error("read db:land/public.dubbel")
    #expect(double?.code == "db.double" && double?.message.nl.contains("'deel1', 'deel2'") == true)
  }

  @Test func `one server that fails is one error that names its service`() throws {
    let gone = try Bench("db add land --service deel1,nergens,deel3 --partition id").bench.error(
      "read db:land/public.veel | group h")
    #expect(gone?.code == "db.unreachable" && gone?.message.nl.contains("'nergens'") == true)
    let server = try #require(TestServer.shared)
    server.sql("revoke select on public.veel_los from lezer", in: "deel2")
    defer { server.sql("grant select on public.veel_los to lezer", in: "deel2") }
    let refused = try bench().bench.error("read db:land/public.veel_los")
    #expect(refused?.code == "db.table" && refused?.message.nl.contains("'deel2'") == true)
    #expect(refused?.message.en.contains("on service 'deel2'") == true)
  }

  @Test func `a question that one server cannot answer ends on all, and all can be asked again`() throws {
    let links = try TestServer.parts.map { try openLink($0) }
    let servers = Servers(links)
    do {
      try servers.copy(
        "copy (select 1 / (case when current_database() = 'deel2' then 0 else 1 end) from pg_sleep(case when current_database() = 'deel2' then 0 else 20 end)) to stdout (format binary)"
      ) { _, _ in }
      Issue.record("no error")
    } catch let error as Diagnostic {
      #expect(error.code == "db.value" && error.message.nl.hasSuffix(", op dienst 'deel2'"))
    }
    try servers.ask("rollback")
    #expect(try servers.ask("select current_database()").map(\.value) == TestServer.parts)
  }

  @Test func `all servers are asked at the same time, and a person who stops is back at once`() throws {
    let servers = Servers(try TestServer.parts.map { try openLink($0) })
    // The quickest of a few: a machine that does something else meanwhile is no fault of ours.
    let waits = try (0..<3).map { _ in try ContinuousClock().measure { try servers.ask("select pg_sleep(0.3)") } }
    #expect(waits.min() ?? .zero < .milliseconds(700))
    let late = try (0..<3).map { _ -> Duration in
      let end = ContinuousClock.now + .milliseconds(80)
      let stopped = Servers(
        try TestServer.parts.map { part in try openLink(part) { if ContinuousClock.now > end { throw Interrupted() } } }
      )
      #expect(throws: Interrupted.self) { try stopped.ask("select pg_sleep(20)") }
      return ContinuousClock.now - end
    }
    print("three servers interrupted: back after \(late.map(\.description))")
    #expect(late.min() ?? .zero < .milliseconds(250))
  }

  @Test(arguments: [
    ("db add land --service deel1,deel2", "argument.missing"),
    ("db add land --service deel1,deel1 --partition id", "db.twice"),
    ("db add land --service deel1,,deel2 --partition id", "argument.name"),
    ("db add land --service deel1 --partition id", "argument.clash"),
    ("db add land --service 'deel1,b=c' --partition id", "db.extra"),
    ("db add land --service deel1,password=Zeer-Geheim-1 --partition id", "db.password"),
  ])
  func `a division that cannot be is refused`(line: String, code: String) throws {
    #expect(try Bench().code(line) == code)
  }

  @Test func `texts, decimals and numbers of several servers are held against each other as one server does`() throws {
    let link = try openLink("kring")
    let relation = """
      (select n, t, d, b, g from (values (1.5::numeric, 'a', 1::float8, true, 3), ('NaN', 'B', 'NaN', null, null), (-1.50, 'é', '-0', false, -7),
      (null, e'e\\u0301', '-Infinity', true, 2147483647), (100, null, null, false, -2147483648), ('0.00', '', 'Infinity', true, 0), ('-0.001', 'ab', 0.1, false, 1),
      ('Infinity', 'zz', -5, true, 2), ('12345678901234567890.1', 'A', 7, null, 5), ('12345678901234567890.10', '👩', 8, true, 6), ('-Infinity', 'z', 9, true, 8)) v(n, t, d, b, g))
      """
    for column in ["n", "t", "d", "b", "g"] {
      let plan = try FetchPlan(
        relation, called: "x", texts: [], key: [], saysOrder: false, lettersOrder: true, through: link)
      let term = try #require(plan.order.first { $0.column == column }?.term)
      var keys = OrderKeys([term])
      var count = 0
      var reader = BinaryRows(columns: 1)
      try link.copy("copy (select \(term.asked) from \(relation) q order by \(term.sql)) to stdout (format binary)") {
        try reader.read($0) { _, cell in
          try keys.append(cell, of: 0)
          count += 1
        }
      }
      #expect(count == 11)
      for row in 1..<count { #expect(!keys.precedes(row, keys, row - 1), "\(column) \(row)") }
      #expect(keys.precedes(0, keys, count - 1), "\(column)")
    }
  }
}
