import Methods
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import QualityMirror

/// What an answer shows, computed back by who reads it.
@Suite struct PrivacyTests {
  /// All numbers that stand in the sentences of an answer.
  private static func spoken(_ output: Output) -> Set<Int> {
    let words = output.blocks.compactMap { block -> String? in
      if case .paragraph(let text) = block { text.nl + " " + text.en } else { nil }
    }.joined(separator: " ")
    return Set(words.split { !$0.isNumber }.compactMap { Int($0) })
  }

  /// A figure of a row that is no count: it may not show where one of the counts that it follows from does not.
  private static func shows(_ output: Output, _ column: String, _ row: Int) -> Bool {
    output.table?.column(column)?.numbers.map { !$0[row].isNaN } ?? false
  }

  @Test func `of random cases no small count can be worked out from table, facts and sentence`() throws {
    var random = RandomStream(seed: 11)
    for _ in 0..<20 {
      let kinds = ["hulp", "vervoer", "wonen"].prefix(1 + random.index(below: 3))
      let counts = kinds.map { _ in (0..<5).map { place in random.index(below: place == 2 ? 14 : 8) } }
      let cases = zip(kinds, counts).map { MirrorBench.cases($0, $1) }.joined()
      guard !cases.isEmpty else { continue }
      let bench = try MirrorBench.make(files: ["z.csv": MirrorBench.caseHead + cases])
      try bench.run("spiegel opinion import z.csv")
      let shown = try bench.run("spiegel opinion show")
      try expectNothing(shown, Array(kinds), counts)
    }
  }

  /// Works back with what every reader has: parts of a row, rows of the whole, shares and tests.
  private func expectNothing(_ shown: Output, _ kinds: [String], _ counts: [[Int]]) throws {
    let names = ["milder", "stricter", nil, "divided", "unknown"]
    let rows = shown.texts("kind")
    let whole = (0..<5).map { place in counts.reduce(0) { $0 + $1[place] } }
    var known = [[Int?]]()
    for (row, kind) in rows.enumerated() {
      let truth = counts[try #require(kinds.firstIndex(of: kind))]
      let values = names.map { name in
        name.flatMap { shown.table?.column($0)?.numbers?[row] }.flatMap { Int(exactly: $0) }
      }
      for (value, count) in zip(values, truth) where value != nil {
        #expect(value == count && (count == 0 || count >= 5))
      }
      #expect(shown.numbers("cases")[row] == Double(truth.reduce(0, +)))
      // With the share milder and stricter together follow, and with the interval how many are known.
      if ["otherwise", "low", "high"].contains(where: { Self.shows(shown, $0, row) }) {
        #expect([0, 1, 4].allSatisfy { truth[$0] == 0 || truth[$0] >= 5 }, "\(truth)")
      }
      known.append(Self.completed(values, sum: truth.reduce(0, +)))
    }
    var wholeKnown = names.map { name in name.flatMap { shown.fact($0) }.flatMap { Int(exactly: $0) } }
    if let size = shown.fact("cases") { wholeKnown = Self.completed(wholeKnown, sum: Int(size)) }
    for (value, count) in zip(wholeKnown, whole) where value != nil {
      #expect(value == count && (count == 0 || count >= 5))
    }
    if shown.fact("p_exact") != nil { #expect([0, 1].allSatisfy { whole[$0] == 0 || whole[$0] >= 5 }) }
    if shown.fact("otherwise") != nil { #expect([0, 1, 4].allSatisfy { whole[$0] == 0 || whole[$0] >= 5 }) }
    // Rows taken from the whole, as long as that gives anything.
    for place in 0..<5 where rows.count == kinds.count {
      let missing = known.indices.filter { known[$0][place] == nil }
      guard let total = wholeKnown[place], missing.count == 1 else { continue }
      let rest = total - known.reduce(0) { $0 + ($1[place] ?? 0) }
      #expect(rest == 0 || rest >= 5, "\(counts) \(place)")
    }
    // The sentence says no more than the facts.
    let secret = whole.filter { $0 > 0 && $0 < 5 }
    if shown.facts["otherwise"] == .missing { #expect(Self.spoken(shown).isDisjoint(with: secret)) }
  }

  /// The part that is missing from a sum, where it is one only.
  private static func completed(_ values: [Int?], sum: Int) -> [Int?] {
    let missing = values.indices.filter { values[$0] == nil }
    guard missing.count == 1 else { return values }
    var values = values
    values[missing[0]] = sum - values.compactMap { $0 }.reduce(0, +)
    return values
  }

  @Test func `of random goals no small count follows from all the answers together`() throws {
    var random = RandomStream(seed: 23)
    for _ in 0..<12 {
      let providers = ["noord", "oost", "zuid"].prefix(1 + random.index(below: 3))
      let domains = ["inkomen", "wonen", "zorg"].prefix(1 + random.index(below: 3))
      var groups: [(String, String, [Int])] = []
      for provider in providers {
        for domain in domains where random.index(below: 4) > 0 {
          groups.append((provider, domain, (0..<4).map { random.index(below: $0 == 1 ? 3 : 12) }))
        }
      }
      let rows = groups.map { MirrorBench.goals($0.0, $0.2, in: $0.1) }.joined()
      guard !rows.isEmpty else { continue }
      let bench = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + rows])
      try bench.run("spiegel arrangement import g.csv")
      var attack = SumAttack(groups)
      for line in ["", " --per provider", " --per domain"] {
        attack.note(try bench.run("spiegel arrangement show" + line))
      }
      attack.expectNothing()
    }
  }

  @Test func `unknown follows from the others, so a second cell goes, and with it the share where that would tell`()
    throws
  {
    let bench = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + MirrorBench.goals("noord", [14, 9, 7, 2])])
    try bench.run("spiegel arrangement import g.csv")
    let shown = try bench.run("spiegel arrangement show")
    #expect(shown.table?.column("unknown")?.withheld == [0: "<5"] && shown.table?.column("share")?.withheld == [0: "•"])
    #expect(shown.texts("funnel") == [""] && shown.numbers("goals") == [32] && shown.numbers("reached") == [14])
    #expect(shown.numbers("partly") == [9] && shown.table?.column("low")?.withheld == [0: "•"])
    #expect(!shown.words.contains("%"))
  }

