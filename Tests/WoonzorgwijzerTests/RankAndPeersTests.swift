import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// `wzw rank` and `wzw peers`.
@Suite struct RankAndPeersTests {
  private static let people = """
    Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12;Koopwoningen_40;GemiddeldeWOZWaardeVanWoningen_35
    GM0034;Almere;Almere;6000;900;50;300
    BU00340101;Kade;Almere;1000;100;40;200
    BU00340102;Werf;Almere;1000;200;60;300
    BU00340103;Dok;Almere;1000;150;42;210
    BU00340104;Haven;Almere;1000;300;80;400
    BU00340105;Plein;Almere;2000;150;60;320
    BU00340106;Plas;Almere;0;0;;

    """

  private func bench(_ files: [String: String] = [:], _ lines: String...) throws -> Workbench {
    let bench = try Workbench().file("kwb.csv", Self.people)
    for (name, text) in files { bench.file(name, text) }
    try bench.run("wzw import kwb.csv --year 2024")
    for line in lines { try bench.run(line) }
    return bench
  }

  @Test func `a key figure is ranked from high to low or the other way, and it is said that it has no margin`() throws {
    let bench = try bench()
    let output = try bench.run("wzw rank Koopwoningen")
    #expect(output.texts("name") == ["Haven", "Werf", "Plein", "Dok", "Kade"])
    #expect(output.numbers("rank") == [1, 2, 2, 4, 5])
    #expect(output.numbers("rank_low").allSatisfy { $0.isNaN })
    #expect(output.words.contains("Van deze cijfers is geen marge bekend"))
    #expect(output.words.contains("zonder plaats, want zonder cijfer: Plas (BU00340106)"))
    let lowest = try bench.run("wzw rank Koopwoningen --lowest --mark BU00340103")
    #expect(lowest.texts("name").first == "Kade")
    #expect(lowest.words.hasPrefix("Dok: 42 %, plaats 2 van 5. Het laagste: Kade (40 %)."))
  }

  @Test func `counts of one's own have the places that chance leaves, shares and people alike`() throws {
    let rows = "BU00340101;10\nBU00340102;12\nBU00340103;100\nBU00340104;104\nBU00340105;20\nBU00340106;0\n"
    let bench = try bench(["a.csv": "code;n\n" + rows], "wzw add a.csv --as wmo --year 2024")
    let output = try bench.run("wzw rank wmo")
    #expect(output.texts("name").prefix(2) == ["Haven", "Dok"])
    // Two of about a hundred in a thousand stand apart from three of about one in a hundred.
    #expect(output.numbers("rank_low").prefix(5) == [1, 1, 3, 3, 3])
    #expect(output.numbers("rank_high").prefix(5) == [2, 2, 5, 5, 5])
    #expect(output.numbers("alike").prefix(5) == [1, 1, 2, 2, 2])
    #expect(output.words.contains("Het hoogste kunnen 2 van de 5 zijn: Haven, Dok."))
    #expect(output.words.contains("Zekerheid gaat hier over toeval"))
    let people = try bench.run("wzw rank wmo --show persons --mark BU00340105")
    #expect(people.numbers("estimate").prefix(3) == [104, 100, 20])
    #expect(people.words.contains("Plein: 20, plaats 3 van 6 (3 tot 5)"))
  }

  @Test func `a survey's own margin parts what it can, and the same seed gives the same places`() throws {
    let rows = "BU00340101;50;10\nBU00340102;52;10\nBU00340103;20;1000\nBU00340104;80;1000\n"
    let bench = try bench(
      ["a.csv": "code;p;n\n" + rows],
      "wzw add a.csv --as tevreden --kind rate --of alle --column p --base n --year 2024")
    let output = try bench.run("wzw rank tevreden --seed 7")
    #expect(output.texts("name") == ["Haven", "Werf", "Kade", "Dok"])
    #expect(output.numbers("rank_low") == [1, 1, 1, 3] && output.numbers("rank_high") == [3, 3, 4, 4])
    #expect(try bench.run("wzw rank tevreden --seed 7").numbers("alike") == output.numbers("alike"))
  }

