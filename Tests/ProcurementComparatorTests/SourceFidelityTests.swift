import TestSupport
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// What is said of forms and cases against the lines that it is cited to, in the data and on the screen.
@Suite struct SourceFidelityTests {
  private func form(_ id: String) throws -> Form {
    try #require(try KnowledgeFiles.items("forms", as: Form.self).first { $0.id == id })
  }

  private func example(_ id: String) throws -> CaseRecord {
    try #require(try KnowledgeFiles.items("cases", as: CaseRecord.self).first { $0.id == id })
  }

  @Test func `with a population budget the provider bears growth, for the amount a year is fixed`() throws {
    let risks = try form("population").risks
    #expect(risks.map(\.party) == [.provider])
    #expect(risks[0].statement.text.nl.contains("ook de groei") && risks[0].statement.source?.lines == 550...550)
    #expect(try Workbench().run("procure form population").seen.contains("aanbieder: aantal inwoners (ook de groei)"))
  }

  @Test func `what is left over vanishes in nobody's pocket: that it is the provider's is our reading`() throws {
    let left = try #require(
      try KnowledgeFiles.items("forms", list: "incentives", as: PerverseIncentive.self).first {
        $0.statement.source?.lines == 517...517
      })
    #expect(left.statement.isReading && !left.statement.text.nl.contains("zak"))
    let shown = try Workbench().run("procure form lumpsum").seen
    #expect(!shown.contains("eigen zak") && shown.contains("(onze lezing)"))
  }

  @Test func `a price per patient hangs on the arrangement, a price per client, and is marked as a reading`() throws {
    let incentives = try KnowledgeFiles.items("forms", list: "incentives", as: PerverseIncentive.self)
    for line in [431, 480] {
      let cited = incentives.filter {
        $0.statement.source?.id == "waakvlam-2020" && $0.statement.source?.lines?.lowerBound == line
      }
      #expect(!cited.isEmpty && cited.allSatisfy(\.statement.isReading), "\(line)")
    }
    let perPatient = incentives.filter {
      $0.statement.text.nl.contains("per cliënt") || $0.statement.text.nl.contains("per patiënt")
    }
    #expect(perPatient.map(\.form) == ["arrangement", "arrangement"])
    #expect(try form("pxq").incentive.allSatisfy { !$0.text.nl.contains("per cliënt") })
    #expect(
      try Workbench().run("procure form arrangement").seen.contains("beloont weinig tijd per cliënt (onze lezing)"))
  }

  @Test func `short contracts bring temporary staff by one line and competition by another`() throws {
    let short = try KnowledgeFiles.items("forms", list: "incentives", as: PerverseIncentive.self).filter {
      $0.form == "single-providers"
    }
    #expect(short.map { $0.statement.source?.lines } == [507...507, 735...735])
    #expect(
      short[0].statement.text.nl.contains("tijdelijk personeel") && short[1].statement.text.nl.contains("concurrentie"))
  }

  @Test func `an own contribution is no trait of every general provision: Heerlen asks none, Arnhem a tariff`() throws {
    let own = try form("general").ownContribution
    #expect(own.map { $0.source?.lines } == [519...519, 787...787])
    #expect(own[0].text.nl.contains("Heerlen: geen eigen bijdrage") && own[1].text.nl.contains("Arnhem: een tarief"))
    let sign = try #require(
      try KnowledgeFiles.items("criteria", list: "statements", as: SignedStatement.self).first {
        $0.form == "general" && $0.criterion == "administration"
      })
    #expect(sign.statement.text.nl.hasPrefix("Heerlen:"))
  }

  @Test func `wmo-uitvoering-2017, line 787: the pass is the Gelre-pas, and goes with a minimum income`() throws {
    let bench = try Workbench()
    for line in ["procure case arnhem", "procure form general"] {
      let words = try bench.run(line).seen
      #expect(words.contains("Gelre-pas") && !words.contains("stadspas"), "\(line)")
    }
    #expect(try bench.run("procure case arnhem").seen.contains("minimuminkomen"))
  }

  @Test func `vernieuwing-casus-2015, lines 348 and 350: a neighbourhood nurse, and which budgets were pooled`() throws
  {
    let words = try Workbench().run("procure case leeuwarden").seen
    #expect(words.contains("buurtverpleegkundige") && !words.contains("wijkverpleegkundige in"))
    #expect(
      words.contains("persoonlijke verzorging, verpleging en begeleiding") && words.contains("hulp bij het huishouden"))
    let satisfied = try #require(try example("leeuwarden").texts["well"]?.first)
    #expect(satisfied.source?.from?.contains("HHM") == true)
  }

  @Test func `the 8.5 million is Tom's, after the state contribution of three municipalities`() throws {
    let budget = try #require(try example("alphen").figure("budget_per_year"))
    #expect(budget.value == 8_500_000 && budget.source.lines == 233...233)
    let words = try Workbench().run("procure case alphen").seen
    #expect(words.contains("drie gemeenten") && words.contains("wat Alphen alleen betaalt staat er niet"))
  }

  @Test func `what a provision is stands in the law, and a procedure that the source only names is not explained`()
    throws
  {
    #expect(try form("general").what.source?.id == "wmo-2015" && form("tailored").what.source?.id == "wmo-2015")
    #expect(try form("best-value").what.text.nl.contains("zegt de bron niet"))
    let words = try Workbench().run("procure form general").seen
    #expect(words.contains("een lichte toets in Arnhem") && words.contains("Wmo 2015, voorzieningen"))
    let use = try #require(
      try KnowledgeFiles.items("criteria", list: "statements", as: SignedStatement.self).first {
        $0.form == "area-budget" && $0.criterion == "affordability"
      })
    #expect(use.statement.source?.from?.contains("HHM") == true)
  }

  @Test func `Brunssum made six demands, and no source gives those of another case`() throws {
    let cases = try KnowledgeFiles.items("cases", as: CaseRecord.self)
    #expect(cases.filter { !($0.texts["demands"] ?? []).isEmpty }.map(\.id) == ["brunssum"])
    let demands = try #require(try example("brunssum").texts["demands"])
    #expect(demands.compactMap { $0.source?.lines?.lowerBound } == [155, 156, 157, 158, 159, 160])
    #expect(try Workbench().run("procure case brunssum").seen.contains("het vervoer regelen en betalen"))
  }

  @Test func `the publishers of wmo-uitvoering-2017 are all named, and who helped`() throws {
    let publisher = try KnowledgeFiles.data("sources")["wmo-uitvoering-2017"]?["publisher"]?.string ?? ""
    for name in ["NDSD", "VWS", "VNG", "ActiZ", "BTN", "VGN", "ANBO", "Ieder(in)", "KPMG"] {
      #expect(publisher.contains(name), "\(name)")
    }
  }

  @Test func `Alphen is found by its own traits, whichever of the two names of its contract is typed`() throws {
    let bench = try Workbench()
    for funding in ["lumpsum", "population"] {
      let found = try bench.run("procure near --form \(funding),both --providers 8 --budget 8500000 --term 4")
      #expect(found.texts("case").first == "alphen" && found.numbers("likeness").first == 1, "\(funding)")
    }
    #expect(try bench.run("procure near --form lumpsum,both --providers 8").texts("case").first == "alphen")
  }
}

