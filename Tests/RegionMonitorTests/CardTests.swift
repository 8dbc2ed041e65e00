import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import RegionMonitor

/// Cards, what follows from them, and what is refused.
@Suite struct CardTests {
  @Test func `an empty monitor says that it is empty: everything may be 0 to 100 %`() throws {
    let bench = try RegionBench.make()
    let coverage = try bench.run("regio coverage")
    #expect(
      coverage.words.contains("Nog niets is ingevuld") && coverage.fact("filled") == 0 && coverage.fact("cells") == 920)
    let shares = zip(coverage.numbers("bound_low"), coverage.numbers("bound_high")).filter { !$0.0.isNaN }
    #expect(shares.count == 18)
    for share in shares { #expect(share.0 == 0 && share.1 == 1) }
    #expect(coverage.numbers("share").allSatisfy { $0.isNaN })
  }

  @Test func `what the plans of 2017 have of each condition stands beside it`() throws {
    let plans = try RegionBench.make().run("regio coverage --on conditions,parts").texts("plans")
    let most = "de meeste aandacht"
    #expect(Array(plans.prefix(7)) == [most, "minder aandacht", most, most, most, most, most])
    #expect(plans[7].contains("kwaliteit minder") && plans[8] == "in elk plan")
    #expect(Set(plans[9...12]).count == 1 && plans[13] == "")
  }

  @Test func `roles that differ are a conflict, and a conflict is no answer`() throws {
    let bench = try RegionBench.make([
      "regio condition breda 1 uitgewerkt --by gemeente", "regio condition breda 1 niet --by corporatie",
    ])
    let matrix = try bench.run("regio matrix conditions --region breda")
    #expect(matrix.matrices.first?.cells[0][0].mark == .conflict)
    #expect(matrix.tables.count == 2 && matrix.tables[1].column("1")?.texts == ["○", "●"])
    let coverage = try bench.run("regio coverage --on conditions --region breda")
    #expect(coverage.numbers("unknown").first == 1 && coverage.fact("conflicts") == 1)
    // One takes it back, and the other's answer stands.
    try bench.run("regio condition breda 1 intrekken --by corporatie")
    #expect(try bench.run("regio matrix conditions --region breda").matrices.first?.cells[0][0].mark == .present)
  }

  @Test(arguments: [
    ("8=uitgewerkt", "●"), ("8a=uitgewerkt", "?"), ("8a=uitgewerkt 8b=uitgewerkt", "●"), ("8a=uitgewerkt 8b=niet", "◐"),
    ("8a=niet", "◐"), ("8a=niet 8b=niet", "○"), ("8=uitgewerkt 8a=niet", "↯"), ("8=genoemd 8a=niet 8b=genoemd", "◐"),
    ("8=onbekend", "?"),
  ])
  func `the eighth condition is worked out when both halves are`(said: String, sign: String) throws {
    let bench = try RegionBench.make(["regio say breda \(said) --by gemeente"])
    #expect(try bench.run("regio matrix conditions --region breda").texts("8") == [sign])
  }

  @Test func `roles that differ on the whole of the eighth condition are a conflict, whatever is said of its halves`()
    throws
  {
    let bench = try RegionBench.make([
      "regio say breda 8=uitgewerkt 8a=uitgewerkt 8b=uitgewerkt --by gemeente",
      "regio say breda 8=niet --by corporatie",
    ])
    #expect(try bench.run("regio matrix conditions --region breda").texts("8") == ["↯"])
  }

  @Test func `partners heard for one of two is not heard for both`() throws {
    let bench = try RegionBench.make(["regio card breda partners ja --for bw --by gemeente"])
    func cell() throws -> [Double] {
      let coverage = try bench.run("regio coverage --on questions --region breda")
      return [coverage.numbers("yes")[2], coverage.numbers("no")[2], coverage.numbers("unknown")[2]]
    }
    #expect(try cell() == [0, 0, 1])
    try bench.run("regio card breda partners nee --for mo --by gemeente")
    #expect(try cell() == [0, 1, 0])
    try bench.run("regio card breda partners ja --for mo --by corporatie")
    #expect(try cell() == [0, 0, 1])
    try bench.run("regio card breda partners ja --for mo --by gemeente")
    #expect(try cell() == [1, 0, 0])
  }

  @Test func `what would tell most is asked first: where roles differ, then what divides`() throws {
    let bench = try RegionBench.make([
      "regio say almelo 1=uitgewerkt 2=uitgewerkt --by gemeente",
      "regio say breda 1=niet 2=uitgewerkt 3=niet --by gemeente",
      "regio say breda 3=genoemd --by corporatie",
    ])
    let coverage = try bench.run("regio coverage --on conditions --region almelo,breda,hoorn --ask 2")
    let asks = try #require(coverage.tables.last)
    #expect(asks.column("question")?.texts == ["3", "1"] && asks.column("region")?.texts == ["breda", "hoorn"])
  }

