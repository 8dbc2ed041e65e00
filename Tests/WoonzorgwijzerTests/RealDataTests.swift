import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// The files of CBS and RIVM themselves, where they lie beside the project.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct RealDataTests {
  private let data = Places.realData ?? ""

  private func hengelo() throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0164")
    try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv' --year 2020 --only GM0164")
    return bench
  }

  @Test func `Hengelo out of the national file: 73 areas, 18.237 skipped, five empty columns`() throws {
    let output = try Workbench().run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0164")
    #expect(
      output.words.contains(
        "gelezen 73 gebieden: 1 gemeente, 10 wijken, 62 buurten · overgeslagen 18.237 (niet GM0164)"))
    #expect(output.words.contains("5 kolommen zijn voor deze gebieden helemaal leeg en niet meegenomen"))
    #expect(output.facts["read"] == .number(73) && output.facts["skipped"] == .number(18237))
  }

  @Test func `Hengelo's health: 73 areas, nine without a value, all with a counterpart`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0164")
    let output = try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv' --year 2020 --only GM0164")
    #expect(output.words.contains("zonder waarde 9 · alle met tegenhanger in 2024"))
    #expect(output.fact("read") == 73 && output.fact("suppressed") == 9 && output.fact("unmatched") == 0)
  }

  @Test func `Berflo Es Noord: 192 of 650 people over 65 have trouble moving about (29,6 %; Hengelo 22,6 %)`() throws {
    let output = try hengelo().run("wzw estimate BU01640501 --indicator BeperkingInBewegen --age 65+")
    #expect(output.numbers("population") == [650] && output.numbers("rate") == [0.296])
    #expect(output.numbers("estimate") == [192.4])
    #expect(
      output.texts("origin") == [
        "kwb_nl_2024.csv k_65JaarOfOuder_12 (2024) × rivm_50090NED_2020_65plus.csv BeperkingInBewegen_23 (2020)"
      ])
    #expect(
      output.words.hasPrefix(
        "Berflo Es Noord: 192 van de 650 65-plussers hebben moeite met bewegen (29,6 %; Hengelo 22,6 %)"))
  }

  @Test func `the five neighbourhoods of Hengelo with the most lonely people over 65`() throws {
    let output = try hengelo().run("wzw estimate --level buurt --in GM0164 --indicator Eenzaam --age 65+")
    let rows = zip(output.texts("name"), output.numbers("estimate")).filter { !$0.1.isNaN }.sorted { $0.1 > $1.1 }
    #expect(rows.prefix(5).map(\.0) == ["Tichelwerk", "Nijverheid", "Groot Driene-Noord", "Noord", "Woolder Es"])
    #expect(rows.prefix(5).map { $0.1.rounded() } == [577, 564, 463, 451, 441])
    #expect(output.table?.rowCount == 62)
  }

  @Test func `the whole country: 17.942.942 inhabitants, 342 municipalities, and codes that changed since 2020`() throws
  {
    let bench = try Workbench()
    let areas = try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    #expect(areas.fact("read") == 18310 && areas.fact("skipped") == 0)
    let health = try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv'")
    #expect(health.fact("read") == 17341 && health.fact("unmatched") == 1785)
    #expect(try bench.run("wzw areas --level gemeente").table?.rowCount == 342)
    #expect(try bench.run("wzw areas --level land").numbers("population") == [17_942_942])
    let all = try bench.run("wzw estimate --indicator Eenzaam --age 65+")
    #expect(all.table?.rowCount == 14574)
    #expect(try bench.run("wzw estimate NL01 --indicator Eenzaam --age 65+").numbers("rate") == [0.495])
    let error = bench.error("wzw estimate berflo --indicator Eenzaam")
    #expect(error?.candidates.map(\.word) == ["WK016405", "BU01640501", "BU01640502"])
    #expect(bench.error("wzw area centrum")?.message.nl.contains("gebieden passen erop") == true)
  }

  /// All areas of Hengelo in random mixes, some put together: what counts is the union of their people, by the neighbourhoods.
  @Test func `of any mix of areas of Hengelo the sum is that of the people of their union`() throws {
    let bench = try hengelo()
    let all = try bench.run("wzw areas --in GM0164")
    let people = Dictionary(uniqueKeysWithValues: zip(all.texts("area"), all.numbers("population_65_plus")))
    let codes = all.texts("area")
    let buurten = codes.filter { $0.hasPrefix("BU") }
    try bench.run("wzw define Es BU01640501 BU01640502")
    try bench.run("wzw define Driene \(buurten.filter { $0.hasPrefix("BU016404") }.joined(separator: " "))")
    let own = [
      "Es": ["BU01640501", "BU01640502"], "Driene": buurten.filter { $0.hasPrefix("BU016404") },
    ]
    var state: UInt64 = 3
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<40 {
      let odds = 2 + draw(12)
      let picked = (codes + own.keys.sorted()).filter { _ in draw(odds) == 0 }
      if picked.isEmpty { continue }
      let table = try #require(
        try bench.run("wzw estimate \(picked.joined(separator: " ")) --indicator Eenzaam --age 65+").table)
      let estimates = try #require(table.column("estimate")?.numbers)
      let populations = try #require(table.column("population")?.numbers)
      let rows = Array(0..<table.rowCount)
      let choice = AreaNesting(table)?.choice(among: rows)
      let chosen = choice?.rows ?? rows
      #expect(choice?.crossing == nil)
      let union = Set(
        picked.flatMap { code in own[code] ?? buurten.filter { $0.dropFirst(2).hasPrefix(code.dropFirst(2)) } })
      let counted = union.reduce(0) { $0 + (people[$1].map { $0.isNaN ? 0 : $0 } ?? 0) }
      let lonely = chosen.reduce(0) { $0 + (estimates[$1].isNaN ? 0 : estimates[$1]) }
      let inAll = chosen.reduce(0) { $0 + (populations[$1].isNaN ? 0 : populations[$1]) }
      #expect(lonely <= counted, "\(picked)")
      // Each neighbourhood is rounded to fives, and a few of them are held back.
      #expect(abs(inAll - counted) <= 5 * Double(union.count) + 5, "\(picked)")
    }
  }

  @Test func `in 4.183 of 15.576 areas RIVM gives more ill and limited than ill; with both, nowhere`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0164")
    try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv'")
    let tables = try HealthTable.all(bench.session.looking(as: "woonzorgwijzer").workspace)
    let table = try #require(tables.first)
    let stems = ["LangdurigeZiekteEnBeperkt", "EenOfMeerLangdurigeAandoeningen", "BeperktVanwegeGezondheid"]
    let columns = try stems.map { try #require(table.indicator($0)).percentages }
    let rows = columns[0].indices.filter { row in columns.allSatisfy { !$0[row].isNaN } }
    #expect(rows.count == 15576 && rows.count { columns[0][$0] > columns[1][$0] } == 4183)
    #expect(
      rows.allSatisfy { row in
        let parts = columns.dropFirst().map { DirectMethod.rate(percent: $0[row]) }
        let both = JointShare(parts).bounded(DirectMethod.rate(percent: columns[0][row]))
        return both <= (parts.min() ?? 0) && both >= max(0, parts.reduce(-1, +)) - 1e-12
      })
    let one = try bench.run(
      "wzw estimate BU01640501 --indicator EenOfMeerLangdurigeAandoeningen,BeperktVanwegeGezondheid --age 65+ --together"
    )
    #expect(one.numbers("estimate") == [325])
  }

  @Test func `Utrecht in the wide style, with its decimal commas`() throws {
    let bench = try Workbench()
    let output = try bench.run("wzw import '\(data)/utrecht_kwb_2023.csv' --year 2023")
    #expect(output.words.contains("gelezen 122 gebieden: 1 gemeente, 10 wijken, 111 buurten"))
    let sheet = try bench.run("wzw area GM0344")
    #expect(sheet.fact("population") == 367_947 && sheet.fact("household_size") == 1.9)
    #expect(sheet.fact("age_65_plus") == 39_373)
  }

  @Test(arguments: [
    ("gemeenten_2024_simplified_wgs84.geojson", 342.0), ("breda_buurten_wgs84.geojson", 56),
    ("hengelo_buurten_2014_coarse_wgs84.geojson", 62), ("utrecht_buurten_2014_coarse_wgs84.geojson", 111),
  ])
  func `boundaries are read whole`(file: String, count: Double) throws {
    let output = try Workbench().run("wzw import '\(data)/\(file)'")
    #expect(output.fact("read") == count && output.fact("skipped") == 0)
  }

  @Test func `three municipalities touch themselves, and that is said`() throws {
    let output = try Workbench().run("wzw import '\(data)/gemeenten_2024_simplified_wgs84.geojson'")
    #expect(output.words.contains("3 grenzen raken of kruisen zichzelf"))
  }

  @Test(arguments: [
    "gemeenten_2021_wmo.csv", "ted_nl_awards.csv", "efc_eurofamcare_908.csv",
  ])
  func `files of another kind are refused`(file: String) throws {
    #expect(try Workbench().error("wzw import '\(data)/\(file)' --year 2021")?.code == "import.unrecognised")
  }
}
