import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// What a controller reads of a simulation: equal forms, units by client or for all, years, and headlines with their error.
@Suite struct SimulateYearsTests {
  private let fixed =
    "procure simulate --clients 1000 --intensity 10 --unit-cost 100 --tariff 100 --arrangement-price 1000 --budget 1000000 --population 10000 --per-inhabitant 100 --band 5:10 --ceiling 1000000 --draws 200"
  private let drawn =
    "procure simulate --form pxq --form lumpsum --clients 400 --intensity normal:50:5 --unit-cost 50 --tariff 50 --budget 1000000 --draws 40000"

  @Test func `without any spread all forms are equal, and are called so`() throws {
    let words = try Workbench().run(fixed).words
    #expect(words.contains("bij alle vormen even vast: de vormen zijn daarin gelijk"))
    #expect(
      words.contains("het verwachte verlies van de aanbieder is bij alle vormen gelijk") && !words.contains("vastst"))
  }

  @Test func `some that are equal stand together, before the next one`() throws {
    let line = fixed.replacing("--clients 1000", with: "--clients normal:1000:10") + " --intensity-per all"
    let words = try Workbench().run(line).words
    #expect(words.contains("even vast, en het vastst, bij vast bedrag, bedrag per inwoner"))
  }

  @Test func `the headline names the difference and its error, and says where it may be chance`() throws {
    let words = try Workbench().run(drawn).words
    #expect(words.contains("minder dan bij prijs maal volume, fout ten hoogste € "))
    let few =
      "procure simulate --form pxq --form corridor --clients normal:1000:100 --intensity 10 --unit-cost 100 --tariff 100 --budget 1001000 --band 0:0 --draws 20"
    #expect(try Workbench().run(few).words.contains("het toeval van de trekking"))
    let one =
      "procure simulate --form pxq --clients normal:1000:100 --intensity 10 --unit-cost 100 --tariff 99 --draws 1000"
    #expect(try Workbench().run(one).words.contains("(fout € "))
  }

  @Test func `units are drawn for each client unless once for all, and both spreads are said`() throws {
    let apart = try Workbench().run(drawn)
    // 50 euros x 400 clients x 5 units over the root of 400, or x 5 units.
    #expect(abs(apart.numbers("municipality_sd")[0] - 5000) < 150)
    #expect(apart.words.contains("spreidt 0,25") && apart.words.contains("zou het 5,00 zijn"))
    let whole = try Workbench().run(drawn + " --intensity-per all")
    #expect(abs(whole.numbers("municipality_sd")[0] - 100_000) < 3000)
    #expect(whole.words.contains("één keer getrokken") && whole.words.contains("0,25 spreiden"))
    let common = try Workbench().run(drawn + " --intensity-common normal:1:0.1")
    #expect(abs(common.numbers("municipality_sd")[0] - 100_000) < 3000)
  }

  @Test func `a correlation with intensity is one of the common part`() throws {
    let bench = try Workbench()
    let line = drawn.replacing("--clients 400", with: "--clients normal:400:40")
    let told = try bench.run(line + " --correlation clients:intensity=0.5").words
    #expect(told.contains("omdat zij met iets samenhangen"))
    let client = " --intensity-per client --correlation clients:intensity=0.5"
    #expect(bench.error(line + client)?.code == "correlation.intensity")
    try bench.run(line + client + " --intensity-common normal:1:0.1")
    #expect(bench.error(line + " --intensity-per all --intensity-common normal:1:0.1")?.code == "intensity.common")
  }

  @Test func `several years: growth, index, option years, a budget for each, and a table by year`() throws {
    let line =
      "procure simulate --form pxq --form lumpsum --clients 1000 --intensity 10 --unit-cost 100 --tariff 102 --budget 1020000 --years 2 --option-years 2 --growth 3% --index 2.5% --draws 100"
    let output = try Workbench().run(line)
    let factors = [1, 1.03 * 1.025, 1.03 * 1.03 * 1.025 * 1.025, 1.03 * 1.03 * 1.03 * 1.025 * 1.025 * 1.025]
    #expect(abs(output.numbers("municipality_mean")[0] - 1_020_000 * factors.reduce(0, +)) < 1)
    #expect(output.numbers("municipality_p_over") == [1, 0])
    #expect(output.words.contains("over 4 jaar, waarvan 2 optie"))
    let years = try #require(
      output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.first {
        $0.columnNames.contains("year")
      })
    #expect(years.column("kind")?.texts.map(Array.init)?.prefix(4) == ["vast", "vast", "optie", "optie"])
    #expect(years.column("clients")?.numbers?.prefix(2) == [1000, 1030])
    let tariffs = try Workbench().run(line.replacing("--index 2.5%", with: "--index 2.5% --tariff-index 0%"))
    #expect(abs(tariffs.numbers("municipality_mean")[1] - 4_080_000) < 1)
  }

  @Test(arguments: [
    ("--option-years 2", "years.none"), ("--index 3%", "years.none"), ("--years 0", "argument.range"),
    ("--uptake 50%", "clients.twice"), ("--years 2 --index 3", "share.shape"),
  ])
  func `what does not go together is refused`(flags: String, code: String) throws {
    #expect(try Workbench().error("\(drawn) \(flags)")?.code == code)
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
