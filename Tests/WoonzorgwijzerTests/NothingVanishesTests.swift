import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Every column and every row of a file is taken, or counted and named.
@Suite struct NothingVanishesTests {
  private func numbers(_ bench: Workbench, _ table: String, _ column: String) throws -> [Double]? {
    try bench.session.workspace.parts[PartName(.tables, table)]?.part.table().column(column)?.numbers
  }

  @Test func `a header in capitals is read as if in small letters`() throws {
    let bench = try Workbench().file(
      "u.csv", "GWB_CODE_10;REGIO;GM_NAAM;RECS;A_INW;A_65_OO;P_STADSV\nGM0164;Hengelo;Hengelo;Gemeente;83058;17327;3\n"
    ).file("s.csv", "CODERING_3;AANTALINWONERS_5;K_65JAAROFOUDER_12\nGM0164;83058;17327\n")
    try bench.run("wzw import u.csv --year 2024")
    #expect(try numbers(bench, "wzw.areas.2024", "a_inw") == [83_058])
    #expect(try numbers(bench, "wzw.areas.2024", "p_stadsv") == [3])
    try bench.run("wzw import s.csv --year 2023")
    #expect(try numbers(bench, "wzw.areas.2023", "k_65JaarOfOuder_12") == [17_327])
    #expect(try bench.run("wzw area GM0164 --year 2023").fact("age_65_plus") == 17_327)
  }

  @Test func `each column has its account: taken, key, empty, words, in part`() throws {
    let bench = try Workbench().file(
      "k.csv",
      "Codering_3;AantalInwoners_5;Leeg_6;Woord_7;Half_8\nGM0164;83058;;ja;1\nGM0344;367947;;nee;x\nGM1680;25845;;ja;3\n"
    )
    let output = try bench.run("wzw import k.csv --year 2024 --columns")
    #expect(output.words.contains("1 kolom is voor deze gebieden helemaal leeg en niet meegenomen: Leeg_6"))
    #expect(output.words.contains("1 kolom bevat geen getallen en is niet meegenomen: Woord_7 ('ja')"))
    #expect(output.words.contains("1 cel is geen bruikbaar getal en telt als ontbrekend: Half_8 'x' (GM0344)"))
    #expect(output.texts("column") == ["Codering_3", "AantalInwoners_5", "Leeg_6", "Woord_7", "Half_8"])
    #expect(output.texts("fate") == ["key", "taken", "empty", "words", "partly"])
    #expect(output.fact("columns") == 5 && output.fact("columns_taken") == 1 && output.fact("columns_words") == 1)
    #expect(output.facts["names_words"] == .text("Woord_7"))
  }

  @Test(arguments: [
    ("wzw import r.csv", "group,age_from,rate,opmerking\nvg,0,0.02,x\n", "opmerking"),
    ("wzw import r.csv --year 2024", "area,age_from,people,toelichting\nGM0164,0,100,x\n", "toelichting"),
    ("wzw import r.csv", "area,total,wie\nGM0164,10,x\n", "wie"),
    ("wzw import r.csv", "area,item,capacity,adresboek\nGM0164,nultrede,10,x\n", "adresboek"),
    ("wzw import r.csv", "kind,lon,lat,merk\nbuurthuis,5.1,52.1,x\n", "merk"),
    ("wzw import r.csv", "age_from,age_to,survival,noot\n0,9,0.99,x\n10,,0.5,x\n", "noot"),
  ])
  func `a column that is no part of such a table is named`(line: String, text: String, column: String) throws {
    let output = try Workbench().file("r.csv", text).run(line)
    #expect(output.words.contains("1 kolom hoort niet bij zo'n tabel en is niet meegenomen: \(column)"))
  }

  @Test(arguments: [
    "gm0164", " GM0164  ", "GM 0164", "Gm0164",
  ])
  func `codes in small letters, padded or parted are codes`(code: String) throws {
    let bench = try Workbench().file("k.csv", "Codering_3;AantalInwoners_5\n\(code);83058\n")
    try bench.run("wzw import k.csv --year 2024")
    #expect(try bench.run("wzw areas").texts("area") == ["GM0164"])
  }

