import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Tables that an analyst makes: what is read, and what is refused with its row.
@Suite struct AnalystImportTests {
  private func table(_ bench: Workbench, _ name: String) throws -> Table? {
    try bench.session.workspace.parts[PartName(.tables, name)]?.part.table()
  }

  @Test func `rates are recognised by their columns, and the last age counts where the next band begins after it`()
    throws
  {
    let bench = try Workbench().file(
      "r.csv",
      """
      group,age_from,age_to,sex,household,rate,low,high,source
      3,65,74,,,0.05,0.03,0.08,eigen telling 2022
      3,75,,,,0.15,0.10,0.21,eigen telling 2022
      LVB,18,,,,0.01,,,

      """)
    let output = try bench.run("wzw import r.csv")
    let rates = try #require(try table(bench, "wzw.rates"))
    #expect(rates.column("group")?.texts == ["3", "3", "lvb"])
    #expect(rates.column("age_below")?.numbers?[0] == 75 && rates.column("age_below")?.numbers?[1].isNaN == true)
    #expect(output.words.contains("age_to telt mee"))
    #expect(output.words.contains("1 van de 3 kansen heeft geen marge"))
    #expect(output.words.contains("1 van de 3 regels noemt geen bron"))
  }

  @Test func `an end at 110 or more is no end`() throws {
    let bench = try Workbench().file("r.csv", "group,age_from,age_to,rate\n3,65,120,0.1\n4a,65,99,0.1\n")
    _ = try bench.run("wzw import r.csv")
    let ends = try #require(try table(bench, "wzw.rates")?.column("age_below")?.numbers)
    #expect(ends[0].isNaN && ends[1] == 100)
  }

  @Test func `bands that begin on each other's end end before it`() throws {
    let bench = try Workbench().file(
      "r.csv", "groep;leeftijd_van;leeftijd_tot;aandeel\n3;65;75;0,05\n3;75;85;0,1\n3;85;;0,3\n")
    #expect(try bench.run("wzw import r.csv --as rates").words.contains("age_to telt niet mee"))
    #expect(try table(bench, "wzw.rates")?.column("age_below")?.numbers?.prefix(2) == [75, 85])
    #expect(try table(bench, "wzw.rates")?.column("rate")?.numbers == [0.05, 0.1, 0.3])
  }