/// The law as it stands: in the data, and beside what it bears on.
@Suite struct LawTests {
  private static let lines = [
    ("procure arnhem --hours 2", "abonnementstarief"), ("procure form general", "abonnementstarief"),
    ("procure case arnhem", "abonnementstarief"), ("procure case enschede", "woonplaatsbeginsel"),
    ("bid floor --labour 30 --nonproductive 20", "vaste of reële prijs"),
    ("procure form open", "Aanbestedingswet 2012"),
    ("procure form open-house", "Falk Pharma"), ("procure form subsidy-award", "subsidietitel"),
  ]

  @Test(arguments: lines) func `what the law says now stands beside it, with when that was looked up`(
    line: String, label: String
  ) throws {
    let words = try Workbench().run(line).seen
    #expect(words.contains(label) && (words.contains("nagegaan op") || words.contains("niet nagegaan")), "\(line)")
  }

  @Test func `every legal item says since when it holds or that nobody could confirm it`() throws {
    let items = try KnowledgeFiles.items("law", as: LegalItem.self)
    #expect(items.filter { $0.period.from == nil }.map(\.id) == ["vervanging-abonnementstarief", "woonplaatsbeginsel"])
    #expect(
      items.filter { $0.period.check == nil }.map(\.id) == [
        "aanbestedingswet", "subsidietitel", "falk-pharma", "wmo-2015",
      ])
    let cited = Set(try KnowledgeFiles.items("forms", as: Form.self).compactMap { $0.what.source?.id })
    let law = Set(items.compactMap { $0.what.source?.id })
    for id in ["aanbestedingswet-2012", "awb", "hvj-falk-pharma"] { #expect(cited.contains(id) && law.contains(id)) }
    let shown = try Workbench().run("procure law")
    #expect(shown.texts("item").count == items.count && shown.seen.contains("niet bevestigd in werking"))
    #expect(try Workbench().run("procure law artikel-5.4").texts("from") == ["2017-06-01"])
    #expect(try Workbench().error("procure law bouwbesluit")?.code == "law.unknown")
  }

  @Test func `a relative formula has the judgment on ranking again beside its audit, an absolute one has not`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,quality\nA,80,0.4\nB,180,0.65\nC,30,0.1\n")
    _ = try bench.run("bid import b.csv")
    let relative = try bench.run("bid audit --formula relative --weights price=60,quality=40").seen
    #expect(relative.contains("opnieuw rangschikken") && relative.contains("9 mei 2014"))
    let lowest = try bench.run("bid audit --formula lowest").seen
    #expect(!lowest.contains("9 mei 2014"))
  }
}
