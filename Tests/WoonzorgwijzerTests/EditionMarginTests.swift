import Glibc
import Methods
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Margins of percentages, out of two editions of them.
@Suite struct EditionMarginTests {
  /// Six municipalities of forty neighbourhoods, whose percentages move by .3 on the scale of the logit, and all by .1.
  private func bench(editions: [Int]) throws -> Workbench {
    var random = RandomStream(seed: 9)
    let normal = NormalSampler()
    var areas = "Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nGM1000;50000;20000\n"
    var files = [2020: "Codering_3;Leeftijd;Perioden;Eenzaam_28\n", 2022: "Codering_3;Leeftijd;Perioden;Eenzaam_28\n"]
    for number in 0..<240 {
      let code = "BU\(1000 + number / 40)\(1000 + number % 40)"
      areas += "\(code);1000;400\n"
      let place = normal.draw(&random) * 0.4
      for (year, shift) in [(2020, 0.0), (2022, 0.1)] {
        let share = 100 / (1 + exp(-(place + shift + 0.3 / 2.0.squareRoot() * normal.draw(&random))))
        files[year]? += "\(code);80200;\(year)JJ00;\(NumberText.fixed(share, decimals: 1))\n"
      }
    }
    let bench = try Workbench().file("k.csv", areas)
    try bench.run("wzw import k.csv --year 2024")
    for year in editions {
      bench.file("h\(year).csv", files[year] ?? "")
      try bench.run("wzw import h\(year).csv")
    }
    return bench
  }

  private let line = "wzw estimate --level buurt --indicator Eenzaam --age 65+"

  @Test func `two editions tell how far a percentage moves, and the range holds what it says elsewhere`() throws {
    let output = try bench(editions: [2020, 2022]).run(line)
    let (rates, low, high) = (output.numbers("rate"), output.numbers("low"), output.numbers("high"))
    for row in rates.indices {
      let reach = log(high[row] / (400 - high[row])) - log(rates[row] / (1 - rates[row]))
      // 1.96 times .3, but for what 240 pairs leave open.
      #expect(reach > 0.45 && reach < 0.72 && low[row] > 0 && high[row] < 400)
      #expect(low[row] < output.numbers("estimate")[row] && output.numbers("estimate")[row] < high[row])
    }
    #expect(output.words.contains("geleerd uit 240 paren van edities (2020-2022)"))
    // A percent sign stands behind a blank that does not break.
    let shares = output.words.split(separator: " ").compactMap { word -> Double? in
      let digits = word.prefix { $0.isNumber || $0 == "," }
      return digits.contains(",") ? Double(String(digits.map { $0 == "," ? "." : $0 })) : nil
    }
    #expect(shares.contains { $0 > 91 && $0 < 99 })
  }

  @Test func `one edition tells no margin, and says so`() throws {
    let output = try bench(editions: [2020]).run(line)
    #expect(output.numbers("low").allSatisfy { $0.isNaN } && output.numbers("high").allSatisfy { $0.isNaN })
    #expect(output.words.contains("Een marge is pas uit twee edities te leren"))
  }

  @Test func `an area of a level with few pairs gets none`() throws {
    let output = try bench(editions: [2020, 2022]).run("wzw estimate GM1000 --indicator Eenzaam --age 65+")
    #expect(output.numbers("low").allSatisfy { $0.isNaN })
  }

  @Test func `a year of percentages that is asked for leaves the editions what they are`() throws {
    let bench = try bench(editions: [2020, 2022])
    let whole = try bench.run(line)
    let chosen = try bench.run("\(line) --rate-year 2022")
    #expect(chosen.numbers("low") == whole.numbers("low") && chosen.words.contains("geleerd uit 240 paren"))
  }

  @Test func `a code that names another place is no pair`() throws {
    let bench = try bench(editions: [2020, 2022])
    let areas = { (name: String) in
      "Codering_3;WijkenEnBuurten;AantalInwoners_5;k_65JaarOfOuder_12\n"
        + (0..<40).map { "BU1000\(1000 + $0);\(name) \($0);1000;400\n" }.joined()
    }
    bench.file("k20.csv", areas("Oud")).file("k22.csv", areas("Nieuw"))
    try bench.run("wzw import k20.csv --year 2020")
    try bench.run("wzw import k22.csv --year 2022")
    let output = try bench.run("wzw estimate BU10011000 --indicator Eenzaam --age 65+")
    #expect(output.words.contains("geleerd uit 200 paren van edities (2020-2022)"))
  }

  @Test func `two editions of too few areas tell none, and that is said of these`() throws {
    let head = "Codering_3;Leeftijd;Perioden;Eenzaam_28\n"
    let bench = try bench(editions: [])
      .file("a.csv", head + "BU10001000;80200;2020JJ00;10.0\n").file("b.csv", head + "BU10001000;80200;2022JJ00;11.0\n")
    try bench.run("wzw import a.csv")
    try bench.run("wzw import b.csv")
    let words = try bench.run("wzw estimate BU10001000 --indicator Eenzaam --age 65+").words
    #expect(
      words.contains("van geen niveau staan 100 gebieden in twee ervan") && !words.contains("pas uit twee edities"))
  }
}