  @Test func `a table comes in whole or not at all`() throws {
    let good =
      "region,question,value,by\nbreda,1,uitgewerkt,gemeente\naltena,raden,ja,gemeente\nalmelo,part-2,genoemd,gemeente\n"
    let bench = try RegionBench.make(files: ["g.csv": good, "s.csv": good + "breda,9,niet,gemeente\n"])
    let error = bench.error("regio import s.csv")
    #expect(error?.code == "question.unknown" && error?.message.nl.hasPrefix("rij 4: ") == true)
    #expect(try bench.document("cards", of: "regionmonitor") == nil)
    let read = try bench.run("regio import g.csv")
    // Altena is Aalburg, Werkendam and Woudrichem of 2017, and that is said.
    #expect(read.table?.column("region")?.texts == ["breda", "breda", "almelo"])
    #expect(read.words.contains("'altena' was in 2017 Aalburg, Werkendam, Woudrichem"))
  }

  @Test(arguments: [
    ("regio show qqq", "region.unknown"), ("regio show bergen", "municipality.ambiguous"),
    ("regio condition meierijstad 1 niet --by gemeente", "municipality.twice"),
    ("regio condition vijfheerenlanden 1 niet --by gemeente", "municipality.twice"),
    ("regio condition breda 8c niet --by gemeente", "condition.unknown"),
    ("regio condition breda 0 niet --by gemeente", "condition.unknown"),
    ("regio condition breda 1 misschien --by gemeente", "argument.choice"),
    ("regio part breda 7 niet --by gemeente", "part.unknown"),
    ("regio card breda looptijd 2014-12-31 --by gemeente", "term.day"),
    ("regio card breda looptijd 2027-02-30 --by gemeente", "term.day"),
    ("regio card breda raden bezig --by gemeente", "answer.unknown"), ("regio define breda Goes", "region.taken"),
    ("regio define x Goes Goes", "municipality.repeated"), ("regio rank --on conditions --region breda", "rank.few"),
    ("opgave place 3.1.7 --complexity 6 --by gemeente", "argument.range"),
    ("opgave want 15 --by breda", "task.unknown"),
  ])
  func `what cannot be is refused with one error, and nothing is kept`(line: String, code: String) throws {
    let bench = try RegionBench.make()
    #expect(bench.error(line)?.code == code)
    #expect(bench.documents.isEmpty)
  }

  @Test func `a day in 2015 is a term, and a region is found by the old and the new name of a municipality`() throws {
    let bench = try RegionBench.make(["regio card breda looptijd 2015-01-01 --by gemeente"])
    #expect(try bench.run("regio show breda").tables.last?.column("said")?.texts == ["2015-01-01"])
    #expect(try bench.run("regio show weesp").texts("region").first == "hilversum")
    #expect(try bench.run("regio show 'den haag'").texts("region").first == "den-haag")
    #expect(try bench.run("regio show 'Zuid-Kennemerland, IJmond, Haarlemmermeer'").texts("region").first == "haarlem")
    #expect(try bench.run("regio show 'nuenen, gerwen en nederwetten'").texts("region").first == "eindhoven")
    #expect(bench.error("regio show almello")?.suggestion == "almelo")
  }

  @Test func `an own bridge says which part went where`() throws {
    let bench = try RegionBench.make(files: [
      "b.csv": "old,new,share\nHaaren,Boxtel,0.3\nHaaren,Oisterwijk,0.7\n",
      "x.csv": "old,new,share\nHaaren,Boxtel,0.3\n",
    ])
    let shown = try bench.run("regio show s-hertogenbosch --bridge b.csv")
    #expect(shown.texts("now").contains("Boxtel (30 %), Oisterwijk (70 %)"))
    #expect(bench.error("regio show s-hertogenbosch --bridge x.csv")?.code == "bridge.share")
  }

  @Test func `a region of the circle stands beside the 46 and not among them`() throws {
    let bench = try RegionBench.make([
      "regio define kust Zandvoort Bloemendaal", "regio say kust 1=uitgewerkt --by gemeente",
    ])
    #expect(try bench.run("regio list").table?.rowCount == 46)
    #expect(try bench.run("regio coverage --on conditions").numbers("yes").first == 0)
    #expect(try bench.run("regio coverage --on conditions --region kust").numbers("bound_low").first == 1)
  }
}
