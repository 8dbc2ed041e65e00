import TestSupport
import Testing
import WorkbenchKit

@Suite struct MethodStageTests {
  private let lines: TableLines

  init() throws { lines = try TableLines() }

  private func facts(_ output: Output) -> Facts? {
    output.blocks.compactMap { if case .facts(let facts) = $0 { facts } else { nil } }.first
  }

  private func row(_ output: Output, _ row: Int, _ columns: [String]) -> [Double] {
    columns.map { output.table?.column($0)?[row].number ?? .nan }
  }

  private func expect(_ found: [Double], _ known: [Double], within tolerance: Double) {
    #expect(found.count == known.count)
    for (one, other) in zip(found, known) { #expect(abs(one - other) <= tolerance, "\(found)") }
  }

  // MARK: ipf

  private let ipf = "read seed.csv | ipf --rows rows.csv --columns columns.csv"

  @Test func ipfGivesTheTableOfTheSpecification() throws {
    let output = try lines.output(ipf)
    #expect(output.table?.columnNames == ["wijk", "alleen", "paar", "gezin", "anders"])
    #expect(output.table?.column("wijk")?.texts == ["Noord", "Oost", "Zuid", "West"])
    expect(
      row(output, 0, ["alleen", "paar", "gezin", "anders"]), [64.5585, 46.2325, 35.3843, 3.8247], within: 0.00005)
    #expect(facts(output)?["converged"] == .boolean(true))
    #expect((facts(output)?["max_change"]?.number ?? 1) < 1e-8)
    #expect((facts(output)?["rounds"]?.number ?? 99) < 20)
    #expect(try lines.notices(ipf) == ["the rows are called after column 'wijk'"])
  }

  @Test func ipfFindsItsTargetsByNameAndNotByOrder() throws {
    let files = ExampleSheets.files.merging([
      "rows.csv": "target,name\n150,West\n400,Zuid\n300,Oost\n150,Noord\n"
    ]) { $1 }
    let turned = try TableLines(files)
    #expect(try turned.table(ipf) == lines.table(ipf))
  }

  @Test func ipfStopsAfterItsRoundsAndSaysSo() throws {
    let output = try lines.output(ipf + " --rounds 2")
    #expect(facts(output)?["converged"] == .boolean(false))
    #expect(facts(output)?["rounds"] == .number(2))
    #expect(try lines.notices(ipf + " --rounds 2").last?.hasPrefix("not converged after 2 rounds") == true)
  }

  @Test func ipfNamesATargetThatNoCellCanMeet() throws {
    let lines = try TableLines([
      "s.csv": "n,a,b\nx,0,0\ny,1,2\n", "r.csv": "name,target\nx,5\ny,10\n", "c.csv": "name,target\na,7\nb,8\n",
    ])
    let notices = try lines.notices("read s.csv | ipf --rows r.csv --columns c.csv --rounds 20")
    #expect(notices.contains("no cell can meet the target of 'x': there are noughts only"))
    #expect(notices.contains { $0.hasPrefix("not converged after 20 rounds; not met: 'x'") })
  }

  @Test func ipfRefusesTotalsThatDiffer() throws {
    let files = ExampleSheets.files.merging([
      "rows.csv": "name,target\nNoord,150\nOost,300\nZuid,400\nWest,151\n"
    ]) { $1 }
    let error = try TableLines(files).error(ipf)
    #expect(error?.code == "ipf.totals")
    #expect(error?.message.en == "the targets of the rows add up to 1001, those of the columns to 1000")
  }

  @Test func ipfRefusesWhatIsNoTableOfAmounts() throws {
    func code(_ seed: String, _ rows: String = "name,target\nx,2\n", _ columns: String = "name,target\na,1\nb,1\n")
      throws
      -> String?
    {
      let lines = try TableLines(["s.csv": seed, "r.csv": rows, "c.csv": columns])
      return lines.error("read s.csv | ipf --rows r.csv --columns c.csv")?.code
    }
    #expect(try code("n,a,b\nx,1,3\n") == nil)
    #expect(try code("n,a,b\nx,1,.\n") == "value.missing")
    #expect(try code("n,a,b\nx,-1,3\n") == "value.range")
    #expect(try code("n,a,b\nx,een,3\n") == "column.type")
    #expect(try code("n,a,b\n") == "table.empty")
    #expect(try code("n,a,b\nx,1,3\n", "naam,target\nx,2\n") == "column.unknown")
    #expect(try code("n,a,b\nx,1,3\n", "name,target\ny,2\n") == "ipf.unknown")
    #expect(try code("n,a,b\nx,1,3\ny,1,1\n", "name,target\nx,2\n") == "ipf.target")
    #expect(try code("n,a,b\nx,1,3\n", "name,target\nx,.\n") == "value.missing")
    #expect(try code("n,a,b\nx,1,3\n", "name,target\nx,-2\n") == "value.range")
    #expect(try code("n,a,b\nx,1,3\n", "name,target\nx,1\nx,1\n") == "id.repeated")
    #expect(lines.error("read seed.csv | ipf --rows rows.csv")?.code == "argument.missing")
    #expect(lines.error("read seed.csv | ipf --rows columns.csv --columns rows.csv")?.code == "ipf.unknown")
  }

  // MARK: names of rows

  @Test func rowsAreCalledByTheirNumberWhereTheFirstColumnRepeats() throws {
    let lines = try TableLines([
      "s.csv": "a,b\n1,2\n1,3\n", "r.csv": "name,target\n1,3\n2,4\n", "c.csv": "name,target\na,2\nb,5\n",
    ])
    let line = "read s.csv | ipf --rows r.csv --columns c.csv"
    #expect(try lines.notices(line).first?.hasPrefix("the rows are called by their number") == true)
    #expect(try lines.table(line).count == 3)
  }

  @Test func idPicksTheColumnWithTheNames() throws {
    #expect(
      try lines.notices("read bands.csv | select population survival band | cohort --id band").first
        == "the rows are called after column 'band'")
    #expect(lines.spot("read bands.csv | cohort --id bnd") == "column.unknown at 30")
    let repeated = try TableLines(["b.csv": "band,population,survival\na,1,1\na,2,1\n.,2,1\n"])
    #expect(repeated.error("read b.csv | cohort --id band")?.code == "id.repeated")
    #expect(repeated.error("read b.csv | sort band desc | top 1 | cohort --id band") == nil)
    #expect(repeated.error("read b.csv | where band is missing | cohort --id band")?.code == "id.missing")
  }

