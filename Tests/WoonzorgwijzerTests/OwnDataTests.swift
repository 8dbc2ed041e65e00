import Session
import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// `wzw add`: a column of one's own as an indicator like any other.
@Suite struct OwnDataTests {
  /// Two districts of three neighbourhoods, one of which nobody lives in, in two years.
  private static let people = """
    Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12
    GM0034;Almere;Almere;3600;700
    WK003401;Wijk 01 Haven;Almere;2000;400
    BU00340101;Kade;Almere;1200;300
    BU00340102;Werf;Almere;800;100
    WK003402;Wijk 02 Stad;Almere;1600;300
    BU00340201;Markt;Almere;1600;300
    BU00340202;Plas;Almere;0;0

    """

  private func bench(_ files: [String: String] = [:], _ lines: String...) throws -> Workbench {
    let bench = try Workbench().file("kwb.csv", Self.people)
    for (name, text) in files { bench.file(name, text) }
    try bench.run("wzw import kwb.csv --year 2024")
    for line in lines { try bench.run(line) }
    return bench
  }

  private static let whole = "code;n\nBU00340101;24\nBU00340102;40\nBU00340201;16\n"

  @Test func `counts are an indicator: the count itself, and the part of the people that it is`() throws {
    let bench = try bench(["wmo.csv": Self.whole], "wzw add wmo.csv --as wmo --year 2024 --source 'Wmo-registratie'")
    let output = try bench.run("wzw estimate --level buurt --indicator wmo")
    #expect(output.texts("area") == ["BU00340101", "BU00340102", "BU00340201", "BU00340202"])
    #expect(output.numbers("estimate").prefix(3) == [24, 40, 16])
    #expect(output.numbers("rate").prefix(3) == [0.02, 0.05, 0.01])
    #expect(output.texts("method").first == "count")
    #expect(output.words.contains("Eigen cijfers, zoals ze zijn aangeleverd: wmo. Een telling heeft geen marge."))
    #expect(!output.words.contains("modelschattingen"))
    let sources = try bench.result("wzw estimate BU00340101 --indicator wmo")?.provenance.sources.map(\.title)
    #expect(sources?.last == "Wmo-registratie (wmo.csv)")
  }

  @Test func `districts and the municipality that the file does not give are added up`() throws {
    let bench = try bench(["wmo.csv": Self.whole], "wzw add wmo.csv --as wmo --year 2024")
    let output = try bench.run("wzw estimate GM0034 WK003401 WK003402 --indicator wmo")
    #expect(output.numbers("estimate") == [80, 64, 16])
    #expect(output.numbers("rate") == [80.0 / 3600, 64.0 / 2000, 0.01])
    #expect(output.words.contains("opgeteld of gewogen uit de delen"))
  }

  @Test func `a whole with a part that is not known is not counted, and its share holds where nine tenths have one`()
    throws
  {
    // Kade and Markt are 2.800 of 3.600; with Werf 3.600. Of Werf nothing is known: the municipality has no figure.
    let few = try bench(
      ["a.csv": "code;n\nBU00340101;24\nBU00340102;x\nBU00340201;16\n"], "wzw add a.csv --as wmo --year 2024")
    #expect(try few.run("wzw estimate GM0034 --indicator wmo").numbers("estimate").allSatisfy(\.isNaN))
    #expect(try few.run("wzw estimate WK003402 --indicator wmo").numbers("estimate") == [16])
  }

  @Test func `a benchmark sets the own count against the municipality's`() throws {
    let bench = try bench(["wmo.csv": Self.whole], "wzw add wmo.csv --as wmo --year 2024")
    let output = try bench.run("wzw benchmark BU00340102 --indicator wmo")
    #expect(output.fact("observed") == 40)
    #expect(abs((output.fact("expected") ?? 0) - 800 * 80.0 / 3600) < 1e-9)
    #expect(output.facts["position"] == .text("above"))
  }

