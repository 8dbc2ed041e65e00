import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Everything that real files hold and that must be read right, each in a small file.
@Suite struct ImportTrapTests {
  private let statline = """
    ID;Codering_3;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;AantalInwoners_5;k_65JaarOfOuder_12;Leeg_83
    0;NL00;Nederland;Nederland   ;Land      ;17942942;3677228;
    1;GM0164    ;Hengelo (O.);Hengelo (O.)   ;Gemeente  ;83058;17327;
    2;BU01640501          ;Berflo Es Noord;Hengelo (O.)   ;Buurt     ;3505;650;
    3;BU01640503          ;Twentekanaal;Hengelo (O.)   ;Buurt     ;0;0;
    4;GM1680    ;Aa en Hunze;Aa en Hunze   ;Gemeente  ;25845;7368;

    """

  private func numbers(_ bench: Workbench, _ table: String, _ column: String) throws -> [Double]? {
    try bench.session.workspace.parts[PartName(.tables, table)]?.part.table().column(column)?.numbers
  }

  @Test func `padded codes, empty cells and empty columns of the StatLine style`() throws {
    let bench = try Workbench().file("k.csv", statline)
    let output = try bench.run("wzw import k.csv --year 2024")
    #expect(output.fact("read") == 5 && output.fact("skipped") == 0 && output.fact("unmatched") == 0)
    #expect(output.words.contains("gelezen 5 gebieden: 1 land, 2 gemeenten, 2 buurten"))
    #expect(output.words.contains("1 kolom is voor deze gebieden helemaal leeg en niet meegenomen: Leeg_83"))
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.areas.2024")]?.part.table())
    #expect(table.columnNames.prefix(5) == ["code", "name", "level", "municipality", "AantalInwoners_5"])
    #expect(table.column("code")?.texts?[2] == "BU01640501")
    #expect(table.column("municipality")?.texts?[2] == "Hengelo (O.)")
  }

  @Test func `only a municipality, by code, by its name, and by its name without what stands in brackets`() throws {
    for word in ["GM0164", "'Hengelo (O.)'", "hengelo"] {
      let output = try Workbench().file("k.csv", statline).run("wzw import k.csv --year 2024 --only \(word)")
      #expect(output.fact("read") == 3 && output.fact("skipped") == 2)
      #expect(output.words.contains("overgeslagen 2 (niet GM0164)"))
    }
    let error = try Workbench().file("k.csv", statline).error("wzw import k.csv --year 2024 --only Hengeloo")
    #expect(error?.code == "area.unknown" && error?.suggestion == "Hengelo (O.)")
  }

  @Test func `the wide style with decimal commas, thousands points, lone points, a byte order mark and CRLF`() throws {
    let wide =
      "\u{FEFF}gwb_code_10;gwb_code_8;regio;gm_naam;recs;gwb_code;a_inw;a_65_oo;g_hhgro;g_ink_pi\r\n"
      + "GM0344;0344;Utrecht;Utrecht;Gemeente;GM0344;367.947;39.373;1,9;.\r\n"
      + "BU03440111;03440111;\"Welgelegen; Den Hommel\";Utrecht;Buurt;BU03440111;3.625;360;1,6;.\r\n"
      + "BU03440952;03440952;Strijkviertel;Utrecht;Buurt;BU03440952;0;0;.;."
    let bench = try Workbench().file("w.csv", wide)
    let output = try bench.run("wzw import w.csv --year 2023")
    #expect(output.fact("read") == 3)
    #expect(try numbers(bench, "wzw.areas.2023", "a_inw") == [367_947, 3625, 0])
    #expect(try numbers(bench, "wzw.areas.2023", "g_hhgro")?.prefix(2) == [1.9, 1.6])
    #expect(try bench.run("wzw areas hommel").texts("name") == ["Welgelegen; Den Hommel"])
  }

  @Test func `thousands points are seen where no decimal comma tells: nobody is there for a fraction`() throws {
    let bench = try Workbench().file(
      "w.csv", "gwb_code_10;regio;gm_naam;a_inw;a_65_oo\nBU03440111;Noord;Utrecht;3.625;360\n")
    try bench.run("wzw import w.csv --year 2023")
    #expect(try numbers(bench, "wzw.areas.2023", "a_inw") == [3625])
  }

