import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// `wzw trend`: figures of several years side by side.
@Suite struct TrendTests {
  private static let head =
    "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12;Koopwoningen_40\n"

  /// 2020 has the buurten 01, 02 and 03; of 2024 is 11 (01 and half of 02), 12 (the other half) and 03 under another name.
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench()
      .file(
        "2020.csv",
        Self.head
          + "GM0363;Amsterdam;Amsterdam;4500;450;50\nBU03630001;Kade;Amsterdam;1000;100;20\nBU03630002;Dam;Amsterdam;3000;300;60\nBU03630003;Plein;Amsterdam;500;50;50\n"
      )
      .file(
        "2022.csv",
        Self.head
          + "GM0363;Amsterdam;Amsterdam;4550;500;51\nBU0363AA01;Kade-Dam;Amsterdam;2500;270;40\nBU0363AA02;Dam-Zuid;Amsterdam;1530;190;61\nBU03630003;Plein;Amsterdam;520;60;52\n"
      )
      .file(
        "2024.csv",
        Self.head
          + "GM0363;Amsterdam;Amsterdam;4620;540;53\nBU0363AA01;Kade-Dam;Amsterdam;2600;280;42\nBU0363AA02;Dam-Zuid;Amsterdam;1500;200;60\nBU03630003;Markt;Amsterdam;520;60;54\n"
      )
      .file(
        "brug.csv",
        "oud;nieuw;aandeel\nBU03630001;BU0363AA01;1\nBU03630002;BU0363AA01;0,5\nBU03630002;BU0363AA02;0,5\nBU03630003;BU03630003;1\n"
      )
    for year in [2020, 2022, 2024] { try bench.run("wzw import \(year).csv --year \(year)") }
    for line in lines { try bench.run(line) }
    return bench
  }

  private func row(_ output: Output, _ row: Int = 0) -> [Double] {
    (output.table?.columns ?? []).filter { $0.name.hasPrefix("y2") }.map { $0.numbers?[row] ?? .nan }
  }

  @Test func `the years stand side by side, the municipality beside, and the change is the last less the first`() throws
  {
    let output = try bench().run("wzw trend BU0363AA01 --figure AantalInwoners")
    #expect(output.texts("name") == ["Kade-Dam", "Amsterdam"])
    #expect(row(output).suffix(2) == [2500, 2600] && row(output)[0].isNaN)
    #expect(row(output, 1) == [4500, 4550, 4620])
    #expect(output.numbers("change") == [100, 120])
    #expect(output.numbers("change_from") == [2022, 2020])
    #expect(output.words.contains("van Kade-Dam is er geen cijfer van 2020"))
    #expect(output.words.hasPrefix("Kade-Dam: van 2.500 in 2022 naar 2.600 in 2024 (+100, +4,0 %)"))
  }

  @Test func `a code that was another area has no figure, and a break is marked; asked for all the same it is taken`()
    throws
  {
    let bench = try bench()
    let output = try bench.run("wzw trend BU03630003 --figure AantalInwoners")
    #expect(row(output)[0].isNaN && row(output)[1].isNaN && row(output)[2] == 520)
    #expect(output.words.contains("breuk tussen 2022 en 2024: Markt was een ander gebied (in 2022 'Plein')"))
    #expect(output.words.contains("'wzw bridge' zet ze over"))
    let chart = try #require(output.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }.first)
    #expect(chart.categories == ["2020", "2022", "¦", "2024"])
    let taken = try bench.run("wzw trend BU03630003 --figure AantalInwoners --same-codes")
    #expect(row(taken) == [500, 520, 520] && taken.words.contains("toch genomen (--same-codes)"))
  }

  @Test func `a bridge carries the earlier years over, and says so`() throws {
    let bench = try bench("wzw bridge brug.csv --from 2020 --to 2024")
    let output = try bench.run("wzw trend BU0363AA01 BU0363AA02 --figure AantalInwoners")
    #expect(row(output) == [2500, 2500, 2600] && row(output, 1) == [1500, 1530, 1500])
    #expect(output.words.contains("overgezet met brug.csv"))
    let share = try bench.run("wzw trend BU0363AA01 --figure Koopwoningen")
    // 20 % of 1.000 and 60 % of half of 3.000.
    #expect(row(share) == [44, 40, 42])
  }

  @Test func `a break that the user knows of is where the change begins`() throws {
    let bench = try bench()
    let output = try bench.run("wzw trend GM0363 --figure AantalInwoners --break 2022='andere telling'")
    #expect(output.numbers("change") == [70] && output.numbers("change_from") == [2022])
    #expect(output.words.contains("breuk tussen 2020 en 2022, volgens u: andere telling; het verschil telt vanaf 2022"))
    // A year between two that are there begins at the next.
    #expect(try bench.run("wzw trend GM0363 --figure AantalInwoners --break 2021=x").numbers("change") == [70])
    for wrong in ["2020=x", "2025=x", "vorig=x"] {
      #expect(
        bench.error("wzw trend GM0363 --figure AantalInwoners --break \(wrong)")?.code == "trend.break", "\(wrong)")
    }
  }

  @Test func `the change of a survey has Newcombe's interval, and another source is a break`() throws {
    let bench = try bench()
    bench.file("een.csv", "code;p;n\nGM0363;70;80\n").file("twee.csv", "code;p;n\nGM0363;80;70\n")
    bench.file("een-b.csv", "code;p;n\nGM0363;60;80\n")
    try bench.run(
      "wzw add een-b.csv --as tevreden --kind rate --of alle --column p --base n --year 2022 --source Enquête")
    try bench.run(
      "wzw add twee.csv --as tevreden --kind rate --of alle --column p --base n --year 2024 --source Enquête")
    let output = try bench.run("wzw trend GM0363 --indicator tevreden")
    // 56/70 less 48/80: 0,2, from 0,0524 to 0,3339.
    #expect(abs(output.numbers("change")[0] - 20) < 1e-9)
    #expect(abs(output.numbers("change_low")[0] - 5.24) < 0.01 && abs(output.numbers("change_high")[0] - 33.39) < 0.01)
    #expect(output.words.contains("Van-tot is het interval van 95 %"))
    try bench.run("wzw add een.csv --as tevreden --kind rate --of alle --column p --base n --year 2020 --source Panel")
    let broken = try bench.run("wzw trend GM0363 --indicator tevreden")
    #expect(
      broken.words.contains("breuk tussen 2020 en 2022: eerst Panel, daarna Enquête; het verschil telt vanaf 2022"))
    #expect(broken.numbers("change_from") == [2022])
  }

  @Test func `a small count shows in no year, nor in the change, nor on the line`() throws {
    let bench = try bench()
    bench.file("a.csv", "code;n\nBU0363AA01;4\nBU0363AA02;40\n").file("b.csv", "code;n\nBU0363AA01;5\nBU0363AA02;44\n")
    try bench.run("wzw add a.csv --as wmo --year 2022")
    try bench.run("wzw add b.csv --as wmo --year 2024")
    for shown in ["persons", "rate"] {
      let output = try bench.run("wzw trend BU0363AA01 BU0363AA02 --indicator wmo --show \(shown)")
      let table = try #require(output.table)
      #expect(table.column("y2022")?.numbers?[0].isNaN == true)
      #expect(table.column("y2022")?.withheld[0] == (shown == "persons" ? "<5" : "•"))
      #expect(table.column("change")?.withheld[0] == "•" && table.column("change")?.numbers?[0].isNaN == true)
      #expect(table.column("change_low")?.numbers?[0].isNaN == true)
      #expect(table.column("y2022")?.numbers?[1] == (shown == "persons" ? 40 : 40.0 / 1530))
      let charts = output.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
      #expect(charts.allSatisfy { chart in chart.series.allSatisfy { $0.name != "Kade-Dam" } })
      #expect(output.words.contains("1 aantal onder 5 is achtergehouden"))
    }
  }

  @Test func `of an own area counts add up and shares weigh by people`() throws {
    let bench = try bench("wzw define Oost BU0363AA01 BU0363AA02")
    bench.file("a.csv", "code;n\nBU0363AA01;25\nBU0363AA02;40\n").file(
      "b.csv", "code;n\nBU0363AA01;26\nBU0363AA02;45\n")
    try bench.run("wzw add a.csv --as wmo --year 2022")
    try bench.run("wzw add b.csv --as wmo --year 2024")
    #expect(row(try bench.run("wzw trend Oost --figure AantalInwoners")).suffix(2) == [4030, 4100])
    #expect(row(try bench.run("wzw trend Oost --indicator wmo --show persons")) == [65, 71])
  }

  @Test func `what makes no trend is one clear error`() throws {
    let bench = try bench()
    bench.file("a.csv", "code;n\nBU0363AA01;25\n").file("p.csv", "code;n\nBU0363AA01;25\n")
    try bench.run("wzw add a.csv --as wmo --year 2022")
    for year in [2022, 2024] { try bench.run("wzw add p.csv --as deel --kind rate --of alle --year \(year)") }
    #expect(bench.error("wzw trend BU0363AA01 --indicator wmo")?.message.nl == "van 'wmo' is er maar één jaar: 2022")
    #expect(bench.error("wzw trend BU0363AA01")?.code == "argument.missing")
    #expect(bench.error("wzw trend BU0363AA01 --indicator wmo --figure Koopwoningen")?.code == "argument.clash")
    #expect(bench.error("wzw trend BU0363AA01 --figure Koopwoningen --age 65+")?.code == "argument.clash")
    #expect(bench.error("wzw trend BU0363AA01 --figure Koopwoninge")?.suggestion == "Koopwoningen")
    #expect(bench.error("wzw trend BU0363AA01 --figure Koopwoningen --from 2024")?.code == "trend.years")
    #expect(bench.error("wzw trend BU0363AA01 --indicator deel --show persons")?.code == "argument.clash")
    #expect(bench.error("wzw trend Nergens --figure Koopwoningen")?.code == "area.unknown")
  }

  @Test func `figures of other years stay in a workspace, each under its year`() throws {
    let names = try bench().session.workspace.parts.keys.filter { $0.section == .tables }.map(\.name).sorted()
    #expect(names == ["wzw.areas.2020", "wzw.areas.2022", "wzw.areas.2024"])
  }
}

