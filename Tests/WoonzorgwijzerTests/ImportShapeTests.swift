import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// The forms in which CBS gives a table: downloads of StatLine's website and answers of its open data.
@Suite struct ImportShapeTests {
  private func table(_ bench: Workbench, _ name: String) throws -> Table {
    try #require(try bench.session.workspace.parts[PartName(.tables, name)]?.part.table())
  }

  @Test func `the titles of the website have the keys of the open data`() {
    #expect(Stem.of("Bevolking/Aantal inwoners (aantal)") == "AantalInwoners")
    #expect(Stem.of("Bevolking/Bevolking naar leeftijd/65 jaar of ouder (aantal)") == "k_65JaarOfOuder")
    #expect(Stem.of("Regiocode (gemeente, wijk, buurt) (code)") == "Regiocode")
    #expect(Stem.of("Wonen/Gemiddelde WOZ-waarde van woningen (x 1 000 euro)") == "GemiddeldeWOZWaardeVanWoningen")
    #expect(Stem.of("Zorg/Wmo-cliënten (aantal)") == "WmoClienten" && Stem.of("Regio's") == "RegioS")
    #expect(Stem.of("AantalInwoners_5") == "AantalInwoners" && Stem.of("a_inw") == "a_inw")
  }

  @Test func `StatLine's website: titles for names, and the codes under Regioaanduiding`() throws {
    let bench = try Workbench().file(
      "s.csv",
      """
      \u{FEFF}"Wijken en buurten";"Regioaanduiding/Gemeentenaam (naam)";"Regioaanduiding/Soort regio (omschrijving)";"Regioaanduiding/Codering (code)";"Bevolking/Aantal inwoners (aantal)";"Bevolking/Bevolking naar leeftijd/65 jaar of ouder (aantal)"
      "Utrecht";"Utrecht";"Gemeente";"GM0344";"374238";"40261"
      "Oog in Al";"Utrecht";"Buurt";"BU03440112";"4155";"505"

      """)
    let output = try bench.run("wzw import s.csv --year 2024")
    #expect(output.words.contains("gelezen 2 gebieden: 1 gemeente, 1 buurt"))
    let sheet = try bench.run("wzw area GM0344")
    #expect(sheet.fact("population") == 374_238 && sheet.fact("age_65_plus") == 40_261)
    #expect(try bench.run("wzw areas 'Oog in Al'").texts("area") == ["BU03440112"])
  }

