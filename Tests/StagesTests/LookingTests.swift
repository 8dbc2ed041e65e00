import Testing
import WorkbenchKit

@Suite struct LookingTests {
  private let lines: TableLines

  init() throws { lines = try TableLines() }

  private func chart(_ line: String, in lines: TableLines? = nil) throws -> Chart? {
    guard case .chart(let chart)? = try (lines ?? self.lines).output(line).blocks.first else { return nil }
    return chart
  }

  @Test func describeTellsTypeRangeAndWhatIsMissing() throws {
    #expect(
      try lines.table("read buurten.csv | select naam inwoners | describe")
        == [
          "column type type_label unit present missing withheld min max mean distinct first last",
          "naam text text . 5 0 0 . . . 5 Centrum Zuid", "inwoners number number . 4 1 0 800 3500 2025 4 . .",
        ])
  }

  @Test func aBarChartHasABarForEachRow() throws {
    let chart = try chart("read buurten.csv | chart bar --x naam --y inwoners,huishoudens")
    #expect(chart?.kind == .bar)
    #expect(chart?.title.en == "inwoners, huishoudens by naam")
    #expect(chart?.categories == ["Centrum", "Noord", "Zuid", "Haven", "Oost"])
    #expect(chart?.series.map(\.name) == ["inwoners", "huishoudens"])
    #expect(chart?.series[0].values[1] == 3500)
    #expect(chart?.series[0].values[2].isNaN == true)
  }

  @Test func aLineRunsAlongItsNumbers() throws {
    let lines = try TableLines(["t.csv": "jaar;v;naam\n2022;3;c\n2020;1;a\n.;9;z\n2021;2;b\n"])
    let placed = try chart("read t.csv | chart line --x jaar --y v --title Verloop", in: lines)
    #expect(placed?.positions == [2020, 2021, 2022])
    #expect(placed?.series[0].values == [1, 2, 3])
    #expect(placed?.title.nl == "Verloop")
    let named = try chart("read t.csv | chart line --x naam --y v", in: lines)
    #expect(named?.categories == ["c", "a", "z", "b"])
    #expect(named?.positions == [])
    let points = try chart("read t.csv | chart scatter --x v --y jaar", in: lines)
    #expect(points?.positions == [3, 1, 9, 2])
  }

  @Test func aHistogramHasRoundBounds() throws {
    let chart = try chart("read buurten.csv | chart histogram --x inwoners")
    #expect(chart?.categories == ["0–1000", "1000–2000", "2000–3000", "3000–4000"])
    #expect(chart?.series[0].values == [1, 1, 1, 1])
  }

  @Test func aHistogramTakesANumberOfClasses() throws {
    let lines = try TableLines(["t.csv": "v\n0\n1\n2\n3\n10\n", "z.csv": "v;k\n5;a\n5;b\n"])
    let chart = try chart("read t.csv | chart histogram --x v --bins 4", in: lines)
    #expect(chart?.categories == ["0.0–2.5", "2.5–5.0", "5.0–7.5", "7.5–10.0"])
    #expect(chart?.series[0].values == [3, 1, 0, 1])
    #expect(try self.chart("read z.csv | chart histogram --x v", in: lines)?.series[0].values == [2])
  }

  @Test func aHistogramCountsEveryValueOnce() throws {
    for exponent in [-200, -30, -3, 0, 5, 30, 200, 307] {
      let values = [1.1, 2.7, 9.9, -4.2, 3.3, 3.3].map { "\($0)e\(exponent)" }.joined(separator: "\n")
      let lines = try TableLines(["t.csv": "v\n\(values)\n"])
      let chart = try chart("read t.csv | chart histogram --x v", in: lines)
      #expect(chart?.series[0].values.reduce(0, +) == 6, "exponent \(exponent)")
      #expect(try self.chart("read t.csv | chart histogram --x v --bins 7", in: lines)?.series[0].values.count == 7)
    }
  }

  @Test func chartsThatCannotBeAreRefused() throws {
    #expect(lines.error("read buurten.csv | chart bar --x naam")?.code == "argument.missing")
    #expect(lines.error("read buurten.csv | chart bar --y inwoners")?.code == "argument.missing")
    #expect(lines.error("read buurten.csv | chart bar --x naam --y code")?.code == "column.type")
    #expect(lines.error("read buurten.csv | chart scatter --x naam --y inwoners")?.code == "column.type")
    #expect(
      lines.error("read buurten.csv | where inwoners is missing | chart bar --x naam --y inwoners")?.code
        == "chart.empty")
    #expect(lines.error("read buurten.csv | where false | chart histogram --x inwoners")?.code == "chart.empty")
    #expect(lines.error("read buurten.csv | chart taart --x naam")?.code == "argument.choice")
    #expect(lines.error("read buurten.csv | chart histogram --x inwoners --bins 0")?.code == "argument.range")
    let many = try TableLines(["t.csv": "v\n" + (1...201).map { "\($0)\n" }.joined()])
    #expect(many.error("read t.csv | chart bar --x v --y v")?.code == "chart.toomany")
  }
}