  @Test func `a next file adds areas, the same once more changes nothing, another figure is refused with its place`()
    throws
  {
    let bench = try bench(
      [
        "een.csv": "code;n\nBU00340101;24\nBU00340102;40\n", "twee.csv": "buurt;aantal\nBU00340102;40\nBU00340201;16\n",
        "drie.csv": "code;n\nBU00340101;24\nBU00340102;41\nBU00340201;3\n",
      ], "wzw add een.csv --as wmo --year 2024")
    let second = try bench.run("wzw add twee.csv --as wmo --year 2024")
    #expect(second.fact("added") == 1 && second.fact("unchanged") == 1 && second.fact("replaced") == 0)
    let before = bench.session.workspace.serial
    let again = try bench.run("wzw add een.csv --as wmo --year 2024")
    #expect(again.fact("added") == 0 && again.fact("unchanged") == 2)
    #expect(bench.session.workspace.serial == before)
    let error = bench.error("wzw add drie.csv --as wmo --year 2024")
    #expect(error?.code == "add.conflict")
    #expect(error?.message.nl == "'drie.csv' regel 3: BU00340102 heeft nu 41, en 'een.csv' gaf 40; ook regel 4")
    #expect(try bench.run("wzw estimate --level buurt --indicator wmo").numbers("estimate").prefix(3) == [24, 40, 16])
    let replaced = try bench.run("wzw add drie.csv --as wmo --year 2024 --replace")
    #expect(replaced.fact("replaced") == 2 && replaced.fact("unchanged") == 1)
    #expect(try bench.run("wzw estimate BU00340102 --indicator wmo").numbers("estimate") == [41])
    try bench.session.apply(.undo(1))
    #expect(try bench.run("wzw estimate BU00340102 --indicator wmo").numbers("estimate") == [40])
  }

  @Test func `a small count never shows, nor its share, its rank, or an error with it`() throws {
    let bench = try bench(
      ["a.csv": "code;n\nBU00340101;4\nBU00340102;5\nBU00340201;16\n", "b.csv": "code;n\nBU00340101;3\n"],
      "wzw add a.csv --as wmo --year 2024")
    let output = try bench.run("wzw estimate --level buurt --indicator wmo --rank")
    let held = try #require(output.table?.column("estimate"))
    let row = try #require(output.texts("area").firstIndex(of: "BU00340101"))
    #expect(held.withheld[row] == "<5")
    for name in ["rate", "rank", "rank_low", "rank_high", "population"] {
      #expect(output.table?.column(name)?.numbers?[row].isNaN == true, "\(name)")
      #expect(output.table?.column(name)?.withheld[row] == "•", "\(name)")
    }
    #expect(output.table?.column("estimate")?.withheld.count == 1)
    let error = bench.error("wzw add b.csv --as wmo --year 2024")
    #expect(error?.message.nl == "'b.csv' regel 2: BU00340101 heeft nu <5, en 'a.csv' gaf <5")
    let page = try bench.run("wzw area BU00340101")
    #expect(page.table?.column("rate")?.withheld[0] == "•")
    let benchmark = try bench.run("wzw benchmark BU00340101 --indicator wmo --with WK003402")
    #expect(benchmark.facts["observed_rate"] == .text("•") && benchmark.facts["ratio"] == .text("•"))
    #expect(benchmark.table?.column("rate")?.withheld[0] == "•")
  }

