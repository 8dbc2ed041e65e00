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
    #expect(output.words.contains("grenzen van Fréchet en Hoeffding"))
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

/// What the source gives of two together, where its own figures of each contradict it.
@Suite struct BoundedCombinationTests {
  /// In one area more have both than have the illness, in one fewer than the two enforce, in one neither.
  private func bench() throws -> Workbench {
    let bench = try SmallTown.bench().file(
      "b.csv",
      """
      Codering_3;Leeftijd;Perioden;EenOfMeerLangdurigeAandoeningen_16;BeperktVanwegeGezondheid_17;LangdurigeZiekteEnBeperkt_19
      BU01640501;80200;2020JJ00;50.0;60.0;51.5
      BU01640502;80200;2020JJ00;80.0;70.0;40.0
      BU01640504;80200;2020JJ00;50.0;60.0;30.0
      """)
    try bench.run("wzw import b.csv")
    return bench
  }

  private let both = "EenOfMeerLangdurigeAandoeningen,BeperktVanwegeGezondheid"

  @Test func `both are never more than the least part, never fewer than the parts enforce, and that is said`() throws {
    let output = try bench().run(
      "wzw estimate BU01640501 BU01640502 BU01640504 --indicator \(both) --age 65+ --together")
    for (rate, due) in zip(output.numbers("rate"), [0.5, 0.5, 0.3]) { #expect(abs(rate - due) < 1e-12) }
    // Berflo Es Noord has 650 of them: 325, not 335, between 65 (10 %) and 325.
    #expect(output.numbers("estimate")[0] == 325)
    #expect(abs(output.numbers("low")[0] - 65) < 1e-9 && output.numbers("high")[0] == 325)
    #expect(
      output.words.contains(
        "(in 2 van de 3 regels, zoals Berflo Es Noord: 51,5 % samen, waar de delen 10,0 % tot 50,0 % toelaten)"))
    #expect(output.words.contains("de bron geeft deze combinatie zelf: LangdurigeZiekteEnBeperkt"))
  }

  @Test func `who comes under the one comes under the other: at most as many`() throws {
    let output = try bench().run(
      "wzw estimate BU01640501 --indicator EenOfMeerLangdurigeAandoeningen,LangdurigeZiekteEnBeperkt --age 65+ --together"
    )
    #expect(output.numbers("estimate") == [325] && output.numbers("high") == [325])
    #expect(output.words.contains("(Berflo Es Noord: 51,5 % samen, waar de delen 1,5 % tot 50,0 % toelaten)"))
  }

  @Test func `without a contradiction nothing is said of one`() throws {
    let output = try bench().run("wzw estimate BU01640504 --indicator \(both) --age 65+ --together")
    #expect(abs(output.numbers("estimate")[0] - 300) < 1e-9 && !output.words.contains("tegen"))
  }

  @Test func `alone it stays what the source published, with the caution beside it; and is no therefore`() throws {
    let output = try bench().run("wzw estimate BU01640501 --indicator LangdurigeZiekteEnBeperkt --age 65+")
    #expect(output.numbers("rate") == [0.515])
    #expect(
      output.words.contains(
        "De bron spreekt zichzelf tegen, want zij rekent elk percentage apart uit: in Berflo Es Noord is 'langdurig ziek en beperkt' 51,5 % en 'een of meer langdurige aandoeningen' 50,0 %"
      ))
    #expect(output.words.contains("zijn langdurig ziek en beperkt") && !output.words.contains("daardoor"))
    #expect(
      !(try bench().run("wzw estimate BU01640504 --indicator LangdurigeZiekteEnBeperkt --age 65+").words.contains(
        "spreekt zichzelf tegen")))
  }

  @Test func `an area that contradicts itself at two ages is one area`() throws {
    let rows = { (code: String, most: Int) in
      [20300, 80200].map { "\(code);\($0);2020JJ00;\(most).0;51.5\n" }.joined()
    }
    let bench = try SmallTown.bench().file(
      "z.csv",
      "Codering_3;Leeftijd;Perioden;EenOfMeerLangdurigeAandoeningen_13;LangdurigeZiekteEnBeperkt_15\n"
        + rows("BU01640501", 50) + rows("BU01640502", 60))
    try bench.run("wzw import z.csv")
    let words = try bench.run("wzw estimate BU01640501 BU01640502 --indicator LangdurigeZiekteEnBeperkt").words
    #expect(words.contains("in 1 van de 2 gebieden, zoals Berflo Es Noord,"))
  }

  /// Against the definition, on random shares: within the bounds the published share stays, outside it goes to the nearest.
  @Test func `what is published is brought within the bounds and no further`() {
    var state: UInt64 = 5
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    for _ in 0..<1000 {
      let (one, other, published) = (draw(), draw(), draw())
      let taken = JointShare([one, other]).bounded(published)
      #expect(taken <= min(one, other) && taken >= max(0, one + other - 1) - 1e-15)
      if published <= min(one, other), published >= one + other - 1 { #expect(taken == published) }
    }
    #expect(JointShare([0.5, .nan]).bounded(0.7) == 0.7 && JointShare([0.5, 0.5]).bounded(.nan).isNaN)
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
    #expect(table.column("nesting")?.texts?.last == "NL00/GM0164/WK016405/BU01640501")
  }

  @Test func `what shows says how areas that are put together lie, where the codes do not`() throws {
    let bench = try SmallTown.bench()
    try bench.run("wzw define Kwartier BU01640501 BU01640502")
    let plain = try bench.run("wzw estimate BU01640501 BU01640502 --indicator Eenzaam --age 65+")
    #expect(plain.table?.column("nesting") == nil)
    let ways = "NL00/GM0164/WK016405/BU01640501 NL00/GM0164/WK016405/BU01640502"
    for line in [
      "estimate Kwartier --indicator Eenzaam --age 65+", "estimate Kwartier --group lvb", "project Kwartier --to 2040",
      "areas Kwartier",
    ] {
      #expect(try bench.run("wzw \(line)").texts("nesting").first == ways, "\(line)")
    }
  }
}
