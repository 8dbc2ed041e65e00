import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Target groups on a map, in a comparison and in a projection.
@Suite struct GroupEverywhereTests {
  private func started() throws -> Workbench {
    let bench = try SmallTown.bench()
    try bench.run("wzw start")
    return bench
  }

  private func estimate(_ bench: Workbench, _ group: String, _ area: String) throws -> (people: Double, count: Double) {
    let output = try bench.run("wzw estimate \(area) --group \(group)")
    return (try #require(output.numbers("population").first), try #require(output.numbers("estimate").first))
  }

  @Test func `a comparison is the share elsewhere times the own people, and its cause is age alone`() throws {
    let bench = try started()
    let (own, town) = (try estimate(bench, "dementie", "BU01640501"), try estimate(bench, "dementie", "GM0164"))
    let output = try bench.run("wzw benchmark BU01640501 --group dementie")
    #expect(output.texts("area") == ["BU01640501", "GM0164"])
    #expect(output.numbers("observed") == [own.count, town.count])
    let expected = town.count / town.people * own.people
    #expect(abs(output.numbers("expected")[0] - expected) < 1e-9 && abs(output.numbers("ratio")[1] - 1) < 1e-12)
    #expect(output.words.contains("Het verschil komt alleen van de leeftijd van de inwoners"))
    #expect(output.words.contains("landelijke beginwaarden, niet van dit gebied: mensen met dementie"))
    // No limits of chance: nothing was counted.
    #expect(output.table?.column("funnel_low") == nil)
    let moving = try bench.run("wzw benchmark BU01640501 --with nederland --group bewegen")
    #expect(moving.words.contains("van de percentages van RIVM"))
  }

  @Test func `a group goes with no indicator, age or growth, and one without rates names what bounds it`() throws {
    let bench = try started()
    #expect(bench.error("wzw benchmark BU01640501 --group adl --indicator Eenzaam")?.code == "argument.clash")
    #expect(bench.error("wzw benchmark BU01640501 --group adl --age 65+")?.code == "argument.clash")
    #expect(bench.error("wzw map Eenzaam --group adl")?.code == "argument.clash")
    #expect(bench.error("wzw map")?.code == "argument.missing")
    #expect(bench.error("wzw benchmark GM0164 --group dementie")?.code == "benchmark.self")
    #expect(bench.error("wzw benchmark BU01640501 --group 4a")?.suggestion == "--group dementie")
    #expect(bench.error("wzw project GM0164 --to 2040 --group vg")?.suggestion == "--group verstandelijk")
    #expect(bench.error("wzw project GM0164 --to 2040 --group adl --growth 65+=1.3")?.code == "project.group")
    #expect(bench.error("wzw project GM0164 --to 2040 --group dementen")?.code == "group.unknown")
    let bare = try SmallTown.bench()
    #expect(bare.error("wzw project GM0164 --to 2040 --group dementie")?.code == "rates.group")
    #expect(bare.error("wzw project GM0164 --to 2040 --group lvb")?.code == "project.group")
  }

  @Test(arguments: ["NL00", "GM0164", "BU01640504"])
  func `a projected group is the sum of the projected bands times the rate of each`(area: String) throws {
    let bench = try started()
    let people = try bench.run("wzw project \(area) --to 2040")
    let figures = try StartingFigures(Fields(KnowledgeBase.data("starting")))
    let cells = try #require(figures.groups.first { $0.id == "dementie" }).cells
    let bands = zip(people.texts("age"), people.numbers("projected")).dropFirst(3)
    // The rates are by five years as the bands are, the oldest together.
    var later = 0.0
    for (label, count) in bands {
      guard let band = AgeRange(label), !count.isNaN else { continue }
      later += count * (cells.first { $0.ages.holds(band) }?.rate ?? 0)
    }
    let output = try bench.run("wzw project \(area) --to 2040 --group dementie")
    let now = try estimate(bench, "dementie", area).count
    #expect(output.numbers("estimate") == [now])
    let found = try #require(output.numbers("projected").first)
    // Bands that tell of few people are not shown, so that their sum misses them.
    #expect(area == "BU01640504" ? later <= found : abs(found / later - 1) < 1e-9, "\(later) \(found)")
    #expect(output.words.contains("de kans per leeftijd blijft tot 2040 gelijk (mensen met dementie)"))
    #expect(output.words.contains("overleving met dalende sterfte"))
  }

  @Test func `nobody today gives nobody later, and a rate that cuts through a band says so`() throws {
    let bench = try started()
    let empty = try bench.run("wzw project BU01640503 --to 2040 --group dementie")
    #expect(empty.numbers("estimate") == [0] && empty.numbers("projected") == [0])
    let adults = try bench.run("wzw project GM0164 --to 2040 --group epa")
    #expect(adults.words.contains("zijn er van elke leeftijd evenveel mensen: 15-19"))
    #expect(!(try bench.run("wzw project GM0164 --to 2040 --group dementie")).words.contains("evenveel mensen"))
  }

  @Test func `which part of a band lies in the ages of a rate`() {
    let band = AgeRange(from: 15, below: 20)
    #expect(band.part(in: AgeRange(from: 18, below: 65)) == 0.4)
    #expect(band.part(in: AgeRange(from: 0, below: nil)) == 1)
    #expect(band.part(in: AgeRange(from: 20, below: nil)) == 0 && band.part(in: AgeRange(from: 15, below: 16)) == 0.2)
    let open = AgeRange(from: 95, below: nil)
    #expect(open.part(in: AgeRange(from: 75, below: nil)) == 1 && open.part(in: AgeRange(from: 96, below: nil)) == 0)
    #expect(open.part(in: AgeRange(from: 65, below: 100)) == 0)
  }

  private func mapped() throws -> Workbench {
    let square = { (x: Double) in
      "[[[\(x),52.2],[\(x + 0.01),52.2],[\(x + 0.01),52.21],[\(x),52.21],[\(x),52.2]]]"
    }
    let features = [("BU01640501", 6.8), ("BU01640502", 6.81), ("BU01640504", 6.82)].map { code, x in
      #"{"type":"Feature","properties":{"statcode":"\#(code)","statnaam":"\#(code)"},"geometry":{"type":"Polygon","coordinates":\#(square(x))}}"#
    }
    let bench = try started().file(
      "g.geojson", #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
    try bench.run("wzw import g.geojson --year 2024")
    return bench
  }

  private func map(_ output: Output) throws -> AreaMap {
    try #require(output.blocks.compactMap { if case .map(let map) = $0 { map } else { nil } }.first)
  }

  @Test func `a map of a group has its shares or its people, by its name or by --group`() throws {
    let bench = try mapped()
    let shares = try map(bench.run("wzw map dementie --in GM0164"))
    let persons = try map(bench.run("wzw map --group dementie --show persons --in GM0164"))
    let known = try estimate(bench, "dementie", "BU01640501")
    let value = { (map: AreaMap) in map.areas.first { $0.code == "BU01640501" }?.value }
    #expect(value(shares) == known.count / known.people && value(persons) == known.count)
    #expect(shares.unit == .share && persons.unit == .persons)
    #expect(shares.title.nl.hasPrefix("Mensen met dementie, 2024 · Hengelo"))
    // A percentage of that name goes first.
    #expect(try map(bench.run("wzw map Eenzaam --in GM0164")).title.nl.hasPrefix("Eenzaam, 18+"))
    #expect(try map(bench.run("wzw map --group eenzaam --in GM0164")).title.nl.hasPrefix("Eenzame mensen"))
  }

  @Test func `one rate for all ages is one share everywhere, and none is highest`() throws {
    let output = try mapped().run("wzw map --group kwetsbaar --in GM0164")
    let drawn = try map(output)
    #expect(Set(drawn.areas.map(\.value).filter { !$0.isNaN }).count == 1)
    #expect(output.words.contains("het aandeel is overal hetzelfde") && !output.words.contains("Hoogst"))
  }

  @Test func `areas are ranked by a group and likened by one, and a trend of it is refused with another way`() throws {
    let bench = try started()
    let ranked = try bench.run("wzw rank dementie --in GM0164 --level buurt --show persons")
    let counts = ["BU01640501", "BU01640502", "BU01640504", "BU01640505"].map { area in
      (area, (try? estimate(bench, "dementie", area).count) ?? .nan)
    }
    let due = counts.filter { $0.1 >= 5 }.sorted { $0.1 > $1.1 }.map(\.0)
    #expect(Array(ranked.texts("area").prefix(due.count)) == due)
    #expect(
      try bench.run("wzw rank --group dementie --in GM0164 --level buurt --show persons").texts("area")
        == ranked.texts("area"))
    #expect(ranked.words.contains("landelijke beginwaarden, niet van dit gebied: mensen met dementie"))
    #expect(bench.error("wzw rank Eenzaam --group epa")?.code == "argument.clash")
    #expect(bench.error("wzw rank")?.code == "argument.missing")
    #expect(try bench.run("wzw peers BU01640501 --by dementie").words.isEmpty == false)
    #expect(bench.error("wzw trend BU01640501 --indicator dementie")?.code == "trend.group")
  }
}