  @Test func `what the file holds back stays so, and an empty cell is nothing`() throws {
    let bench = try bench(["a.csv": "code;n\nBU00340101;x\nBU00340102;<5\nBU00340201;.\nBU00340202;\nTotaal;80\n"])
    let output = try bench.run("wzw add a.csv --as wmo --year 2024")
    #expect(output.fact("added") == 3 && output.fact("held_back") == 3 && output.fact("empty") == 1)
    #expect(output.words.contains("een totaal is geen gebied, en is overgeslagen: regel 6"))
    #expect(
      try bench.run("wzw estimate --level buurt --indicator wmo").numbers("estimate").prefix(3).allSatisfy(\.isNaN))
    #expect(try bench.run("wzw estimate GM0034 --indicator wmo").numbers("estimate").allSatisfy(\.isNaN))
  }

  @Test(arguments: [
    ("code;n\nBU00340101;-1\n", "", "add.negative"), ("code;n\nBU00340101;2,5\n", "", "add.whole"),
    ("code;n\nBU00340101;100,1\n", "--kind rate --of alle", "add.share"),
    ("code;n\nBU00340101;-0,1\n", "--kind rate --of alle", "add.negative"),
    ("code;n\nBU00340101;veel\n", "", "add.value"), ("code;n\nBU00340101;4\nBU00340101;5\n", "", "add.repeated"),
    ("code;n\nBU99999999;4\n", "", "add.unmatched"), ("code;n\nNergens;4\nBU00340101;3\n", "", "area.code"),
    ("code;n;m\nBU00340101;4;5\n", "", "add.column"), ("code;n\nBU00340101;4\n", "--column x", "column.unknown"),
    ("code;naam\nBU00340101;Kade\n", "", "add.column"), ("plek;n\nnergens;4\n", "", "add.areas"),
    ("code;n\nBU00340101;\n", "", "import.nothing"), ("code;n\n", "", "add.areas"),
    ("code;n\nBU00340101;4\n", "--kind rate", "argument.missing"),
    ("code;n\nBU00340101;4\n", "--kind mean --of 65+", "argument.clash"),
    ("code;n\nBU00340101;4\n", "--of 12+", "age.unknown"),
    ("code;n;r\nBU00340101;4;0\n", "--kind rate --of 65+ --column n --base r", "add.beside"),
  ])
  func `a file that cannot be right is refused whole`(file: String, flags: String, code: String) throws {
    let bench = try bench(["a.csv": file])
    let before = bench.session.workspace.serial
    #expect(bench.error("wzw add a.csv --as wmo --year 2024 \(flags)")?.code == code)
    #expect(bench.session.workspace.serial == before)
  }

  @Test func `100 percent and nought are percentages, and so is a whole count of nobody`() throws {
    let bench = try bench(
      ["a.csv": "code;n\nBU00340101;100\nBU00340102;0\n", "b.csv": "code;n\nBU00340202;0\n"],
      "wzw add a.csv --as vol --kind rate --of alle --year 2024", "wzw add b.csv --as leeg --year 2024")
    let output = try bench.run("wzw estimate BU00340101 BU00340102 --indicator vol")
    #expect(output.numbers("rate") == [1, 0] && output.numbers("estimate") == [1200, 0])
    #expect(try bench.run("wzw estimate BU00340202 --indicator leeg").numbers("estimate") == [0])
  }

  @Test func `codes, names, comma, thousands and years in rows or columns are read as imports read them`() throws {
    let bench = try bench([
      "naam.csv": "\u{FEFF}buurt;jaar;aantal\r\nKade;2023;1.001\r\nWerf;2023;1.234\r\nMarkt;2024;800\r\n",
      "breed.csv": "code;2023;2024\n bu 0034 0101 ;12;13\nBU00340102;8;9\n",
      "deel.csv": "code;deel\nBU00340101;0,125\nBU00340102;0,5\n",
    ])
    let names = try bench.run("wzw add naam.csv --as naam")
    #expect(
      names.words.contains("naam 2023: 2 buurten toegevoegd") && names.words.contains("naam 2024: 1 buurt toegevoegd"))
    #expect(try bench.run("wzw add breed.csv --as breed").fact("added") == 4)
    #expect(try bench.run("wzw estimate BU00340101 --indicator breed").numbers("estimate") == [13])
    #expect(try bench.run("wzw estimate BU00340101 --indicator breed --rate-year 2023").numbers("estimate") == [12])
    let share = try bench.run("wzw add deel.csv --as deel --kind rate --of 65+ --year 2024")
    #expect(share.words.contains("gelezen als aandelen"))
    #expect(try bench.run("wzw estimate BU00340101 --indicator deel").numbers("rate") == [0.125])
  }

  @Test func `a percentage of a survey has the interval of Wilson, and fewer than five asked are held back`() throws {
    let bench = try bench(
      ["a.csv": "code;p;r\nBU00340101;12;200\nBU00340102;50;4\nBU00340201;50;5\n"],
      "wzw add a.csv --as enquete --kind rate --of 65+ --column p --base r --year 2024")
    let output = try bench.run("wzw estimate --level buurt --indicator enquete")
    #expect(output.numbers("rate")[0] == 0.12 && output.numbers("rate")[1].isNaN && output.numbers("rate")[2] == 0.5)
    // Wilson 95 %, p .12, n 200 -> .08198-.17234.
    #expect(abs(output.numbers("low")[0] - 300 * 0.08198) < 0.01)
    #expect(abs(output.numbers("high")[0] - 300 * 0.17234) < 0.01)
  }

  @Test func `a name is taken, unusable, or of another kind`() throws {
    let bench = try bench(
      ["a.csv": "code;n\nBU00340101;4\n"], "wzw add a.csv --as wmo --year 2024")
    #expect(bench.error("wzw add a.csv --as AantalInwoners --year 2024")?.code == "add.taken")
    #expect(bench.error("wzw add a.csv --as Eenzaam --year 2024")?.code == "add.taken")
    #expect(bench.error("wzw add a.csv --as '2 cijfers' --year 2024")?.code == "name.unusable")
    #expect(bench.error("wzw add a.csv --as WMO --of 65+ --year 2024")?.code == "add.kind")
    #expect(try bench.run("wzw add a.csv --as WMO --year 2023").words.hasPrefix("wmo 2023"))
  }

  @Test func `means and counts of things are on the map and no indicator`() throws {
    let bench = try bench(
      [
        "m.csv": "code;cijfer\nBU00340101;7,1\nBU00340102;6,8\n",
        "w.csv": "code;n\nBU00340101;30\nBU00340102;12\nBU00340201;8\n",
      ],
      "wzw add m.csv --as cijfer --kind mean --unit rapportcijfer --year 2024",
      "wzw add w.csv --as nultrede --unit woningen --year 2024")
    #expect(bench.error("wzw estimate BU00340101 --indicator cijfer")?.code == "indicator.none")
    bench.file("a.csv", Self.whole)
    try bench.run("wzw add a.csv --as wmo --year 2024")
    let error = bench.error("wzw estimate BU00340101 --indicator cijfer")
    #expect(error?.code == "indicator.kind" && error?.suggestion == "wzw map cijfer")
    #expect(bench.error("wzw benchmark BU00340101 --indicator nultrede")?.code == "indicator.kind")
  }

  @Test func `figures of one's own are listed with their source, and dropped by name and year`() throws {
    let bench = try bench(
      ["a.csv": Self.whole], "wzw add a.csv --as wmo --year 2024 --source Registratie",
      "wzw add a.csv --as wmo --year 2023")
    let list = try bench.run("wzw imports")
    #expect(list.texts("what") == ["kerncijfers 2024", "eigen cijfers 'wmo' 2023", "eigen cijfers 'wmo' 2024"])
    #expect(list.texts("source").last == "Registratie")
    #expect(bench.error("wzw drop zorg")?.code == "add.unknown")
    #expect(bench.error("wzw drop wmo --year 2020")?.code == "year.unknown")
    try bench.run("wzw drop wmo --year 2023")
    #expect(try bench.run("wzw imports").texts("what") == ["kerncijfers 2024", "eigen cijfers 'wmo' 2024"])
    try bench.run("wzw drop WMO")
    #expect(try bench.run("wzw imports").table?.rowCount == 1)
    #expect(bench.error("wzw estimate BU00340101 --indicator wmo")?.code == "indicator.none")
    try bench.session.apply(.undo(1))
    #expect(try bench.run("wzw estimate BU00340101 --indicator wmo").numbers("estimate") == [24])
  }

  @Test func `more counted than there are people is kept, told, and no percentage`() throws {
    let bench = try bench(["a.csv": "code;n\nBU00340202;12\nBU00340101;1206\nBU00340102;805\n"])
    let output = try bench.run("wzw add a.csv --as wmo --year 2024")
    #expect(
      output.words.contains(
        "meer geteld dan er mensen wonen, zodat er geen percentage is: Kade (BU00340101), Plas (BU00340202)"))
    let shown = try bench.run("wzw estimate BU00340101 BU00340102 BU00340202 --indicator wmo")
    #expect(shown.numbers("estimate") == [1206, 805, 12])
    #expect(shown.numbers("rate").allSatisfy { $0.isNaN })
  }

  @Test func `a count of another year is of the people of its own year, where these are known`() throws {
    let bench = try bench(["a.csv": "code;n\nBU00340101;24\n", "oud.csv": Self.people.replacing("1200", with: "1000")])
    try bench.run("wzw add a.csv --as wmo --year 2022")
    let before = try bench.run("wzw estimate BU00340101 --indicator wmo")
    #expect(before.words.contains("Aanname: het aantal van 2022 is een deel van de inwoners van 2024"))
    try bench.run("wzw import oud.csv --year 2022")
    let own = try bench.run("wzw estimate BU00340101 --indicator wmo")
    #expect(own.numbers("population") == [1000] && own.numbers("rate") == [0.024])
    #expect(!own.words.contains("Aanname"))
  }

  @Test func `counts go over a bridge by share, percentages by people`() throws {
    let bench = try bench(
      [
        "oud.csv":
          "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5\nBU00340111;Oever;Almere;1000\nBU00340112;Dijk;Almere;500\n",
        "a.csv": "code;n\nBU00340111;40\nBU00340112;20\n", "p.csv": "code;p\nBU00340111;10\nBU00340112;40\n",
        "brug.csv":
          "oud;nieuw;aandeel\nBU00340111;BU00340101;0,75\nBU00340111;BU00340102;0,25\nBU00340112;BU00340102;1\n",
      ], "wzw import oud.csv --year 2022", "wzw add a.csv --as wmo --year 2022",
      "wzw add p.csv --as deel --kind rate --of alle --year 2022", "wzw bridge brug.csv --from 2022 --to 2024")
    let counts = try bench.run("wzw estimate BU00340101 BU00340102 --indicator wmo")
    #expect(counts.numbers("estimate") == [30, 30])
    #expect(counts.words.contains("overgezet met brug.csv"))
    // 40 % of 500 and 10 % of a quarter of 1.000.
    let share = try bench.run("wzw estimate BU00340102 --indicator deel").numbers("rate")
    #expect(share == [0.3])
  }
}

