import Testing
import WorkbenchKit

@testable import Decisions

/// Decision tables: what they say under each hit policy, what they do not cover, and where they contradict themselves.
@Suite struct DecisionTableTests {
  /// A table with inputs `a`, `b` … of numbers and one output, out of cells as they are typed.
  static func table(
    _ policy: HitPolicy, _ rules: [([String], String)], inputs: [(ValueType, String?)] = [(.number, nil)],
    output: (ValueType, String?) = (.text, nil)
  ) throws -> DecisionTable {
    let reader = CellReader(table: "t", place: nil)
    let names = ["a", "b", "c", "d", "e", "f"]
    let clauses = try zip(names, inputs).map { try reader.clause($0, type: $1.0.rawValue, allowed: $1.1) }
    let outputs = [try reader.clause("out", type: output.0.rawValue, allowed: output.1)]
    let table = DecisionTable(
      name: "t", policy: policy, inputs: clauses, outputs: outputs,
      rules: try rules.enumerated().map { try reader.rule($0 + 1, $1.0, [$1.1], nil, (clauses, outputs)) })
    try table.validate()
    return table
  }

  private func says(_ table: DecisionTable, _ numbers: Double...) throws -> Evaluation.Outcome {
    try table.outcome(of: table.fired(numbers.map(Literal.number)))[0]
  }

  private let overlapping = [(["< 10"], "laag"), (["< 5"], "heel laag"), (["-"], "gewoon")]

  @Test func `first, rule order and collect take the rules as they stand`() throws {
    #expect(try says(Self.table(.first, overlapping), 3) == .one(.text("laag")))
    #expect(try Self.table(.first, overlapping).fired([.number(3)]) == [0])
    let list = Evaluation.Outcome.list([.text("laag"), .text("heel laag"), .text("gewoon")])
    #expect(try says(Self.table(.ruleOrder, overlapping), 3) == list)
    #expect(try says(Self.table(.collect, overlapping), 3) == list)
    #expect(try says(Self.table(.collect, overlapping), 30) == .list([.text("gewoon")]))
  }

