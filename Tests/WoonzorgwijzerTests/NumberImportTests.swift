import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// How a cell of a file becomes a figure of an area, and what no figure can be.
@Suite struct NumberImportTests {
  private func numbers(_ bench: Workbench, _ name: String, _ column: String) throws -> [Double]? {
    guard let table = try bench.session.workspace.parts[PartName(.tables, name)]?.part.table() else { return nil }
    return table.column(column)?.numbers
  }

  private let thousands = """
    gwb_code_10;regio;gm_naam;recs;a_inw;a_65_oo
    GM0164;Hengelo;Hengelo;Gemeente;83,058;17,327
    BU01640501;Berflo;Hengelo;Buurt;3,505;650

    """

  @Test func `thousands with a comma are people, and the notice says so`() throws {
    let bench = try Workbench().file("k.csv", thousands)
    let output = try bench.run("wzw import k.csv --as areas --year 2024")
    #expect(try numbers(bench, "wzw.areas.2024", "a_inw") == [83_058, 3505])
    #expect(try numbers(bench, "wzw.areas.2024", "a_65_oo") == [17_327, 650])
    #expect(output.words.contains("de komma scheidt duizendtallen ('83,058') in 'a_inw', 'a_65_oo'"))
    #expect(try bench.run("wzw area GM0164").fact("population") == 83_058)
  }

  @Test func `the marks can be given, and two that cannot be are refused`() throws {
    let bench = try Workbench().file("k.csv", thousands)
    #expect(bench.error("wzw import k.csv --year 2024 --decimal comma --thousands comma")?.code == "argument.clash")
    let output = try bench.run("wzw import k.csv --year 2024 --decimal comma")
    // No people are there for a fraction: what was asked for leaves nothing but the whole numbers.
    #expect(output.words.contains("3 cellen zijn geen bruikbaar getal"))
    let given = try bench.run("wzw import k.csv --year 2024 --thousands comma")
    #expect(!given.words.contains("geen bruikbaar getal"))
    #expect(try numbers(bench, "wzw.areas.2024", "a_inw") == [83_058, 3505])
  }