/// A count of one's own of the neighbourhoods of Hengelo, beside the figures of CBS themselves.
@Suite(.enabled(if: Places.hasCases, "../shared/cases is not there")) struct OwnDataOfHengeloTests {
  private let folder = "\(Places.cases ?? "")/areas"

  /// Clients in sixty neighbourhoods: a fiftieth of the people, and of every seventh neighbourhood a twentieth more.
  private func bench() throws -> (bench: Workbench, counts: [String: Double]) {
    let bench = try Workbench()
    try bench.run("wzw import '\(folder)/hengelo_2024.csv' --year 2024")
    let areas = try bench.run("wzw areas --level buurt")
    let pairs = zip(areas.texts("area"), areas.numbers("population")).prefix(60)
    let counts = pairs.enumerated().map { index, pair in
      (pair.0, (pair.1 / 50 + (index % 7 == 0 ? pair.1 / 20 : 0)).rounded())
    }
    let rows = counts.map { "\($0.0);\(Int($0.1))" }.joined(separator: "\n")
    bench.file("wmo.csv", "buurtcode;clienten\n\(rows)\n")
    return (bench, Dictionary(uniqueKeysWithValues: counts))
  }

  @Test func `sixty neighbourhoods: the counts as they are, the districts their sums`() throws {
    let (bench, counts) = try bench()
    #expect(try bench.run("wzw add wmo.csv --as wmo --year 2024").fact("added") == 60)
    bench.set("wzw.suppress-below", 0)
    let output = try bench.run("wzw estimate --level buurt --indicator wmo")
    for (area, estimate) in zip(output.texts("area"), output.numbers("estimate")) where counts[area] != nil {
      #expect(estimate == counts[area], "\(area)")
    }
    let district = try bench.run("wzw estimate WK016405 --indicator wmo")
    let parts = counts.filter { $0.key.hasPrefix("BU016405") }.values.reduce(0, +)
    #expect(district.numbers("estimate") == [parts])
    let benchmark = try bench.run("wzw benchmark BU01640501 --indicator wmo --with WK016405")
    #expect(benchmark.fact("observed") == counts["BU01640501"])
  }
}
