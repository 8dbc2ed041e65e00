import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Which year's people and which year's percentages are taken, and which codes are the same place.
@Suite struct YearTests {
  private static let header = "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12"

  private func areas(_ rows: String...) -> String { ([Self.header] + rows).joined(separator: "\n") + "\n" }

  private func percentages(_ year: Int, _ rows: String...) -> String {
    (["Codering_3;Leeftijd;Perioden;Gemeentenaam_1;Eenzaam_28"]
      + rows.map { row in
        let cells = row.split(separator: ";")
        return "\(cells[0]);80200;\(year)JJ00;Hengelo;\(cells[1])"
      }).joined(separator: "\n") + "\n"
  }

  private let line = "wzw estimate --level buurt --indicator Eenzaam --age 65+"

  // MARK: The year of the percentages

  @Test func `the percentages nearest in time to the key figures are taken, and that is said`() throws {
    let bench = try Workbench()
      .file("a.csv", areas("BU01640101;Noord;Hengelo;1000;200")).file("h16.csv", percentages(2016, "BU01640101;10"))
      .file("h20.csv", percentages(2020, "BU01640101;20")).file("h22.csv", percentages(2022, "BU01640101;30"))
    for name in ["h16", "h20", "h22"] { try bench.run("wzw import \(name).csv") }
    try bench.run("wzw import a.csv --year 2019")
    let output = try bench.run(line)
    #expect(output.numbers("rate") == [0.2])
    #expect(
      output.words.contains(
        "percentages van 2020, het dichtst bij de inwoners van 2019; ook ingelezen: 2016, 2022 (kies met --rate-year)"))
    #expect(output.words.contains("het percentage van 2020 geldt in 2019"))
    let chosen = try bench.run("\(line) --rate-year 2016")
    #expect(chosen.numbers("rate") == [0.1] && !chosen.words.contains("--rate-year"))
    let error = bench.error("\(line) --rate-year 2012")
    #expect(error?.code == "year.unknown" && error?.wayOut?.nl.contains("2016, 2020, 2022") == true)
    // Of two as near the newer.
    try bench.run("wzw import a.csv --year 2018")
    #expect(try bench.run("\(line) --year 2018").numbers("rate") == [0.2])
  }

  // MARK: Codes that name another place

  @Test func `a code that names another place in the percentages' year is left out and named`() throws {
    let bench = try Workbench()
      .file(
        "a20.csv",
        areas(
          "BU01640101;Noord;Hengelo;1000;200", "BU01640102;Zuid;Hengelo;1000;200", "BU01640103;West-Eind;Hengelo;90;50")
      )
      .file(
        "a24.csv",
        areas(
          "BU01640101;Zuid;Hengelo (O.);1000;200", "BU01640102;Oost;Hengelo (O.);1000;200",
          "BU01640103;west eind;Hengelo (O.);1000;100")
      )
      .file("h.csv", percentages(2020, "BU01640101;10", "BU01640102;20", "BU01640103;30"))
    for name in ["a20", "a24"] { try bench.run("wzw import \(name).csv --year 20\(name.dropFirst())") }
    try bench.run("wzw import h.csv")
    let output = try bench.run(line)
    let rates = output.numbers("rate")
    #expect(rates[0].isNaN && rates[1].isNaN && rates[2] == 0.3)
    #expect(output.words.contains("niet genomen, want 2 codes noemen in een ander jaar een ander gebied"))
    #expect(output.words.contains("Zuid (BU01640101, in 2020 'Noord'; toen BU01640102)"))
    #expect(output.words.contains("Oost (BU01640102, in 2020 'Zuid')"))
    #expect(!output.words.contains("bestaan niet in 2020"))
    let all = try bench.run("\(line) --same-codes")
    #expect(all.numbers("rate") == [0.1, 0.2, 0.3] && all.words.contains("toch genomen (--same-codes)"))
    // The figures of the percentages' own year are no other place's.
    #expect(try bench.run("\(line) --year 2020").numbers("rate") == [0.1, 0.2, 0.3])
    let page = try bench.run("wzw area BU01640101")
    #expect(page.words.contains("niet genomen, want 1 code noemt") && page.table == nil)
  }

  @Test func `every command that shows percentages takes those of the year that is asked for, and says which it took`()
    throws
  {
    let bench = try Workbench()
      .file(
        "a20.csv",
        areas("NL00;Nederland;;90000;9000", "GM0164;Hengelo;Hengelo;9000;900", "BU01640101;Noord;Hengelo;1000;200")
      )
      .file(
        "a24.csv",
        areas("NL00;Nederland;;90000;9000", "GM0164;Hengelo;Hengelo;9000;900", "BU01640101;Zuid;Hengelo;1000;200")
      )
      .file("h16.csv", percentages(2016, "NL00;10", "GM0164;10", "BU01640101;10"))
      .file("h20.csv", percentages(2020, "NL00;20", "GM0164;20", "BU01640101;20"))
    for name in ["a20", "a24"] { try bench.run("wzw import \(name).csv --year 20\(name.dropFirst())") }
    for name in ["h16", "h20"] { try bench.run("wzw import \(name).csv") }
    bench.set("wzw.suppress-below", 0)
    let rates = { (line: String) throws in
      try bench.run(line).blocks.compactMap { block -> Column? in
        if case .table(let table) = block { table.column("rate") } else { nil }
      }.first?.numbers
    }
    let near = "percentages van 2020, het dichtst bij de inwoners van 2024; ook ingelezen: 2016 (kies met --rate-year)"
    for line in ["wzw area", "wzw factsheet"] {
      // The buurt bears another name now: its percentages are left out unless they are asked for.
      let words = try bench.run("\(line) BU01640101").words
      #expect(words.contains("'wzw bridge' zet cijfers over, --same-codes neemt ze toch"), "\(line)")
      #expect(!words.contains("--split"), "\(line)")
      let taken = try bench.run("\(line) BU01640101 --same-codes --rate-year 2016")
      #expect(!taken.words.contains("ook ingelezen"), "\(line)")
      #expect(bench.error("\(line) GM0164 --rate-year 2019")?.code == "year.unknown", "\(line)")
    }
    for line in ["wzw area BU01640101", "wzw factsheet BU01640101 --indicator Eenzaam"] {
      #expect(try rates("\(line) --same-codes --rate-year 2016") == [0.1], "\(line)")
    }
    // A sheet has one figure of each percentage, the nearest in time; the page of an area has all.
    let sheet = "wzw factsheet GM0164 --indicator Eenzaam"
    #expect(try rates(sheet) == [0.2] && bench.run(sheet).words.contains(near))
    #expect(try rates("\(sheet) --rate-year 2016") == [0.1])
    #expect(!(try bench.run("\(sheet) --rate-year 2016").words.contains("2020")))
    #expect(try rates("wzw area GM0164") == [0.2, 0.1])
    #expect(try bench.run(line).words.contains("--same-codes neemt ze toch"))
  }

  @Test func `needs and gaps count people by the percentages of the year that is asked for`() throws {
    let bench = try Workbench()
      .file("a.csv", areas("GM0164;Hengelo;Hengelo;9000;900"))
      .file("h16.csv", percentages(2016, "GM0164;10")).file("h20.csv", percentages(2020, "GM0164;20"))
    for name in ["h16", "h20"] { try bench.run("wzw import \(name).csv") }
    for line in [
      "wzw import a.csv --year 2018", "wzw need key 3 Eenzaam --share 50% --by zorgaanbieder",
      "wzw need shares 3 inwonend=0 uitwonend=0 geen=1 --by gemeente",
      "wzw need set 3 nultrede geen noodzakelijk --by gemeente",
    ] { try bench.run(line) }
    for line in ["wzw needs GM0164", "wzw gap GM0164", "wzw gap GM0164 --what-if 'group 3 +100%'"] {
      // Of two as near the newer.
      let output = try bench.run(line)
      #expect(output.numbers("demand") == [90], "\(line)")
      #expect(
        output.words.contains(
          "percentages van 2020, het dichtst bij de inwoners van 2018; ook ingelezen: 2016 (kies met --rate-year)"),
        "\(line)")
      let asked = try bench.run("\(line) --rate-year 2016")
      #expect(asked.numbers("demand") == [45] && !asked.words.contains("ook ingelezen"), "\(line)")
      #expect(asked.words.contains("percentage van 2016"), "\(line)")
      let error = bench.error("\(line) --rate-year 2017")
      #expect(error?.code == "year.unknown" && error?.place != nil, "\(line)")
    }
    // Without percentages nothing is asked of them, unless a year is.
    let bare = try Workbench().file("a.csv", areas("GM0164;Hengelo;Hengelo;9000;900"))
    try bare.run("wzw import a.csv --year 2018")
    for line in ["wzw needs", "wzw gap", "wzw factsheet", "wzw area"] {
      try bare.run("\(line) GM0164")
      #expect(bare.error("\(line) GM0164 --rate-year 2016")?.code == "indicator.none", "\(line)")
    }
  }

  @Test func `a key whose percentage is of another place gives no people, and says why; else it says the year`() throws
  {
    let bench = try Workbench()
      .file("a20.csv", areas("BU01640101;Noord;Hengelo;1000;200", "BU01640102;Plein;Hengelo;1000;200"))
      .file("a24.csv", areas("BU01640101;Zuid;Hengelo;1000;200", "BU01640102;Plein;Hengelo;1000;200"))
      .file("h.csv", percentages(2020, "BU01640101;10", "BU01640102;20"))
    for name in ["a20", "a24"] { try bench.run("wzw import \(name).csv --year 20\(name.dropFirst())") }
    for line in [
      "wzw import h.csv", "wzw need key 3 Eenzaam --share 50% --by zorgaanbieder",
      "wzw need shares 3 inwonend=0 uitwonend=0 geen=1 --by gemeente",
      "wzw need set 3 nultrede geen noodzakelijk --by gemeente",
    ] { try bench.run(line) }
    for line in ["wzw needs", "wzw gap"] {
      let words = try bench.run("\(line) BU01640101").words
      #expect(words.contains("groep 3: het aantal mensen"))
      #expect(words.contains("niet genomen, want 1 code noemt in een ander jaar een ander gebied: Zuid (BU01640101"))
      let known = try bench.run("\(line) BU01640102").words
      #expect(known.contains("van Eenzaam, 65+, percentage van 2020 (sleutel: zorgaanbieder)"))
      #expect(!known.contains("niet genomen"))
    }
  }

  @Test func `CBS's flag of change says that a code is another place, and its silence that a name is only new`() throws
  {
    let flagged = { (flag: String, name: String) in
      "gwb_code_10;regio;gm_naam;recs;ind_wbi;a_inw;a_65_oo\nBU01640101;\(name);Hengelo;Buurt;\(flag);1000;200\n"
    }
    for (flag, name, isTaken) in [
      ("1", "Noord", true), ("2", "Noord", false), ("3", "Noord", false), ("1", "Anders", true),
      (".", "Anders", false), (".", "Noord", true),
    ] {
      let bench = try Workbench().file("a20.csv", flagged("1", "Noord")).file("a21.csv", flagged(flag, name))
        .file("h.csv", percentages(2020, "BU01640101;10"))
      try bench.run("wzw import a20.csv --year 2020")
      try bench.run("wzw import a21.csv --year 2021")
      try bench.run("wzw import h.csv")
      let output = try bench.run(line)
      #expect(output.numbers("rate")[0].isNaN != isTaken, "\(flag) \(name)")
      #expect(output.words.contains("volgens CBS gewijzigd in 2021") == ["2", "3"].contains(flag), "\(flag) \(name)")
    }
  }

  @Test func `a code whose people a bridge carries elsewhere is no longer that place`() throws {
    let bench = try Workbench()
      .file("a20.csv", areas("BU01640101;Noord;Hengelo;1000;200"))
      .file("a24.csv", areas("BU01640101;Noord;Hengelo;50;20", "BU01640109;Nieuw;Hengelo;900;180"))
      .file("h.csv", percentages(2020, "BU01640101;10"))
      .file("b.csv", "oud;nieuw;aandeel\nBU01640101;BU01640109;1\n")
    try bench.run("wzw import a20.csv --year 2020")
    try bench.run("wzw import a24.csv --year 2024")
    try bench.run("wzw import h.csv")
    try bench.run("wzw bridge b.csv --from 2020 --to 2024")
    let output = try bench.run(line)
    #expect(output.numbers("rate")[0].isNaN && output.numbers("rate")[1] == 0.1)
    #expect(output.words.contains("volgens de brug overgegaan"))
  }

  // MARK: The year of the people

  private let rates = "group,age_from,age_to,sex,household,rate,low,high,source\nvv,80,,,,0.1,,,bron\n"

  private func population(_ code: String, _ elderly: Int, _ old: Int) -> String {
    "area,age_from,age_to,sex,household,people\n\(code),0,64,,,800\n\(code),65,79,,,\(elderly)\n\(code),80,,,,\(old)\n"
  }

  private func peopled(_ years: Int...) throws -> Workbench {
    let bench = try Workbench()
      .file(
        "a.csv",
        "Codering_3;WijkenEnBuurten;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12\nGM0164;Hengelo (O.);1000;200;200;200;200;200\n"
      )
      .file("r.csv", rates)
    try bench.run("wzw import a.csv --year 2024")
    try bench.run("wzw import r.csv --as rates")
    for year in years {
      bench.file("p\(year).csv", population("GM0164", 2040 - year + 100, year - 1980))
      try bench.run("wzw import p\(year).csv --as population --year \(year)")
    }
    return bench
  }

  private let group = "wzw estimate GM0164 --group vv --method synthetic"

  @Test func `a population of the key figures' year is used as it is, whatever later ones there are`() throws {
    let bench = try peopled(2024, 2040)
    bench.set("wzw.suppress-below", 0)
    let result = try bench.result(group)
    #expect(result?.output.numbers("population") == [44])
    #expect(result?.provenance.inputs.contains { $0.path == "p2040.csv" } == false)
    #expect(result?.provenance.inputs.contains { $0.path == "p2024.csv" } == true)
  }

  @Test func `a later population only tells how a band divides, and that is said`() throws {
    let bench = try peopled(2040)
    bench.set("wzw.suppress-below", 0)
    let output = try bench.run(group)
    // 60 of the 160 over 65 are over 80 in 2040; today there are 200.
    #expect(output.numbers("population") == [75])
    #expect(output.words.contains("geldt de verdeling van 2040; de aantallen zijn die van het jaar van de kerncijfers"))
    #expect(output.texts("origin")[0].contains("a.csv (2024)"))
  }

  @Test func `the year that was asked for may be one of which only the population is known`() throws {
    let bench = try peopled(2024, 2040)
    bench.set("wzw.suppress-below", 0)
    let result = try bench.result("\(group) --year 2040 --offer")
    #expect(result?.output.numbers("population") == [60] && result?.output.words.contains("verdeling van") == false)
    #expect(result?.provenance.inputs.map(\.path).contains("p2024.csv") == false)
    let offered = try bench.session.workspace.parts[PartName(.tables, "wzw.estimates")]?.part.table()
    #expect(offered?.column("year")?.numbers == [2040])
    #expect(bench.error("\(group) --year 2035")?.code == "year.unknown")
    #expect(bench.error("wzw area GM0164 --year 2040")?.code == "year.unknown")
  }
}

/// The forecast that took the place of today's people.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct ForecastTests {
  @Test func `the forecast of 2040 does not replace the people of 2024`() throws {
    let data = Places.realData ?? ""
    let line = "wzw estimate GM0164 NL00 --group vv --method synthetic"
    let bench = try Workbench()
      .file(
        "forecast.csv",
        "area,age_from,age_to,sex,household,people\nNL00,0,19,,,4073117\nNL00,20,64,,,10444171\nNL00,65,79,,,3244000\nNL00,80,,,,1586600\n"
      )
      .file("vv80.csv", "group,age_from,age_to,sex,household,rate,low,high,source\nvv,80,,,,0.1534,,,Wlz 2019\n")
    try bench.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024")
    try bench.run("wzw import vv80.csv --as rates")
    try bench.run("wzw import '\(data)/reference/population_nl_2024_5y.csv' --as population --year 2024")
    let before = try bench.run(line)
    try bench.run("wzw import forecast.csv --as population --year 2040")
    let after = try bench.run(line)
    #expect(after.numbers("population") == before.numbers("population"))
    #expect(after.numbers("estimate") == before.numbers("estimate"))
    #expect(try bench.run("\(line) --year 2040").numbers("population")[1] == 1_586_600)
  }
}