  @Test func `means with a standard error too, and without one there is no interval`() throws {
    let bench = try bench(
      [
        "m.csv": "code;c;se\nBU00340101;7,1;0,1\nBU00340102;6,0;0,1\nBU00340103;7,2;0,2\n",
        "k.csv": "code;c\nBU00340101;7\nBU00340102;8\n",
      ],
      "wzw add m.csv --as cijfer --kind mean --column c --error se --year 2024",
      "wzw add k.csv --as kaal --kind mean --year 2024")
    let output = try bench.run("wzw rank cijfer")
    #expect(output.texts("name") == ["Dok", "Kade", "Werf"])
    #expect(output.numbers("rank_high") == [2, 2, 3] && output.numbers("alike") == [1, 1, 0])
    #expect(try bench.run("wzw rank kaal").words.contains("geen marge bekend"))
  }

  @Test func `a small count has no place, and none of the others tells which it is`() throws {
    let rows = "BU00340101;1\nBU00340102;4\nBU00340103;30\nBU00340104;40\nBU00340105;2\n"
    let bench = try bench(["a.csv": "code;n\n" + rows], "wzw add a.csv --as wmo --year 2024")
    for shown in ["rate", "persons"] {
      let output = try bench.run("wzw rank wmo --show \(shown)")
      #expect(output.texts("name") == ["Haven", "Dok", "Kade", "Werf", "Plein"])
      for name in ["rank", "rank_low", "rank_high", "alike", shown == "rate" ? "value" : "estimate"] {
        let column = try #require(output.table?.column(name))
        #expect(column.numbers?.suffix(3).allSatisfy { $0.isNaN } == true, "\(name)")
        #expect((2...4).allSatisfy { column.withheld[$0] != nil }, "\(name)")
      }
      #expect(output.words.contains("wat is achtergehouden, krijgt geen plaats: 3 van 6 gebieden"))
    }
  }

  /// A district of 82 and its neighbourhoods of 30, 50 and 2: with the first three known the last follows.
  private func district() throws -> Workbench {
    let bench = try Workbench()
      .file(
        "kwb.csv",
        "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5\nWK003401;Wijk 01 Oost;Almere;2100\nBU00340101;Kade;Almere;1000\nBU00340102;Werf;Almere;1000\nBU00340103;Dok;Almere;100\n"
      )
      .file("a.csv", "code;n\nWK003401;82\nBU00340101;30\nBU00340102;50\nBU00340103;2\n")
    for line in [
      "wzw import kwb.csv --year 2023", "wzw import kwb.csv --year 2024", "wzw add a.csv --as wmo --year 2023",
      "wzw add a.csv --as wmo --year 2024",
    ] { try bench.run(line) }
    return bench
  }

  @Test(arguments: [
    ["wzw estimate WK003401 --indicator wmo", "wzw rank wmo --show persons --level buurt"],
    ["wzw rank wmo --level wijk", "wzw rank wmo --level buurt"],
    ["wzw rank wmo --show persons --level wijk", "wzw rank wmo --show persons --level buurt"],
    ["wzw area WK003401", "wzw area BU00340101", "wzw area BU00340102"],
    ["wzw trend WK003401 --indicator wmo --alone", "wzw trend BU00340101 BU00340102 --indicator wmo --alone"],
    [
      "wzw trend WK003401 --indicator wmo --show persons --alone",
      "wzw trend BU00340101 BU00340102 --indicator wmo --show persons --alone",
    ],
    [
      "wzw benchmark WK003401 --indicator wmo --with BU00340101",
      "wzw benchmark BU00340102 --indicator wmo --with BU00340103",
    ],
  ])
  func `a district less its neighbourhoods over several answers is held back, shares as counts`(lines: [String]) throws
  {
    let bench = try district()
    var output = Output.nothing
    for line in lines { output = try bench.run(line) }
    #expect(output.words.contains("• is achtergehouden: met wat in deze sessie al is getoond"), "\(lines)")
    let tables = output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let table = try #require(tables.last { $0.columns.contains { $0.unit == .share || $0.unit == .persons } })
    let areas = table.column("area")?.texts ?? []
    let telling = table.columns.filter { column in
      (column.unit == .share || column.unit == .persons)
        && !["municipality_rate", "country_rate"].contains(column.name)
    }
    // Of one of the two neither the count nor the share shows.
    let hidden = ["BU00340101", "BU00340102"].filter { area in
      let rows = areas.indices.filter { areas[$0] == area }
      return !rows.isEmpty
        && rows.allSatisfy { row in telling.allSatisfy { ($0.numbers?[row]).map { $0.isNaN || $0 == 0 } ?? true } }
    }
    #expect(!hidden.isEmpty, "\(lines)")
  }

