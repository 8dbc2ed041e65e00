import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

/// Estimates, benchmarks and ranks of small areas out of a database: only what is asked comes, and it is what a file gives.
@Suite(.serialized, .enabled(if: TestServer.isThere)) struct SmallAreaDatabaseTests {
  private static let lines = [
    "wzw estimate --from T --in GM0164 --year 2024 --indicator eenzaam",
    "wzw estimate --from T --in 164 --year 2023 --indicator roken --kind rate",
    "wzw estimate --from T --in WK016402 --year 2024 --indicator eenzaam",
    "wzw estimate 7550AA 7551 BA 7559ca --from T --year 2023 --indicator eenzaam",
    "wzw estimate --from T --in GM0164 --year 2024 --indicator eenzaam --where wijk=WK016403",
    "wzw benchmark 7550BA --from T --year 2024 --indicator eenzaam",
    "wzw benchmark 7550BA --from T --year 2024 --indicator eenzaam --with nederland",
    "wzw benchmark 7551BA --from T --year 2024 --indicator eenzaam --with GM0363,7552CA",
    "wzw benchmark 7550BA --from T --year 2024 --indicator roken --kind rate",
    "wzw benchmark '7550 ba' --from T --year 2024 --indicator roken --kind rate --with WK016401",
    "wzw rank eenzaam --from T --in GM0164 --year 2024 --draws 200",
    "wzw rank eenzaam --from T --in GM0164 --year 2024 --draws 200 --show persons --lowest",
    "wzw rank roken --from T --in GM0363 --year 2024 --kind rate --mark 7555BA",
  ]

  @Test(arguments: lines) func `the answer is that of a file with the same rows, to the last digit`(line: String) throws
  {
    let bench = try SmallBench(files: ["klein.csv": SmallBench.csv("klein")])
    let here = try bench.told(line.replacing("T", with: "klein.csv", maxReplacements: 1))
    // What was shown before would hold back more.
    let there = try SmallBench().told(line.replacing("T", with: "db:kring/public.klein", maxReplacements: 1))
    #expect(there == here && here.count > 8)
  }

  @Test func `only the rows and columns that are asked for come, and why says how they were asked`() throws {
    let bench = try SmallBench().bench
    try bench.set("db.cells", to: 1000)
    // All of it would be 1200 rows of seven.
    #expect(bench.error("read db:kring/public.klein")?.code == "db.toolarge")
    let line = "wzw estimate --from db:kring/public.klein --in GM0164 --year 2024 --indicator eenzaam"
    let result = try #require(try bench.result(line))
    #expect(result.output.table?.rowCount == 150 && done(result.output) == 2)
    let input = try #require(result.provenance.inputs.first { $0.path == "db:kring/public.klein" })
    #expect(input.rows == 150 && input.columns == ["pc6", "waarde", "inwoners"] && input.sha256.count == 64)
    let source = try #require(result.provenance.sources.first { $0.id == "db-kring" })
    #expect(source.publisher.hasPrefix("service kring, database kring, PostgreSQL 1"))
    let place = try #require(source.place)
    #expect(place.hasPrefix("snapshot ") && place.contains("; 150 × 3; "))
    for part in ["'GM0164'", "'2024'", "'eenzaam'", "where"] { #expect(place.contains(part), "\(place)") }
    #expect(!place.contains("select *") || place.contains("where"))
    // A benchmark takes the area itself, and then those of its municipality.
    let benchmark = try #require(
      try bench.result("wzw benchmark 7550BA --from db:kring/public.klein --year 2024 --indicator eenzaam"))
    let rows = benchmark.provenance.inputs.filter { $0.path == "db:kring/public.klein" }.compactMap(\.rows)
    #expect(rows.sorted() == [1, 150])
  }

  @Test func `stages behind it are done, none of them where the rows are`() throws {
    let bench = try SmallBench().bench
    let line = "wzw estimate --from db:kring/public.klein --in WK016401 --year 2024 --indicator eenzaam"
    #expect(try bench.run("\(line) | top 3").table?.rowCount == 3)
    #expect(try bench.run("\(line) | where population > 40 | count").fact("count") == 6)
  }

  @Test func `what is not there is told`() throws {
    let bench = try SmallBench().bench
    func code(_ tail: String) -> String? { bench.error("wzw estimate --from db:kring/public.klein \(tail)")?.code }
    #expect(code("--in GM9999 --year 2024 --indicator eenzaam") == "small.none")
    #expect(code("7550ZZ --year 2024 --indicator eenzaam") == "small.none")
    #expect(code("7550AA 7550ZZ --year 2024 --indicator eenzaam") == "area.unknown")
    #expect(code("7555AA --in GM0164 --year 2024 --indicator eenzaam") == "small.none")
    let year = bench.error("wzw estimate --from db:kring/public.klein --in GM0164 --year 2030 --indicator eenzaam")
    #expect(year?.code == "year.unknown" && year?.wayOut?.nl == "er is 2023, 2024")
    let missing = bench.error("wzw estimate --from db:kring/public.klein --in GM0164 --indicator eenzaam")
    #expect(missing?.code == "argument.missing" && missing?.suggestion == "--year 2024")
    let figure = bench.error("wzw rank eenzam --from db:kring/public.klein --in GM0164 --year 2024")
    #expect(figure?.code == "indicator.unknown" && figure?.suggestion == "eenzaam")
    #expect(code("--year 2024 --indicator eenzaam") == "argument.missing")
    #expect(code("--in GM0164 --year 2024 --indicator eenzaam --column mensen=zielen") == "column.unknown")
    #expect(code("--in GM0164 --year 2024 --indicator eenzaam --column ziel=inwoners") == "small.role")
    #expect(code("--in BU01640101 --year 2024 --indicator eenzaam") == "small.column")
    #expect(code("--in GM0164 --year 2024 --indicator eenzaam --age 65+") == "argument.clash")
    #expect(code("--in GM0164 --year 2024 --indicator roken") == "small.value")
    #expect(bench.error("wzw estimate --from db:kring/public.nbsp --in GM0164 --year 2024")?.code == "small.column")
    #expect(bench.error("wzw estimate 7550AA --kind rate")?.code == "argument.missing")
    #expect(bench.error("wzw estimate --from db:nergens/public.klein --in GM0164")?.code == "db.unknown")
  }

  @Test func `figures that the table holds back stay so, small ones are held back, and parts are not added up`() throws
  {
    let bench = try SmallBench(files: ["t.csv": SmallBench.csv("klein_tekst")])
    let tail = "--in GM0164 --year 2024 --indicator ziek --where sekse=totaal"
    let output = try bench.bench.run("wzw estimate --from db:kring/public.klein_tekst \(tail)")
    let estimate = try #require(output.table?.column("estimate"))
    #expect(output.texts("area") == ["7550AA", "7550AB", "7550AC", "7550AD", "7550AE", "7550AF"])
    #expect(estimate.numbers?.map { $0.isNaN ? -1 : $0 } == [12, -1, -1, -1, -1, -1])
    #expect(estimate.withheld == [1: "<5", 2: "x", 3: "<5", 5: "<5"])
    #expect(output.table?.column("rate")?.withheld.count == 4)
    #expect(output.words.contains("2 aantallen onder 5 zijn achtergehouden"))
    let twice = bench.bench.error(
      "wzw estimate --from db:kring/public.klein_tekst --in GM0164 --year 2024 --indicator ziek")
    #expect(twice?.code == "small.repeated" && twice?.wayOut?.nl.contains("sekse") == true)
    let ranked = try bench.bench.run(
      "wzw rank ziek --from db:kring/public.klein_tekst --in GM0164 --year 2024 --where sekse=totaal")
    #expect(ranked.numbers("rank").filter { !$0.isNaN } == [1])
    #expect(ranked.words.contains("wat is achtergehouden, krijgt geen plaats: 4 van 6 gebieden"))
  }

  @Test func `rows that are persons are no small areas`() throws {
    let bench = try SmallBench("--microdata").bench
    for line in [
      "wzw estimate --from db:kring/public.klein --in GM0164 --year 2024 --indicator eenzaam",
      "wzw rank eenzaam --from db:kring/public.klein --in GM0164 --year 2024",
      "wzw benchmark 7550BA --from db:kring/public.klein --year 2024 --indicator eenzaam",
    ] { #expect(bench.error(line)?.code == "privacy.rows") }
    #expect(bench.error("wzw estimate --from db:kring/public.burgers --in GM0164 --indicator naam")?.code != nil)
  }

  @Test func `a table that is divided over servers is asked on all of them`() throws {
    let bench = try SmallBench().bench
    try bench.run("db add land --service deel1,deel2,deel3 --partition id")
    // Of these 600 rows each stands on one of three.
    let tail = "--column gebied=id,waarde=h,mensen=id,in=code --in 1000AA --indicator h"
    let line = "wzw estimate --from db:SERVER/public.veel \(tail) | select area estimate"
    #expect(
      bits(try bench.run(line.replacing("SERVER", with: "land")))
        == bits(try bench.run(line.replacing("SERVER", with: "kring"))))
  }
}
