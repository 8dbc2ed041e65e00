import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// A name of an area is never a guess.
@Suite struct AreaSearchTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench().file(
      "k.csv",
      """
      Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12
      GM0164;Hengelo (O.);Hengelo (O.);83058;17327
      WK016405;Wijk 05 Berflo Es;Hengelo (O.);5000;1205
      BU01640501;Berflo Es Noord;Hengelo (O.);3505;650
      BU18760000;Hengelo;Bronckhorst;5000;1345
      GM0518;'s-Gravenhage;'s-Gravenhage;562000;85964
      GM1900;Súdwest-Fryslân;Súdwest-Fryslân;90000;21929
      GM0820;Nuenen, Gerwen en Nederwetten;Nuenen, Gerwen en Nederwetten;24000;6000
      BU02300201;’t Harde Centrum;Elburg;900;200
      """)
    try bench.run("wzw import k.csv --year 2024")
    return bench
  }

  @Test(arguments: [
    "wzw area Hengelo", "wzw estimate hengelo --group vv", "wzw areas --in HENGELO", "wzw gap Hengelo",
    "wzw define hier Hengelo", "wzw scan Hengelo", "wzw supply Hengelo", "wzw extramural Hengelo",
    "wzw project Hengelo --to 2030", "wzw factsheet Hengelo", "wzw needs Hengelo",
    "wzw map AantalInwoners --in Hengelo",
    "wzw need people Hengelo 3 80 --by gemeente",
  ])
  func `a name that two areas bear with or without brackets is an error in every command`(line: String) throws {
    let error = try bench().error(line)
    #expect(error?.code == "area.ambiguous")
    #expect(error?.candidates.map(\.word) == ["GM0164", "BU18760000"])
    #expect(
      error?.candidates.compactMap(\.about?.nl) == ["Hengelo (O.), gemeente", "Hengelo, buurt in Bronckhorst"])
  }

  @Test(arguments: [
    ("'Hengelo (O.)'", "GM0164"), ("'hengelo (o)'", "GM0164"), ("'gemeente Hengelo'", "GM0164"),
    ("'buurt hengelo'", "BU18760000"), ("'GM 0164'", "GM0164"), ("gm0164", "GM0164"), ("0164", "GM0164"),
    ("164", "GM0164"), ("'wk 0164 05'", "WK016405"), ("16405", "WK016405"), ("01640501", "BU01640501"),
    ("1640501", "BU01640501"), ("'bu 0164 05 01'", "BU01640501"), ("'Berflo Es'", "WK016405"),
    ("'Den Haag'", "GM0518"), ("\"'s-Gravenhage\"", "GM0518"), ("'’s Gravenhage'", "GM0518"),
    ("'s gravenhage'", "GM0518"), ("'Sudwest Fryslan'", "GM1900"), ("Zuidwest-Friesland", "GM1900"),
    ("'SÚDWEST–FRYSLÂN'", "GM1900"), ("'Su\u{301}dwest-Frysla\u{302}n'", "GM1900"), ("nuenen", "GM0820"),
    ("\"'t harde centrum\"", "BU02300201"), ("'‘t Harde-Centrum'", "BU02300201"), ("'´t Harde Centrum'", "BU02300201"),
  ])
  func `an area is understood under the names and codes that people write`(word: String, code: String) throws {
    #expect(try bench().run("wzw area \(word)").facts["area"] == .text(code))
  }

  @Test func `words that are an area together need no quotes where several areas are asked for`() throws {
    let output = try bench().run("wzw project GM 0164 Den Haag 's-Gravenhage' --to 2030 --growth 65+=1.1")
    #expect(Set(output.texts("area")) == ["GM0164", "GM0518"])
  }

  @Test func `what is nobody's name leads to the right word`() throws {
    let bench = try bench()
    #expect(bench.error("wzw area Fryslan")?.candidates.map(\.word) == ["GM1900"])
    #expect(bench.error("wzw area 'Hengelo (Ov.)'")?.candidates.map(\.word) == ["GM0164", "BU18760000"])
    #expect(bench.error("wzw area 'Hengelo (Ov.)'")?.code == "area.unknown")
    #expect(bench.error("wzw area 0165")?.suggestion == "GM0164")
    #expect(bench.error("wzw area '()'")?.code == "area.unknown")
  }

  @Test func `an own area is not named as another with brackets is, and keeps its name where one comes later`() throws {
    let bench = try Workbench().file("k.csv", "Codering_3;WijkenEnBuurten;AantalInwoners_5\nBU01640501;Noord;100\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw define hengelo BU01640501")
    bench.file("g.csv", "Codering_3;WijkenEnBuurten;AantalInwoners_5\nGM0164;Hengelo (O.);83058\n")
    try bench.run("wzw import g.csv --year 2024")
    let error = bench.error("wzw area hengelo")
    #expect(error?.code == "area.ambiguous" && error?.candidates.map(\.word) == ["GM0164", "eigen hengelo"])
    #expect(try bench.run("wzw area 'eigen hengelo'").fact("population") == 100)
    #expect(bench.error("wzw define Hengelo BU01640501")?.code == "area.taken")
    #expect(bench.error("wzw define 164 BU01640501")?.code == "area.name")
  }

  @Test func `more candidates than a screen holds are counted`() throws {
    let rows = (10...30).map { "BU016405\($0);Centrum;Hengelo (O.);100" }.joined(separator: "\n")
    let bench = try Workbench().file(
      "k.csv", "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5\n\(rows)\n")
    try bench.run("wzw import k.csv --year 2024")
    let error = bench.error("wzw area centrum")
    #expect(error?.candidates.count == 10 && error?.message.nl.contains("21 gebieden") == true)
    #expect(error?.wayOut?.nl.contains("de andere 11 noemt 'wzw areas centrum'") == true)
  }

  @Test(arguments: [("Hengelo", 1.0), ("'GM 0164'", 1), ("164", 1), ("'den haag'", 1)])
  func `--only finds a municipality by the same names`(word: String, read: Double) throws {
    let bench = try Workbench().file(
      "k.csv",
      "Codering_3;WijkenEnBuurten;AantalInwoners_5\nGM0164;Hengelo (O.);83058\nGM0518;'s-Gravenhage;562000\n")
    #expect(try bench.run("wzw import k.csv --year 2024 --only \(word)").fact("read") == read)
  }

  @Test func `--only a name that two municipalities bear is an error`() throws {
    let bench = try Workbench().file(
      "k.csv",
      "Codering_3;WijkenEnBuurten;AantalInwoners_5\nGM0373;Bergen (NH.);30000\nGM0893;Bergen (L.);13000\n")
    #expect(bench.error("wzw import k.csv --year 2024 --only bergen")?.code == "area.ambiguous")
    #expect(try bench.run("wzw import k.csv --year 2024 --only 'bergen (l.)'").fact("read") == 1)
  }
}

