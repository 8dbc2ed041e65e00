import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Which form fits: directions from the sources, numbers from the roles.
@Suite struct FitTests {
  @Test func `without numbers the answer is a table of directions, and what contradicts is mixed`() throws {
    let output = try Workbench().run("procure fit --goals affordability,sufficient-budget")
    #expect(output.table?.columnNames == ["form", "form_label", "affordability", "sufficient_budget"])
    let forms = output.texts("form")
    let row = try #require(forms.firstIndex(of: "lumpsum"))
    #expect(output.texts("affordability")[row] == "+" && output.texts("sufficient_budget")[row] == "±")
    #expect(output.words.contains("geen rangorde"))
    #expect(SignedStatement.Sign.joined([.helps, .unknown]) == .helps && SignedStatement.Sign.joined([]) == .unknown)
  }

  /// A is (1, 0), B is (0, .5): the first is first where its weight is above a third.
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.run("procure score lumpsum affordability=10 demand-met=0 --by gemeente")
    try bench.run("procure score pxq affordability=0 demand-met=5 --by gemeente")
    return bench
  }

  @Test func `A=(1,0), B=(0,.5) with weights unknown: A is first for two thirds of all weights`() throws {
    let output = try bench().run("procure fit --draws 200000")
    #expect(output.texts("form") == ["lumpsum", "pxq"])
    #expect(abs(output.numbers("first_share")[0] - 2.0 / 3) < 0.005)
    #expect(output.numbers("score") == [0.5, 0.25])
  }

  @Test(arguments: ["wsm", "topsis", "vikor", "promethee", "smaa"])
  func `every method ranks`(method: String) throws {
    #expect(try bench().run("procure fit --method \(method)").numbers("rank").count == 2)
  }

  @Test func `weights by points, by ranks (.75 .25) and by pairs, by role, with a spread`() throws {
    let bench = try bench()
    #expect(
      try bench.run("procure weigh affordability=30 demand-met=10 --by gemeente").numbers("weight") == [0.75, 0.25])
    #expect(
      try bench.run("procure weigh affordability=1 demand-met=2 --as ranks --by kring").numbers("weight") == [
        0.75, 0.25,
      ])
    let pairs = try bench.run("procure weigh affordability:demand-met=1/3 --as pairs --by aanbieder").numbers("weight")
    #expect(abs(pairs[0] - 0.25) < 1e-9)
    let output = try bench.run("procure fit")
    let weights = try #require(
      output.blocks.compactMap { block -> Table? in
        if case .table(let table) = block, table.column("stays_from") != nil { table } else { nil }
      }.first)
    let row = try #require(weights.column("criterion")?.texts?.firstIndex(of: "affordability"))
    #expect(
      weights.column("weight_low")?.numbers?[row] == pairs[0] && weights.column("weight_high")?.numbers?[row] == 0.75)
    // The first stays first as long as its criterion weighs more than a third.
    #expect(abs((weights.column("stays_from")?.numbers?[row] ?? 0) - 1.0 / 3) < 1e-9)
  }

  @Test func `contradicting pairs are told by their ratio, and a pair that lacks is asked`() throws {
    let bench = try Workbench()
    let words = try bench.run(
      "procure weigh affordability:demand-met=9 demand-met:administration=9 affordability:administration=1/9 --as pairs --by a"
    ).words
    #expect(words.contains("tegen"))
    #expect(
      bench.error("procure weigh affordability:demand-met=9 demand-met:administration=9 --as pairs --by a")?.code
        == "weight.pair")
    #expect(bench.error("procure weigh affordability=3 --as pairs --by a")?.code == "weight.pair")
    #expect(bench.error("procure weigh affordability=0 --by a")?.code == "weight.value")
    #expect(bench.error("procure weigh affordability=-1 --by a")?.code == "weight.value")
    #expect(bench.error("procure score lumpsum affordability=11 --by a")?.code == "score.range")
    // Found while the line was bound, and the plugin's all the same.
    #expect(bench.error("procure score lumpsum affordability=11 --by a")?.plugin == "procurementcomparator")
    #expect(bench.error("procure score lumpsump affordability=1 --by a")?.suggestion == "lumpsum")
  }

  @Test func `a criterion of one's own is taken in and said, a form without all numbers is left out and said`() throws {
    let bench = try bench()
    #expect(try bench.run("procure score lumpsum rust=5 --by burger").words.contains("eigen criterium"))
    #expect(try bench.run("procure fit --goals rust,affordability").table?.columnNames.contains("rust") == true)
    try bench.run("procure score population affordability=4 --by gemeente")
    #expect(
      try bench.run("procure fit --goals affordability,demand-met").words.contains(
        "populatiebekostiging"))
  }

  @Test func `the chosen form is offered as procure.form, one for each axis`() throws {
    let bench = try Workbench()
    try bench.run("procure choose lumpsum cooperative --by kring")
    try bench.run("procure choose pxq --because rust")
    let table = try #require(try bench.session.workspace.parts[PartName(.tables, "procure.form")]?.part.table())
    #expect(table.columnNames == ["axis", "form", "label", "by", "reason"])
    #expect(
      table.column("form")?.texts == ["pxq", "cooperative"]
        && table.column("axis")?.texts == ["funding", "constellation"])
    #expect(bench.error("procure choose lumpsum pxq")?.code == "form.axis")
    // Term and partners stand on rows of their own, and what is not said leaves no row.
    let term = try bench.run("procure choose coalition --term 4+2 --partners 'zorg- en welzijnspartijen'")
    #expect(term.texts("axis").suffix(3) == ["constellation", "term", "partners"])
    #expect(term.texts("axis_label").suffix(3) == ["samenstelling", "looptijd", "partners"])
    #expect(term.texts("label").suffix(2) == ["4 jaar, met 2 jaar optie", "met zorg- en welzijnspartijen"])
    #expect(try bench.run("procure choose --term 7").texts("form").contains("7"))
    #expect(bench.error("procure choose")?.code == "choose.nothing")
    #expect(bench.error("procure choose lumpsum --term twee")?.code == "term.shape")
  }

  @Test func `a bid works for a persona where no stage falls below the limit`() throws {
    let bench = try Workbench().file(
      "s.csv", "bidder,persona,stage,score\nA,Guus,boeken,.9\nA,Guus,rit,.8\nA,Mildred,boeken,.3\nA,Mildred,rit,1\n")
    let output = try bench.run("bid persona s.csv")
    #expect(output.table?.column("works")?[0] == .boolean(true) && output.table?.column("works")?[1] == .boolean(false))
    #expect(output.numbers("mean")[1] == 0.65 && output.texts("lowest_stage") == ["rit", "boeken"])
    bench.file("j.csv", "stage,doing,pain\nrit,wacht,kou\n")
    #expect(try bench.run("bid questions j.csv --persona Guus").texts("question") == ["Hoe voorkomt u dit: kou?"])
  }
}
