import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

/// Groups that are made in the database are what they are here.
@Suite(.serialized, .enabled(if: TestServer.isThere)) struct GroupTests {
  @Test(arguments: ["veel", "veel_los"])
  func `random lines with groups give the same rows, order, bits and remarks, done there or here`(table: String) throws
  {
    let bench = try Bench.kring().bench
    try bench.run("let t = read db:kring/public.\(table)")
    var random = RandomPipeline(generator: SeededGenerator(table == "veel" ? 5 : 6))
    var (stages, pushed, groups, unsettled) = (0, 0, 0, 0)
    for _ in 0..<400 {
      let line = random.line()
      let tail = line.joined(separator: " | ")
      let there: Output
      do { there = try bench.run("read db:kring/public.\(table) | \(tail)") } catch let error as Diagnostic {
        #expect(bench.error("$t | \(tail)")?.code == error.code, "\(tail): \(error)")
        continue
      }
      let here = try bench.run("$t | \(tail)")
      if isUnsettled(there) {
        unsettled += 1
        // The first three of another order are other rows.
        if line.last?.hasPrefix("top") != true { #expect(rows(there) == rows(here), "\(tail)") }
      } else {
        #expect(bits(there) == bits(here), "\(tail)")
      }
      #expect(remarks(there) == remarks(here), "\(tail)")
      stages += line.count
      pushed += done(there)
      if line.contains(where: { $0.hasPrefix("group") || $0 == "count" }), done(there) > 0 { groups += 1 }
    }
    print("\(table): \(stages) stages, \(pushed) in the database, \(groups) lines with groups, \(unsettled) unsettled")
    #expect(groups > 100)
  }

  @Test func `sums do not depend on the order, and noughts have no sign`() throws {
    let sql = "select * from (values (1, 1e16::float8), (2, 1), (3, -1e16), (4, 1)) v(i, x)"
    let bench = try Bench.kring(files: ["v.sql": sql, "n.csv": "a,x\n1,-0\n1,0\n2,0\n2,-0\n"])
    #expect(
      try bench.sheet("read db:kring --query v.sql | derive a = 1 | group a --sum x --mean x")
        == ["a sum_x mean_x", "1 2 0.5"])
    let noughts = try bench.bench.run("read n.csv | group a --min x --max x --sum x")
    for name in ["min_x", "max_x", "sum_x"] { #expect(noughts.numbers(name).allSatisfy { $0.sign == .plus }) }
  }

  @Test func `what a group asks of the server is what it needs, and it says so`() throws {
    let bench = try Bench.kring()
    let output = try bench.bench.run("read db:kring/public.pc6 | group jaar --sum waarde --mean waarde --count pc6")
    #expect(
      try bench.sheet("read db:kring/public.pc6 | group jaar --sum waarde --mean waarde --count pc6")
        == ["jaar sum_waarde mean_waarde count_pc6", "2024 2.5 2.5 2", "2023 1.5 1.5 1"])
    #expect(done(output) == 1)
    #expect(output.words.contains("'sum_waarde' laat 1 ontbrekende waarde weg"))
    let source = try bench.bench.result("read db:kring/public.pc6 | group jaar")?.provenance.sources.first
    #expect(
      source?.place?.hasSuffix(
        #"select q."jaar", pg_catalog.count(*) from "public"."pc6" as q group by q."jaar" "#
          + #"order by pg_catalog.min(q."pc6"), q."jaar""#) == true, "\(source?.place ?? "")")
    #expect(try bench.bench.run("read db:kring/public.miljoen | count").fact("count") == 1_000_000)
    #expect(done(try bench.bench.run("read db:kring/public.miljoen | where jaar = 2003 | count")) == 2)
  }

  @Test func `groups of a table that is too large to read are counted there`() throws {
    let bench = try Bench.kring()
    try bench.bench.set("db.cells", to: 4_000)
    let output = try bench.bench.run("read db:kring/public.miljoen | group jaar --count nr --max waarde")
    #expect(output.table?.rowCount == 20 && output.numbers("count_nr").allSatisfy { $0 == 50_000 })
    #expect(bench.code("read db:kring/public.miljoen | group nr") == "db.toolarge")
  }

  @Test func `groups whose first rows stand at one place are set in an order that is told`() throws {
    let bench = try Bench.kring(files: [
      "v.sql": "select * from (values (1, 'y', 'p'), (1, 'x', 'q'), (0, 'z', 'r')) v(a, b, c)"
    ])
    let output = try bench.bench.run("read db:kring --query v.sql | group c --sum a")
    #expect(output.texts("c") == ["r", "p", "q"] && done(output) == 1)
    #expect(output.words.contains("staat niet vast; die groepen staan op volgorde van c"))
    // A question with an order of its own is grouped here, by its first rows.
    let ordered = try Bench.kring(files: ["v.sql": "select * from (values (2, 'b'), (1, 'a')) v(a, b) order by a desc"])
    let own = try ordered.bench.run("read db:kring --query v.sql | group b")
    #expect(own.texts("b") == ["b", "a"] && done(own) == 0)
  }

  @Test func `areas that lie within each other are counted here, everybody once`() throws {
    let bench = try Bench.kring()
    let line = "read db:kring/public.gebieden | group gm --sum inwoners"
    let output = try bench.bench.run(line)
    #expect(done(output) == 0 && output.words.contains("telt ieder één keer"))
    #expect(try bench.sheet(line) == ["gm sum_inwoners", "GM0344 100", "GM0363 50"])
    // Of one level nobody counts twice.
    #expect(
      done(try bench.bench.run("read db:kring/public.gebieden | select gm inwoners | group gm --sum inwoners")) == 2)
    #expect(done(try bench.bench.run("read db:kring/public.gebieden | group gm --max inwoners")) == 1)
    #expect(
      done(try bench.bench.run("read db:kring/public.gebieden | select gm eenzaam_28 | group gm --mean eenzaam_28"))
        == 1)
    #expect(
      try bench.bench.run("read db:kring/public.gebieden | where code ~ 'WK' | group gm --mean eenzaam_28").words
        .contains(
          "telt elke rij even zwaar"))
  }

  @Test func `a mistake in a group is told without a row`() throws {
    let bench = try Bench.kring()
    try bench.bench.set("db.cells", to: 4_000)
    #expect(bench.code("read db:kring/public.miljoen | group jaren") == "column.unknown")
    #expect(bench.code("read db:kring/public.miljoen | group jaar --sum code") == "column.type")
    #expect(bench.code("read db:kring/public.miljoen | where jaren = 3") == "column.unknown")
    #expect(bench.code("read db:kring/public.miljoen | select jaren") == "column.unknown")
    #expect(bench.code("read db:kring/public.reuzen | group nr --sum groot") == "db.whole")
  }

  @Test func `numbers whose digits the server writes otherwise are added up here`() throws {
    let output = try Bench.kring().bench.run("read db:kring/public.veel | group h --sum f")
    #expect(done(output) == 0)
    #expect(output.words.contains("de groepen zijn toch hier gemaakt: een getal kan te groot worden"))
    #expect(output.numbers("sum_f").count == 4)
  }

  @Test func `what is said of persons stays true of groups`() throws {
    let bench = try Bench.kring()
    #expect(bench.code("read db:kring/public.burgers | group naam") == "personal.found")
    #expect(done(try bench.bench.run("read db:kring/public.veel --persons yes | group h --sum d")) == 0)
    #expect(try bench.sheet("read db:kring/zorg.mensen --persons yes | group wijk") == ["wijk count", "A 12", "B <5"])
  }

  @Test func `areas that lie within each other are seen behind blanks that do not break, and counted here`() throws {
    let bench = try Bench.kring()
    let output = try bench.bench.run("read db:kring/public.nbsp | group jaar --sum inw")
    #expect(output.numbers("sum_inw") == [10] && output.words.contains("telt ieder één keer"))
  }

  @Test func `a day without end is no number, as it is none here`() throws {
    let bench = try Bench.kring()
    #expect(
      bench.code("read db:kring/public.eindeloos | group naam --max tot")
        == bench.code("read db:kring/public.eindeloos | derive x = 1 | group naam --max tot"))
    #expect(bench.code("read db:kring/public.eindeloos | group naam --max tot") != nil)
  }
}

