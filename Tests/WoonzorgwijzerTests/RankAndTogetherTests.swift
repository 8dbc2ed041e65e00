import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Ranks with their intervals.
@Suite struct RankTests {
  @Test func `the largest is first, what is far apart is sure, and it is sorted so`() throws {
    let output = try SmallTown.bench().run("wzw estimate --in GM0164 --group lvb --rank")
    #expect(
      output.texts("area") == ["BU01640504", "BU01640501", "BU01640502", "BU01640505", "BU01640503"])
    #expect(output.numbers("rank").prefix(4) == [1, 2, 3, 4] && output.numbers("rank")[4].isNaN)
    #expect(
      output.numbers("rank_low").prefix(4) == [1, 2, 3, 4] && output.numbers("rank_high").prefix(4) == [1, 2, 3, 4])
    #expect(output.table?.column("rankable")?[0] == .boolean(true))
  }

  @Test func `by rate all are alike with one rate, and too uncertain to rank`() throws {
    let output = try SmallTown.bench().run("wzw estimate --in GM0164 --group lvb --rank --by rate")
    #expect(output.numbers("rank").prefix(4) == [2.5, 2.5, 2.5, 2.5])
    #expect((0..<4).allSatisfy { output.table?.column("rankable")?[$0] == .boolean(false) })
    #expect(output.words.contains("Te onzeker om te rangschikken: 4 van 4 gebieden"))
  }

  @Test func `a direct estimate without a margin is ranked by chance alone, and says so`() throws {
    let output = try SmallTown.bench().run("wzw estimate --in GM0164 --indicator Eenzaam --age 65+ --rank")
    #expect(output.texts("area").prefix(3) == ["BU01640504", "BU01640501", "BU01640502"])
    #expect(output.numbers("low").allSatisfy { $0.isNaN })
    #expect(output.words.contains("het interval van 95 % uit 1.000 trekkingen (seed "))
    #expect(output.words.contains("Het percentage zelf geldt hier als zeker, want het bestand geeft geen marge"))
  }

  @Test func `draws that do not fit are refused with how many do`() throws {
    var town = "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\n"
    for number in 1000...1800 { town += "BU0164\(number);100;20\n" }
    let bench = try SmallTown.bench().file("g.csv", town)
    try bench.run("wzw import g.csv --year 2023")
    let error = bench.error("wzw estimate --year 2023 --level buurt --group lvb --rank --draws 100000")
    #expect(error?.code == "rank.toolarge" && error?.suggestion == "--draws 74900")
  }
}

/// Two limitations at once.
@Suite struct TogetherTests {
  @Test func `59,1 % lonely and 29,6 % limited: between nobody and 192 people, 114 if independent`() throws {
    let output = try SmallTown.bench().run(
      "wzw estimate BU01640501 --indicator Eenzaam,BeperkingInBewegen --age 65+ --together")
    #expect(abs(output.numbers("rate")[0] - 0.591 * 0.296) < 1e-12)
    #expect(abs(output.numbers("estimate")[0] - 113.7084) < 1e-6)
    #expect(output.numbers("low") == [0] && abs(output.numbers("high")[0] - 192.4) < 1e-9)
    #expect(output.texts("method") == ["independent"] && output.texts("indicator") == ["Eenzaam + BeperkingInBewegen"])
    #expect(output.words.contains("grenzen van Fréchet"))
  }

  @Test func `the bounds of Fréchet, and that independence lies within`() {
    let both = JointShare([0.8, 0.7])
    #expect(abs(both.low - 0.5) < 1e-12 && both.high == 0.7 && abs(both.independent - 0.56) < 1e-12)
    #expect(JointShare([0.9, 0.9, 0.9]).low - 0.7 < 1e-12)
    #expect(JointShare([0.5, .nan]).low.isNaN)
    var narrow = JointShare([0.076, 0.209])
    narrow.narrow(union: 0.271, [0.076, 0.209])
    #expect(abs(narrow.low - 0.014) < 1e-12)
  }

  @Test func `what the source gives of a combination is taken from it`() throws {
    let known = try KnownCombinations(field: KnowledgeBase.data("combinations"))
    #expect(
      known.kind(["BeperktVanwegeGezondheid", "EenOfMeerLangdurigeAandoeningen"]) == .given("LangdurigeZiekteEnBeperkt")
    )
    #expect(known.kind(["Eenzaam", "ErnstigZeerErnstigEenzaam"]) == .within("ErnstigZeerErnstigEenzaam"))
    #expect(known.kind(["Ondergewicht", "Overgewicht"]) == .apart)
    #expect(known.kind(["BeperkingInHoren", "BeperkingInZien"]) == .unknown(union: "EenOfMeerLichamelijkeBeperkingen"))
    #expect(known.kind(["Eenzaam", "Roker"]) == .unknown(union: nil))
    let stems = Set((try KnowledgeBase.data("indicators")["indicators"]?.array ?? []).compactMap { $0["stem"]?.string })
    let json = try KnowledgeBase.data("combinations")
    for item in json["within"]?.array ?? [] {
      #expect(stems.contains(item["inner"]?.string ?? "") && stems.contains(item["outer"]?.string ?? ""))
    }
  }
}

/// 18 through 64 out of 18+ and 65+.
@Suite struct MiddleAgeTests {
  @Test func `adults less the elderly: 1500,25 - 384,15 of 3000,5 - 650`() throws {
    let output = try SmallTown.bench().run("wzw estimate BU01640501 --indicator Eenzaam --age 18-64,65+")
    #expect(output.texts("age") == ["65+", "18-64"] || output.texts("age") == ["18-64", "65+"])
    let row = try #require(output.texts("age").firstIndex(of: "18-64"))
    #expect(abs(output.numbers("estimate")[row] - 1116.1) < 1e-9 && output.numbers("population")[row] == 2350.5)
    #expect(output.texts("origin")[row].contains(" − k.csv"))
  }

  @Test func `without the file of adults it is said what is missing`() throws {
    let bench = try SmallTown.bench()
    #expect(bench.error("wzw estimate BU01640501 --indicator Eenzaam --age 18-65,12+")?.code == "age.unknown")
  }
}

/// The table that other plugins read.
@Suite struct OfferTests {
  @Test func `it is offered in one step, replaced by key, and says what it holds`() throws {
    let bench = try SmallTown.bench()
    let name = PartName(.tables, "wzw.estimates")
    try bench.run("wzw estimate --in GM0164 --group lvb")
    #expect(bench.session.workspace.parts[name] == nil)
    let before = bench.session.workspace.serial
    try bench.run("wzw estimate --in GM0164 --group lvb --offer")
    #expect(bench.session.workspace.serial == before + 1)
    try bench.run("wzw estimate BU01640501 --group lvb --seed 3 --offer")
    try bench.run("wzw estimate BU01640501 --indicator Eenzaam --age 65+ --offer")
    let table = try #require(try bench.session.workspace.parts[name]?.part.table())
    #expect(table.columnNames.joined(separator: ", ") == Offer.columns)
    #expect(table.rowCount == 6)
    #expect(table.column("method")?.texts?.compactMap { $0 }.filter { $0 == "direct" }.count == 1)
    #expect(table.column("indicator")?.texts?.last == "Eenzaam" && table.column("group")?.texts?.last == .some(nil))
    #expect(table.column("year")?.numbers?.allSatisfy { $0 == 2024 } == true)
  }
}