  @Test func `exactly five show, four do not, and none is no secret`() throws {
    for (few, isShown) in [(5, true), (4, false), (0, true)] {
      let bench = try MirrorBench.make(files: [
        "z.csv": MirrorBench.caseHead + MirrorBench.cases("hulp", [13, few, 43, 0, 0])
      ])
      try bench.run("spiegel opinion import z.csv")
      let shown = try bench.run("spiegel opinion show")
      #expect((shown.fact("stricter") != nil) == isShown && (shown.fact("p_exact") != nil) == isShown, "\(few)")
    }
    let four = try MirrorBench.make(files: ["z.csv": MirrorBench.caseHead + MirrorBench.cases("hulp", [2, 0, 2, 0, 0])])
    try four.run("spiegel opinion import z.csv")
    let shown = try four.run("spiegel opinion show")
    #expect(shown.facts.values.allSatisfy { $0 == .missing } && shown.table == nil && Self.spoken(shown).isEmpty)
  }

  @Test func `a provider of few stands in the total only, and cannot be taken from it`() throws {
    let rows = MirrorBench.goals("groot", [20, 0, 10, 0]) + MirrorBench.goals("midden", [9, 0, 8, 0])
    let bench = try MirrorBench.make(files: [
      "g.csv": MirrorBench.goalHead + rows + MirrorBench.goals("klein", [3, 0, 0, 0])
    ])
    try bench.run("spiegel arrangement import g.csv")
    let shown = try bench.run("spiegel arrangement show --per provider")
    // The total less both others would be the three of the small one.
    #expect(shown.texts("provider") == ["groot"] && shown.fact("goals") == 50)
    #expect(shown.words.contains("telt alleen in het totaal mee"))
    let alone = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + rows])
    try alone.run("spiegel arrangement import g.csv")
    #expect(try alone.run("spiegel arrangement show --per provider").texts("provider") == ["groot", "midden"])
  }

  @Test func `trust shows where enough cases have it, and its test where nothing small follows`() throws {
    let cases =
      MirrorBench.cases("hulp", [8, 0, 0, 0, 0], trust: "2,3")
      + MirrorBench.cases("vervoer", [0, 0, 6, 0, 0], trust: "3,3")
    let bench = try MirrorBench.make(files: ["z.csv": MirrorBench.caseHead + cases])
    try bench.run("spiegel opinion import z.csv")
    let shown = try bench.run("spiegel opinion show")
    #expect(
      shown.fact("trust_change") == 1 && near(shown.fact("trust_p"), 0.0078125) && shown.fact("trust_pairs") == 14)
    bench.file("y.csv", MirrorBench.caseHead + MirrorBench.cases("meer", [0, 0, 3, 0, 0], trust: "4,2"))
    try bench.run("spiegel opinion import y.csv")
    let later = try bench.run("spiegel opinion show")
    #expect(later.facts["trust_p"] == .missing && later.fact("trust_change") == 0)
  }
}