/// Of rows that are persons only figures come out.
@Suite(.serialized, .enabled(if: TestServer.isThere)) struct MicrodataTests {
  @Test(arguments: [
    "read db:kring/zorg.mensen", "read db:kring/zorg.mensen | top 3", "read db:kring/zorg.mensen | describe",
    "read db:kring/zorg.mensen | where zorg | select wijk", "let t = read db:kring/zorg.mensen",
    "read db:kring/zorg.mensen | sort wijk", "read db:kring/zorg.mensen | group wijk --max zorgen",
  ])
  func `no row comes out`(line: String) throws {
    let code = try Bench.kring("--microdata").code(line)
    #expect(code == "privacy.rows" || code == "column.unknown" && line.contains("zorgen"))
  }

  @Test func `groups under ten are held back, and how many are few can be set`() throws {
    let bench = try Bench.kring("--microdata")
    #expect(try bench.sheet("read db:kring/zorg.mensen | group wijk") == ["wijk count", "A 12"])
    #expect(
      try bench.bench.run("read db:kring/zorg.mensen | where zorg | group wijk").words.contains(
        "minder dan 10 personen"))
    try bench.bench.set("db.small", to: 13)
    #expect(try bench.sheet("read db:kring/zorg.mensen | derive x = 1 | group wijk") == ["wijk count"])
    try bench.bench.set("db.small", to: 5)
    #expect(try bench.sheet("read db:kring/zorg.mensen | group wijk") == ["wijk count", "A 12"])
  }

  @Test
  func `what a group of few is called does not come out either, as a row, a column or a key that is all there is`()
    throws
  {
    let bench = try Bench.kring("--microdata")
    let told = try bench.bench.run("read db:kring/zorg.mensen | group wijk")
    #expect(told.words.contains("1 groep van minder dan 10 personen is weggelaten"))
    #expect(try bench.sheet("read db:kring/zorg.mensen | group wijk | select wijk") == ["wijk", "A"])
  }

  @Test func `a pivot has a figure in each cell, and no row or column of few`() throws {
    let bench = try Bench.kring("--microdata")
    #expect(bench.code("read db:kring/zorg.mensen | derive x = 1 | pivot wijk --values x") == "privacy.rows")
    #expect(
      try bench.sheet(
        "read db:kring/zorg.mensen | derive x = 1 | derive y = 1 | pivot wijk --values x --rows y --using count") == [
          "y A", "1 12",
        ])
  }

  @Test func `a question in SQL is none to persons, and what was shown counts in whatever form they are asked for`()
    throws
  {
    let bench = try Bench.kring("--microdata", files: ["q.sql": "select 1 as n"])
    #expect(bench.code("read db:kring --query q.sql") == "db.microdata")
    #expect(try bench.bench.run("read db:kring/zorg.mensen | where wijk = 'A' | count").fact("count") == 12)
    let texts = try bench.bench.run("read db:kring/zorg.mensen --text wijk | count")
    #expect(texts.facts["count"]?.number == nil && texts.words.contains("achtergehouden"))
  }

  @Test func `what would follow from several lines is held back`() throws {
    let bench = try Bench.kring("--microdata")
    #expect(try bench.bench.run("read db:kring/zorg.mensen | where wijk = 'A' | count").fact("count") == 12)
    // Fifteen less twelve is three.
    let all = try bench.bench.run("read db:kring/zorg.mensen | count")
    #expect(all.facts["count"]?.number == nil && all.words.contains("achtergehouden"))
  }

  @Test func `the highest value of a group is that of one person`() throws {
    let error = try Bench.kring("--microdata").bench.error(
      "read db:kring/zorg.mensen | derive x = 1 | group wijk --max x")
    #expect(error?.code == "privacy.rows")
  }
}
