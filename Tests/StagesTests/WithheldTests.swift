import Testing
import WorkbenchKit

/// A cell that is withheld for privacy has no value for anything that is worked out, even if the column carries one.
@Suite struct WithheldTests {
  private let lines: TableLines

  init() throws {
    lines = try TableLines([:])
    var count = Column.numbers("n", [10, 3, 20, 4], unit: .persons)
    count.withheld = [1: "<5", 3: "<5"]
    lines.session.remember(
      "t",
      .result(
        .init(
          output: Output(Table(columns: [.texts("k", ["a", "a", "b", "c"]), count])), provenance: Provenance(),
          line: "",
          owner: nil)))
  }

  @Test func whereAndDeriveTakeItForMissing() throws {
    #expect(try lines.table("$t | where n < 5") == ["k n"])
    #expect(try lines.table("$t | where n is missing") == ["k n", "a <5", "c <5"])
    #expect(try lines.table("$t | derive m = n * 2 | select m") == ["m", "20", ".", "40", "."])
    #expect(try lines.table("$t | derive m = n | select m") == ["m", "10", ".", "20", "."])
  }

  @Test func sortPutsItLastAndItStaysWithheld() throws {
    #expect(try lines.table("$t | sort n") == ["k n", "a 10", "b 20", "a <5", "c <5"])
    #expect(try lines.table("$t | top 3 --by n | select n") == ["n", "20", "10", "<5"])
  }

  @Test func aFigureOverItIsWithheldAsWell() throws {
    #expect(
      try lines.table("$t | group k --sum n --mean n --min n --count n")
        == ["k sum_n mean_n min_n count_n", "a x x x 1", "b 20 20 20 1", "c x x x 0"])
    let table = try lines.output("$t | group k --sum n").table
    #expect(table?.column("sum_n")?.numbers?[0].isNaN == true)
    #expect(table?.column("sum_n")?.unit == .persons)
    #expect(
      try lines.notices("$t | group k --sum n")
        == ["'sum_n' is withheld (x) for 2 groups, because a withheld value is part of it"])
  }

  @Test func describeCountsItApartAndTellsNothingOfIt() throws {
    #expect(
      try lines.table("$t | describe | where column = 'n' | select present missing withheld min max")
        == ["present missing withheld min max", "2 0 2 10 20"])
  }

  @Test func aJoinCarriesItAlongAndDoesNotMatchOnIt() throws {
    try lines.hold(Table(columns: [.texts("k", ["a"]), .numbers("x", [1])]), as: "other")
    #expect(try lines.table("$t | join other --on k --keep matched") == ["k n x", "a 10 1", "a <5 1"])
    try lines.hold(Table(columns: [.numbers("n", [3]), .numbers("x", [1])]), as: "keys")
    #expect(try lines.table("$t | join keys --on n --keep matched") == ["k n x"])
  }

  @Test func aChartLeavesItOut() throws {
    guard case .chart(let chart)? = try lines.output("$t | chart bar --x k --y n").blocks.first else {
      Issue.record("no chart")
      return
    }
    #expect(chart.series[0].values.map(\.isNaN) == [false, true, false, true])
  }
}
