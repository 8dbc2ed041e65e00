import Files
import TestSupport
import Testing
import WorkbenchKit

/// Figures that were worked out and lie on a threshold, or are equal, on paper.
@Suite struct ThresholdTests {
  private func net(_ sheet: String, _ shape: String) throws -> [String: Double] {
    let table = try #require(
      try TableLines(["q.csv": sheet]).output("read q.csv | rank promethee --preference a=\(shape)").table)
    let names = (table.column("alternative")?.texts ?? []).compactMap { $0 }
    return Dictionary(uniqueKeysWithValues: zip(names, table.column("net")?.numbers ?? []))
  }

  @Test(arguments: [1e-9, 0.1, 1, 10, 1e9])
  func prometheeGivesOfTenthsWhatItGivesOfWholeNumbers(size: Double) throws {
    let rows = zip("ABCD", 1...4).map { "\($0),\(Double($1) * size)" }.joined(separator: "\n")
    let found = try net("n,a\n\(rows)\n", "ushape:\(size)")
    for (name, due) in [("A", -2.0 / 3), ("B", -1.0 / 3), ("C", 1.0 / 3), ("D", 2.0 / 3)] {
      #expect(abs((found[name] ?? .nan) - due) < 1e-12, "\(name)")
    }
  }

  @Test func aDifferenceOnTheThresholdIsTold() throws {
    let lines = try TableLines(["q.csv": "n,a\nA,0.1\nB,0.2\nC,0.3\nD,0.4\n"])
    let told = "3 pairs differ on 'a' by just as much as a threshold: that counts as not above it"
    #expect(try lines.notices("read q.csv | rank promethee --preference a=ushape:0.1").contains(told))
    #expect(
      try lines.notices("read q.csv | rank promethee --preference a=level:0.05:0.3").contains {
        $0.hasPrefix("one pair")
      })
    #expect(
      try lines.notices("read q.csv | rank promethee --preference a=linear:0.1:0.3").allSatisfy {
        !$0.contains("threshold")
      })
  }

  /// Differences of one, two and three deviations, at any size: 1 - exp(-d²/2).
  @Test(arguments: ["1e-308", "1e-200", "1", "1e200", "0.5e308"])
  func theGaussianShapeHoldsAtAnySize(size: String) throws {
    let number = try #require(Double(size))
    let rows = zip("ABCD", [-1.5, -0.5, 0.5, 1.5]).map { "\($0),\($1 * number)" }.joined(separator: "\n")
    let found = try net("n,a\n\(rows)\n", "gaussian:\(size)")
    // 1 - e^-½, 1 - e^-2, 1 - e^-4½
    let (one, two, three) = (0.3934693402873666, 0.8646647167633873, 0.9888910034617577)
    #expect(abs((found["D"] ?? .nan) - (one + two + three) / 3) < 1e-9)
    #expect(abs((found["C"] ?? .nan) - (one + two - one) / 3) < 1e-9)
  }

  @Test func acceptabilityKnowsATieOnPaper() throws {
    let lines = try TableLines(["s.csv": "n,prijs,bereik\nA,0.1,0.2\nB,0.2,0.1\nC,0.3,0.0\nD,0,0.3\n"])
    let table = try #require(try lines.output("read s.csv | rank smaa --weights-order 'prijs=bereik'").table)
    #expect(table.column("rank_1")?.numbers == [1, 1, 1, 1])
    #expect(table.column("rank_2")?.numbers == [0, 0, 0, 0])
  }

  @Test func vikorSaysThatTheLeadIsJustEnough() throws {
    // With five alternatives the lead has to be a quarter: q is 0, ¼, ½, ¾, 1 of one criterion in equal steps.
    let lines = try TableLines(["v.csv": "n,a\nA,0.1\nB,0.2\nC,0.3\nD,0.4\nE,0.5\n"])
    #expect(
      try lines.notices("read v.csv | rank vikor").contains(
        "the lead of the first lies just on the threshold of 0.25: that is enough"))
    let output = try lines.output("read v.csv | rank vikor")
    #expect(
      output.blocks.contains { if case .facts(let facts) = $0 { facts["advantage"] == .boolean(true) } else { false } })
  }

  // MARK: Distances

  @Test(arguments: ["1e-308", "1e-200", "1", "1e200", "0.8e308"])
  func gowersDistanceHoldsAtAnySize(size: String) throws {
    let number = try #require(Double(size))
    let rows = zip("ABC", [-1.0, 0, 1]).map { "\($0),\($1 * number)" }.joined(separator: "\n")
    let table = try #require(
      try TableLines(["g.csv": "n,a\n\(rows)\n"]).output("read g.csv | distance gower --id n").table)
    for (found, due) in zip(table.column("A")?.numbers ?? [], [0, 0.5, 1]) { #expect(abs(found - due) < 1e-15) }
  }

  // MARK: One class

  /// Answers that hang together in nothing: two questions, every combination as often.
  @Test func latentClassesMayBeOne() throws {
    let cells = ["x", "y", "z"].flatMap { one in ["p", "q"].map { "\(one),\($0)" } }
    let rows = (0..<60).map { "r\($0),\(cells[$0 % cells.count])" }.joined(separator: "\n")
    let lines = try TableLines(["n.csv": "id,a,b\n\(rows)\n"])
    let output = try lines.output("read n.csv | cluster lca --id id")
    let facts = try #require(output.blocks.compactMap { if case .facts(let facts) = $0 { facts } else { nil } }.last)
    #expect(facts["k"] == .number(1) && facts["silhouette"] == .missing)
    // 60 (ln 3 + ln 2), and two parameters and one: -2 L + 3 ln 60.
    #expect(abs((facts["bic"]?.number ?? 0) - (120 * 1.791759469228055 + 3 * 4.0943445622221)) < 1e-6)
    #expect(
      try lines.notices("read n.csv | cluster lca --id id").contains {
        $0.hasPrefix("one class describes the rows best")
      })
    #expect(try lines.notices("read n.csv | cluster lca --id id --k 1").allSatisfy { !$0.hasPrefix("one class") })
  }

  @Test(.enabled(if: Places.hasCases)) func theNoiseOfTheCasesIsOneClass() throws {
    let cases = try #require(Places.cases)
    let text = String(decoding: try DiskFiles().read("\(cases)/tables/noise.csv", at: nil).bytes, as: UTF8.self)
    let output = try TableLines(["noise.csv": text]).output("read noise.csv | cluster lca --id id")
    let trials = try #require(
      output.blocks.compactMap {
        if case .table(let table) = $0, table.columnNames == ["k", "bic"] { table } else { nil }
      }.first)
    #expect(trials.column("bic")?.numbers?.prefix(2).map { ($0 * 10).rounded() / 10 } == [2679.8, 2719.3])
    #expect(output.table?.columnNames.contains("probability_2") == false)
  }
}