  @Test func `percent signs and provisional marks are taken off, and said`() throws {
    let bench = try Workbench().file(
      "p.csv",
      "gwb_code_10;regio;gm_naam;a_inw;a_65_oo;p_koopw\nGM0344;Utrecht;Utrecht;367947*;39373*;44%\nWK034401;West;Utrecht;29040*;2855*;51%\n"
    )
    let output = try bench.run("wzw import p.csv --year 2024")
    #expect(try numbers(bench, "wzw.areas.2024", "a_inw") == [367_947, 29_040])
    #expect(try numbers(bench, "wzw.areas.2024", "p_koopw") == [44, 51])
    #expect(
      output.words.contains("% is weggelaten in 'p_koopw'; * (voorlopig cijfer) is weggelaten in 'a_inw', 'a_65_oo'"))
  }

  @Test(arguments: [
    ("-5;0", "a_inw '-5' (BU01640501)"), ("12,5;3", "a_inw '12,5' (BU01640501)"),
    ("500;506", "a_65_oo '506' (BU01640501) > a_inw '500' (BU01640501)"),
    ("500;-1", "a_65_oo '-1' (BU01640501)"),
  ])
  func `people are whole, not negative, and of an age no more than all`(cells: String, named: String) throws {
    let bench = try Workbench().file(
      "k.csv", "gwb_code_10;regio;a_inw;a_65_oo;g_hhgro\nBU01640501;A;\(cells);1,9\nBU01640502;B;1440;250;2,1\n")
    let output = try bench.run("wzw import k.csv --year 2024")
    #expect(output.words.contains("1 cel is geen bruikbaar getal en telt als ontbrekend: \(named)"))
    #expect(try numbers(bench, "wzw.areas.2024", "a_65_oo")?[1] == 250)
  }

  @Test func `as many old people as people are possible, five more by rounding, and a percentage ends at a hundred`()
    throws
  {
    let bench = try Workbench().file(
      "k.csv", "gwb_code_10;regio;a_inw;a_65_oo;p_koopw\nBU01640501;A;5;5;100\nBU01640502;B;0;5;101\n")
    let output = try bench.run("wzw import k.csv --year 2024")
    #expect(output.words.contains("1 cel is geen bruikbaar getal en telt als ontbrekend: p_koopw '101' (BU01640502)"))
  }

  @Test func `health as shares of one becomes percentages, and that is said`() throws {
    let head = "Codering_3;Leeftijd;Perioden;Eenzaam_28;Ernstig_29\n"
    let bench = try Workbench().file(
      "h.csv", head + "BU01640501;80200;2020JJ00;0,591;0,1\nBU01640502;80200;2020JJ00;0,495;0\n")
    #expect(try bench.run("wzw import h.csv").words.contains("gelezen als aandelen"))
    #expect(try numbers(bench, "wzw.health.2020.65+", "Eenzaam_28") == [59.1, 49.5])
    bench.file("p.csv", head + "BU01640501;80200;2020JJ00;1,5;0,1\nBU01640502;80200;2020JJ00;0,495;0\n")
    #expect(try !bench.run("wzw import p.csv").words.contains("gelezen als aandelen"))
    #expect(try numbers(bench, "wzw.health.2020.65+", "Eenzaam_28") == [1.5, 0.495])
  }

  @Test func `a header in capitals keeps what is said of its numbers`() throws {
    let bench = try Workbench().file("k.csv", "GWB_CODE_10;A_INW;A_65_OO\nGM0164;83.058;17.327\n")
    let words = try bench.run("wzw import k.csv --year 2024").words
    #expect(words.contains("de punt scheidt duizendtallen ('83.058') in 'A_INW', 'A_65_OO'"))
    // Small percentages that bear their sign are no shares, in whichever row the first stands.
    bench.file(
      "h.csv",
      "CODERING_3;LEEFTIJD;PERIODEN;EENZAAM_28\nBU01640501;20300;2020JJ00;\nBU01640501;80200;2020JJ00;0,5%\nBU01640502;80200;2020JJ00;0,9%\n"
    )
    #expect(try !bench.run("wzw import h.csv").words.contains("gelezen als aandelen"))
    let table = try bench.session.workspace.parts[PartName(.tables, "wzw.health.2020.65+")]?.part.table()
    #expect(table?.columns.first { $0.name.lowercased() == "eenzaam_28" }?.numbers == [0.5, 0.9])
  }

  @Test func `a column of which a cell is refused for the people there are is taken in part`() throws {
    let bench = try Workbench().file(
      "k.csv", "gwb_code_10;a_inw;a_65_oo\nBU01640501;500;900\nBU01640502;1440;250\n")
    let output = try bench.run("wzw import k.csv --year 2024 --columns")
    #expect(output.texts("fate") == ["key", "taken", "partly"])
    #expect(output.table?.column("cells")?.numbers?.last == 1 && output.texts("example")[2] == "900")
  }

  @Test func `people by age are whole: a table in thousands is refused with its line`() throws {
    let bench = try Workbench().file("p.csv", "area,age_from,age_to,people\nGM0164,0,64,63.5\nGM0164,65,,17.3\n")
    let error = bench.error("wzw import p.csv --year 2024")
    #expect(error?.code == "population.fraction" && error?.message.nl.contains("regel 2") == true)
    bench.file("q.csv", "area;age_from;age_to;people\nGM0164;0;64;65.731\nGM0164;65;;17.327\n")
    try bench.run("wzw import q.csv --year 2024")
    #expect(try numbers(bench, "wzw.population.2024", "people") == [65_731, 17_327])
  }

  @Test func `places and points are read the same way`() throws {
    let bench = try Workbench()
    bench.file("a.csv", "gebied;item;capaciteit\nGM0164;huisarts;1.250\nGM0164;buurthuis;12\n")
    #expect(try bench.run("wzw import a.csv").words.contains("de punt scheidt duizendtallen ('1.250')"))
    #expect(try numbers(bench, "wzw.supply", "capacity") == [1250, 12])
    bench.file("v.csv", "soort;lon;lat;inwoners\nbuurthuis;4.892;52.373;1.250\nbuurthuis;5.387;52.155;12\n")
    let output = try bench.run("wzw import v.csv")
    #expect(try numbers(bench, "wzw.facilities", "people") == [1250, 12])
    #expect(try numbers(bench, "wzw.facilities", "lon") == [4.892, 5.387])
    #expect(output.words.contains("dit bestand schrijft getallen op twee manieren"))
    // Of points on a map the texts of their properties are read with the same marks.
    let point =
      "{\"type\":\"Feature\",\"properties\":{\"soort\":\"buurthuis\",\"inwoners\":\"1.250\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[4.9,52.4]}}"
    let points = try Workbench().file("v.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(point)]}")
    #expect(points.error("wzw import v.geojson --decimal point")?.code == "import.nothing")
    try points.run("wzw import v.geojson --decimal comma")
    #expect(try numbers(points, "wzw.facilities", "people") == [1250])
    bench.file("h.csv", "soort;lon;lat;inwoners\nbuurthuis;4,892;52,373;12,5\n")
    #expect(bench.error("wzw import h.csv")?.code == "import.nothing")
  }
}
