import Methods
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// A small municipality with people, percentages and rates whose answers are known.
enum SmallTown {
  static func bench() throws -> Workbench {
    let bench = try Workbench()
      .file(
        "k.csv",
        """
        Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12
        NL00;Nederland;Nederland;17942942;2714040;2202159;4586399;4763116;3677228
        GM0164;Hengelo (O.);Hengelo (O.);83058;11522;10426;21002;22781;17327
        BU01640501;Berflo Es Noord;Hengelo (O.);3505;360;465;1085;940;650
        BU01640502;Berflo Es Zuid;Hengelo (O.);1440;150;220;390;435;250
        BU01640503;Leeg;Hengelo (O.);0;0;0;0;0;0
        BU01640504;Hoog;Hengelo (O.);2000;100;100;300;500;1000
        BU01640505;Laag;Hengelo (O.);2000;600;500;500;300;100
        """
      )
      .file(
        "h.csv",
        """
        Codering_3;Leeftijd;Perioden;Gemeentenaam_1;BeperkingInBewegen_23;Eenzaam_28
        BU01640501;80200;2020JJ00;Hengelo;29.6;59.1
        BU01640502;80200;2020JJ00;Hengelo;24.0;55.0
        BU01640504;80200;2020JJ00;Hengelo;20.0;50.0
        """
      )
      .file("v.csv", "Codering_3;Leeftijd;Perioden;Eenzaam_28\nBU01640501;20300;2020JJ00;50.0\n")
      .file(
        "r.csv",
        """
        group,age_from,age_to,rate,low,high,source
        3,65,74,0.05,0.03,0.08,eigen telling
        3,75,,0.15,0.10,0.21,eigen telling
        lvb,65,,0.1,,,
        """
      )
    for line in ["k.csv --year 2024", "h.csv", "v.csv", "r.csv"] { try bench.run("wzw import \(line)") }
    return bench
  }
}

/// Target groups by rates.
@Suite struct SyntheticTests {
  private let split = "--split 75+=48%"

  @Test func `650 people over 65, of whom 48 % over 75: 650 × (0,52 × 0,05 + 0,48 × 0,15) is 63,7`() throws {
    let output = try SmallTown.bench().run("wzw estimate BU01640501 --group 3 \(split)")
    #expect(abs(output.numbers("estimate")[0] - 63.7) < 1e-9 && output.numbers("population") == [650])
    #expect(output.texts("method") == ["synthetic"] && output.texts("evidence") == ["assumed"])
    let (low, high) = (output.numbers("low")[0], output.numbers("high")[0])
    // The rate alone gives 42 to 89 or so, chance a little more.
    #expect(low > 30 && low < 50 && high > 80 && high < 100)
    #expect(output.words.hasPrefix("Berflo Es Noord: naar schatting 64 mensen in doelgroep 3"))
    #expect(output.words.contains("opgegeven, voor alle gebieden gelijk: van de 65-plussers 75+ is 48,0 %"))
  }

  @Test func `without finer bands and without a split there is no number but a reason`() throws {
    let output = try SmallTown.bench().run("wzw estimate BU01640501 --group 3")
    #expect(output.numbers("estimate")[0].isNaN)
    #expect(output.words.contains("leeftijd 65-74 is niet bekend: CBS stopt bij 65+"))
  }

  @Test func `finer bands of the municipality spread those of the neighbourhood, and its own go before them`() throws {
    let bench = try SmallTown.bench().file(
      "p.csv",
      "area,age_from,age_to,people\nGM0164,65,74,9000\nGM0164,75,,3000\nBU01640502,65,74,100\nBU01640502,75,,160\n")
    try bench.run("wzw import p.csv --year 2024")
    let output = try bench.run("wzw estimate BU01640501,BU01640502 --group 3")
    // A quarter over 75: 650 × (0,75 × 0,05 + 0,25 × 0,15); and 100 × 0,05 + 160 × 0,15 of 260.
    #expect(abs(output.numbers("estimate")[0] - 48.75) < 1e-9 && abs(output.numbers("estimate")[1] - 29) < 1e-9)
    #expect(output.numbers("population") == [650, 260])
    #expect(output.texts("evidence") == ["assumed", "modelled"])
  }

