import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

@Suite(.serialized, .enabled(if: TestServer.isThere)) struct PlanTests {
  private func plan(_ tail: String, _ flags: String = "") throws -> Output {
    try Bench.kring(flags, files: ["a.csv": "x\n1\n"]).bench.run("read db:kring/public.lastig \(tail) | plan")
  }

  @Test func `a plan says of each stage where it is done and why`() throws {
    let all = try plan("| where i > 2 | select i t | group t")
    #expect(all.texts("stage") == ["where i > 2", "select i t", "group t"])
    #expect(all.texts("where") == ["in de database", "in de database", "in de database"])
    #expect(all.words(.en).contains("Everything is done in the database"))
    let some = try plan("| where d + 0.2 = 0.3 | group t")
    #expect(some.texts("in_database") == ["false", "false"])
    #expect(some.texts("reason")[0].contains("het laatste cijfer kan verschillen"))
    #expect(some.texts("reason")[1] == "komt na een stap die hier gebeurt")
    #expect(try plan("| describe").texts("reason")[0] == "dit soort stap kan alleen hier")
    #expect(try plan("| derive x = 1 | top 2").texts("in_database") == ["true", "true"])
    #expect(try plan("| sort t").texts("reason")[0].contains("buiten ASCII"))
    #expect(try plan("| group b --mean c --weight s").texts("in_database") == ["true"])
    #expect(try plan("| group b --mean d --weight s").texts("reason")[0].contains("het laatste cijfer kan verschillen"))
    #expect(try plan("| group b --sum c --weight s").texts("reason")[0] == "er is geen gemiddelde om te wegen")
    #expect(try plan("| where t ~ 'a'").texts("reason")[0].contains("buiten ASCII"))
    #expect(try plan("| top 3 | where i > 2").texts("reason")[1].contains("eerste rijen"))
    #expect(try plan("| where x > 2").texts("reason")[0] == "er is geen kolom 'x'")
    #expect(try plan("| group t", "--microdata").texts("reason")[0].contains("personen"))
    #expect(try plan("--drop c | where i > 2").texts("reason")[0].contains("blijven kolommen weg"))
  }

  @Test func `it shows the question, and what the server thinks of it, and runs nothing`() throws {
    let output = try Bench.kring().bench.run("read db:kring/public.miljoen | where nr = 5 | select jaar | plan")
    let sql = output.blocks.compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(sql.count == 1 && sql[0].hasPrefix(#"select q."jaar" from (select * from "public"."miljoen" as q where"#))
    #expect(output.fact("estimated_rows") ?? 0 > 0)
    #expect(output.blocks.contains { if case .table(let table) = $0 { table.column("step") != nil } else { false } })
    let grouped = try Bench.kring().bench.run("read db:kring/public.miljoen | group jaar --sum waarde | plan")
    #expect(grouped.words.contains("Alles gebeurt in de database"))
    let large = try Bench.kring()
    try large.bench.set("db.cells", to: 1000)
    #expect(try large.bench.run("read db:kring/public.miljoen | plan").fact("estimated_rows") == 1_000_000)
    #expect(try large.bench.result("read db:kring/public.pc6 | plan")?.provenance.sources.isEmpty == true)
  }

  @Test func `of a file everything is done here, and a plan stands at the end`() throws {
    let bench = try Bench(files: ["a.csv": "x\n1\n"])
    let output = try bench.bench.run("read a.csv | where x > 0 | group x | plan")
    #expect(output.words.contains("alles gebeurt hier"))
    #expect(output.texts("where") == ["hier", "hier"])
    #expect(bench.code("read a.csv | plan | count") == "plan.place")
    #expect(bench.code("read a.csv | plan | plan") == "plan.place")
    #expect(bench.code("$t | plan") == "variable.unknown")
    try bench.bench.run("let t = read a.csv")
    #expect(bench.code("$t | plan") == "plan.place")
    #expect(bench.code("read db:nergens/public.x | plan") == "db.unknown")
    #expect(bench.code("read a.csv | wher x | plan") == "command.unknown")
  }

  @Test func `of several servers it says which are asked`() throws {
    let bench = try Bench("db add land --service deel1,deel2,deel3 --partition id")
    let output = try bench.bench.run("read db:land/public.veel | group h --sum d | plan")
    #expect(output.words.contains("tegelijk naar 3 servers: deel1, deel2, deel3"))
    #expect(output.texts("in_database") == ["true"])
    #expect(try bench.bench.run("read db:land/public.veel | top 3 | plan").fact("estimated_rows") == 3)
  }

  @Test func `what a server would do holds none of its words`() throws {
    let output = try Bench.kring().bench.run("read db:kring/public.pc6 | where pc6 = '1234AB' | plan")
    let steps = output.blocks.compactMap { if case .table(let table) = $0 { table.column("step")?.texts } else { nil } }
    #expect(steps.joined().allSatisfy { $0?.contains("1234AB") != true })
  }
}
