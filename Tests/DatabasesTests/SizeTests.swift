import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

@Suite(.serialized, .enabled(if: TestServer.isThere)) struct SizeTests {
  private static var resident: Int {
    guard let file = fopen("/proc/self/statm", "re") else { return 0 }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = fread(&bytes, 1, bytes.count, file)
    let words = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
    return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * 4096
  }

  @Test func `a million rows stream in, and what is kept of each is bounded`() throws {
    let link = try openLink("kring")
    let before = Self.resident
    let start = ContinuousClock.now
    let plan = try FetchPlan(
      "public.miljoen", called: "miljoen", texts: [], key: ["nr"], saysOrder: false, through: link)
    let table = try TableFetch(servers: Servers([link]), plan: plan, limit: 5_000_000).run().table
    let time = ContinuousClock.now - start
    let perRow = Double(Self.resident - before) / 1e6
    print("a million rows of 4: \(time), \(perRow) bytes a row more")
    #expect(table.rowCount == 1_000_000)
    #expect(table.column("nr")?.numbers?.last == 1_000_000)
    #expect(table.column("code")?.texts?.last == "PC0000000001000000")
    #expect(table.column("waarde")?.numbers?[6] == 1)
    // 8 + 8 + 8 for numbers, 16 and a piece of the heap of 18 letters for the text, and room that arrays grow by.
    #expect(perRow < 250)
  }

  @Test func `too many cells are refused before they come, and where the server guesses wrong while they come`() throws
  {
    let bench = try Bench.kring(
      files: [
        "klein.sql": "select * from public.miljoen limit 10",
        "fout.sql": "select * from generate_series(1, 100000) i",
      ])
    try bench.bench.set("db.cells", to: 10_000)
    let start = ContinuousClock.now
    let error = bench.bench.error("read db:kring/public.miljoen")
    #expect(error?.code == "db.toolarge" && error?.message.nl.contains("1.000.000 rijen van 4") == true)
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(try bench.sheet("read db:kring --query klein.sql").count == 11)
    #expect(bench.code("read db:kring --query fout.sql") == "db.toolarge")
    // Thought of as 2,550 rows, and in truth 4,000.
    try bench.bench.set("db.cells", to: 3_000)
    #expect(bench.code("read db:kring/public.onbekend_groot") == "db.toolarge")
    try bench.bench.set("db.cells", to: 4_000)
    #expect(try bench.sheet("read db:kring/public.onbekend_groot").count == 4001)
  }

  @Test func `the digest is the same over runs, and another where anything differs`() throws {
    func digest(_ sql: String) throws -> String {
      let result = try Bench.kring(files: ["v.sql": sql]).bench.result("read db:kring --query v.sql")
      return result?.provenance.inputs.first { $0.path.hasPrefix("db:") }?.sha256 ?? ""
    }
    let one = try digest("select * from public.soorten")
    #expect(one.count == 64)
    #expect(try digest("select  *  from public.soorten") == one)
    #expect(try digest("select * from public.soorten where nr > 0") != one)
    #expect(try digest("select 0::float8 as a") != digest("select '-0'::float8 as a"))
    #expect(try digest("select '1'::text as a") != digest("select 1::int as a"))
    #expect(try digest("select ''::text as a") != digest("select null::text as a"))
    #expect(try digest("select e'a\\tb' as a, 'c' as b") != digest("select 'a' as a, e'b\\tc' as b"))
    let table = Table(columns: [
      .numbers("n", [1, .nan, 0.5]), .texts("t", ["a\"", nil, "é"]), Column("b", .booleans([true, false, nil])),
    ])
    // number:"n" TAB text:"t" TAB boolean:"b", then 1 TAB "a\"" TAB true, and so on; by sha256sum.
    #expect(
      try OutcomeDigest.of(table) {} == SizeTests.published)
  }

  private static let published: String = {
    let text = "number:\"n\"\ttext:\"t\"\tboolean:\"b\"\n1\t\"a\\\"\"\ttrue\n\t\tfalse\n0.5\t\"é\"\t\n"
    return ChildProcess.run("/usr/bin/sha256sum", input: text).output.split(separator: " ").first.map(String.init) ?? ""
  }()
}