  @Test func `a rate without an interval leaves the chance of a binomial count: 1.000 × 0,1 is 82 to 119`() throws {
    let output = try SmallTown.bench().run("wzw estimate BU01640504 --group lvb --draws 20000")
    #expect(output.numbers("estimate") == [100])
    // The quantiles of the binomial distribution, as R's qbinom gives them.
    #expect(abs(output.numbers("low")[0] - 82) <= 1 && abs(output.numbers("high")[0] - 119) <= 1)
  }

  /// `../shared/cases/areas/reference/rate_range.csv` and its like, among a million people, where chance is nothing.
  @Test(arguments: [
    ("0.05,0.05,0.20", 50_000.0, 200_000.0), ("0.05,0.04,0.20", 40_000, 200_000),
    ("0.0163,0.0159,0.0208", 15_900, 20_800),
  ])
  func `an uneven published range of a rate comes back, both ends`(range: String, low: Double, high: Double) throws {
    let bench = try Workbench()
      .file("k.csv", "Codering_3;AantalInwoners_5\nNL00;1000000\n")
      .file("p.csv", "area,age_from,age_to,sex,household,people\nNL00,0,,,,1000000\n")
      .file("r.csv", "group,age_from,age_to,sex,household,rate,low,high,source\nggz,0,,,,\(range),published range\n")
    for line in ["k.csv --year 2024", "p.csv --year 2024", "r.csv"] { try bench.run("wzw import \(line)") }
    for seed in 1...3 {
      let output = try bench.run("wzw estimate NL00 --group ggz --seed \(seed)")
      #expect(abs(output.numbers("low")[0] / low - 1) < 0.02 && abs(output.numbers("high")[0] / high - 1) < 0.02)
      #expect(output.numbers("low")[0] <= output.numbers("estimate")[0])
      #expect(output.words.contains("1.000 trekkingen (seed \(seed))"))
      #expect(output.words.contains("de grenzen hebben door het trekken een standaardfout tot"))
    }
    let error = try bench.run("wzw estimate NL00 --group ggz").numbers("high_error")[0]
    #expect(error > 10 && error < 10_000)
  }

  @Test func `the same seed gives the same bytes, another other ones, and an area does not hang on the others`() throws
  {
    let bench = try SmallTown.bench()
    let line = "wzw estimate BU01640501,BU01640504 --group 3 \(split)"
    let one = try bench.run("\(line) --seed 4")
    #expect(try bench.run("\(line) --seed 4") == one)
    #expect(try bench.run("\(line) --seed 5").numbers("low") != one.numbers("low"))
    let alone = try bench.run("wzw estimate BU01640504 --group 3 \(split) --seed 4")
    #expect(alone.numbers("low")[0] == one.numbers("low")[1] && alone.numbers("high")[0] == one.numbers("high")[1])
  }

  @Test func `rates by sex need a population by sex, and the column is named`() throws {
    let bench = try SmallTown.bench().file("s.csv", "group,age_from,sex,rate\n4a,65,v,0.2\n4a,65,m,0.1\n")
    try bench.run("wzw import s.csv")
    #expect(try bench.run("wzw estimate BU01640501 --group 4a").words.contains("kolom sex is niet te gebruiken"))
    bench.file("p.csv", "area,age_from,sex,people\nBU01640501,65,v,400\nBU01640501,65,m,250\n")
    try bench.run("wzw import p.csv --year 2024")
    #expect(try bench.run("wzw estimate BU01640501 --group 4a").numbers("estimate") == [105])
    // Both sexes together are everybody: 400 + 250 times 0,1.
    #expect(try bench.run("wzw estimate BU01640501 --group lvb").numbers("estimate") == [65])
  }

  @Test func `an own area is the sum of its neighbourhoods, and nobody is nought`() throws {
    let bench = try SmallTown.bench()
    try bench.run("wzw define es BU01640501 BU01640502")
    #expect(try bench.run("wzw estimate es --group lvb").numbers("estimate") == [90])
    #expect(try bench.run("wzw estimate BU01640503 --group lvb").numbers("estimate") == [0])
  }