  @Test func `codes for what is held back are missing, and counted`() throws {
    let bench = try Workbench().file(
      "k.csv",
      "Codering_3;AantalInwoners_5;Koopwoningen_47\nBU01640501;3505;-99997\nBU01640502;-99995;55\nBU01640503;-99999999;-99997\n"
    )
    let output = try bench.run("wzw import k.csv --year 2024")
    #expect(output.fact("suppressed") == 1)
    #expect(output.words.contains("4 cellen met een code voor achtergehouden"))
    let numbers = try #require(try numbers(bench, "wzw.areas.2024", "AantalInwoners_5"))
    #expect(numbers[0] == 3505 && numbers[1].isNaN && numbers[2].isNaN)
  }

  private let health = """
    "ID";"Leeftijd";"Marges";"WijkenEnBuurten";"Perioden";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"Eenzaam_28";"LopenNaarSchool_35"\r
    "1";"80200";"MW00000";"NL01      ";"2020JJ00";"Nederland   ";"Land      ";"NL01      ";"    49.5";""\r
    "2";"80200";"MW00000";"BU01640501";"2020JJ00";"Hengelo     ";"Buurt     ";"BU01640501          ";"    59.1";""\r
    "3";"80200";"MW00000";"BU01640503";"2020JJ00";"Hengelo     ";"Buurt     ";"BU01640503          ";"       .";""\r
    "4";"20300";"MW00000";"BU01640501";"2020JJ00";"Hengelo     ";"Buurt     ";"BU01640501          ";"    51.0";""\r
    "5";"99999";"MW00000";"BU01640501";"2020JJ00";"Hengelo     ";"Buurt     ";"BU01640501          ";"   510.0";""\r
    "6";"80200";"MOG0095";"BU01640501";"2020JJ00";"Hengelo     ";"Buurt     ";"BU01640501          ";"    55.0";""\r

    """

