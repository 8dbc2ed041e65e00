import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

@Suite struct FactsheetTests {
  private func demo() throws -> Workbench {
    let bench = try Workbench()
    try bench.run("wzw demo")
    return bench
  }

  private func headings(_ output: Output) -> [String] {
    output.blocks.compactMap { if case .heading(let heading) = $0 { heading.text.nl } else { nil } }
  }

  private func tables(_ output: Output) -> [Table] {
    output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func `a sheet has who, growth, needs, comparison, map, and where the numbers come from`() throws {
    let output = try demo().run("wzw factsheet BU99010101 --indicator Eenzaam")
    #expect(
      headings(output) == [
        "Lindehof (BU99010101)", "Wie er wonen", "Groei tot 2040", "Nodig en aanwezig",
        "Vergeleken met de omgeving: eenzaam", "Op de kaart: eenzaam", "Bij de cijfers",
      ])
    #expect(output.fact("population") == 2150)
    #expect(output.blocks.contains { if case .map = $0 { true } else { false } })
    #expect(output.words.contains("Lindehof: 934 van de 1.803 volwassenen zijn eenzaam"))
    let invented = output.blocks.filter { block in
      if case .notice(let notice) = block { notice.text.nl.contains("is verzonnen") } else { false }
    }
    #expect(invented.count == 1)
  }

  @Test func `every figure on the sheet has its file, column and year under it`() throws {
    let output = try demo().run("wzw factsheet BU99010101 --indicator Eenzaam")
    let origins = try #require(tables(output).last)
    let what = origins.column("what")?.texts ?? []
    let row = try #require(what.firstIndex(of: "inwoners"))
    #expect(origins.column("file")?.texts?[row] == "kwb_wilgendal_2024.csv")
    #expect(origins.column("column")?.texts?[row] == "AantalInwoners_5")
    #expect(origins.column("year")?.numbers?[row] == 2024)
    let first = output.blocks.lazy.compactMap { if case .facts(let facts) = $0 { facts } else { nil } }.first
    let facts = (first?.facts ?? []).filter { !["level", "municipality"].contains($0.name) }
    #expect(facts.count == 7)
    let percentages = tables(output).first { $0.column("municipality_rate") != nil }
    #expect(what.count >= facts.count + (percentages?.rowCount ?? 0))
    #expect(what.contains("eenzaam, 65+ (%)") && what.contains("grenzen") && what.contains("aanbod"))
  }

  @Test func `what lacks is said in its place`() throws {
    let output = try demo().run("wzw factsheet BU99010101")
    #expect(output.words.contains("Er wordt niets vooruitgerekend"))
    #expect(output.words.contains("Er is geen vraag te berekenen"))
    let bench = try Workbench()
      .file("a.csv", "Codering_3;WijkenEnBuurten;SoortRegio_2;AantalInwoners_5\nBU00010101;A;Buurt;10\n")
    try bench.run("wzw import a.csv --year 2024")
    let bare = try bench.run("wzw factsheet BU00010101")
    #expect(bare.words.contains("geen percentages van dit gebied ingelezen"))
    #expect(bare.fact("population") == 10)
  }

  @Test func `a municipality is compared with the country, and says it where that cannot be`() throws {
    let output = try demo().run("wzw factsheet GM9901 --indicator Eenzaam")
    #expect(headings(output).contains("Vergeleken met de omgeving: eenzaam"))
    #expect(output.blocks.contains { if case .map(let map) = $0 { map.areas.count == 25 } else { false } })
    let bench = try Workbench()
      .file("k.csv", "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nGM0164;83058;17327\n")
      .file("h.csv", "Codering_3;Leeftijd;Perioden;Eenzaam_28\nGM0164;80200;2020JJ00;53.4\n")
    try bench.run("wzw import k.csv --year 2024")
    try bench.run("wzw import h.csv")
    // A way out names the command that has the flag.
    #expect(
      try bench.run("wzw factsheet GM0164").words.contains(
        "'NL00' is niet ingelezen; lees het bestand zonder --only in, of vergelijk met een ander gebied: 'wzw benchmark … --with CODE'"
      ))
  }

  @Test func `without percentages asked for those that matter for living with care stand there, and by which rule`()
    throws
  {
    let output = try demo().run("wzw factsheet BU99010101")
    let table = try #require(tables(output).first { $0.column("municipality_rate") != nil })
    #expect(table.title?.nl == "Wat telt voor wonen met zorg")
    let stems = (table.column("indicator")?.texts ?? []).compactMap { $0 }
    #expect(stems.first == "BeperkingInBewegen" && stems.contains("Eenzaam") && !stems.contains("WekelijkseSporters"))
    #expect(Set(table.column("age")?.texts ?? []) == ["65+"] && Set(stems).count == stems.count)
    #expect(
      output.words.contains(
        "Gekozen is wat volgens 'Kennisdossier Strategisch werken aan wonen, welzijn en zorg' telt om zelfstandig te wonen met zorg: bewegen, "
      ))
    let sources = output.blocks.compactMap { if case .sources(let sources) = $0 { sources } else { nil } }.flatMap(
      \.self)
    #expect(sources.contains { $0.id == "gebiedsgericht-2016" })
    #expect(headings(output).contains("Op de kaart: moeite met bewegen"))
  }

  @Test func `an aspect without a figure is named, and of files that tell of none those that differ most come first`()
    throws
  {
    let heads = "Codering_3;Leeftijd;Perioden;"
    let areas =
      "Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12\n"
      + "GM0001;Stad;Stad;1000;200\nBU00010101;A;Stad;105;20\n"
    let bench = try Workbench().file("a.csv", areas)
      .file("h.csv", heads + "Eenzaam_1;Roker_2\nGM0001;80200;2020JJ00;50;10\nBU00010101;80200;2020JJ00;40;40\n")
    try bench.run("wzw import a.csv --year 2024")
    try bench.run("wzw import h.csv")
    let output = try bench.run("wzw factsheet BU00010101")
    #expect(
      output.words.contains("daarvan zonder cijfer: bewegen, beperkt zijn door de gezondheid, hulp bij het huishouden"))
    #expect(tables(output).first?.column("indicator")?.texts == ["Eenzaam"])
    let other = try Workbench().file("a.csv", areas)
      .file("h.csv", heads + "Roker_1;Drinker_2\nGM0001;80200;2020JJ00;50;10\nBU00010101;80200;2020JJ00;45;40\n")
    try other.run("wzw import a.csv --year 2024")
    try other.run("wzw import h.csv")
    let sheet = try other.run("wzw factsheet BU00010101")
    #expect(tables(sheet).first?.column("indicator")?.texts == ["Drinker", "Roker"])
    #expect(!sheet.words.contains("Gekozen is"))
  }

  @Test func `the sheet has one population`() throws {
    let bench = try SmallTown.bench()
    let output = try bench.run("wzw factsheet BU01640501")
    let growth = try #require(tables(output).first { $0.column("projected") != nil })
    #expect(output.fact("population") == 3505 && growth.column("population")?.numbers == [3505, 650])
  }

  @Test func `a sheet of an own area, and of one that is not there`() throws {
    let bench = try demo()
    try bench.run("wzw define Linde BU99010101 BU99010102")
    #expect(headings(try bench.run("wzw factsheet Linde --indicator Eenzaam")).first == "Linde (Linde)")
    #expect(bench.error("wzw factsheet Nergens")?.code == "area.unknown")
    #expect(bench.error("wzw factsheet BU99010101 --indicator Bewegen")?.code == "indicator.unknown")
  }
}