  @Test(arguments: [
    ("3,65,74,,,12,,,x", "rate.range", "0.12"), ("3,65,74,,,12%,,,x", "rate.percent", "0.12"),
    ("3,65,74,,,-0.1,,,x", "rate.range", nil), ("3,65,74,,,0.1,0.2,0.3,x", "rate.interval", nil),
    ("3,65,74,,,0.1,0.05,,x", "rate.interval", nil), ("3,65,74,,,veel,,,x", "value.number", nil),
    ("3,65,74,,,,,,x", "rate.missing", nil), ("groep-9,65,74,,,0.1,,,x", "group.unknown", nil),
    ("3,74,65,,,0.1,,,x", "age.order", nil), ("3,6.5,74,,,0.1,,,x", "age.range", nil),
    ("3,80,89,,,0.1,,,x", "age.overlap", nil), ("3,90,94,q,,0.1,,,x", "sex.unknown", nil),
    ("3,70,72,v,,0.1,,,x", "age.overlap", nil),
  ])
  func `a bad row is named with its line, and nothing is kept`(row: String, code: String, way: String?) throws {
    let bench = try Workbench().file(
      "r.csv",
      "group,age_from,age_to,sex,household,rate,low,high,source\n3,70,84,,,0.2,0.1,0.3,x\n\(row)\n")
    let error = bench.error("wzw import r.csv")
    #expect(error?.code == code, "\(row)")
    #expect(error?.message.nl.contains("'r.csv' regel 3: ") == true, "\(error?.message.nl ?? "")")
    if let way { #expect(error?.suggestion == way) }
    #expect(error?.wayOut?.nl.hasSuffix("er is niets ingelezen") == true)
    #expect(bench.session.workspace.parts.isEmpty)
  }

  @Test func `the first bad row is named, the others by their lines`() throws {
    let bench = try Workbench().file("r.csv", "group,age_from,rate\n3,65,12\nxyz,65,0.1\n4a,65,0.1\n4b,65,7\n")
    let error = bench.error("wzw import r.csv --as rates")
    #expect(error?.message.nl == "'r.csv' regel 2: rate 12 ligt niet tussen 0 en 1; ook de regels 3, 5")
  }

  @Test func `a group that is read again is replaced whole, another stays`() throws {
    let bench = try Workbench().file("a.csv", "group,age_from,age_to,rate\n3,65,74,0.1\n3,75,,0.2\n4a,65,,0.1\n")
      .file("b.csv", "group,age_from,rate\n3,65,0.3\n")
    try bench.run("wzw import a.csv")
    try bench.run("wzw import b.csv")
    #expect(try table(bench, "wzw.rates")?.column("rate")?.numbers == [0.1, 0.3])
    #expect(try table(bench, "wzw.rates")?.column("source")?.numbers == [0, 1])
  }

  @Test func `margins are totals of an area and a group, or of all groups together`() throws {
    let bench = try Workbench().file("m.csv", "area,group,total\nGM0164,3,120\nBU01640501,,40\n")
    #expect(try bench.run("wzw import m.csv").words.contains("gelezen 2 totalen"))
    #expect(try table(bench, "wzw.margins")?.column("total")?.numbers == [120, 40])
    for (row, code) in [
      ("GM0164,3,-5", "margin.negative"), ("Hengelo,3,5", "area.code"), ("GM0164,3,", "margin.missing"),
      ("BU01640501,,5", "margin.repeated"), ("GM0164,77,5", "group.unknown"),
    ] {
      bench.file("x.csv", "area,group,total\nBU01640501,,40\n\(row)\n")
      let error = bench.error("wzw import x.csv --as margins")
      #expect(error?.code == code && error?.message.nl.contains("regel 3") == true, "\(row)")
    }
  }

  @Test func `finer bands need a year, and are refused where they overlap`() throws {
    let bench = try Workbench().file(
      "p.csv",
      "area,age_from,age_to,people\nGM0164,65,74,9000\nGM0164,75,,8327\nBU01640501,65,74,300\nBU01640501,75,,350\n")
    #expect(bench.error("wzw import p.csv")?.code == "argument.missing")
    let output = try bench.run("wzw import p.csv --year 2024")
    #expect(output.fact("read") == 2 && output.words.contains("gelezen 2 gebieden: 1 gemeente, 1 buurt"))
    #expect(try table(bench, "wzw.population.2024")?.rowCount == 4)
    bench.file("x.csv", "area,age_from,age_to,people\nGM0164,65,80,9000\nGM0164,75,,8327\n")
    #expect(bench.error("wzw import x.csv --year 2024")?.code == "age.overlap")
    bench.file("x.csv", "area,age_from,people\nGM0164,65,-1\n")
    #expect(bench.error("wzw import x.csv --year 2024")?.code == "population.negative")
  }

  @Test func `direct counts come in people with their error, or as a share of a sample`() throws {
    let bench = try Workbench().file("c.csv", "area,group,estimate,sd\nBU01640501,3,40,8\n")
      .file("s.csv", "area,group,share,n\nBU01640502,3,0.12,200\n")
    try bench.run("wzw import c.csv")
    try bench.run("wzw import s.csv")
    let counts = try #require(try table(bench, "wzw.counts"))
    #expect(counts.column("sd")?.numbers?.first == 8)
    // Wilson at .12 of 200: .08198-.17234, half of which over 1.96 is .02305.
    let sd = try #require(counts.column("share_sd")?.numbers?.last)
    #expect(abs(sd - 0.02305) < 1e-5)
    bench.file("x.csv", "area,group,estimate,sd\nBU01640501,3,40,0\n")
    #expect(bench.error("wzw import x.csv")?.code == "counts.value")
  }

  @Test func `survival has bands of one width from nought, the last open`() throws {
    let bench = try Workbench().file(
      "s.csv", "age_from,age_to,survival\n0,19,0.99\n20,39,0.97\n40,59,0.8\n60,,0.4\n")
    #expect(try bench.run("wzw import s.csv").words.contains("gelezen 4 leeftijdsklassen van 20 jaar, de laatste open"))
    for rows in ["0,19,0.99\n20,29,0.9\n30,,0.4", "0,19,0.99\n20,39,0.9", "5,19,0.99\n20,,0.9"] {
      bench.file("x.csv", "age_from,age_to,survival\n\(rows)\n")
      #expect(bench.error("wzw import x.csv")?.code == "survival.bands", "\(rows)")
    }
    bench.file("x.csv", "age_from,age_to,survival\n0,19,1.2\n20,,0.9\n")
    #expect(bench.error("wzw import x.csv")?.code == "survival.range")
  }

  @Test func `a table that lacks a column says which`() throws {
    let bench = try Workbench().file("r.csv", "group,age_from,age_to\n3,65,74\n")
    let error = bench.error("wzw import r.csv --as rates")
    #expect(error?.code == "column.unknown" && error?.message.nl.contains("'rate'") == true)
  }
}
