import TestSupport
import Testing
import WorkbenchKit

/// A municipality and its districts on their way through the plugins: everybody counts once, whatever adds them up.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct CountedOnceTests {
  private static let areas = "GM0164 " + (0...9).map { "WK01640\($0)" }.joined(separator: " ")

  private func answers(_ lines: [String]) throws -> [JSON] {
    let data = try #require(Places.realData)
    return try Leerkring.json(
      [
        "wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0164",
        "wzw import '\(data)/rivm_50090NED_2020_65plus.csv' --only GM0164",
        "wzw estimate \(Self.areas) --indicator Eenzaam --age 65+ --offer",
      ] + lines)
  }

  private func table(_ answer: JSON, with column: String) throws -> [[String: JSON]] {
    let found = answer.blocks("table").first { table in
      (table["columns"]?.array ?? []).contains { $0["name"]?.string == column }
    }
    let table = try #require(found)
    let names = (table["columns"]?.array ?? []).map { $0["name"]?.string ?? "" }
    return (table["rows"]?.array ?? []).map { row in
      Dictionary(uniqueKeysWithValues: zip(names, row.array ?? []))
    }
  }

  @Test func `of Hengelo and its ten districts 9.253 are lonely, and not 18.489`() throws {
    let answers = try answers([
      "procure simulate --need Eenzaam --uptake 1 --form pxq --intensity 1 --unit-cost 1 --tariff 1 --draws 10",
      "wzw estimate \(Self.areas) --indicator Eenzaam --age 65+ | group indicator --sum estimate,population",
      "procure kpi reach --measured 9252.618",
    ])
    try #require(answers.count == 6)
    let need = try #require(try table(answers[3], with: "measure").first)
    #expect(need["measure"] == "need" && need["people"]?.number?.rounded() == 9253)
    let sums = try #require(answers[4].rows.first)
    #expect(sums["sum_estimate"] == need["people"] && sums["sum_population"] == 17327)
    #expect(abs((answers[5].facts["measured"]?.number ?? 0) - 100) < 1e-6)
  }

  @Test func `the file of CBS itself gives each municipality once`() throws {
    let data = try #require(Places.realData)
    let line =
      "read '\(data)/kwb_nl_2024.csv' | where Gemeentenaam_1 ~ 'Hengelo' | group Gemeentenaam_1 --sum AantalInwoners_5"
    #expect(try Leerkring.json([line]).first?.rows.first?["sum_AantalInwoners_5"] == 83058)
  }
}