/// Every name of the national file.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct NationalNameTests {
  private let data = Places.realData ?? ""

  private func atlas() throws -> Atlas {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    return try Atlas(WorkspaceHandle(bench.session.workspace.parts, owner: "woonzorgwijzer"))
  }

  @Test func `the full name and the bare one give that area or are ambiguous with it among the candidates`() throws {
    let atlas = try atlas()
    let all = atlas.areas()
    #expect(all.count == 18310)
    var byKey: [String: [String]] = [:]
    for area in all {
      for key in AreaNames.keys(of: area.name, area.level) { byKey[key, default: []].append(area.code) }
    }
    let bracketed = all.filter { $0.name.contains("(") }
    #expect(bracketed.count == 115)
    for area in all {
      let words = [area.name, PlaceName.withoutBrackets(area.name), area.name.uppercased(), area.name.lowercased()]
      for word in words where !word.isEmpty {
        #expect(byKey[PlaceName(word).key]?.contains(area.code) == true, "\(word) is not \(area.code)")
      }
    }
    // The search itself, on those with brackets and a part of the others.
    let search = AreaSearch(atlas: atlas)
    for area in bracketed + stride(from: 0, to: all.count, by: 601).map({ all[$0] }) {
      for word in [area.name, PlaceName.withoutBrackets(area.name)] {
        #expect(search.exact(word).contains { $0.code == area.code }, "\(word) is not \(area.code)")
      }
    }
  }

  @Test func `Hengelo is ambiguous, the municipality first, and by its code 9,253 of 17,327 are lonely`() throws {
    let bench = try Workbench()
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    try bench.run("wzw import '\(data)/rivm_50090NED_2020_65plus.csv'")
    for line in ["wzw estimate Hengelo", "wzw estimate --in Hengelo"] {
      let error = bench.error("\(line) --indicator Eenzaam --age 65+")
      #expect(error?.code == "area.ambiguous")
      #expect(error?.candidates.map(\.word) == ["GM0164", "WK187600", "BU18760000"])
      #expect(error?.candidates.first?.about?.nl == "Hengelo (O.), gemeente")
    }
    let output = try bench.run("wzw estimate GM0164 --indicator Eenzaam --age 65+")
    #expect(output.numbers("population") == [17327] && output.numbers("estimate").map { $0.rounded() } == [9253])
  }
}
