import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

@Suite struct MapTests {
  private func demo() throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw demo")
    return bench
  }

  private func map(_ output: Output) throws -> AreaMap {
    try #require(output.blocks.lazy.compactMap { if case .map(let map) = $0 { map } else { nil } }.first)
  }

  @Test func `a percentage is drawn for the finest level that has boundaries, in five classes`() throws {
    let output = try demo().run("wzw map Eenzaam --in GM9901 --age 65+")
    let map = try map(output)
    #expect(map.areas.count == 25 && map.areas.allSatisfy { $0.code.hasPrefix("BU9901") })
    #expect(map.areas.allSatisfy { !$0.rings.isEmpty })
    #expect(map.breaks.count == 5 && map.unit == .share)
    #expect(map.title.nl.hasPrefix("Eenzaam, 65+, 2022 · Wilgendal per buurt"))
    #expect(output.words.contains("Wilgendal is verzonnen"))
    #expect(output.words.contains("De percentages zijn modelschattingen"))
  }

  @Test func `what is marked is on the map and told with its rank; of an area with parts its parts`() throws {
    let bench = try demo()
    let output = try bench.run("wzw map Eenzaam --in GM9901 --age 65+ --mark BU99010101")
    #expect(try map(output).marked == ["BU99010101"])
    let values = try map(output).areas.filter { !$0.value.isNaN }
    let own = try #require(values.first { $0.code == "BU99010101" }).value
    let rank = 1 + values.count { $0.value > own }
    #expect(output.words.contains("Lindehof: 56,3 %, van hoog naar laag nummer \(rank) van \(values.count). Hoogst: "))
    let parts = try map(bench.run("wzw map Eenzaam --in GM9901 --age 65+ --mark WK990101"))
    #expect(parts.marked.count > 1 && parts.marked.allSatisfy { $0.hasPrefix("BU990101") })
    #expect(try map(bench.run("wzw map Eenzaam --in GM9901 --age 65+")).marked.isEmpty)
    #expect(bench.error("wzw map Eenzaam --in WK990102 --mark BU99010101")?.code == "map.mark")
    #expect(bench.error("wzw map Eenzaam --in GM9901 --mark Nergens")?.code == "area.unknown")
  }

  @Test func `the values are those of wzw estimate`() throws {
    let bench = try demo()
    let rates = try bench.run("wzw estimate --in GM9901 --level buurt --indicator Eenzaam --age 65+")
    let drawn = try map(try bench.run("wzw map Eenzaam --in GM9901 --level buurt --age 65+"))
    #expect(Column.numbers("", drawn.areas.map(\.value)) == Column.numbers("", rates.numbers("rate")))
    let persons = try map(try bench.run("wzw map Eenzaam --in GM9901 --level buurt --age 65+ --show persons"))
    #expect(Column.numbers("", persons.areas.map(\.value)) == Column.numbers("", rates.numbers("estimate")))
    #expect(persons.areas.map(\.withheld) == (0..<25).map { rates.table?.column("estimate")?.withheld[$0] })
  }

  @Test(arguments: ["AantalInwoners", "aantalinwoners_5", "a_inw", "population", "inwoners"])
  func `a key figure goes by its name, its column in either style, or its words`(word: String) throws {
    let map = try map(try demo().run("wzw map \(word) --in GM9901"))
    #expect(map.label.en == "inhabitants")
  }

  @Test func `bounds are typed as the legend shows them`() throws {
    let bench = try demo()
    #expect(try map(bench.run("wzw map Eenzaam --breaks 40,50 --age 65+")).breaks.prefix(2) == [0.4, 0.5])
    #expect(try map(bench.run("wzw map population --breaks 500,1000")).breaks.prefix(2) == [500, 1000])
    #expect(try map(bench.run("wzw map population --classes equal --number 3")).breaks.count == 3)
  }

  @Test func `without an age the group that holds the others is drawn, and the others are told`() throws {
    let output = try demo().run("wzw map Eenzaam")
    #expect(try map(output).title.nl.contains("18+"))
    #expect(output.words.contains("ook ingelezen voor 65+: kies met --age"))
  }

  @Test func `an area without a boundary and a boundary without figures are named`() throws {
    let square = { (code: String, x: Double) in
      """
      {"type":"Feature","properties":{"statcode":"\(code)","statnaam":"N\(code)"},"geometry":{"type":"Polygon",\
      "coordinates":[[[\(x),52],[\(x + 0.1),52],[\(x + 0.1),52.1],[\(x),52.1],[\(x),52]]]}}
      """
    }
    let bench = try Workbench()
      .file(
        "a.csv",
        "Codering_3;WijkenEnBuurten;SoortRegio_2;AantalInwoners_5\nBU00010101;A;Buurt;10\nBU00010102;B;Buurt;20\n"
      )
      .file(
        "g.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[\(square("BU00010101", 5)),\(square("BU00010199", 6))]}")
    try bench.run("wzw import a.csv --year 2024")
    try bench.run("wzw import g.geojson")
    let output = try bench.run("wzw map AantalInwoners")
    #expect(output.words.contains("1 gebied zonder grens, niet op de kaart: B (BU00010102)"))
    #expect(
      output.words.contains("1 grens zonder cijfers, getekend als gebied zonder waarde: NBU00010199 (BU00010199)"))
    let map = try map(output)
    #expect(map.areas.map(\.code) == ["BU00010101", "BU00010102", "BU00010199"])
    #expect(map.areas[2].value.isNaN)
  }

  @Test func `where no place is given the municipalities with boundaries are drawn, not the country`() throws {
    let bench = try demo().file(
      "a.csv", "Codering_3;WijkenEnBuurten;SoortRegio_2;AantalInwoners_5\nBU00010101;A;Buurt;10\n")
    try bench.run("wzw import a.csv --year 2024")
    let map = try map(try bench.run("wzw map AantalInwoners"))
    #expect(map.areas.count == 25 && !map.areas.contains { $0.code == "BU00010101" })
  }

  @Test func `an own area is drawn as its buurten together`() throws {
    let bench = try demo()
    try bench.run("wzw define Linde BU99010101 BU99010102")
    let map = try map(try bench.run("wzw map Eenzaam --level eigen --age 65+"))
    #expect(map.areas.map(\.code) == ["Linde"] && map.areas[0].rings.count == 2)
  }

  @Test(arguments: [
    ("wzw map Eenzam", "indicator.unknown"), ("wzw map Eenzaam --age 12+", "age.unknown"),
    ("wzw map population --age 65+", "argument.clash"), ("wzw map Eenzaam --breaks 50,40", "map.breaks"),
    ("wzw map Eenzaam --breaks 1,2,3,4,5,6,7,8,9", "map.breaks"), ("wzw map Eenzaam --number 0", "argument.range"),
    ("wzw map Eenzaam --level wijk", "geometry.none"), ("wzw map Eenzaam --in Nergens", "area.unknown"),
    ("wzw map Eenzaam --classes jenks", "argument.choice"), ("wzw map", "argument.missing"),
  ])
  func `what does not fit is one clear error`(line: String, code: String) throws {
    #expect(try demo().error(line)?.code == code)
  }

  @Test func `without boundaries, or anything at all, the way out is said`() throws {
    let bench = try Workbench().file(
      "a.csv", "Codering_3;WijkenEnBuurten;SoortRegio_2;AantalInwoners_5\nBU00010101;A;Buurt;10\n")
    #expect(bench.error("wzw map Eenzaam")?.code == "area.none")
    try bench.run("wzw import a.csv --year 2024")
    #expect(bench.error("wzw map AantalInwoners")?.code == "geometry.none")
    #expect(bench.error("wzw map AantalInwoner")?.suggestion == "AantalInwoners")
  }
}

