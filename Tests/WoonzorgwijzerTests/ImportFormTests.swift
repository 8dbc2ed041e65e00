import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Tables in which years stand side by side.
@Suite struct PeriodColumnTests {
  private func table(_ bench: Workbench, _ year: Int) throws -> Table {
    try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.areas.\(year)")]?.part.table())
  }

  @Test(arguments: [
    ("2021", nil, 2021), ("2021*", nil, 2021), ("2021**", nil, 2021), ("2021JJ00", nil, 2021),
    ("1 januari 2021", nil, 2021), ("aantal_2021", "aantal", 2021), ("aantal 2021*", "aantal", 2021),
    ("Aantal inwoners (2021)", "Aantal inwoners", 2021), ("2021 aantal", "aantal", 2021),
    ("a_inw_2021", "a_inw", 2021),
  ])
  func `the name of a column tells its year and its topic`(name: String, topic: String?, year: Int) throws {
    let read = try #require(PeriodColumns.read(name))
    #expect(read.topic == topic && read.year == year)
  }

  @Test(arguments: [
    "AantalInwoners_5", "k_65JaarOfOuder_12", "2021 1e kwartaal", "1985", "GM2021", "12021", "_2021", "",
  ])
  func `other names are no columns of a year`(name: String) { #expect(PeriodColumns.read(name) == nil) }

  @Test func `a column for each year is a table for each year`() throws {
    let bench = try Workbench()
      .file("u.csv", "Regiocode;naam;aantal_2021;aantal_2022*\nGM0164;Hengelo;1234;1300\nBU01640101;Noord;10;.\n")
    let output = try bench.run("wzw import u.csv")
    #expect(output.words.contains("de jaren staan in kolommen naast elkaar; elk is apart ingelezen: 2021, 2022"))
    #expect(try table(bench, 2021).column("aantal")?.numbers == [1234, 10])
    let later = try table(bench, 2022)
    #expect(later.column("aantal")?.numbers?[0] == 1300 && later.column("aantal")?.numbers?[1].isNaN == true)
    #expect(later.column("name")?.texts == ["Hengelo", "Noord"])
  }

  @Test func `years of several topics, one of which is known, and of --year that year only`() throws {
    let text = "gwb_code_10;a_inw_2021;a_inw_2022;a_hh_2022\nGM0164;81000;82000;39000\n"
    let bench = try Workbench().file("k.csv", text)
    try bench.run("wzw import k.csv --year 2022")
    #expect(try bench.run("wzw area GM0164").fact("population") == 82000)
    #expect(try bench.run("wzw area GM0164").fact("households") == 39000)
    #expect(bench.session.workspace.parts[PartName(.tables, "wzw.areas.2021")] == nil)
    #expect(bench.error("wzw import k.csv --year 2019")?.code == "import.year")
  }

  @Test func `columns called by a year alone are named after the title, else after the file, and that is said`() throws
  {
    let text = "Regiocode;2021;2022\nGM0164;81000;82000\n"
    for (name, text, column, teller) in [
      ("inwoners.csv", text, "AantalInwoners", "de naam van het bestand"),
      ("aantal_inwoners_2021-2022.csv", text, "AantalInwoners", "de naam van het bestand"),
      ("wmo_gebruik.csv", text, "wmo_gebruik", "de naam van het bestand"),
      ("x.csv", "Uitkeringen per gebied\n" + text, "Uitkeringen per gebied", "de titel"),
      ("2021.csv", text, "cijfer", "de naam van het bestand"),
    ] {
      let bench = try Workbench().file(name, text)
      let output = try bench.run("wzw import \(name)")
      #expect(output.words.contains("bewaard als '\(column)', naar \(teller)"), "\(name)")
      #expect(try table(bench, 2022).column(column)?.numbers == [82000], "\(name)")
    }
  }

  @Test func `topics in rows and years in columns`() throws {
    let bench = try Workbench()
      .file(
        "o.csv",
        "Regiocode;Onderwerp;Eenheid;2021;2022*\nGM0164;Aantal inwoners;aantal;81000;82000\nGM0164;Uitkeringen;aantal;500;510\nGM0141;Aantal inwoners;aantal;73000;73500\n"
      )
    try bench.run("wzw import o.csv")
    #expect(try bench.run("wzw area GM0164 --year 2022").fact("population") == 82000)
    let uitkeringen = try table(bench, 2021).column("Uitkeringen (aantal)")?.numbers
    #expect(uitkeringen?[0] == 500 && uitkeringen?[1].isNaN == true)
  }

  @Test func `every column is accounted for, those of no year and of a quarter with the reason`() throws {
    let text = "Regiocode;aantal_2021;aantal_2022;oppervlakte;2022 1e kwartaal\nGM0164;1;x;61;3\nGM0141;2;4;30;3\n"
    let bench = try Workbench().file("u.csv", text)
    let output = try bench.run("wzw import u.csv --columns")
    let report = output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.last
    #expect(
      report?.column("column")?.texts == [
        "Regiocode", "aantal_2021", "aantal_2022", "oppervlakte", "2022 1e kwartaal",
      ])
    #expect(report?.column("fate")?.texts?[3] == "timeless" && report?.column("fate")?.texts?[4] == "unused")
    #expect(report?.column("fate")?.texts?[1] == "partly" && report?.column("example")?.texts?[1] == "x")
    #expect(
      output.words.contains(
        "1 kolom zegt niet van welk jaar zij is en is niet meegenomen (wel met --year): oppervlakte"))
    #expect(output.words.contains("van een deel van een jaar, en niet ingelezen: 2022 1e kwartaal"))
    try bench.run("wzw import u.csv --year 2021")
    #expect(try table(bench, 2021).column("oppervlakte")?.numbers == [61, 30])
  }

  @Test func `percentages by age with a column for each year`() throws {
    let bench = try Workbench()
      .file("h.csv", "Codering_3;Leeftijd;Eenzaam_2020;Eenzaam_2022\nGM0164;65+;50,5;51,5\nGM0164;18+;40,5;41,5\n")
    try bench.run("wzw import h.csv")
    let table = try bench.session.workspace.parts[PartName(.tables, "wzw.health.2022.65+")]?.part.table()
    #expect(table?.column("Eenzaam")?.numbers == [51.5])
  }

  @Test func `a table that says its periods in rows is left as it is`() throws {
    let bench = try Workbench().file("p.csv", "Regiocode;Perioden;AantalInwoners_2021\nGM0164;2023;5\n")
    try bench.run("wzw import p.csv")
    #expect(bench.session.workspace.parts[PartName(.tables, "wzw.areas.2021")] == nil)
  }
}

