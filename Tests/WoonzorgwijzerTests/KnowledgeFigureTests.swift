import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// The figures of the source, each literally.
@Suite struct KnowledgeFigureTests {
  private func rows(_ file: String, _ keys: String...) throws -> [JSON] {
    let whole = try KnowledgeBase.data(file)
    return keys.reduce(Optional(whole)) { $0?[$1] }?.array ?? []
  }

  @Test func `RIGO counted 111,275 people on 1 July 2013, and its packages add up to its totals`() throws {
    let packages = try rows("extramural", "rigo", "packages")
    #expect(
      packages.compactMap { $0["people"]?.int } == [
        4100, 14230, 25495, 8400, 1065, 7590, 10080, 695, 2140, 345, 635, 4610, 17405, 14485,
      ])
    var sums: [String: Int] = [:]
    for package in packages {
      let people = try #require(package["people"]?.int)
      sums[try #require(package["sector"]?.string), default: 0] += people
      sums["alle", default: 0] += people
    }
    #expect(sums == ["VV": 52225, "VG": 18735, "LG": 2835, "ZG": 345, "GGZ": 37135, "alle": 111275])
    for total in try rows("extramural", "rigo", "totals") {
      #expect(total["people"]?.int == sums[try #require(total["sector"]?.string)])
    }
  }

  @Test
  func `Tabel 1 and RIGO stay apart: half of VV4 in the one, a quarter in the other, no printed percentage of RIGO`()
    throws
  {
    let table1 = try rows("extramural", "table1", "rows")
    #expect(table1.compactMap { $0["people"]?.int } == [57700, 15100, 5100, 77900])
    #expect(table1.compactMap { $0["share_of_capacity"]?.number } == [0.38, 0.19, 0.18, 0.3])
    let half = table1[0]["packages"]?.array?.last
    #expect(half?["package"] == "VV4" && half?["part"] == 0.5)
    let packages = try rows("extramural", "rigo", "packages")
    #expect(packages[3]["package"] == "VV04" && packages[3]["part"] == 0.25)
    #expect(packages.allSatisfy { $0["share"] == nil && $0["percentage"] == nil })
    let vv4 = try KnowledgeBase.data("extramural")["vv4"]
    #expect(vv4?["rigo"] == 0.25 && vv4?["table1"] == 0.5)
  }

  @Test func `the tempo: packages 1 and 2 in 2013, VV3 in 2014, half of VG3 in 2015, a quarter of VV4 in 2016`() throws
  {
    let kcwz = try rows("extramural", "tempo").filter { $0["table"] == "kcwz" }
    let shown = kcwz.map { row in
      "\(row["date"]?.string ?? "") \(row["sector"]?.string ?? "")\(row["package"]?.string ?? "") \(row["part"]?.number ?? 0)"
    }
    #expect(
      shown == [
        "2013-01-01 VV1 1.0", "2013-01-01 VV2 1.0", "2013-01-01 VG1 1.0", "2013-01-01 VG2 1.0", "2013-01-01 GGZ1 1.0",
        "2013-01-01 GGZ2 1.0", "2014-01-01 VV3 1.0", "2015-01-01 VG3 0.5", "2016-01-01 VV4 0.25",
      ])
  }

  @Test func `capacity fell from 0.63 to 0.24 places per person over 80 between 1980 and 2010`() throws {
    let rows = try rows("ageing", "capacity")
    #expect(rows.compactMap { $0["year"]?.int } == [1980, 1985, 1990, 1995, 2000, 2005, 2010])
    #expect(rows.compactMap { $0["per_person"]?.number } == [0.63, 0.53, 0.45, 0.38, 0.34, 0.31, 0.24])
    #expect(rows.compactMap { $0["people_80_plus"]?.int } == [312, 371, 428, 476, 500, 548, 648].map { $0 * 1000 })
    for row in rows {
      let homes = try #require(row["care_homes"]?.int)
      let nursing = try #require(row["nursing_homes"]?.int)
      let total = try #require(row["total"]?.number)
      #expect(Double(homes + nursing) == total)
      let people = try #require(row["people_80_plus"]?.number)
      let printed = try #require(row["per_person"]?.number)
      #expect(abs(total / people - printed) < 0.0051)
    }
  }

  @Test func `people over 75 double to 2.6 million in 2040, from no year that the source names`() throws {
    let growth = try #require(try rows("ageing", "growth").first)
    #expect(growth["people"] == 2_600_000 && growth["year"] == 2040 && growth["factor"] == 2)
    #expect(growth["base_year"] == .null)
  }

  @Test func `a woonservicegebied has seven blocks of hardware, eleven of software, and an organisation`() throws {
    let kinds = try rows("woonservicegebied", "blocks").compactMap { $0["kind"]?.string }
    #expect(kinds.count { $0 == "hardware" } == 7 && kinds.count { $0 == "software" } == 11)
    #expect(kinds.last == "organisation" && kinds.count == 19)
    let size = try KnowledgeBase.data("woonservicegebied")["definition"]?["inhabitants"]
    #expect(size == ["from": 5000, "to": 10000])
    #expect(try rows("woonservicegebied", "effects").count == 9)
    #expect(try rows("woonservicegebied", "conclusions").count == 7)
  }

  @Test func `five dilemmas, three scales, three priorities with a core question, ten projects in Berflo Es`() throws {
    #expect(try rows("agenda", "dilemmas").count == 5)
    #expect(try rows("agenda", "scales").compactMap { $0["id"]?.string } == ["client", "project", "area"])
    #expect(try rows("agenda", "priorities").count == 3)
    let cases = try rows("cases", "cases").map(CaseStudy.init(field:))
    #expect(cases.map(\.id) == ["berflo-es", "gwi-breda"])
    #expect(cases[0].projects.count == 10 && cases[0].projects.first == "Eet mee")
    #expect(cases[1].projects.isEmpty && cases[1].effects.isEmpty)
  }

  @Test func `each count stands in the line that it cites`() throws {
    guard let seed = KnowledgeBase.seed else { return }
    for file in ["extramural", "ageing"] {
      for (path, members) in KnowledgeBase.objects(try KnowledgeBase.data(file)) {
        guard let people = (members["people"] ?? members["people_80_plus"])?.number, people < 1_000_000,
          let source = members["source"], let citation = try? Citation(field: source), let cited = citation.lines
        else { continue }
        let shown = NumberText.fixed(people, decimals: 0, point: ",", thousands: ".")
        let plain = NumberText.fixed(people, decimals: 0)
        let lines = cited.map { seed[$0 - 1] }.joined(separator: " ")
        #expect(lines.contains(shown) || lines.contains(plain), "\(file) \(path): \(shown)")
      }
    }
  }
}
