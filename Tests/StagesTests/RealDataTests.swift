import Files
import TestSupport
import Testing
import WorkbenchKit

/// The public files beside the project, read and asked as a person would.
@Suite(.enabled(if: Places.hasRealData)) struct RealDataTests {
  private let lines: TableLines

  init() throws {
    lines = try TableLines([:])
    let folder = try #require(Places.realData)
    for name in [
      "utrecht_kwb_2023.csv", "gemeenten_2021_wmo.csv", "efc_eurofamcare_908.csv", "utrecht_supermarkets.csv",
    ] {
      lines.files.put(try DiskFiles().read("\(folder)/\(name)", at: nil).bytes, at: name)
    }
  }

  @Test func utrechtHasDecimalCommasPointsForMissingAndCodesWithNoughts() throws {
    let table = try lines.output("read utrecht_kwb_2023.csv").table
    #expect(table?.rowCount == 122)
    #expect(table?.columns.count == 121)
    #expect(
      try lines.table(
        "read utrecht_kwb_2023.csv | where regio = 'Lunetten-Noord' | select gwb_code a_inw g_hhgro gm_naam")
        == ["gwb_code a_inw g_hhgro gm_naam", "BU03440711 4310 1.5 Utrecht"])
    #expect(
      try lines.table("read utrecht_kwb_2023.csv | where p_koopw is missing | select p_koopw") == [
        "p_koopw", ".", ".", ".",
      ])
  }

  @Test func theLineOfTheContractGivesTheWijkenAboveTenThousand() throws {
    #expect(
      try lines.table(
        "read utrecht_kwb_2023.csv | where a_inw > 10000 and gm_naam ~ \"utrecht\" | sort a_inw desc | select regio a_inw"
      ).prefix(3) == ["regio a_inw", "Utrecht 367947", "Wijk 10 Vleuten-De Meern 51295"])
  }

  @Test func theWijkenOfUtrechtAddUpToTheCityButForRounding() throws {
    #expect(
      try lines.table("read utrecht_kwb_2023.csv | group recs --sum a_inw --count a_inw")
        == ["recs sum_a_inw count_a_inw", "Gemeente 367947 1", "Wijk 367755 10", "Buurt 367715 111"])
  }

  @Test func municipalitiesWithApostrophesAndCommasAreWhole() throws {
    #expect(
      try lines.table("read gemeenten_2021_wmo.csv | where Naam ~ \"'\" or Naam ~ ',' | select Naam")
        == ["Naam", "'s-Gravenhage", "'s-Hertogenbosch", "Nuenen, Gerwen en Nederwetten"])
    #expect(try lines.table("read gemeenten_2021_wmo.csv | where _wmo_per1k is missing | select Naam").count == 19)
  }

  @Test func theSurveyHasNineHundredAndEightCarers() throws {
    #expect(
      try lines.table(
        "read efc_eurofamcare_908.csv | select nur_pst e17age | describe | select column present missing max")
        == ["column present missing max", "nur_pst 489 419 3", "e17age 891 17 103"])
  }

  @Test func theSupermarketsOfUtrecht() throws {
    #expect(
      try lines.table("read utrecht_supermarkets.csv | group brand | sort count desc brand | top 3")
        == ["brand count", "Albert Heijn 22", ". 15", "Jumbo 8"])
  }

  @Test func theCarersFallIntoGroupsThoughNotClearOnes() throws {
    let output = try lines.output("read efc_eurofamcare_908.csv | cluster pam --k auto")
    let facts = output.blocks.compactMap { if case .facts(let facts) = $0 { facts } else { nil } }.first
    #expect(facts?["k"] == .number(2))
    #expect((facts?["silhouette"]?.number).map { abs($0 - 0.1225) < 5e-5 } == true)
    #expect(output.table?.column("cluster")?.numbers?.count == 908)
    #expect(
      try lines.notices("read efc_eurofamcare_908.csv | cluster pam").contains {
        $0.hasPrefix("the mean silhouette is 0.25 or less")
      })
  }
}