  @Test func `what cannot be ranked is one clear error`() throws {
    let bench = try bench(["a.csv": "code;n\nBU00340101;10\n"], "wzw add a.csv --as wmo --year 2024")
    #expect(bench.error("wzw rank Koopwoningn")?.suggestion == "Koopwoningen")
    #expect(bench.error("wzw rank Koopwoningen --mark GM0034")?.code == "rank.mark")
    #expect(bench.error("wzw rank Koopwoningen --age 65+")?.code == "argument.clash")
    #expect(bench.error("wzw rank wmo --age 65+")?.code == "age.unknown")
    #expect(bench.error("wzw rank Koopwoningen --level wijk")?.code == "area.empty")
    #expect(bench.error("wzw rank")?.code == "argument.missing")
  }

  @Test func `peers are the nearest by the chosen traits, with the trait that differs most`() throws {
    let bench = try bench()
    let output = try bench.run("wzw peers BU00340101 --by Koopwoningen,GemiddeldeWOZWaardeVanWoningen --number 2")
    #expect(output.texts("name") == ["Kade", "Dok", "Werf"])
    // Among Werf, Dok, Haven and Plein: owned 60, 42, 80, 60 and value 300, 210, 400, 320.
    let owned = deviation([60, 42, 80, 60])
    let value = deviation([300, 210, 400, 320])
    let near = (((2 / owned) * (2 / owned) + (10 / value) * (10 / value)) / 2).squareRoot()
    #expect(abs(output.numbers("distance")[1] - near) < 1e-12 && output.numbers("distance")[0] == 0)
    #expect(output.numbers("owner_occupied") == [40, 42, 60] && output.numbers("dwelling_value") == [200, 210, 300])
    #expect(output.texts("furthest")[1].hasPrefix(2 / owned > 10 / value ? "koopwoningen (+" : "gemiddelde WOZ-waarde"))
    #expect(output.words.contains("Zonder alle kenmerken en niet vergeleken: 1."))
  }

  private func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }

  @Test func `peers by figures of one's own leave small counts out`() throws {
    let rows = "BU00340101;50\nBU00340102;3\nBU00340103;52\nBU00340104;90\nBU00340105;60\n"
    let bench = try bench(["a.csv": "code;n\n" + rows], "wzw add a.csv --as wmo --year 2024")
    let output = try bench.run("wzw peers BU00340101 --by wmo")
    #expect(output.texts("name") == ["Kade", "Dok", "Plein", "Haven"])
    #expect(output.words.contains("1 aantal onder 5 is achtergehouden"))
  }

  @Test func `peers ask for traits that are known, and for others to be like`() throws {
    let bench = try bench()
    #expect(bench.error("wzw peers BU00340101")?.code == "argument.missing")
    #expect(bench.error("wzw peers BU00340101 --by Koopwoninge")?.code == "indicator.unknown")
    #expect(bench.error("wzw peers GM0034 --by Koopwoningen")?.code == "peers.none")
    #expect(bench.error("wzw peers BU00340106 --by Koopwoningen")?.code == "peers.none")
    #expect(
      try bench.run("wzw peers BU00340101 --by Koopwoningen,Koopwoningen,owner_occupied").numbers("owner_occupied")
        .count == 5)
  }
}

/// The same on the figures of CBS and RIVM themselves.
@Suite(.enabled(if: Places.hasRealData, "../shared/data is not there")) struct RankOfHengeloTests {
  @Test func `most owner-occupied dwellings in Slangenbeek, and peers among all neighbourhoods of the country`() throws
  {
    let bench = try Workbench()
    try bench.run("wzw import '\(Places.realData ?? "")/kwb_nl_2024.csv' --year 2024")
    let output = try bench.run("wzw rank Koopwoningen --level wijk --in GM0164")
    #expect(output.texts("name").first == "Wijk 08 Slangenbeek" && output.numbers("value").first == 83)
    #expect(output.numbers("rank") == Array(1...10).map(Double.init))
    let peers = try bench.run("wzw peers BU01640501 --by density,owner_occupied,dwelling_value --number 3")
    #expect(peers.texts("name").first == "Berflo Es Noord" && peers.table?.rowCount == 4)
    #expect(zip(peers.numbers("distance"), peers.numbers("distance").dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try bench.run("wzw peers GM0164 --by density --number 5").table?.rowCount == 6)
  }
}