  @Test(arguments: [
    ("wzw estimate BU01640501 --group 4c", "rates.group"), ("wzw estimate BU01640501 --group vijf", "group.unknown"),
    ("wzw estimate BU01640501 --group 3 --split 75+=2", "split.unusable"),
    ("wzw estimate BU01640501 --group 3 --split 75+=40%,80+=50%", "split.unusable"),
    ("wzw estimate BU01640501 --group 3 --indicator Eenzaam", "argument.method"),
    ("wzw estimate BU01640501 --group 3 --method direct", "argument.method"),
    ("wzw estimate BU01640501 --group lvb --method calibrated", "margins.none"),
    ("wzw estimate BU01640501 --group lvb --method composite", "counts.none"),
    ("wzw estimate BU01640501 --indicator Eenzaam --together", "argument.missing"),
  ])
  func `what cannot be is refused`(line: String, code: String) throws {
    #expect(try SmallTown.bench().error(line)?.code == code)
  }
}

/// Estimates fitted to known totals.
@Suite struct CalibratedTests {
  private func run(_ margins: String, _ line: String) throws -> Output {
    let bench = try SmallTown.bench().file("m.csv", "area,group,total\n\(margins)\n")
    try bench.run("wzw import m.csv")
    return try bench.run(line)
  }

  @Test func `the neighbourhoods add up to the known total of the municipality, also in each draw`() throws {
    let output = try run("GM0164,lvb,400", "wzw estimate --in GM0164 --group lvb --method calibrated")
    // 65, 25, 0, 100 and 10 by the rates: twice as many.
    #expect(output.numbers("estimate").map { $0.rounded() } == [130, 50, 0, 200, 20])
    #expect(output.facts["converged"] == .boolean(true))
    let (low, high) = (output.numbers("low"), output.numbers("high"))
    #expect(low[3] < 200 && high[3] > 200 && low[3] > 150 && high[3] < 250)
  }

  @Test func `a total that is known of the area itself leaves nothing uncertain`() throws {
    let output = try run("BU01640504,lvb,120", "wzw estimate BU01640504 --group lvb --method calibrated")
    for column in ["estimate", "low", "high"] { #expect(abs(output.numbers(column)[0] - 120) < 1e-3) }
  }

  @Test func `a total of all groups together goes over the groups by their rates`() throws {
    let output = try run(
      "BU01640504,,300", "wzw estimate BU01640504 --group 3,lvb --method calibrated --split 75+=50%")
    // 100 and 100 by the rates.
    #expect(output.numbers("estimate").map { $0.rounded() } == [150, 150])
  }

  @Test func `totals that no cell can meet, and totals that contradict each other, are named`() throws {
    let output = try run(
      "BU01640503,lvb,5\nGM0164,lvb,400\nBU01640504,lvb,500", "wzw estimate --in GM0164 --group lvb --method calibrated"
    )
    #expect(output.words.contains("geen cel kan bij het bekende totaal van BU01640503 lvb"))
    #expect(output.words.contains("niet gehaald, dus in strijd met andere totalen: GM0164 lvb"))
    #expect(output.facts["converged"] == .boolean(false))
  }
}

/// Direct counts and a model together.
@Suite struct CompositeTests {
  private func run(_ counts: String, _ line: String) throws -> Output {
    let bench = try SmallTown.bench().file("c.csv", counts)
    try bench.run("wzw import c.csv")
    return try bench.run(line)
  }

