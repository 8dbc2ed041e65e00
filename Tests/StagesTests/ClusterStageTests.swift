import TestSupport
import Testing
import WorkbenchKit

@Suite struct ClusterStageTests {
  /// The rows of the specification, without names.
  private static let rows = "v1,v2,v3,v4\na,a,b,b\na,a,b,a\na,a,b,b\na,b,a,b\nb,b,a,a\nb,b,a,b\nb,b,a,a\nc,b,a,a\n"

  private func lines(_ sheet: String = rows) throws -> TableLines { try TableLines(["r.csv": sheet]) }

  private func facts(_ output: Output) -> Facts? {
    output.blocks.compactMap { if case .facts(let facts) = $0 { facts } else { nil } }.first
  }

  private func tables(_ output: Output) -> [Table] {
    output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  // MARK: The lines of the contract

  @Test func averageGivesTheHeightsAndTheSilhouetteOfTheSpecification() throws {
    let output = try lines().output("read r.csv | cluster average --distance matching --k 2")
    #expect(output.table?.columnNames == ["v1", "v2", "v3", "v4", "cluster", "silhouette"])
    #expect(output.table?.column("cluster")?.numbers == [1, 1, 1, 2, 2, 2, 2, 2])
    #expect(facts(output)?["k"] == .number(2))
    #expect((facts(output)?["silhouette"]?.number).map { abs($0 - 0.6642) < 5e-5 } == true)
    guard case .list(let heights)? = facts(output)?["heights"] else { throw Missing() }
    let known = [0, 0, 0.25, 0.25, 0.25, 0.4167, 0.8333]
    #expect(zip(heights.compactMap(\.number), known).allSatisfy { abs($0 - $1) < 5e-5 } && heights.count == 7)
    #expect(facts(output)?["unfit_share"] == .number(0))
  }

  @Test func kmodesCostsFive() throws {
    let output = try lines().output("read r.csv | cluster kmodes --k 2")
    #expect(facts(output)?["cost"] == .number(5) && facts(output)?["k"] == .number(2))
    #expect(output.table?.columnNames.suffix(2) == ["cluster", "silhouette"])
  }

  @Test func latentClassesGiveTheirProbabilitiesAndFigures() throws {
    let output = try lines().output("read r.csv | cluster lca --k 2")
    #expect(
      output.table?.columnNames == ["v1", "v2", "v3", "v4", "class", "probability_1", "probability_2", "silhouette"])
    #expect(facts(output)?["parameters"] == .number(11))
    let likelihood = facts(output)?["log_likelihood"]?.number ?? 0
    #expect((facts(output)?["bic"]?.number).map { abs($0 + 2 * likelihood - 11 * 2.0794415416798357) < 1e-9 } == true)
    let sums = (0..<8).map { row in
      ["probability_1", "probability_2"].reduce(0.0) { $0 + (output.table?.column($1)?[row].number ?? 0) }
    }
    #expect(sums.allSatisfy { abs($0 - 1) < 1e-12 })
    #expect(try lines().notices("read r.csv | cluster lca --k 2").contains { $0.hasPrefix("there are 11 parameters") })
  }

  @Test func autoShowsEveryTrial() throws {
    let silhouettes = tables(try lines().output("read r.csv | cluster pam --k auto"))
    #expect(silhouettes.count == 2 && silhouettes[1].columnNames == ["k", "silhouette"])
    #expect(silhouettes[1].column("k")?.numbers == [2, 3, 4, 5, 6, 7])
    let classes = tables(try lines().output("read r.csv | cluster lca"))
    #expect(classes[1].columnNames == ["k", "bic"])
  }

  @Test func distanceIsSquareInTheOrderOfTheRows() throws {
    let output = try TableLines().output("read antwoorden.csv | distance gower --columns vervoer,uren")
    #expect(
      output.table?.columnNames == ["respondent", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"])
    let first = output.table?.column("r1")?.numbers ?? []
    let steps: [Double] = [0, 1, 2, 42, 44, 47, 46, 1]
    let known = steps.map { $0 / 48 }
    #expect(first.count == 8 && zip(first, known).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func numbersCanBeKinds() throws {
    let lines = try lines("n,x\na,1\nb,2\nc,10\n")
    #expect(try lines.output("read r.csv | distance gower").table?.column("a")?.numbers == [0, 1.0 / 9, 1])
    #expect(
      try lines.output("read r.csv | distance gower --categorical x").table?.column("a")?.numbers == [0, 1, 1])
    #expect(try lines.output("read r.csv | distance matching").table?.column("a")?.numbers == [0, 1, 1])
  }

  @Test func theSameSeedGivesTheSameAnswerAndResamplesTellStability() throws {
    let line = "read antwoorden.csv | cluster pam --k 2 --resamples 30"
    let (one, other) = (try TableLines().output(line), try TableLines().output(line))
    #expect(one == other)
    guard case .list(let stability)? = facts(one)?["stability"] else { throw Missing() }
    #expect(stability.count == 2 && stability.allSatisfy { ($0.number ?? 0) > 0.6 })
  }

  // MARK: Bad input