  @Test(arguments: [
    ("gemeentecode;a_inw", "0164;83058", "GM0164"), ("gemeentecode;a_inw", "164;83058", "GM0164"),
    ("buurtcode;a_inw", "1640501;3505", "BU01640501"), ("gwb_code;a_inw", "016405;4945", "WK016405"),
    ("gwb_code;recs;a_inw", "1640501;Buurt;3505", "BU01640501"),
  ])
  func `codes without their prefix are read where the level is known`(header: String, row: String, code: String) throws
  {
    let bench = try Workbench().file("k.csv", "\(header)\n\(row)\n")
    try bench.run("wzw import k.csv --year 2024 --as areas")
    #expect(try bench.run("wzw areas").texts("area") == [code])
  }

  private let national = """
    Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12;Koopwoningen_47
    GM0164;Hengelo (O.);Hengelo (O.);83058;17327;56
    BU01640501;Berflo Es Noord;Hengelo (O.);3505;650;44

    """

  @Test func `a file with part of the columns adds to what is there and wipes nothing`() throws {
    let bench = try Workbench().file("k.csv", national).file("p.csv", "gwb_code_10;a_inw\nBU01640501;3600\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import p.csv --year 2024")
    let sheet = try bench.run("wzw area BU01640501")
    #expect(sheet.fact("population") == 3600 && sheet.fact("age_65_plus") == 650)
    #expect(sheet.fact("owner_occupied") == 44)
    #expect(try bench.run("wzw areas berflo").texts("area") == ["BU01640501"])
    #expect(try bench.run("wzw area GM0164").fact("population") == 83_058)
    // Both files stay behind the row, each behind its own figures.
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.areas.2024")]?.part.table())
    let sources = RowSources(table)
    #expect(sources.record(1, "a_inw") == 1 && sources.record(1, "k_65JaarOfOuder_12") == 0)
    #expect(
      try bench.run("wzw factsheet BU01640501").tables.contains { $0.column("file")?.texts?.contains("p.csv") ?? false }
    )
  }

  @Test func `a column that the file leaves empty for a row is missing afterwards, and that is said`() throws {
    let bench = try Workbench().file("k.csv", national).file(
      "p.csv", "Codering_3;k_65JaarOfOuder_12\nGM0164;17400\nBU01640501;\n")
    try bench.run("wzw import k.csv --year 2024")
    let output = try bench.run("wzw import p.csv --year 2024 --as areas")
    #expect(output.words.contains("1 cijfer dat er al was, is nu ontbrekend"))
    #expect(try bench.run("wzw area GM0164").fact("age_65_plus") == 17_400)
  }

  @Test func `two figures with the same last word are two figures`() throws {
    let bench = try Workbench().file("a.csv", "Codering (code);Laag/Waarde (%)\nGM0164;20.5\n").file(
      "b.csv", "Codering (code);Hoog/Waarde (%)\nGM0164;30.5\n")
    try bench.run("wzw import a.csv --year 2024")
    try bench.run("wzw import b.csv --year 2024")
    #expect(try numbers(bench, "wzw.areas.2024", "Laag/Waarde (%)") == [20.5])
    #expect(try numbers(bench, "wzw.areas.2024", "Hoog/Waarde (%)") == [30.5])
  }

  @Test func `the same file twice leaves one file behind its rows`() throws {
    let bench = try Workbench().file("k.csv", national).file("p.csv", "gwb_code_10;a_inw\nBU01640501;3600\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import p.csv --year 2024")
    let before = try bench.session.workspace.parts[PartName(.tables, "wzw.areas.2024")]?.part.table()
    try bench.run("wzw import p.csv --year 2024")
    #expect(try bench.session.workspace.parts[PartName(.tables, "wzw.areas.2024")]?.part.table() == before)
    try bench.run("wzw import k.csv --year 2024")
    #expect(try bench.run("wzw area BU01640501").fact("population") == 3505)
  }

  private let years =
    "RegioS;Perioden;AantalInwoners_1;k_65JaarOfOuder_2\nGM0164  ;2022JJ00;81000;17000\nGM0164  ;2023JJ00;82000;17100\nPV23    ;2023JJ00;1180000;260000\nGM0164;2023KW01;1;1\n"

  @Test func `a table of several years is read with all of them, or with the one asked for`() throws {
    let bench = try Workbench().file("y.csv", years)
    let output = try bench.run("wzw import y.csv")
    #expect(try numbers(bench, "wzw.areas.2022", "AantalInwoners_1") == [81_000])
    #expect(try numbers(bench, "wzw.areas.2023", "AantalInwoners_1") == [82_000])
    #expect(output.words.contains("5 ('2023KW01')"))
    let one = try Workbench().file("y.csv", years)
    let words = try one.run("wzw import y.csv --year 2023").words
    #expect(words.contains("waarvan van een ander jaar 1"))
    #expect(try numbers(one, "wzw.areas.2022", "AantalInwoners_1") == nil)
    #expect(one.error("wzw import y.csv --year 2021")?.code == "import.year")
  }

  @Test func `a quarter is no year, whichever is given`() throws {
    let health =
      "Codering_3;Leeftijd;Perioden;Eenzaam_28\nGM0164;80200;2020JJ00;10.0\nGM0344;80200;2020KW01;90.0\nGM0363;80200;;50.0\n"
    let bench = try Workbench().file("h.csv", health)
    let words = try bench.run("wzw import h.csv --year 2020").words
    #expect(words.contains("of niet over een heel jaar: regel 3 ('2020KW01')") && words.contains("4 ('')"))
    #expect(try numbers(bench, "wzw.health.2020.65+", "Eenzaam_28") == [10])
    for (name, text) in [
      ("q.csv", "RegioS;Perioden;AantalInwoners_1\nGM0164;2023KW01;81000\nGM0164;2023KW02;82000\n"),
      ("k.csv", "Codering_3;Leeftijd;Perioden;Eenzaam_28\nGM0164;80200;1e kwartaal 2023;10.0\n"),
    ] {
      bench.file(name, text)
      for flag in ["", " --year 2023"] {
        let error = bench.error("wzw import \(name)\(flag)")
        #expect(
          error?.code == "import.year" && error?.message.nl.contains("geen enkele regel van een heel jaar") == true)
      }
    }
    // Of words that say no year the user knows better.
    bench.file("w.csv", "Codering_3;Periode;AantalInwoners_1\nGM0164;peildatum;81000\n")
    try bench.run("wzw import w.csv --year 2023")
    #expect(try numbers(bench, "wzw.areas.2023", "AantalInwoners_1") == [81_000])
  }

  @Test func `a year against the file's name or its title is a caution`() throws {
    let bench = try Workbench().file("kwb_2023.csv", national).file("kwb_2024.csv", national)
      .file("t.csv", "Kerncijfers 2023\n\n\(national)")
    #expect(try bench.run("wzw import kwb_2023.csv --year 2024").words.contains("de bestandsnaam noemt 2023"))
    #expect(try !bench.run("wzw import kwb_2024.csv --year 2024").words.contains("let op"))
    #expect(try bench.run("wzw import t.csv --year 2024").words.contains("de titel boven de tabel noemt 2023"))
    #expect(bench.error("wzw import t.csv")?.suggestion == "--year 2023")
  }

  @Test func `a table without people does not take the place of the key figures of an older year`() throws {
    let bench = try Workbench().file("k.csv", national).file(
      "s.csv", "Codering_3;Perioden;Score_1\nGM0164;2025JJ00;0.3\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import s.csv")
    #expect(try bench.run("wzw area GM0164").fact("population") == 83_058)
  }
}

extension Output {
  fileprivate var tables: [Table] { blocks.compactMap { if case .table(let table) = $0 { table } else { nil } } }
}