  @Test func `the estimate lies between the count and the model by gamma, on the scale of shares`() throws {
    let output = try run(
      "area,group,estimate,sd\nBU01640501,lvb,120,10\nBU01640502,lvb,20,5\nBU01640504,lvb,90,15\n",
      "wzw estimate --in GM0164 --group lvb --method composite")
    let sigma2 = try #require(output.fact("sigma2"))
    let gamma = output.numbers("gamma")
    let direct = [(120.0, 10.0, 650.0), (20, 5, 250), (90, 15, 1000)].map {
      ArcsineShare(share: $0.0 / $0.2, standardError: $0.1 / $0.2)
    }
    #expect(abs(gamma[0] - sigma2 / (sigma2 + direct[0].variance)) < 1e-12)
    let model = try FayHerriot(
      direct: direct.map(\.value), samplingVariances: direct.map(\.variance), predictors: Matrix([[1], [1], [1]]))
    #expect(abs(sigma2 - model.variance) < 1e-12 && output.facts["variance"] == .text("reml"))
    let found = model.estimate(direct: direct[0].value, samplingVariance: direct[0].variance, predictors: [1])
    #expect(
      abs(output.numbers("estimate")[0] - 650 * ArcsineShare.meanShare(found.estimate, variance: found.spread)) < 1e-9)
    // No count: the mean, and a wide interval within everybody and nobody.
    let rest = model.estimate(predictors: [1])
    #expect(gamma[4] == 0)
    #expect(
      abs(output.numbers("estimate")[4] - 100 * ArcsineShare.meanShare(rest.estimate, variance: rest.spread)) < 1e-9)
    #expect(output.words.contains("gebieden zonder telling krijgen het gemiddelde"))
    for (row, people) in [650.0, 250, 0, 1000, 100].enumerated() where people > 0 {
      let (low, high) = (output.numbers("low")[row], output.numbers("high")[row])
      #expect(0 <= low && low < output.numbers("estimate")[row] && output.numbers("estimate")[row] < high)
      #expect(high <= people)
    }
  }

  @Test func `areas that differ no more than their samples keep an interval, and it is said how`() throws {
    let output = try run(
      "area,group,share,n\nBU01640501,lvb,0.02,60\nBU01640502,lvb,0,50\nBU01640504,lvb,0.02,50\nBU01640505,lvb,0.02,60\n",
      "wzw estimate --in GM0164 --group lvb --method composite")
    #expect(output.facts["variance"] == .text("adjusted"))
    #expect(try #require(output.fact("sigma2")) > 0)
    #expect(output.words.contains("sigma2 naar REML is 0") && output.words.contains("Yoshimori & Lahiri"))
    #expect(output.numbers("low").allSatisfy { !($0 < 0) })
    #expect(output.numbers("high")[3] > output.numbers("estimate")[3] + 5)
  }

  @Test func `a count of more people than there are is left out, by name`() throws {
    let output = try run(
      "area,group,estimate,sd\nBU01640501,lvb,700,10\nBU01640502,lvb,20,5\nBU01640504,lvb,90,15\nBU01640505,lvb,9,4\n",
      "wzw estimate --in GM0164 --group lvb --method composite")
    #expect(output.words.contains("geteld zijn er meer mensen dan er zijn; die telling doet niet mee: BU01640501"))
    #expect(output.numbers("gamma")[0] == 0)
  }

  @Test func `a range of the model itself is not called widened, whatever was drawn of the rates`() throws {
    let bench = try SmallTown.bench()
      .file("w.csv", "group,age_from,rate,low,high\n4c,65,0.02,0.02,0.5\n")
      .file("c.csv", "area,group,estimate,sd\nBU01640501,4c,120,10\nBU01640502,4c,20,5\nBU01640504,4c,90,15\n")
    try bench.run("wzw import w.csv")
    try bench.run("wzw import c.csv")
    let line = "wzw estimate --in GM0164 --group 4c"
    let output = try bench.run("\(line) --method composite")
    #expect(!output.words.contains("verruimd"))
    // Of nobody there is a range too.
    #expect(output.numbers("low")[2] == 0 && output.numbers("high")[2] == 0)
  }

  @Test func `one count is too few`() throws {
    let bench = try SmallTown.bench().file("c.csv", "area,group,share,n\nBU01640501,lvb,0.12,200\n")
    try bench.run("wzw import c.csv")
    #expect(bench.error("wzw estimate BU01640501 --group lvb --method composite")?.code == "composite.few")
  }
}
