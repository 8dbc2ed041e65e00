import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

@Suite(.enabled(if: TestServer.isThere)) struct QueryTests {
  private func ask(_ sql: String, _ flags: String = "") throws -> Bench.Answer {
    try Bench.kring(files: ["v.sql": sql]).answer("read db:kring --query v.sql \(flags)")
  }

  @Test func `a question in a file is asked as it stands, and the order is its own`() throws {
    let answer = try ask("-- tel\nselect jaar, count(*) as n\nfrom public.pc6 group by jaar order by jaar desc;\n")
    #expect(answer.sheet == ["jaar n", "2024 2", "2023 1"])
    #expect(answer.words == "")
    let unordered = try ask("/* a */ with t as (select 2 as a union all select 1) select * from t -- slot")
    #expect(unordered.sheet == ["a", "1", "2"] && unordered.words.contains("alle kolommen"))
  }

  @Test(arguments: [
    "insert into public.pc6 values ('x', 1, 1)", "update public.pc6 set waarde = 1", "drop table public.pc6",
    "copy public.pc6 to '/tmp/x'", "table public.pc6", "", ";", "-- select", "set transaction read write",
    "begin", "explain select 1", "select\u{0}1",
  ])
  func `what is no SELECT or WITH is refused before anything is asked`(sql: String) throws {
    #expect(try ask(sql).code == "db.query")
  }

  @Test(arguments: [
    ("select 1 as a; select 2 as b", "db.sql"), ("select 1 as a) q; drop table public.pc6; --", "db.sql"),
    ("select 1 as a) q --", "db.sql"), ("select 1 as a) q) to program 'id' --", "db.sql"),
    ("select 1) to stdout; --", "db.sql"),
    ("with x as (insert into public.pc6 values ('x', 1, 1) returning 1) select * from x", "db.sql"),
    ("select * from pc6", "db.sql"), ("select nergens from public.pc6", "db.sql"), ("select 1/0 as a", "db.value"),
    ("select 'x'::int as a", "db.value"), ("select 1 as a, 2 as a", "db.columns"),
    ("select * from zorg.verborgen", "db.denied"), ("select public.schrijft() as a", "db.readonly"),
    ("select public.lawaai() as a", "db.server"), ("select row(1,2) as a", "db.type"), ("select a fro b", "db.sql"),
  ])
  func `what the server refuses has a code of ours and none of its words`(sql: String, code: String) throws {
    let answer = try ask(sql)
    #expect(answer.code == code, "\(sql): \(answer.code ?? "") \(answer.error?.message.nl ?? "")")
    #expect(answer.error?.message.nl.contains("123456782") != true)
    #expect(answer.error?.wayOut != nil)
  }

  @Test func `an error of the SQL has its place in the file`() throws {
    let error = try ask("select jaar,\n  nergens\nfrom public.pc6").error
    #expect(
      error?.message.nl
        == "de database 'kring' begrijpt de vraag niet: een kolom is er niet, in 'v.sql' op regel 2, teken 3 (SQLSTATE 42703)"
    )
  }

  @Test func `a question beside a table, and one that is nowhere, are refused`() throws {
    let bench = try Bench.kring(files: ["v.sql": "select 1 as a"])
    #expect(bench.code("read db:kring/public.pc6 --query v.sql") == "argument.clash")
    #expect(bench.code("read db:kring --query weg.sql") == "file.missing")
  }

  @Test func `as the owner of all nothing is written either`() throws {
    let bench = try Bench(
      "db add kring --service beheer",
      files: [
        "v.sql": "select public.schrijft() as a",
        "s.sql": "select set_config('transaction_read_only', 'off', false) as a",
      ])
    #expect(bench.code("read db:kring --query v.sql") == "db.readonly")
    #expect(["db.readonly", "db.sql", "db.server"].contains(bench.code("read db:kring --query s.sql") ?? "none"))
    #expect(TestServer.shared?.sql("select count(*) from public.pc6") == "3\n")
  }

  @Test func `a question that takes too long is ended by the server`() throws {
    let bench = try Bench.kring(files: ["v.sql": "select 1 as a from pg_sleep(20)"])
    try bench.bench.set("db.timeout", to: 1)
    let start = ContinuousClock.now
    #expect(bench.code("read db:kring --query v.sql") == "db.timeout")
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `a table that somebody else holds is not waited for`() throws {
    let server = try #require(TestServer.shared)
    let holder = try #require(
      LiveProcess(
        "/bin/sh", ["-c", "exec psql -h \(server.folder) -U postgres -d kring -X -q -t -A"],
        environment: ["PATH": "/usr/bin:/bin"]))
    holder.send("begin; lock table public.vast; select 'held';\n")
    #expect(holder.lines(atLeast: 1) == ["held"])
    let start = ContinuousClock.now
    #expect(try Bench.kring().code("read db:kring/public.vast") == "db.locked")
    #expect(ContinuousClock.now - start < .seconds(5))
    holder.send("rollback;\n")
    holder.end()
  }

  @Test(arguments: [
    "select * from zorg.mensen where bsn = '123456782'", "select * from zorg.mensen where bsn=123456782",
    "select * from zorg.mensen where bsn in (1, 123456782)", "select * from zorg.mensen where mail = 'jan@example.nl'",
    "select 'x' as a where 'NL91ABNA0417164300' = 'b'",
  ])
  func `a question that names a person is not put, and not repeated`(sql: String) throws {
    let error = try ask(sql).error
    #expect(error?.code == "personal.found")
    #expect(!"\(String(describing: error))".contains("123456782") && !"\(String(describing: error))".contains("jan@"))
  }

  @Test func `amounts, postcodes and years are no persons`() throws {
    let sql = "select 1 as a where 1 < 123456782 and '1234AB' = '1234AB' and 2024 = 2024 and 10 - 123456782 < 0"
    #expect(try ask(sql).sheet == ["a", "1"])
    #expect(QueryWords.guarded(in: "a='b''c' and d=12 and e > 3 and f in (4,'5')") == ["b", "c", "12", "4", "5"])
  }
}