/// Tables that give areas by their names only.
@Suite struct NamedAreaTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench()
      .file(
        "a.csv",
        """
        Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5
        GM0164;Hengelo (O.);Hengelo (O.);83000
        GM0518;'s-Gravenhage;'s-Gravenhage;560000
        GM1876;Bronckhorst;Bronckhorst;36000
        WK187600;Wijk 00 Hengelo;Bronckhorst;8000
        BU18760000;Hengelo;Bronckhorst;4000
        BU18760001;Centrum;Bronckhorst;900
        BU01640100;Centrum;Hengelo (O.);4500
        BU01640101;Nijverheid;Hengelo (O.);3000
        """
      )
    try bench.run("wzw import a.csv --year 2024")
    return bench
  }

  private func people(_ bench: Workbench, _ code: String) throws -> Double? {
    try bench.run("wzw area \(code) --year 2024").fact("population")
  }

  @Test func `the level that the column says settles a name, and what no area is called is counted and named`() throws {
    let bench = try bench().file("n.csv", "gemeente;AantalInwoners\nHengelo;83001\nden haag;560001\nOnzin;3\n")
    let output = try bench.run("wzw import n.csv --year 2024")
    #expect(try people(bench, "GM0164") == 83001 && people(bench, "GM0518") == 560001)
    #expect(
      output.words.contains("het bestand geeft namen en geen codes: 2 gebieden gevonden naar 'gemeente', als gemeente"))
    #expect(output.words.contains("regel 4 (Onzin)"))
    // The name that CBS gives stays.
    #expect(try bench.run("wzw areas Hengelo").texts("name").contains("Hengelo (O.)"))
  }

  @Test func `a name of several areas is an error that lists them, municipalities first; --level settles it`() throws {
    let bench = try bench().file("n.csv", "gebied;AantalInwoners\nHengelo;83001\n")
    let error = bench.error("wzw import n.csv --year 2024")
    #expect(error?.code == "area.ambiguous" && error?.candidates.map(\.word) == ["GM0164", "WK187600", "BU18760000"])
    #expect(error?.message.nl.contains("'n.csv' regel 2: 'Hengelo'") == true && error?.suggestion == "--level gemeente")
    #expect(try people(bench, "GM0164") == 83000)
    try bench.run("wzw import n.csv --year 2024 --level buurt")
    #expect(try people(bench, "BU18760000") == 83001)
    // A word before it says the level as well.
    bench.file("w.csv", "gebied;AantalInwoners\ngemeente Hengelo;83002\n")
    try bench.run("wzw import w.csv --year 2024")
    #expect(try people(bench, "GM0164") == 83002)
  }

  @Test func `the municipality beside a name settles it, by name and by code`() throws {
    for around in ["gemeente;buurt\nHengelo;Centrum", "gm_naam;buurt\nHengelo (O.);Centrum"] {
      let lines = around.split(separator: "\n")
      let bench = try bench().file("n.csv", "\(lines[0]);AantalInwoners\n\(lines[1]);4501\n")
      let output = try bench.run("wzw import n.csv --year 2024 --columns")
      #expect(try people(bench, "BU01640100") == 4501 && people(bench, "BU18760001") == 900)
      #expect(!output.words.contains("geen getallen"))
    }
    let bench = try bench().file("n.csv", "buurt;AantalInwoners\nCentrum;4501\n")
    #expect(bench.error("wzw import n.csv --year 2024")?.code == "area.ambiguous")
  }

  @Test func `tables of the group's own find areas by name too`() throws {
    let bench = try bench()
      .file("m.csv", "area,group,total\nBronckhorst,3,400\n").file("m2.csv", "area,group,total\nHengelo,3,400\n")
      .file("p.csv", "area,age_from,age_to,people\ngemeente Hengelo,0,64,60000\ngemeente Hengelo,65,,20000\n")
    try bench.run("wzw import m.csv")
    let margins = try bench.session.workspace.parts[PartName(.tables, "wzw.margins")]?.part.table()
    #expect(margins?.column("code")?.texts == ["GM1876"])
    let error = bench.error("wzw import m2.csv")
    #expect(error?.code == "area.ambiguous" && error?.candidates.first?.word == "GM0164")
    try bench.run("wzw import p.csv --as population --year 2024")
    let people = try bench.session.workspace.parts[PartName(.tables, "wzw.population.2024")]?.part.table()
    #expect(people?.column("code")?.texts == ["GM0164", "GM0164"])
  }

  @Test func `without areas to seek names in, or without any that is one, nothing is read`() throws {
    let text = "gemeente;AantalInwoners\nHengelo;83001\n"
    #expect(try Workbench().file("n.csv", text).error("wzw import n.csv --year 2024")?.code == "import.nothing")
    let bench = try bench().file("n.csv", "gemeente;AantalInwoners\nNergens;3\n")
    let error = bench.error("wzw import n.csv --year 2024")
    #expect(error?.code == "import.nothing" && error?.message.nl.contains("geen enkele naam in 'gemeente'") == true)
    // A table of the year that knows some areas does not hide those of other years.
    bench.file("b.csv", "Codering_3;AantalInwoners_5\nGM0599;600000\n").file(
      "m.csv", "gemeente;AantalInwoners\nHengelo;5\n")
    try bench.run("wzw import b.csv --year 2022")
    try bench.run("wzw import m.csv --year 2022")
    #expect(try bench.run("wzw area GM0164 --year 2022").fact("population") == 5)
    // Four digits under any name are no code of a municipality.
    bench.file("y.csv", "Regio;Perioden;banen\nHengelo (O.);2023;1234\n")
    try bench.run("wzw import y.csv --as areas")
    let table = try bench.session.workspace.parts[PartName(.tables, "wzw.areas.2023")]?.part.table()
    #expect(table?.column("code")?.texts == ["GM0164"] && table?.column("banen")?.numbers == [1234])
    bench.file("l.csv", "gebied;jaar;mannen\nGM0164;2023;5\n")
    #expect(bench.error("wzw import l.csv")?.suggestion == "--as areas")
  }
}