/// The files of CBS and RIVM themselves, where they lie beside the project.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct RealMapTests {
  private let data = Places.realData ?? ""

  @Test func `Hengelo's 62 buurten: 57 with a percentage, Klein Driene the loneliest`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0164")
    try bench.run("wzw import '\(data)/rivm_50090NED_2020_18plus.csv' --only GM0164")
    try bench.run("wzw import '\(data)/hengelo_buurten_2014_coarse_wgs84.geojson'")
    let output = try bench.run("wzw map Eenzaam --in GM0164 --level buurt")
    guard case .map(let map)? = output.blocks.first else {
      Issue.record("no map")
      return
    }
    #expect(map.areas.count == 62 && map.areas.count { !$0.value.isNaN } == 57)
    #expect(output.words.contains("Hoogst: Klein Driene (61,6 %)"))
    #expect(output.words.contains("5 gebieden zonder waarde"))
  }

  @Test func `the 342 municipalities of 2024 all have a boundary; five of them did not exist in 2020`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv'")
    try bench.run("wzw import '\(data)/gemeenten_2024_simplified_wgs84.geojson'")
    let output = try bench.run("wzw map Eenzaam --level gemeente")
    guard case .map(let map)? = output.blocks.first else {
      Issue.record("no map")
      return
    }
    #expect(map.areas.count == 342 && map.areas.allSatisfy { !$0.rings.isEmpty })
    #expect(map.areas.count { $0.value.isNaN } == 5)
    #expect(output.words.contains("Dijk en Waard (GM1980)"))
  }
}
