import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Outlines of another year than the key figures.
@Suite struct OutlineYearTests {
  private func areas(_ rows: String...) -> String {
    (["Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12"] + rows).joined(separator: "\n")
      + "\n"
  }

  /// Squares side by side near Hengelo, in the order of the codes.
  private func outlines(_ features: [(code: String, name: String)], year: Int? = nil) -> String {
    let all = features.enumerated().map { index, feature in
      let (west, east) = (6.7 + Double(index) * 0.01, 6.71 + Double(index) * 0.01)
      let ring = "[[\(west),52.2],[\(east),52.2],[\(east),52.21],[\(west),52.21],[\(west),52.2]]"
      let said = year.map { ",\"jrstatcode\":\"\($0)\(feature.code)\"" } ?? ""
      return
        "{\"type\":\"Feature\",\"properties\":{\"statcode\":\"\(feature.code)\",\"statnaam\":\"\(feature.name)\"\(said)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(all.joined(separator: ","))]}"
  }

  private func bench(_ features: [(code: String, name: String)], year: Int? = nil) throws -> Workbench {
    let bench = try Workbench()
      .file(
        "a.csv",
        areas(
          "BU01640101;Noord;Hengelo;1000;200", "BU01640102;Zuid;Hengelo;1000;200",
          "BU01640103;Oost-Eind;Hengelo;500;100")
      )
      .file("g.json", outlines(features, year: year))
    try bench.run("wzw import a.csv --year 2024")
    try bench.run("wzw import g.json")
    return bench
  }

  private func drawn(_ output: Output) -> [String] {
    output.blocks.lazy.compactMap { if case .map(let map) = $0 { map } else { nil } }.first?.areas
      .filter { !$0.rings.isEmpty }.map(\.code) ?? []
  }

  private let line = "wzw map AantalInwoners --level buurt"
  private let asNow = [("BU01640101", "Noord"), ("BU01640102", "Zuid"), ("BU01640103", "Oost Eind")]

  @Test func `outlines of another year whose codes name another place are left out, named, and taken when asked`()
    throws
  {
    let bench = try bench([("BU01640101", "Zuid"), ("BU01640102", "Plein"), ("BU01640103", "Akker")], year: 2014)
    let output = try bench.run("\(line) --same-codes")
    #expect(drawn(output) == ["BU01640101", "BU01640102", "BU01640103"])
    #expect(
      output.words.contains(
        "grenzen toch genomen (--same-codes), al 3 codes noemen daar een ander gebied: Noord (BU01640101, in 2014 'Zuid'; nu BU01640102), Zuid (BU01640102, in 2014 'Plein'), Oost-Eind"
      ))
    let error = bench.error(line)
    #expect(error?.code == "geometry.year" && error?.suggestion == "--same-codes")
  }

  @Test func `those of the same place stay, whatever the year`() throws {
    for year in [2014, 2024, nil] {
      let output = try bench(asNow, year: year).run(line)
      #expect(drawn(output).count == 3 && !output.words.contains("--same-codes"), "\(year ?? 0)")
    }
    // The key figures' own year needs no name to agree.
    let output = try bench([("BU01640101", "Anders"), ("BU01640102", "Zuid")], year: 2024).run(line)
    #expect(drawn(output) == ["BU01640101", "BU01640102"] && !output.words.contains("Anders"))
  }

  @Test func `outlines of no year: a name that another area bears now is another place, another name alone is told`()
    throws
  {
    let output = try bench([("BU01640101", "Zuid"), ("BU01640102", "Zuidwijk"), ("BU01640103", "Oost Eind")]).run(line)
    #expect(drawn(output) == ["BU01640102", "BU01640103"])
    #expect(
      output.words.contains(
        "grenzen niet genomen, want 1 code noemt daar een ander gebied: Noord (BU01640101, op de kaart 'Zuid'; nu BU01640102); --same-codes neemt ze toch"
      ))
    #expect(
      output.words.contains(
        "de grenzen zeggen niet van welk jaar zij zijn, en 1 gebied heet daar anders: Zuid (BU01640102, op de kaart 'Zuidwijk')"
      ))
  }

  @Test func `where the key figures of the outlines' year are imported these tell`() throws {
    let bench = try bench([("BU01640101", "Noord"), ("BU01640102", "Zuid")], year: 2020)
    bench.file("a20.csv", areas("BU01640101;Plein;Hengelo;1000;200", "BU01640102;Zuid;Hengelo;1000;200"))
    try bench.run("wzw import a20.csv --year 2020")
    let output = try bench.run(line)
    #expect(drawn(output) == ["BU01640102"] && output.words.contains("Noord (BU01640101, in 2020 'Plein')"))
    // A map of that year has its own outlines.
    #expect(drawn(try bench.run("\(line) --year 2020")) == ["BU01640101", "BU01640102"])
  }

  @Test func `distances are measured from no boundary of another place`() throws {
    let bench = try bench([("BU01640101", "Zuid"), ("BU01640102", "Plein")], year: 2014)
    bench.file("f.csv", "kind,lon,lat\nsupermarkt,6.705,52.205\n")
    try bench.run("wzw import f.csv --as facilities")
    let output = try bench.run("wzw supply BU01640101")
    #expect(output.words.contains("grenzen niet genomen, want 1 code noemt daar een ander gebied: Noord"))
    let taken = try bench.run("wzw supply BU01640101 --same-codes")
    #expect(taken.words.contains("grenzen toch genomen (--same-codes)"))
    #expect(taken.words.contains("afstand gemeten vanuit het midden van de buurt"))
    for command in ["wzw gap", "wzw factsheet"] {
      #expect(try bench.run("\(command) BU01640101").words.contains("--same-codes neemt ze toch"), "\(command)")
    }
  }
}

/// Boundaries of 2014 beside key figures of 2023.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct OutlineYearDataTests {
  @Test func `of Utrecht seven neighbourhoods are called otherwise, and none is another place`() throws {
    let data = Places.realData ?? ""
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/utrecht_kwb_2023.csv' --year 2023")
    try bench.run("wzw import '\(data)/utrecht_buurten_2014_coarse_wgs84.geojson'")
    let words = try bench.run("wzw map AantalInwoners --in GM0344 --level buurt").words
    #expect(words.contains("7 gebieden heten daar anders") && !words.contains("--same-codes"))
    #expect(words.contains("Laan van Nieuw-Guinea, Spinozaweg e.o. (BU03440124"))
  }

  @Test func `of Breda and of the municipalities of 2024 all are the same places`() throws {
    let data = Places.realData ?? ""
    for (file, only) in [("gemeenten_2024_simplified_wgs84", ""), ("breda_buurten_wgs84", "--only GM0758")] {
      let bench = try Workbench()
      try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 \(only)")
      try bench.run("wzw import '\(data)/\(file).geojson'")
      let words = try bench.run("wzw map AantalInwoners").words
      #expect(!words.contains("--same-codes") && !words.contains("daar anders"), "\(file)")
    }
  }
}