  @Test func `health has its year, its age groups and its country, and no percentage beyond a hundred`() throws {
    let bench = try Workbench().file("h.csv", health)
    let output = try bench.run("wzw import h.csv")
    #expect(
      bench.session.workspace.parts.keys.filter { $0.section == .tables }.map(\.name).sorted() == [
        "wzw.health.2020.18+", "wzw.health.2020.65+", "wzw.health.2020.99999",
      ])
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.health.2020.65+")]?.part.table())
    #expect(table.column("code")?.texts == ["NL00", "BU01640501", "BU01640503"])
    #expect(table.column("Eenzaam_28")?.numbers?.prefix(2) == [49.5, 59.1])
    #expect(output.words.contains("zonder waarde 1"))
    #expect(output.words.contains("leeftijdscode 99999 is onbekend"))
    #expect(output.words.contains("Eenzaam_28 '510.0' (BU01640501)"))
    #expect(output.words.contains("regels met een marge (MOG0095) zijn overgeslagen"))
  }

  @Test func `a year that the file does not say is asked for, and never taken from its name`() throws {
    let bench = try Workbench().file("kwb_2024.csv", statline).file("h.csv", health)
    let error = bench.error("wzw import kwb_2024.csv")
    #expect(error?.code == "argument.missing" && error?.suggestion == "--year 2024")
    #expect(bench.error("wzw import h.csv --year 2016")?.code == "import.year")
    #expect(bench.session.workspace.parts.isEmpty)
  }

  @Test func `a file of another kind is refused with the columns that were looked for, and nothing is kept`() throws {
    let bench = try Workbench().file("x.csv", "name,price\nbread,2.5\n").file("k.csv", statline)
    let error = bench.error("wzw import x.csv --year 2024")
    #expect(error?.code == "import.unrecognised")
    #expect(error?.wayOut?.nl.contains("Codering + AantalInwoners") == true)
    #expect(bench.error("wzw import k.csv --year 2024 --as health")?.code == "import.unrecognised")
    #expect(try Workbench().file("h.csv", health).error("wzw import h.csv --as areas")?.code == "import.unrecognised")
    #expect(bench.session.workspace.parts.isEmpty)
  }

  @Test func `another encoding has to be named`() throws {
    let bytes =
      Array("Codering_3;WijkenEnBuurten;AantalInwoners_5\nBU00140001;Caf".utf8) + [0xE9] + Array(";100\n".utf8)
    let bench = try Workbench().file("c.csv", bytes: bytes)
    #expect(bench.error("wzw import c.csv --year 2024")?.code == "file.encoding")
    try bench.run("wzw import c.csv --year 2024 --encoding cp1252")
    #expect(try bench.run("wzw areas").texts("name") == ["Café"])
  }

  @Test func `a second file adds its areas and replaces those that were there`() throws {
    let bench = try Workbench().file("k.csv", statline)
    try bench.run("wzw import k.csv --year 2024 --only GM0164")
    try bench.run("wzw import k.csv --year 2024 --only GM1680")
    #expect(try bench.run("wzw areas").texts("area") == ["GM0164", "BU01640501", "BU01640503", "GM1680"])
    bench.file("k2.csv", "Codering_3;WijkenEnBuurten;AantalInwoners_5\nGM1680;Aa en Hunze;26000\n")
    try bench.run("wzw import k2.csv --year 2024")
    #expect(try bench.run("wzw areas 'Aa en'").numbers("population") == [26000])
  }

  @Test func `codes without a counterpart are counted with examples`() throws {
    let bench = try Workbench().file("k.csv", statline).file("h.csv", health)
    try bench.run("wzw import k.csv --year 2024 --only BU01640501")
    let output = try bench.run("wzw import h.csv")
    #expect(output.words.contains("zonder tegenhanger in 2024 2"))
    #expect(output.words.contains("NL00 (Nederland), BU01640503 (Hengelo)"))
  }

  @Test func `repeated areas and rows without a code are left out and named by line`() throws {
    let bench = try Workbench().file(
      "k.csv", "Codering_3;AantalInwoners_5\nBU00140001;10\nBU00140001;20\nTotaal;30\n")
    let output = try bench.run("wzw import k.csv --year 2024")
    #expect(output.fact("read") == 1 && output.fact("skipped") == 2)
    #expect(output.words.contains("regel 3 (BU00140001), 4"))
  }

  @Test func `health as Dutch Excel saves it: semicolons, decimal commas, a byte order mark`() throws {
    let bench = try Workbench().file(
      "h.csv",
      "\u{FEFF}Leeftijd;Perioden;Codering_3;Eenzaam_28\r\n80200;2020JJ00;BU01640501;59,1\r\n80200;2020JJ00;BU01640502;.\r\n"
    )
    try bench.run("wzw import h.csv")
    #expect(try numbers(bench, "wzw.health.2020.65+", "Eenzaam_28")?.first == 59.1)
  }

  @Test func `a year that contradicts the file is refused`() throws {
    let bench = try Workbench().file("k.csv", "Perioden;Codering_3;AantalInwoners_5\n2023JJ00;GM0164;83058\n")
    #expect(bench.error("wzw import k.csv --year 2024")?.code == "import.year")
    try bench.run("wzw import k.csv")
    #expect(try numbers(bench, "wzw.areas.2023", "AantalInwoners_5") == [83058])
  }

  @Test(arguments: [
    ("", "file.empty"), ("PK\u{3}\u{4}", "file.xlsx"), ("Codering_3;AantalInwoners_5\nGM0164;1;2\n", "file.ragged"),
    ("Codering_3;AantalInwoners_5\nGM0164;\"1\n", "file.quote"), ("{\"a\": 1}", "import.unrecognised"),
    ("GM0164;83058;17327\n", "file.header"), ("Codering_3;AantalInwoners_5\n", "import.nothing"),
  ])
  func `a file that is no table is refused at the place of its name`(text: String, code: String) throws {
    let error = try Workbench().file("x.csv", text).error("wzw import x.csv --year 2024")
    #expect(error?.code == code && error?.place?.column == 12)
  }
}