  @Test func `a title above, names in three lines, a source below`() throws {
    let bench = try Workbench().file(
      "s.csv",
      """
      "Kerncijfers wijken en buurten 2023"
      ""
      "";"";"Onderwerp";"Bevolking";"Bevolking"
      "";"";"";"Aantal inwoners";"65 jaar of ouder"
      "Wijken en buurten";"Codering";"Perioden";"aantal";"aantal"
      "Utrecht";"GM0344";"2023";"367947";"39373"
      "Oog in Al";"BU03440112";"2023*";"4200";"495"
      "Bron: CBS"

      """)
    let output = try bench.run("wzw import s.csv")
    #expect(output.words.contains("2 regels met een titel of bron boven of onder de tabel zijn overgeslagen"))
    #expect(
      try table(bench, "wzw.areas.2023").column("Bevolking/Aantal inwoners (aantal)")?.numbers == [367_947, 4200])
    #expect(try bench.run("wzw area GM0344").fact("age_65_plus") == 39_373)
  }

  @Test func `the long form: a row for each topic`() throws {
    let bench = try Workbench().file(
      "l.csv",
      """
      "Wijken en buurten";"Codering (code)";"Perioden";"Onderwerp";"Waarde";"Eenheid"
      "Utrecht";"GM0344    ";"2022";"Aantal inwoners";"361742";"aantal"
      "Utrecht";"GM0344    ";"2022";"65 jaar of ouder";"38500";"aantal"
      "Utrecht";"GM0344    ";"2023";"Aantal inwoners";"367947";"aantal"
      "Utrecht";"GM0344    ";"2023";"65 jaar of ouder";"39373";"aantal"

      """)
    try bench.run("wzw import l.csv")
    #expect(try table(bench, "wzw.areas.2022").column("Aantal inwoners (aantal)")?.numbers == [361_742])
    #expect(try table(bench, "wzw.areas.2023").column("65 jaar of ouder (aantal)")?.numbers == [39_373])
    #expect(try bench.run("wzw area GM0344 --year 2022").fact("population") == 361_742)
  }

  @Test func `OData v3 as JSON, typed and untyped`() throws {
    let json = """
      {"odata.metadata":"https://opendata.cbs.nl/ODataApi/odata/85984NED/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[
      {"ID":0,"WijkenEnBuurten":"GM0164","Gemeentenaam_1":"Hengelo (O.)       ","SoortRegio_2":"Gemeente  ","Codering_3":"GM0164    ","AantalInwoners_5":83058,"k_65JaarOfOuder_12":"   17327","GemiddeldeHuishoudensgrootte_33":2.1,"Leeg_9":null},
      {"ID":1,"WijkenEnBuurten":"BU01640501","Gemeentenaam_1":"Hengelo (O.)       ","SoortRegio_2":"Buurt     ","Codering_3":"BU01640501","AantalInwoners_5":3505,"k_65JaarOfOuder_12":"     650","GemiddeldeHuishoudensgrootte_33":null,"Leeg_9":null}]}
      """
    let bench = try Workbench().file("o.json", json)
    let output = try bench.run("wzw import o.json --year 2024")
    #expect(output.words.contains("1 kolom is voor deze gebieden helemaal leeg en niet meegenomen: Leeg_9"))
    let found = try table(bench, "wzw.areas.2024")
    #expect(found.column("AantalInwoners_5")?.numbers == [83_058, 3505])
    #expect(found.column("k_65JaarOfOuder_12")?.numbers == [17_327, 650])
    #expect(found.column("GemiddeldeHuishoudensgrootte_33")?.numbers?.first == 2.1)
  }

  private let observations = """
    {"@odata.context":"https://datasets.cbs.nl/odata/v1/$metadata#Observations","value":[
    {"Id":0,"Measure":"T001036","ValueAttribute":"None","Value":83058.0,"StringValue":null,"WijkenEnBuurten":"GM0164"},
    {"Id":1,"Measure":"M000352","ValueAttribute":"None","Value":17327.0,"StringValue":null,"WijkenEnBuurten":"GM0164"},
    {"Id":2,"Measure":"T001036","ValueAttribute":"None","Value":3505.0,"StringValue":null,"WijkenEnBuurten":"BU01640501"},
    {"Id":3,"Measure":"M000352","ValueAttribute":"Confidential","Value":null,"StringValue":null,"WijkenEnBuurten":"BU01640501"}]}
    """
  private let measures = """
    {"@odata.context":"x","value":[{"Identifier":"T001036","Index":1,"Title":"Aantal inwoners","Unit":"aantal","DataType":"Long"},
    {"Identifier":"M000352","Index":2,"Title":"65 jaar of ouder","Unit":"aantal","DataType":"Long"}]}
    """
  private let areas = """
    {"value":[{"Identifier":"GM0164","Title":"Hengelo (O.)"},{"Identifier":"BU01640501","Title":"Berflo Es Noord"}]}
    """

  @Test func `OData v4: observations with their code lists, given or beside the file`() throws {
    for (flags, names) in [
      (" --codes lijst.json --codes gebieden.json", ["lijst.json", "gebieden.json"]),
      ("", ["MeasureCodes.json", "WijkenEnBuurtenCodes.json"]),
    ] {
      let bench = try Workbench().file("obs.json", observations).file(names[0], measures).file(names[1], areas)
      let output = try bench.run("wzw import obs.json --year 2024\(flags)")
      #expect(output.words.contains("Confidential 1"))
      let found = try table(bench, "wzw.areas.2024")
      #expect(found.column("Aantal inwoners (aantal)")?.numbers == [83_058, 3505])
      #expect(found.column("65 jaar of ouder (aantal)")?.numbers?.first == 17_327)
      #expect(try bench.run("wzw areas berflo").texts("area") == ["BU01640501"])
    }
  }

  @Test func `topics by a code without a name are refused, with the way out`() throws {
    let bench = try Workbench().file("obs.json", observations).file("geen.json", "{\"value\":[{\"a\":1}]}")
    let error = bench.error("wzw import obs.json --year 2024")
    #expect(error?.code == "import.codes" && error?.suggestion == "--codes MeasureCodes.json")
    #expect(bench.error("wzw import obs.json --year 2024 --codes geen.json")?.code == "import.codes")
    #expect(bench.session.workspace.parts.isEmpty)
  }

  @Test func `v4 in one document, and as delimited text`() throws {
    let whole = "{\"Observations\":\(observations),\"MeasureCodes\":\(measures)}"
    let bench = try Workbench().file("a.json", whole).file(
      "b.csv",
      "\"Id\";\"Measure\";\"ValueAttribute\";\"Value\";\"RegioS\";\"Perioden\"\n0;\"T001036\";\"None\";83058;\"GM0164\";\"2023JJ00\"\n"
    ).file("m.csv", "\"Identifier\";\"Title\";\"Unit\"\n\"T001036\";\"Aantal inwoners\";\"aantal\"\n")
    try bench.run("wzw import a.json --year 2024")
    #expect(try bench.run("wzw area GM0164").fact("population") == 83_058)
    try bench.run("wzw import b.csv --codes m.csv")
    #expect(try table(bench, "wzw.areas.2023").column("Aantal inwoners (aantal)")?.numbers == [83_058])
  }

  @Test func `rows each with a name of their own are refused before they fill the memory`() throws {
    func error(_ unit: (Int) -> String, _ count: Int) throws -> String? {
      let bench = try Workbench().file("o.json", "{\"value\":[" + (0..<count).map(unit).joined(separator: ",") + "]}")
      return bench.error("wzw import o.json --year 2024")?.code
    }
    let own = { (row: Int) in "{\"k\(row)\":1}" }
    #expect(try error(own, 10_000) == "table.wide")
    // Observations that each have a topic and an area of their own are the same table.
    let observation = { (row: Int) in
      "{\"Measure\":\"onderwerp \(row)\",\"Value\":1,\"WijkenEnBuurten\":\"BU\(10_000_000 + row)\"}"
    }
    #expect(try error(observation, 2_100) == "table.wide")
  }

  @Test func `of rows whose members come in another order or lack every cell keeps its place`() throws {
    let json = """
      {"value":[{"Codering_3":"GM0164    ","AantalInwoners_5":83058},
      {"k_65JaarOfOuder_12":7,"Codering_3":"GM0344"},
      {"AantalInwoners_5":9,"Codering_3":"GM0363","k_65JaarOfOuder_12":5}]}
      """
    let bench = try Workbench().file("o.json", json)
    try bench.run("wzw import o.json --year 2024")
    let found = try table(bench, "wzw.areas.2024")
    #expect(try bench.run("wzw areas").texts("area") == ["GM0164", "GM0344", "GM0363"])
    #expect(found.column("AantalInwoners_5")?.numbers?.map { $0.isNaN ? -1 : $0 } == [83_058, -1, 9])
    #expect(found.column("k_65JaarOfOuder_12")?.numbers?.map { $0.isNaN ? -1 : $0 } == [-1, 7, 5])
  }

  @Test func `one page of an answer is no whole table, and that is said`() throws {
    let row = "{\"Codering_3\":\"GM0164    \",\"AantalInwoners_5\":83058}"
    for key in ["@odata.nextLink", "odata.nextLink"] {
      let bench = try Workbench().file("o.json", "{\"value\":[\(row)],\"\(key)\":\"https://x/y?$skip=1\"}")
      #expect(try bench.run("wzw import o.json --year 2024").words.contains("dit is één bladzijde van de tabel"))
    }
    let bench = try Workbench().file("o.json", "{\"value\":[\(row)],\"odata.nextLink\":null}")
    #expect(try !bench.run("wzw import o.json --year 2024").words.contains("bladzijde"))
  }

  @Test func `a second list of the same columns goes behind the first, and one of others is named`() throws {
    let page = { (code: String, people: Int) in
      "{\"@odata.nextLink\":\"\",\"value\":[{\"AantalInwoners_5\":\(people),\"Codering_3\":\"\(code)\"}]}"
    }
    let other = "{\"value\":[{\"a\":1},{\"a\":2}]}"
    let bench = try Workbench().file(
      "o.json", "{\"een\":\(page("GM0164", 83058)),\"twee\":\(page("GM0344", 367947)),\"drie\":\(other)}")
    let words = try bench.run("wzw import o.json --year 2024").words
    #expect(try table(bench, "wzw.areas.2024").column("AantalInwoners_5")?.numbers == [83_058, 367_947])
    #expect(words.contains("daarvan is niets ingelezen (2 regels)"))
  }

  @Test func `health of the website: ages and margins in words`() throws {
    let bench = try Workbench().file(
      "h.csv",
      """
      "Leeftijd";"Marges";"Wijken en buurten";"Perioden";"Regioaanduiding/Codering (code)";"Sociaal/Eenzaam (%)"
      "65 jaar of ouder";"Waarde";"Hengelo (O.)";"2020";"GM0164    ";"53,4"
      "65 jaar of ouder";"Ondergrens 95%-interval";"Hengelo (O.)";"2020";"GM0164    ";"50,1"

      """)
    try bench.run("wzw import h.csv")
    #expect(try table(bench, "wzw.health.2020.65+").column("Sociaal/Eenzaam (%)")?.numbers == [53.4])
    #expect(try bench.run("wzw indicators").texts("stem").contains("Eenzaam"))
  }
}