/// Figures that a table splits beside areas and years.
@Suite struct SplitFigureTests {
  private let header = "Regiocode;Geslacht;Perioden;AantalInwoners_1"

  private func rows(_ parts: String...) -> String {
    ([header]
      + ["GM0164", "GM0141"].flatMap { code in
        parts.enumerated().map { "\(code);\($1);2024JJ00;\(1000 * ($0 + 1))" }
      }).joined(separator: "\n") + "\n"
  }

  @Test(arguments: ["Totaal mannen en vrouwen", "Totaal", "T001038", "Total", "Mannen en vrouwen"])
  func `of a split the total is taken, wherever it stands, and the parts are named`(total: String) throws {
    let bench = try Workbench().file("s.csv", rows("Mannen", total, "Vrouwen"))
    let output = try bench.run("wzw import s.csv")
    #expect(try bench.run("wzw area GM0164").fact("population") == 2000)
    #expect(output.words.contains("van 'Geslacht' is '\(total)' genomen; niet ingelezen: Mannen, Vrouwen (4 regels)"))
  }

  @Test func `without a total nothing is added up: the part is to be chosen, and its figures bear its name`() throws {
    let bench = try Workbench().file("s.csv", rows("Mannen", "Vrouwen"))
    let error = bench.error("wzw import s.csv")
    #expect(error?.code == "import.dimension" && error?.candidates.map(\.word) == ["Mannen", "Vrouwen"])
    #expect(error?.message.nl.contains("naar 'Geslacht' (Mannen, Vrouwen) en geeft geen totaal") == true)
    let output = try bench.run("wzw import s.csv --where Geslacht=vrouwen")
    #expect(output.words.contains("is alleen 'Vrouwen' genomen; de cijfers zijn van dat deel en heten daarnaar"))
    let table = try bench.session.workspace.parts[PartName(.tables, "wzw.areas.2024")]?.part.table()
    #expect(table?.column("AantalInwoners_Vrouwen")?.numbers == [2000, 2000])
    // Half of the people are not the people.
    #expect(try bench.run("wzw area GM0164").fact("population") == nil)
    #expect(bench.error("wzw import s.csv --where Geslacht=x")?.code == "value.unknown")
    #expect(bench.error("wzw import s.csv --where Sekse=Mannen")?.code == "column.unknown")
  }