  @Test func `priority and output order take the order of the allowed outputs`() throws {
    let allowed = "\"heel laag\", \"laag\", \"gewoon\""
    #expect(try says(Self.table(.priority, overlapping, output: (.text, allowed)), 3) == .one(.text("heel laag")))
    #expect(
      try says(Self.table(.outputOrder, overlapping, output: (.text, allowed)), 3)
        == .list([.text("heel laag"), .text("laag"), .text("gewoon")]))
    #expect(throws: Diagnostic.self) { try Self.table(.priority, overlapping) }
  }

  @Test func `collect sums, counts and takes the least and the most`() throws {
    let rules = [(["< 10"], "5"), (["< 5"], "2"), (["-"], "1")]
    for (policy, known) in [(HitPolicy.sum, 8.0), (.minimum, 1), (.maximum, 5), (.count, 3)] {
      #expect(try says(Self.table(policy, rules, output: (.number, nil)), 3) == .one(.number(known)))
    }
    let few = [(["< 0"], "5")]
    #expect(try says(Self.table(.sum, few, output: (.number, nil)), 3) == .none)
    #expect(try says(Self.table(.count, few, output: (.number, nil)), 3) == .one(.number(0)))
    #expect(throws: Diagnostic.self) { try Self.table(.sum, overlapping) }
  }

  @Test func `unique and any refuse rules that contradict each other`() throws {
    let unique = try Self.table(.unique, overlapping)
    #expect(throws: Evaluation.Conflict.several([0, 1, 2])) { try unique.outcome(of: unique.fired([.number(3)])) }
    let agreeing = try Self.table(.any, [(["< 10"], "laag"), (["< 5"], "laag")])
    #expect(try says(agreeing, 3) == .one(.text("laag")))
    let any = try Self.table(.any, overlapping)
    #expect(throws: Evaluation.Conflict.disagree([0, 1, 2])) { try any.outcome(of: any.fired([.number(3)])) }
  }

  @Test func `gaps are found at the ends of intervals, with the smallest example`() throws {
    let findings = RuleFindings(try Self.table(.unique, [(["< 18"], "jong"), (["> 18"], "oud")]))
    #expect(findings.rows.map(findings.typed) == ["a=18"])
    let between = RuleFindings(try Self.table(.unique, [(["<= 5"], "x"), ([">= 6"], "y")]))
    #expect(between.rows.map(between.typed) == ["a=5.5"] && between.rows[0].region == "a: (5..6)")
    let whole = RuleFindings(try Self.table(.unique, [(["<= 5"], "x"), ([">= 6"], "y")], inputs: [(.integer, nil)]))
    #expect(whole.rows.isEmpty)
    let bounded = RuleFindings(try Self.table(.unique, [(["[18..65)"], "x")], inputs: [(.number, "[18..65]")]))
    #expect(bounded.rows.map(bounded.typed) == ["a=65"])
    let open = RuleFindings(try Self.table(.unique, [(["\"ja\""], "x")], inputs: [(.text, nil)]))
    #expect(open.gaps == 1 && open.rows[0].region == "a: not(\"ja\")")
    let listed = RuleFindings(
      try Self.table(.unique, [(["\"ja\""], "x")], inputs: [(.text, "\"ja\", \"nee\", \"soms\"")]))
    #expect(listed.rows.map(listed.region(0)) == ["a: \"nee\", \"soms\""])
  }

  @Test func `overlaps are those of unique, and of any where rules disagree`() throws {
    let rules = [(["[1..5]"], "x"), (["[5..9]"], "y"), (["> 9"], "x"), (["< 1"], "x"), (["[2..3]"], "x")]
    let unique = RuleFindings(try Self.table(.unique, rules))
    #expect(unique.rows.map(\.rules) == [[1, 2], [1, 5]])
    #expect(unique.rows.map(unique.typed) == ["a=5", "a=2"])
    #expect(RuleFindings(try Self.table(.any, rules)).rows.map(\.rules) == [[1, 2]])
    #expect(RuleFindings(try Self.table(.first, rules)).rows.isEmpty)
  }

  @Test func `a table without rules is one gap`() throws {
    let findings = RuleFindings(try Self.table(.unique, [], inputs: [(.number, nil), (.boolean, nil)]))
    #expect(findings.rows.count == 1 && findings.gaps == 1)
  }

  @Test func `gaps and overlaps are those that trying every value finds`() throws {
    var random: UInt64 = 7
    func draw(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    let cells = ["-", "1", "2", "<= 1", "> 1", "[1..2]", "not(2)", "0, 3"]
    for _ in 0..<150 {
      let rules = (0..<(1 + draw(5))).map { _ in
        ((0..<3).map { _ in cells[draw(cells.count)] }, draw(2) == 0 ? "x" : "y")
      }
      let table = try Self.table(.unique, rules, inputs: Array(repeating: (.integer, "0, 1, 2, 3"), count: 3))
      let findings = RuleFindings(table)
      var gaps = 0
      var pairs: Set<[Int]> = []
      for value in 0..<64 {
        let fired = table.fired([value % 4, value / 4 % 4, value / 16].map { .number(Double($0)) })
        if fired.isEmpty { gaps += 1 }
        for one in fired { for other in fired where other > one { pairs.insert([one + 1, other + 1]) } }
      }
      #expect((findings.gaps == 0) == (gaps == 0))
      #expect(Set(findings.rows.filter { !$0.isGap }.map(\.rules)) == pairs)
      for row in findings.rows {
        let fired = table.fired(row.example).map { $0 + 1 }
        #expect(row.isGap ? fired.isEmpty : Set(row.rules).isSubset(of: fired))
      }
      // The boxes of the gaps hold all of them and nothing else.
      let space = TableRegions(table)
      let covered = Gaps(space, poll: {}).boxes.reduce(0) { sum, box in
        sum + zip(space.inputs, box.sides).reduce(1) { $0 * ($1.1?.count ?? $1.0.regions.count) }
      }
      #expect(covered == gaps)
    }
  }

  @Test func `two hundred rules over six inputs are checked within a second`() throws {
    // Complete but for one cell: five classes, five, two, two, two and one.
    var rules: [([String], String)] = []
    let classes = ["< 10", "[10..20)", "[20..30)", "[30..40)", ">= 40"]
    for one in classes {
      for other in classes {
        for third in ["true", "false"] {
          for fourth in ["\"x\"", "not(\"x\")"] {
            for fifth in ["<= 0", "> 0"] { rules.append(([one, other, third, fourth, fifth, "-"], "y")) }
          }
        }
      }
    }
    let last = rules.removeLast()
    let table = try Self.table(
      .unique, rules,
      inputs: [(.number, nil), (.number, nil), (.boolean, nil), (.text, nil), (.number, nil), (.number, "[0..1]")])
    #expect(table.rules.count == 199)
    let clock = ContinuousClock()
    var findings: RuleFindings?
    let time = clock.measure { findings = RuleFindings(table) }
    #expect(findings?.rows.count == 1 && findings?.gaps == 1)
    #expect(findings.map { $0.rows.map($0.typed) } == ["a=40 b=40 c=false d=… e=1 f=0"])
    #expect(last.0[0] == ">= 40")
    // A debug build is several times as slow as the one that is measured.
    #expect(time < .seconds(5), "\(time)")
  }

  @Test(arguments: [4, 50, 90]) func `rules that lie anyhow are checked in time too`(width: Int) throws {
    var random: UInt64 = 11
    func draw(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    let rules = (0..<200).map { _ in
      let cells = (0..<6).map { _ in
        let low = draw(101 - width)
        return "[\(low)..\(low + width)]"
      }
      return (cells, "y")
    }
    let table = try Self.table(.first, rules, inputs: Array(repeating: (.number, "[0..100]"), count: 6))
    let clock = ContinuousClock()
    var findings: RuleFindings?
    let time = clock.measure { findings = RuleFindings(table) }
    for row in findings?.rows ?? [] { #expect(table.fired(row.example).isEmpty) }
    // A debug build on a busy machine; a release build takes less than a second.
    #expect(time < .seconds(60), "\(time)")
    print("rules of width \(width): \(findings?.gaps ?? 0) gaps, \(time)")
  }

  @Test func `what is not known of a definition in JSON stays with it`() throws {
    let json: JSON = [
      "name": "t", "inputs": [["name": "a", "type": "number"]], "outputs": [["name": "b"]],
      "definitions": [["name": "ruim", "expression": "a + 1", "since": 2027]],
      "rules": [["when": ["< ruim"], "then": ["ja"]]],
    ]
    let table = try DecisionTable(json: json)
    #expect(table.json["definitions"]?.array?.first?["since"] == 2027)
    #expect(table.holdsUnknown && !table.withoutUnknown.holdsUnknown)
  }

  @Test func `unknown inputs leave the answers that are still possible`() throws {
    let table = try Self.table(
      .unique, [(["true", "true"], "w"), (["false", "true"], "x"), (["-", "false"], "y")],
      inputs: [(.boolean, nil), (.boolean, nil)])
    func possible(_ known: [Literal?]) -> [Evaluation.Outcome] {
      OpenOutcomes(table, known: known).possible.map { $0.answers[0] }
    }
    #expect(possible([nil, .boolean(false)]) == [.one(.text("y"))])
    #expect(possible([.boolean(true), nil]) == [.one(.text("w")), .one(.text("y"))])
    #expect(possible([nil, nil]).count == 3)
  }

  @Test func `a table whose rules do not fit its inputs is refused`() throws {
    func code(_ rules: [([String], String)], allowed: String? = nil) -> String? {
      do {
        _ = try Self.table(.unique, rules, inputs: [(.number, allowed)])
        return nil
      } catch { return (error as? Diagnostic)?.code }
    }
    #expect(code([(["1", "2"], "x")]) == "rules.shape")
    #expect(code([(["\"een\""], "x")]) == "rules.cell")
    #expect(code([(["200"], "x")], allowed: "[0..120]") == "rules.value")
    #expect(code([(["100"], "x")], allowed: "[0..120]") == nil)
  }
}

extension RuleFindings {
  fileprivate func region(_ index: Int) -> (Row) -> String { { $0.region } }
}

extension DecisionTable {
  /// What it says where these rules fire and nothing has to be worked out.
  func outcome(of hits: [Int]) throws -> [Evaluation.Outcome] {
    try outcome(of: hits, saying: said(on: KnownInputs(self, asked.map { _ in nil })))
  }
}