  @Test(arguments: [
    ("n,x\na,1\n", "pam", "cluster.few"),
    ("n,x,y\na,1,z\nb,1,z\n", "pam", "cluster.constant"),
    ("n,x,y\na,.,.\nb,.,.\n", "average", "cluster.columns"),
    ("n,x\na,1\nb,2\n", "pam --k 3", "cluster.k"),
    ("n,x,y\na,1,.\nb,.,2\nc,3,4\n", "pam --k 2", "distance.nothing"),
    ("n,x\na,1\nb,2\n", "pam --k 1", "argument.range"),
    ("n,x\na,1\nb,2\n", "pam --k veel", "argument.range"),
    ("n,x\n", "pam", "table.empty"),
    ("n,x\na,1\nb,2\n", "pam --columns y", "column.unknown"),
    ("n,x\na,1\nb,2\n", "ward", "argument.choice"),
  ])
  func whatCannotBeDividedIsNamed(sheet: String, call: String, code: String) throws {
    #expect(try lines(sheet).error("read r.csv | cluster \(call)")?.code == code)
  }

  @Test func aPairWithNothingInCommonIsNamed() throws {
    let error = try TableLines().error("read leeg.csv | cluster pam --k 2")
    #expect(error?.code == "distance.nothing")
    #expect(error?.message.en == "the rows 'een' and 'twee' have no value in common to compare by")
  }

  @Test func fiftyThousandRowsAreToldWhatPamWouldTake() throws {
    let sheet = "x,y\n" + (0..<50_000).map { "\($0 % 97),\($0 % 2 == 0 ? "a" : "b")\n" }.joined()
    let lines = try lines(sheet)
    let error = lines.error("read r.csv | cluster pam --k 4")
    #expect(error?.code == "cluster.rows" && error?.suggestion == "cluster clara")
    #expect(error?.message.en.contains("1,249,975,000 pairs: that takes about 20.0 GB and 3 minutes") == true)
    #expect(try lines.output("read r.csv | cluster clara --k 2").table?.rowCount == 50_000)
  }

  @Test func manyDifferentNumbersAreNoKinds() throws {
    let sheet = "n,x\n" + (0..<30).map { "r\($0),\($0)\n" }.joined()
    #expect(try lines(sheet).error("read r.csv | cluster kmodes --k 2")?.code == "cluster.kinds")
    #expect(try lines(sheet).error("read r.csv | cluster kmodes --k 2 --categorical x") == nil)
  }

  @Test func whatTellsNothingApartIsSaid() throws {
    let lines = try lines("n,x,y,z\na,1,.,q\nb,2,.,q\nc,9,.,q\n")
    let notices = try lines.notices("read r.csv | cluster pam --k 2")
    #expect(notices.contains("left out, being without any value: 'y'"))
    #expect(notices.contains("the same in all rows, so telling nothing apart: 'z'"))
  }

  @Test func aColumnOfCitizenNumbersIsRefusedWithItsCount() throws {
    #expect(
      try TableLines(["m.csv": "bsn,x\n111222333,1\n123456782,2\n"]).error("read m.csv | cluster pam")?.code
        == "personal.found")
    let table = Table(columns: [.texts("bsn", ["111222333", "123456782"]), .numbers("x", [1, 2])])
    let error = try Self.cluster(table, lines())
    #expect(error?.code == "personal.found")
    #expect(error?.message.en == "the table holds personal data in column 'bsn' (BSN, 2 times); nothing was taken in")
  }

  /// What `cluster` says of a table that did not come in by a file.
  private static func cluster(_ table: Table, _ lines: TableLines) throws -> Diagnostic? {
    lines.files.put(Array("x,y\n1,2\n2,3\n".utf8), at: "one.csv")
    try lines.hold(table, as: "mensen")
    return lines.error("read one.csv | join mensen --on x | cluster pam")
  }

  private struct Missing: Error {}
}

@Suite struct KanoStageTests {
  @Test func answersMayBeNumbersOrWordsInEitherLanguage() throws {
    #expect(
      try TableLines().table("read kano.csv | kano") == [
        "feature m o a i r q category better worse", "bellen 0 2 1 0 0 0 O 1 -0.6666666666666666",
        "app 0 0 0 2 1 0 I 0 0",
      ])
  }

  @Test(arguments: [
    ("respondent,feature,functional,dysfunctional\nr1,a,jammer,3\n", "kano.answer"),
    ("respondent,feature,functional,dysfunctional\nr1,a,6,3\n", "kano.answer"),
    ("respondent,feature,functional,dysfunctional\nr1,a,1,3\nr1,a,2,3\n", "kano.repeated"),
    ("respondent,feature,functional,dysfunctional\nr1,.,1,3\n", "value.missing"),
    ("respondent,feature,functional\nr1,a,1\n", "column.unknown"),
    ("respondent,feature,functional,dysfunctional\n", "table.empty"),
  ])
  func whatIsNoAnswerIsNamed(sheet: String, code: String) throws {
    #expect(try TableLines(["k.csv": sheet]).error("read k.csv | kano")?.code == code)
  }

  @Test func aNearWordIsOffered() throws {
    let lines = try TableLines(["k.csv": "respondent,feature,functional,dysfunctional\nr1,a,vervelent,3\n"])
    #expect(lines.error("read k.csv | kano")?.suggestion == "vervelend")
  }

  @Test func halfAnswersAreLeftOutAndCounted() throws {
    let lines = try TableLines(["k.csv": "respondent,feature,functional,dysfunctional\nr1,a,1,.\nr2,a,1,5\n"])
    #expect(try lines.table("read k.csv | kano").last == "a 0 1 0 0 0 0 O 1 -1")
    #expect(try lines.notices("read k.csv | kano").first == "left out, being without two answers: 1 row")
  }
}