  @Test func `a table of one part alone is not taken for the whole`() throws {
    let bench = try Workbench().file("s.csv", rows("Mannen"))
    let error = bench.error("wzw import s.csv")
    #expect(error?.code == "import.dimension" && error?.message.nl.contains("'Geslacht' is overal Mannen") == true)
    let whole = try Workbench().file("s.csv", rows("Totaal"))
    let output = try whole.run("wzw import s.csv")
    #expect(try whole.run("wzw area GM0164").fact("population") == 1000 && !output.words.contains("Geslacht"))
  }

  @Test func `a part that is a number or an age does not pass for another column's number`() throws {
    let bench = try Workbench().file("s.csv", rows("3000", "4000"))
    try bench.run("wzw import s.csv --where Geslacht=3000")
    let table = try bench.session.workspace.parts[PartName(.tables, "wzw.areas.2024")]?.part.table()
    #expect(table?.figureNames == ["AantalInwoners_k3000"])
    #expect(Stem.of("AantalInwoners_k3000") == "AantalInwoners_k3000")
  }

  @Test func `ages beside sexes: of each the total, by code or in words`() throws {
    let text = """
      RegioS;Geslacht;Leeftijd;Perioden;AantalInwoners_1
      GM0164;T001038;10000;2024JJ00;83000
      GM0164;3000;10000;2024JJ00;41000
      GM0164;T001038;70100;2024JJ00;900
      GM0164;3000;70100;2024JJ00;400
      """
    let bench = try Workbench().file("c.csv", text + "\n")
    let output = try bench.run("wzw import c.csv")
    #expect(try bench.run("wzw area GM0164").fact("population") == 83000)
    #expect(output.words.contains("van 'Leeftijd' is '10000' genomen") && output.fact("skipped") == 3)
  }