/// Hengelo in four years, as CBS published them.
@Suite(.enabled(if: Places.hasRealData && Places.hasCases, "../shared is not there")) struct TrendOfHengeloTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    for (file, year) in [
      ("\(Places.realData ?? "")/hengelo_kwb_2021.csv", 2021), ("\(Places.realData ?? "")/hengelo_kwb_2022.csv", 2022),
      ("\(Places.cases ?? "")/areas/hengelo_2023.csv", 2023),
    ] { try bench.run("wzw import '\(file)' --year \(year)") }
    try bench.run("wzw import '\(Places.realData ?? "")/kwb_nl_2024.csv' --year 2024")
    return bench
  }

  @Test
  func
    `Berflo Es Noord grew from 3.335 to 3.505 people, Hengelo by 2,5 percent, and one year of the country is no change`()
    throws
  {
    let output = try bench().run("wzw trend BU01640501 --figure AantalInwoners")
    #expect(output.texts("name") == ["Berflo Es Noord", "Hengelo (O.)", "Nederland"])
    let years = ["y2021", "y2022", "y2023", "y2024"]
    #expect(years.map { output.numbers($0)[0] } == [3335, 3300, 3335, 3505])
    #expect(years.map { output.numbers($0)[1] } == [81049, 81476, 82311, 83058])
    #expect(output.numbers("y2024")[2] == 17_942_942)
    #expect(output.numbers("change").prefix(2) == [170, 2009] && output.numbers("change")[2].isNaN)
    #expect(
      output.words.hasPrefix(
        "Berflo Es Noord: van 3.335 in 2021 naar 3.505 in 2024 (+170, +5,1 %); Hengelo (O.) +2,5 %."))
  }

  @Test func `a count of one's own of all neighbourhoods over three years has a trend beside the municipality's`()
    throws
  {
    let bench = try bench()
    var sums: [Int: Double] = [:]
    for year in [2022, 2023, 2024] {
      let areas = try bench.run("wzw areas --level buurt --in GM0164 --year \(year)")
      let counts = zip(areas.texts("area"), areas.numbers("population")).map {
        ($0, ($1 / 25 + Double(year - 2022)).rounded())
      }
      sums[year] = counts.reduce(0) { $0 + $1.1 }
      bench.file("wmo.csv", "code;n\n" + counts.map { "\($0.0);\(Int($0.1))\n" }.joined())
      #expect(try bench.run("wzw add wmo.csv --as wmo --year \(year)").fact("added") == 62)
    }
    let output = try bench.run("wzw trend BU01640501 --indicator wmo --show persons")
    #expect(["y2022", "y2023", "y2024"].map { output.numbers($0)[0] } == [132, 134, 142])
    #expect(output.numbers("y2022")[1] == sums[2022] && output.numbers("y2024")[1] == sums[2024])
  }
}
