import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// What a need adds up of the estimates that are offered.
@Suite struct NeedTests {
  private static let line =
    "procure simulate --form pxq --tariff 1 --intensity 1 --unit-cost 1 --uptake 100% --draws 10"

  private func estimates(
    _ areas: [String], _ estimates: [Double], nesting: [String?]? = nil, names: [String]? = nil,
    subjects: [String]? = nil, methods: [String]? = nil, years: [Double]? = nil, withheld: [Int: String] = [:]
  ) -> Table {
    var estimate = Column.numbers("estimate", estimates)
    estimate.withheld = withheld
    return Table(columns: [
      .texts("area", areas), .texts("name", names ?? areas), .texts("nesting", nesting ?? areas.map { _ in nil }),
      .texts("indicator", subjects ?? areas.map { _ in "Eenzaam" }), .texts("age", areas.map { _ in "65+" }),
      estimate, .texts("method", methods ?? areas.map { _ in "direct" }),
      .numbers("year", years ?? areas.map { _ in 2024 }),
    ])
  }

  private func need(_ table: Table, _ more: String = "") throws -> Output {
    let bench = try Workbench()
    try bench.offer(table)
    return try bench.run("\(Self.line) \(more)")
  }

  private func error(_ table: Table, _ more: String = "") throws -> Diagnostic? {
    let bench = try Workbench()
    try bench.offer(table)
    return bench.error("\(Self.line) \(more)")
  }

  @Test func `a municipality and its districts count once, and that is said`() throws {
    let table = estimates(["WK016400", "GM0164", "WK016401"], [353, 9253, 1217])
    let output = try need(table)
    #expect(output.numbers("municipality_mean") == [9253])
    #expect(
      output.words.contains(
        "ieder telt één keer: 2 gebieden liggen binnen een ander (zoals WK016400 in GM0164) en tellen niet nog eens"))
    #expect(output.words.contains("9.253 geschat (Eenzaam 65+, GM0164)"))
    #expect(try need(table, "--area WK016400 --area WK016401").numbers("municipality_mean") == [1570])
  }

  @Test func `what is held back or missing is counted in the sentence, unless a larger area has it`() throws {
    let areas = ["WK016400", "BU01640001", "BU01630001", "BU01630002", "BU01620001"]
    let output = try need(estimates(areas, [353, .nan, .nan, 20, .nan], withheld: [1: "<5", 2: "<5"]))
    #expect(output.words.contains("373 geschat (Eenzaam 65+, 2 gebieden; 1 achtergehouden; 1 zonder getal)"))
    #expect(output.words.contains("niet meegeteld, achtergehouden om kleine aantallen: BU01630001"))
    #expect(output.words.contains("niet meegeteld, zonder getal: BU01620001"))
    let none = try error(estimates(["BU01630001"], [.nan], withheld: [0: "<5"]))
    #expect(none?.code == "estimates.none" && none?.message.nl.contains("1 is achtergehouden") == true)
  }

  @Test func `a municipality without a number leaves its districts their own`() throws {
    #expect(try need(estimates(["GM0164", "WK016400"], [.nan, 353])).numbers("municipality_mean") == [353])
  }

  @Test func `areas that share people without one holding the other are refused, also where it cannot be told`() throws
  {
    let ways = ["NL00/GM1/BU1", "NL00/GM1/BU2", "NL00/GM1/BU3"]
    let table = estimates(["Linde", "Beuk"], [10, 20], nesting: ["\(ways[0]) \(ways[1])", "\(ways[1]) \(ways[2])"])
    #expect(try error(table)?.code == "estimates.overlap")
    #expect(try need(table, "--area Linde").numbers("municipality_mean") == [10])
    var unclear = estimates(["Linde", "BU1"], [10, 20])
    unclear.set(.texts("level", ["eigen", "buurt"]))
    #expect(try error(unclear)?.code == "estimates.overlap")
  }

  @Test func `two methods, or two years, of the same are not one`() throws {
    let table = estimates(["GM0164", "GM0164"], [10, 30], methods: ["synthetic", "calibrated"])
    let asked = try error(table)
    #expect(asked?.code == "estimates.ambiguous")
    #expect(asked?.candidates.map(\.word) == ["Eenzaam 65+ calibrated", "Eenzaam 65+ synthetic"])
    #expect(try error(table, "--need Eenzaam")?.code == "estimates.unknown")
    #expect(try need(table, "--need 'Eenzaam 65+ calibrated'").numbers("municipality_mean") == [30])
    #expect(
      try need(estimates(["GM0164", "GM0363"], [10, 30], years: [2023, 2024])).words.contains(
        "de schattingen zijn van verschillende jaren: 2023, 2024"))
  }

  @Test func `a name that two areas have is not guessed`() throws {
    let table = estimates(["GM0164", "BU19280103"], [10, 30], names: ["Hengelo", "Hengelo"])
    #expect(try error(table, "--area Hengelo")?.candidates.map(\.word) == ["GM0164", "BU19280103"])
    #expect(try need(table, "--area GM0164").numbers("municipality_mean") == [10])
  }

  @Test func `reach divides by everybody once`() throws {
    let bench = try Workbench()
    try bench.offer(estimates(["GM0164", "WK016400"], [400, 100]))
    let output = try bench.run("procure kpi reach --measured 200")
    #expect(output.fact("measured") == 50 && output.words.contains("400 geschat (Eenzaam 65+, GM0164)"))
    #expect(output.words.contains("telt niet nog eens"))
  }

  @Test func `upper and lower case of a need do not count`() throws {
    let table = estimates(["BU1", "BU1"], [10, 20], subjects: ["Eenzaam", "Zeer eenzaam"])
    #expect(try need(table, "--need eenzaam").numbers("municipality_mean") == [10])
    #expect(try need(table, "--need 'ZEER EENZAAM 65+'").numbers("municipality_mean") == [20])
  }
}