  // MARK: cohort

  @Test func cohortGivesTheStepOfTheSpecification() throws {
    let output = try lines.output("read bands.csv | cohort --steps 1")
    #expect(output.table?.columnNames == ["band", "population", "survival", "next"])
    expect(output.table?.column("next")?.numbers ?? [], [0, 990, 873, 680], within: 1e-9)
  }

  @Test func cohortShowsThePathOfMoreSteps() throws {
    let output = try lines.output("read bands.csv | cohort --steps 3 --births 950 --closed")
    #expect(output.table?.columnNames == ["band", "population", "survival", "step_1", "step_2", "next"])
    expect(row(output, 0, ["step_1", "step_2", "next"]), [950, 950, 950], within: 0)
    expect(row(output, 1, ["step_1", "step_2"]), [990, 940.5], within: 1e-9)
    #expect(try lines.notices("read bands.csv | cohort --births 9").count == 1)
  }

  @Test func cohortTakesMigrationAndSaysWhereTooManyLeave() throws {
    let lines = try TableLines(["b.csv": "band,population,survival,migration\njong,10,1,3\noud,5,0.5,-20\n"])
    #expect(
      try lines.table("read b.csv | cohort") == [
        "band population survival migration next", "jong 10 1 3 3", "oud 5 0.5 -20 -7.5",
      ])
    #expect(
      try lines.notices("read b.csv | cohort").last == "more leave 'oud' than there are: the result is negative there")
  }

  @Test func cohortRefusesWhatIsNoPopulation() throws {
    func code(_ rows: String) throws -> String? {
      try TableLines(["b.csv": "band,population,survival\n" + rows]).error("read b.csv | cohort")?.code
    }
    #expect(try code("a,10,0.5\n") == nil)
    #expect(try code("a,10,99\n") == "value.range")
    #expect(try code("a,-10,0.5\n") == "value.range")
    #expect(try code("a,.,0.5\nb,1,1\n") == "value.missing")
    #expect(try code("a,veel,0.5\n") == "column.type")
    #expect(try code("") == "table.empty")
    #expect(lines.error("read bands.csv | cohort --steps 0")?.code == "argument.range")
    #expect(lines.error("read bands.csv | rename survival s | cohort")?.suggestion == nil)
    #expect(lines.error("read bands.csv | rename survival s | cohort")?.code == "column.unknown")
  }

  // MARK: fay-herriot

  @Test func fayHerriotAddsEstimatesAndTellsTheModel() throws {
    let output = try lines.output("read areas.csv | fay-herriot --direct y --sd sd --on x1")
    #expect(output.table?.columnNames == ["gebied", "y", "sd", "x1", "estimate", "gamma", "se", "low", "high"])
    let told = try #require(facts(output))
    #expect(told["terms"] == .list([.text("intercept"), .text("x1")]))
    #expect(told["converged"] == .boolean(true))
    let sigma2 = told["sigma2"]?.number ?? .nan
    guard case .list(let beta)? = told["beta"], let slope = beta.last?.number, let start = beta.first?.number else {
      Issue.record("no beta")
      return
    }
    #expect(sigma2 > 0)
    let gamma = sigma2 / (sigma2 + 0.06 * 0.06)
    expect(
      row(output, 1, ["gamma", "estimate"]), [gamma, gamma * 0.12 + (1 - gamma) * (start + slope)], within: 1e-12)
    expect(row(output, 5, ["gamma", "estimate"]), [0, start + slope * 1.6], within: 1e-12)
    #expect(
      try lines.notices("read areas.csv | fay-herriot --direct y --sd sd --on x1").contains(
        "without a direct estimate, so by the regression only: 'Centrum'"))
  }

  @Test func aTextGivesATermForEachValueButTheFirst() throws {
    let rows = ["a,1,oost", "b,2,west", "c,3,noord", "d,5,west", "e,4,noord", "f,2,oost"].map { $0 + ",0.5\n" }
    let lines = try TableLines(["t.csv": "id,y,streek,sd\n" + rows.joined()])
    let output = try lines.output("read t.csv | fay-herriot --direct y --sd sd --on streek")
    #expect(
      facts(output)?["terms"] == .list([.text("intercept"), .text("streek=oost"), .text("streek=west")]))
    #expect(try lines.output("read t.csv | fay-herriot --direct y --sd sd").table?.rowCount == 6)
  }

  @Test func fayHerriotRefusesWhatItCannotFit() throws {
    func code(_ rows: [String], _ on: String = " --on x") throws -> String? {
      let text = "id,y,sd,x\n" + rows.map { $0 + "\n" }.joined()
      return try TableLines(["a.csv": text]).error("read a.csv | fay-herriot --direct y --sd sd" + on)?.code
    }
    #expect(try code(["a,1,1,1", "b,2,1,2", "c,2,1,4"]) == nil)
    #expect(try code(["a,1,1,1"]) == "fayherriot.few")
    #expect(try code(["a,1,1,3", "b,2,1,3", "c,2,1,3"]) == "fayherriot.dependent")
    #expect(try code(["a,1,0,1", "b,2,1,2", "c,2,1,4"]) == "value.range")
    #expect(try code(["a,1,-1,1", "b,2,1,2", "c,2,1,4"]) == "value.range")
    #expect(try code(["a,1,.,1", "b,2,1,2", "c,2,1,4"]) == "value.missing")
    #expect(try code(["a,.,1,1", "b,2,1,2", "c,2,1,4"]) == "value.missing")
    #expect(try code(["a,1,1,.", "b,2,1,2", "c,2,1,4"]) == "value.missing")
    #expect(try code(["a,een,1,1", "b,2,1,2", "c,2,1,4"]) == "column.type")
    #expect(try code(["a,1,1,1", "b,2,1,2", "c,2,1,4"], " --on z") == "column.unknown")
    #expect(try code(["a,.,.,1", "b,.,.,2"]) == "fayherriot.few")
    #expect(try code([]) == "table.empty")
    #expect(lines.error("read areas.csv | fay-herriot --direct y --on x1")?.code == "argument.missing")
  }

  // MARK: calc

  @Test func calcWilsonGivesTheIntervalOfTheSpecification() throws {
    for share in ["0.12", "0,12", "12%"] {
      let told = try #require(facts(try lines.output("calc wilson --share \(share) --n 200")))
      expect([told["low"]?.number ?? 0, told["high"]?.number ?? 0], [0.08198, 0.17234], within: 0.000005)
    }
    #expect(
      try lines.output("reken wilson --share 0.12 --n 200 --level 95%")
        == lines.output("calc wilson --share .12 --n 200"))
  }

  @Test func calcFunnelGivesTheLimitsOfTheSpecification() throws {
    let told = try #require(facts(try lines.output("calc funnel --target 0.08 --n 200")))
    expect([told["low"]?.number ?? 0, told["high"]?.number ?? 0], [0.0424, 0.1176], within: 0.00005)
    #expect(try lines.notices("calc funnel --target 0.08 --n 200").isEmpty)
    #expect(
      try lines.notices("calc funnel --target 0.08 --n 20") == [
        "fewer than 5 are expected: the limits are rough; --exact gives exact ones"
      ])
  }

  @Test func calcRatioStandardizes() throws {
    let told = try #require(facts(try lines.output("calc ratio --observed 110 --rates rates.csv")))
    expect(
      ["expected", "ratio", "low", "high"].map { told[$0]?.number ?? 0 }, [100, 1.1, 0.904, 1.326], within: 0.001)
  }

  @Test func calcRefusesWhatIsNoShareOrGroup() throws {
    #expect(lines.spot("calc wilson --share 1.2 --n 200") == "argument.range at 21")
    #expect(lines.spot("calc wilson --share -0.1 --n 200") == "argument.range at 21")
    #expect(lines.spot("calc wilson --share 120% --n 200") == "argument.range at 21")
    #expect(lines.error("calc wilson --share 120% --n 200")?.message.en == "120% is no share from 0 through 1")
    #expect(lines.error("calc wilson --share 12 --n 200")?.suggestion == "12%")
    #expect(lines.error("calc wilson --share 0.1 --n 0")?.code == "argument.range")
    #expect(lines.error("calc wilson --share 0.1")?.code == "argument.missing")
    #expect(lines.error("calc wilson --share veel --n 3")?.code == "argument.number")
    #expect(lines.error("calc wilson --share 0.1 --n 3 --level 1")?.code == "argument.range")
    #expect(lines.error("calc ratio --observed -1 --rates rates.csv")?.code == "argument.range")
    let bare = try TableLines(["r.csv": "band,rate,population\na,0,10\n", "s.csv": "band,rate,population\na,-1,10\n"])
    #expect(bare.error("calc ratio --observed 1 --rates r.csv")?.code == "calc.expected")
    #expect(bare.error("calc ratio --observed 1 --rates s.csv")?.code == "value.range")
  }
}