  @Test func `the long form of StatLine with sexes, by name of the area`() throws {
    let bench = try Workbench()
      .file("a.csv", "Codering_3;WijkenEnBuurten;AantalInwoners_5\nGM0164;Hengelo (O.);1\n")
      .file(
        "l.csv",
        "\"Wijken en buurten\";\"Onderwerp\";\"Geslacht\";\"Perioden\";\"Waarde\"\n\"Hengelo (O.)\";\"Aantal inwoners\";\"Mannen\";\"2024\";\"41000\"\n\"Hengelo (O.)\";\"Aantal inwoners\";\"Totaal\";\"2024\";\"83000\"\n"
      )
    try bench.run("wzw import a.csv --year 2024")
    let output = try bench.run("wzw import l.csv")
    #expect(try bench.run("wzw area GM0164").fact("population") == 83000)
    #expect(output.words.contains("1 gebied gevonden naar 'Wijken en buurten'"))
  }

  @Test func `percentages keep their ages; of a sex only the total is of use`() throws {
    let text = "Codering_3;Leeftijd;Perioden;Geslacht;Eenzaam_28\n"
    let bench = try Workbench()
      .file("h.csv", text + "GM0164;65+;2020;Mannen;50,1\nGM0164;65+;2020;Totaal;53,4\nGM0164;18+;2020;Totaal;44,4\n")
      .file("m.csv", text + "GM0164;65+;2020;Mannen;50,1\nGM0164;65+;2020;Vrouwen;56,4\n")
    try bench.run("wzw import h.csv")
    let table = try bench.session.workspace.parts[PartName(.tables, "wzw.health.2020.65+")]?.part.table()
    #expect(table?.column("Eenzaam_28")?.numbers == [53.4])
    #expect(bench.session.workspace.parts[PartName(.tables, "wzw.health.2020.18+")] != nil)
    #expect(bench.error("wzw import m.csv")?.code == "import.dimension")
    let error = bench.error("wzw import m.csv --where Geslacht=Mannen")
    #expect(error?.code == "import.dimension" && error?.message.nl.contains("niet bekend is hoeveel mensen") == true)
  }

  @Test func `a split under any name is seen by its rows; an area that merely stands twice is no split`() throws {
    let text = { (rows: String) in "Regiocode;Soort dak;Woningvoorraad_1\n" + rows }
    let split = "GM0164;Plat;10\nGM0164;Puntdak;20\nGM0141;Plat;30\nGM0141;Puntdak;40\n"
    let bench = try Workbench().file("s.csv", text(split))
      .file("t.csv", text("GM0164;Plat;10\nGM0164;Puntdak;20\nGM0141;Plat;30\n"))
    #expect(bench.error("wzw import s.csv --year 2024")?.code == "import.dimension")
    let output = try bench.run("wzw import t.csv --year 2024")
    #expect(output.words.contains("regel 3 (GM0164)"))
  }
}
