import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// The starting values that ship, against the published figures that they were taken from.
@Suite struct StartingFigureTests {
  private let figures: StartingFigures

  init() throws { figures = try StartingFigures(Fields(KnowledgeBase.data("starting"))) }

  @Test func `every set has a definition, a year, whom it is of, and sources with a publisher and a licence`() throws {
    let known = try #require(try KnowledgeBase.data("sources").object)
    #expect(figures.mark == Text(nl: "landelijk, niet van dit gebied", en: "national, not this area's"))
    #expect(Set(figures.sets.map(\.id)).count == figures.sets.count)
    for set in figures.sets {
      #expect(!set.head.sources.isEmpty && !set.head.year.isEmpty, "\(set.id)")
      for source in set.head.sources {
        let publication = try #require(known[source], "\(set.id): \(source)")
        #expect(publication["licence"]?.string != nil && publication["publisher"]?.string != nil, "\(source)")
      }
    }
  }

  @Test func `each group says which target groups it bounds, and none of them is unknown`() throws {
    let groups = Set((try KnowledgeBase.data("groups")["groups"]?.array ?? []).compactMap { $0["id"]?.string })
    let stems = Set(
      (try KnowledgeBase.data("indicators")["indicators"]?.array ?? []).compactMap { $0["stem"]?.string })
    for group in figures.groups {
      #expect(Set(group.relations.map(\.group)).isSubset(of: groups), "\(group.id)")
      #expect(!groups.contains(group.id))
      if let stem = group.indicator { #expect(stems.contains(stem), "\(group.id)") }
    }
    let dementia = try #require(figures.groups.first { $0.id == "dementie" })
    #expect(dementia.relations.map(\.group) == ["2a", "4a"] && dementia.relations.allSatisfy { $0.match == .upper })
  }

  @Test(.enabled(if: StartingReference.isThere)) func `every rate is the reference's, with its bounds`() throws {
    let rows = try StartingReference.rows("rates_reference.csv")
    for group in figures.groups {
      let published = rows.filter { $0["group"] == group.reference }
      #expect(published.count == group.cells.count && !published.isEmpty, "\(group.id)")
      for (cell, row) in zip(group.cells, published) {
        #expect(cell.ages == StartingReference.ages(row), "\(group.id)")
        #expect(cell.rate == row["rate"].flatMap { Double($0) }, "\(group.id) \(cell.ages.label)")
        #expect(cell.low == row["low"].flatMap { Double($0) } && cell.high == row["high"].flatMap { Double($0) })
      }
    }
  }

  @Test(.enabled(if: StartingReference.isThere)) func `survival, births, people and the forecast are the reference's`()
    throws
  {
    for (set, file) in zip(figures.survival, ["survival_5y_nl_improving.csv", "survival_5y_nl_closed.csv"]) {
      let rows = try StartingReference.rows(file)
      #expect(set.bands.map(\.ages) == rows.map(StartingReference.ages))
      #expect(set.bands.map(\.survival) == rows.compactMap { $0["survival"].flatMap { Double($0) } })
      #expect(set.bands.map(\.births) == rows.compactMap { $0["births"].flatMap { Double($0) } })
      // Nobody of the country's migration is taken along.
      #expect(rows.allSatisfy { $0["migration"].flatMap { Double($0) } == 0 })
    }
    let people = try StartingReference.rows("population_nl_2024_5y.csv")
    #expect(figures.population.bands.map(\.ages) == people.map(StartingReference.ages))
    #expect(figures.population.bands.map(\.people) == people.compactMap { $0["people"].flatMap { Double($0) } })
    let sexes = try StartingReference.rows("population_nl_2024_5y_sex.csv")
    for (word, sex) in [("m", "male"), ("f", "female")] {
      let published = sexes.filter { $0["sex"] == word }
      #expect(figures.population.bands.map { $0.sexes[sex] } == published.map { $0["people"].flatMap { Double($0) } })
    }
    #expect(figures.population.bands.allSatisfy { ($0.sexes["male"] ?? 0) + ($0.sexes["female"] ?? 0) == $0.people })
    let forecast = try StartingReference.rows("forecast_nl_85324NED.csv")
    #expect(figures.forecast.values.map(\.people) == forecast.compactMap { $0["people"].flatMap { Double($0) } })
    #expect(figures.forecast.values.map(\.year) == forecast.compactMap { $0["year"].flatMap { Int($0) } })
    let shares = try StartingReference.rows("care_shares_reference.csv")
    #expect(figures.shares.values.map(\.share) == shares.compactMap { $0["share"].flatMap { Double($0) } })
  }

  @Test(
    .enabled(if: StartingReference.isThere), arguments: [(2018, 248_203.0), (2020, 261_823), (2024, 285_895)]
  ) func `people with dementia in the country by the rates of EURODEM and ERGO`(year: Int, published: Double) throws {
    let cells = try #require(figures.groups.first { $0.id == "dementie" }).cells
    let people = try StartingReference.people(year, cells.map(\.ages))
    #expect(SyntheticMethod.estimate(people: people, rates: cells.map(\.rate)).rounded() == published)
  }

  @Test func `of the people over 65 in 2024 53,54 % were under 75, 35,20 % under 85 and 11,26 % older`() {
    let bands = figures.population.bands
    let over = { (age: Int) in bands.filter { $0.ages.from >= age }.reduce(0) { $0 + $1.people } }
    let shares = [over(65) - over(75), over(75) - over(85), over(85)].map { ($0 / over(65) * 10_000).rounded() }
    #expect(shares == [5354, 3520, 1126])
    #expect(bands.reduce(0) { $0 + $1.people } == 17_942_942 && over(65) == 3_677_228)
  }

  private func table(_ index: Int) -> SurvivalTable {
    let bands = figures.survival[index].bands
    return SurvivalTable(
      bands: bands.map(\.ages), survival: bands.map(\.survival), migration: bands.map { _ in 0 },
      births: bands.map(\.births), cited: [])
  }

  @Test(.enabled(if: StartingReference.isThere))
  func
    `2015 carried on to 2020 by the closed table: within ,4 % up to 80-84, then ,5 % too many, 1,4 % and 7,4 % too few`()
    throws
  {
    let table = table(1)
    let found = table.project(try StartingReference.people(2015, table.bands), years: 5)
    let counted = try StartingReference.people(2020, table.bands)
    for (index, band) in table.bands.enumerated() where band.from >= 65 {
      let error = found[index] / counted[index] - 1
      switch band.from {
      case 65...80: #expect(abs(error) < 0.004, "\(band.label) \(error)")
      case 85: #expect((error * 1000).rounded() == 5, "\(error)")
      case 90: #expect((error * 1000).rounded() == -14, "\(error)")
      // One survival for both sexes is too coarse at the top.
      default: #expect((error * 1000).rounded() == -74, "\(error)")
      }
    }
  }

  @Test func `nobody lives longer by dying more, and nobody is less than nobody`() {
    let (falling, closed) = (table(0), table(1))
    let people = figures.population.bands.map(\.people)
    for years in [0, 3, 5, 16, 40] {
      let (more, fewer) = (falling.project(people, years: years), closed.project(people, years: years))
      #expect(more.allSatisfy { $0 >= 0 } && fewer.allSatisfy { $0 >= 0 })
      // From 65 on: births are the same in both, so that only mortality parts them.
      let elderly = { (all: [Double]) in zip(closed.bands, all).reduce(0) { $1.0.from >= 65 ? $0 + $1.1 : $0 } }
      #expect(elderly(more) >= elderly(fewer))
    }
    #expect(zip(falling.survival, falling.survival.dropFirst()).dropFirst(4).allSatisfy { $0 >= $1 })
  }
}
