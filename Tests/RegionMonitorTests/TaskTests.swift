import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import RegionMonitor

/// Tasks: the circle's table against the source, and who goes together.
@Suite struct TaskTests {
  @Test func `the table says where a task belongs, and what may still be while something is not said`() throws {
    let bench = try RegionBench.make()
    func place(_ flags: String) throws -> [String] {
      let placed = try bench.run("opgave place 3.1.12 \(flags) --by gemeente")
      return [placed.texts("circle").first ?? "", placed.texts("possibly").first ?? ""]
    }
    #expect(try place("--influence 1 --law ja") == ["landelijk", "bovenregionaal"])
    #expect(try place("--complexity 5 --players 4 --started nee") == ["bovenregionaal; landelijk", ""])
    #expect(try place("--started ja") == ["landelijk", ""])
    #expect(try place("--influence 3") == ["", ""])
    #expect(try bench.run("opgave place 3.1.12").words.contains("Geen regel"))
  }

  @Test func `the limits of the table are where they are said to be`() throws {
    let bench = try RegionBench.make([
      "opgave place 1 --complexity 4 --players 4 --started nee --tailoring 4 --influence 4 --law ja --by a"
    ])
    #expect(try bench.run("opgave place 1").texts("circle") == ["lokaal en regionaal; bovenregionaal"])
    try bench.run("opgave place 1 --complexity 3 --tailoring 3 --by a")
    #expect(try bench.run("opgave place 1").texts("circle") == [""])
    try bench.run("opgave place 1 --influence 2 --by a")
    #expect(try bench.run("opgave place 1").texts("circle") == ["landelijk"])
  }

  @Test func `hits, misses and what is extra, against the 21`() throws {
    let bench = try RegionBench.make()
    let empty = try bench.run("opgave place --check")
    #expect(empty.fact("placements") == 21 && empty.fact("unjudged") == 21 && empty.fact("hits") == 0)
    // 3.1.7 is supra-regional only, 3.1.5 on none, 3.1.4 local and national.
    let all = "--complexity 5 --players 5 --started nee --tailoring 1 --influence 3 --law nee --by gemeente"
    for task in ["7", "5", "4"] { try bench.run("opgave place \(task) \(all)") }
    let check = try bench.run("opgave place --check")
    #expect(
      check.fact("hits") == 1 && check.fact("misses") == 2 && check.fact("extra") == 2 && check.fact("unjudged") == 18)
    let sums = ["hits", "misses", "open", "unjudged"].compactMap { check.fact($0) }.reduce(0, +)
    #expect(sums == 21)
  }

  @Test func `of several roles the lower median counts, and yes and no is not known`() throws {
    let bench = try RegionBench.make([
      "opgave place 7 --influence 1 --law ja --by a", "opgave place 7 --influence 5 --law ja --by b",
    ])
    #expect(try bench.run("opgave place 7").texts("circle") == ["landelijk"])
    try bench.run("opgave place 7 --law nee --by b")
    let open = try bench.run("opgave place 7")
    #expect(open.texts("circle") == [""] && open.texts("possibly").first?.contains("landelijk") == true)
  }

  @Test func `the table goes out, comes back and can be another`() throws {
    let bench = try RegionBench.make(["opgave rules t.json", "opgave place 7 --influence 2 --law ja --by a"])
    #expect(try bench.run("opgave place 7 --rules t.json").texts("circle") == ["landelijk"])
    let text = try bench.text(of: "t.json")
    bench.file("u.json", text.replacing("<= 2", with: "<= 1"))
    #expect(try bench.run("opgave place 7 --rules u.json").texts("circle") == [""])
    bench.file("v.json", text.replacing("\"scale\"", with: "\"plek\"").replacing("\"schaal\"", with: "\"plek\""))
    #expect(bench.error("opgave place 7 --rules v.json")?.code == "rules.scale")
    bench.file("w.json", "{\"name\": \"x\"}")
    bench.file("rows.csv", "a,b\n1,2\n")
    for file in ["w.json", "rows.csv"] { #expect(bench.error("opgave place 7 --rules \(file)")?.code == "rules.json") }
    bench.file("p.json", text.replacing("\"schaal\"", with: "\"jan@example.nl\""))
    #expect(bench.error("opgave place 7 --rules p.json")?.code == "personal.found")
  }

  @Test func `who wants what, the largest group first, and it is offered`() throws {
    let bench = try RegionBench.make([
      "opgave want 7 3 --region almelo,breda,hoorn,ede,gouda --by gemeente",
      "opgave want 2 --region almelo,breda --by gemeente",
      "opgave want 13 --by utrecht",
    ])
    let agenda = try bench.run("opgave agenda --min 2 --offer")
    #expect(agenda.words.hasPrefix("5 regio's delen: "))
    #expect(
      agenda.texts("regions") == ["almelo, breda, ede, gouda, hoorn"]
        || agenda.texts("regions").first?.split(separator: ",").count == 5)
    #expect(agenda.texts("tasks") == ["3.1.3, 3.1.7"])
    #expect(try bench.run("opgave agenda --min 3").texts("tasks") == ["3.1.2, 3.1.3, 3.1.7"])
    let offered = try #require(try bench.table("regio.tasks"))
    #expect(offered.columnNames == ["task", "domain", "level", "scale", "question", "regions"])
    let regions = zip(offered.column("task")?.texts ?? [], offered.column("regions")?.numbers ?? [])
    #expect(regions.filter { $0.0 == "3.1.7" }.allSatisfy { $0.1 == 5 })
    try bench.run("opgave want 13 --by utrecht --drop")
    #expect(try bench.run("opgave agenda").tables.last?.rowCount == 3)
  }
}
