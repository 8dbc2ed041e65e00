import Testing
import WorkbenchKit

@testable import Decisions

/// What a table can still say: of inputs that are not known, and of rules that are not decided.
@Suite struct OpenOutcomeTests {
  /// A table with the inputs `a` and `b`, numbers from 0 to 3, that may name a third, `g`.
  private func table(
    _ policy: HitPolicy, _ rules: [([String], String)], unread: Bool = false
  ) throws -> DecisionTable {
    var reader = CellReader(table: "t", place: nil, takesBareWords: false)
    reader.names = KnownNames(["a", "b", "g"])
    let inputs = try ["a", "b"].map { try reader.clause($0, type: "integer", allowed: "0, 1, 2, 3") }
    let isNumeric = policy.isAggregate
    let outputs = [
      try reader.clause("out", type: isNumeric ? "number" : "string", allowed: isNumeric ? nil : "\"x\", \"y\", \"z\"")
    ]
    var table = DecisionTable(name: "t", policy: policy, inputs: inputs, outputs: outputs, rules: [])
    table.others = [DecisionTable.Clause(name: "g", type: .integer)]
    table.rules = try rules.enumerated().map { number, rule in
      try reader.rule(
        number + 1, rule.0, [rule.1], nil, (inputs, outputs), unread: unread ? ["a", "b", "out"] : [])
    }
    try table.validate()
    return table
  }

  @Test func `every rule that may still fire is named, and an answer that is the same in all cases is one`() throws {
    let first = try table(.first, [(["1", "[0..1]"], "\"x\""), (["1", "-"], "\"x\""), (["-", "-"], "\"y\"")])
    let open = OpenOutcomes(first, known: [.number(1), nil, nil])
    #expect(open.possible.map(\.answers) == [[.one(.text("x"))]])
    #expect(open.possible.map(\.fired) == [[0, 1]] && open.mayFire == [0, 1])
    let collected = try table(.collect, [(["1", "-"], "\"x\""), (["-", "2"], "\"y\""), (["2", "-"], "\"z\"")])
    #expect(OpenOutcomes(collected, known: [.number(1), nil, nil]).mayFire == [0, 1])
  }

  @Test func `a rule that is not read may fire, and the answer is given where that does not matter`() throws {
    let drop = try table(.first, [(["1", "< grens"], "\"x\""), (["[1..2]", "-"], "\"y\"")], unread: true)
    #expect(drop.undecidable == [0])
    let open = OpenOutcomes(drop, known: [.number(1), .number(0), .null])
    #expect(open.possible.map(\.answers) == [[.one(.text("x"))], [.one(.text("y"))]])
    #expect(open.mayFire == [0, 1] && open.undecided == [0])
    // Its other cell rules it out.
    let decided = OpenOutcomes(drop, known: [.number(2), .number(0), .null])
    #expect(decided.possible.map(\.answers) == [[.one(.text("y"))]] && decided.undecided == [])
    let agreeing = try table(.any, [(["-", "#{x}"], "\"x\""), (["1", "-"], "\"x\"")], unread: true)
    let same = OpenOutcomes(agreeing, known: [.number(1), .number(0), .null])
    #expect(same.possible.map(\.answers) == [[.one(.text("x"))]] && same.undecided == [0])
    #expect(OpenOutcomes(agreeing, known: [.number(0), .number(0), .null]).possible.count == 2)
    let unread = try table(.unique, [(["1", "-"], "heute()")], unread: true)
    #expect(OpenOutcomes(unread, known: [.number(1), .number(0), .null]).possible[0].answers == [.open("heute()")])
    let sum = try table(.sum, [(["1", "-"], "5"), (["1", "-"], "x * 2")], unread: true)
    #expect(OpenOutcomes(sum, known: [.number(1), .number(0), .null]).possible[0].answers[0].isOpen)
  }

  @Test func `what is possible is what trying every value finds`() throws {
    var random: UInt64 = 5
    func draw(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    let plain = ["-", "1", "<= 1", "> 1", "[1..2]", "not(2)", "0, 3", "-"]
    let comparing = plain + ["< g", "g", "not(g)", "[1..g]", "? + 1 > g", "2, g"]
    let policies: [HitPolicy] = [.unique, .any, .first, .collect, .priority, .outputOrder, .ruleOrder, .sum, .count]
    for round in 0..<240 {
      let policy = policies[round % policies.count]
      let cells = round % 2 == 0 ? plain : comparing
      let rules = (0..<(1 + draw(4))).map { _ in
        (
          (0..<2).map { _ in cells[draw(cells.count)] },
          policy.isAggregate ? "\(draw(3))" : ["\"x\"", "\"y\""][draw(2)]
        )
      }
      let table = try table(policy, rules)
      let known: [Literal?] = (0..<3).map { _ in draw(2) == 0 ? nil : .number(Double(draw(4))) }
      var answers: Set<[Evaluation.Outcome]> = []
      var firing: Set<Int> = []
      for value in 0..<64 {
        let all = zip(known, [value % 4, value / 4 % 4, value / 16]).map { $0 ?? .number(Double($1)) }
        let fired = table.fired(all)
        firing.formUnion(fired)
        if let answer = try? table.outcome(of: fired) { answers.insert(answer) }
      }
      let open = OpenOutcomes(table, known: known)
      let found = Set(open.possible.map(\.answers))
      // What compares with an unknown input may be more than it is, never less.
      #expect(answers.isSubset(of: found) && firing.isSubset(of: open.mayFire), "\(rules) \(known)")
      if round % 2 == 0 || known.allSatisfy({ $0 != nil }) {
        #expect(answers == found && firing.sorted() == open.mayFire, "\(rules) \(known)")
      }
    }
  }

  @Test(arguments: [ValueType.number, .any, .text, .date])
  func `an input of which only null is named may be anything else too`(
    type: ValueType
  ) throws {
    let reader = CellReader(table: "t", place: nil)
    let inputs = [try reader.clause("a", type: type.rawValue, allowed: nil)]
    let outputs = [try reader.clause("b", type: "string", allowed: nil)]
    let rule = try reader.rule(1, ["null"], ["x"], nil, (inputs, outputs))
    let table = DecisionTable(name: "t", policy: .unique, inputs: inputs, outputs: outputs, rules: [rule])
    #expect(Set(OpenOutcomes(table, known: [nil]).possible.map(\.answers)) == [[.none], [.one(.text("x"))]])
    #expect(RuleFindings(table).gaps == 1)
  }

  @Test func `outputs without values take no part in the order`() throws {
    let reader = CellReader(table: "t", place: nil)
    let inputs = [try reader.clause("x", type: "number", allowed: nil)]
    let outputs = [
      try reader.clause("s", type: "string", allowed: "ja, nee"), try reader.clause("r", type: "string", allowed: nil),
    ]
    let rules = [(["> 0"], ["nee", "a"]), (["> 1"], ["ja", "c"]), (["> 1"], ["ja", "b"])]
    func said(_ policy: HitPolicy, _ number: Double) throws -> [Evaluation.Outcome] {
      let table = DecisionTable(
        name: "t", policy: policy, inputs: inputs, outputs: outputs,
        rules: try rules.enumerated().map { try reader.rule($0 + 1, $1.0, $1.1, nil, (inputs, outputs)) })
      try table.validate()
      return try table.outcome(of: table.fired([.number(number)]))
    }
    // Equal ones in the order of the rules, not of the letters.
    #expect(try said(.priority, 2) == [.one(.text("ja")), .one(.text("c"))])
    #expect(try said(.priority, 1) == [.one(.text("nee")), .one(.text("a"))])
    #expect(
      try said(.outputOrder, 2)
        == [.list([.text("ja"), .text("ja"), .text("nee")]), .list([.text("c"), .text("b"), .text("a")])])
  }

  @Test func `a check says what it does not know`() throws {
    let compared = RuleFindings(try table(.unique, [(["< g", "-"], "\"x\""), ([">= g", "-"], "\"y\"")]))
    #expect(compared.gaps == 0 && compared.overlaps == 0 && compared.undecided == [1, 2])
    #expect(compared.rows.map(\.isSure) == [false, false] && compared.doubtful == 2)
    let mixed = RuleFindings(try table(.unique, [(["0, g", "-"], "\"x\""), (["[0..2]", "-"], "\"y\"")]))
    #expect(mixed.rows.filter(\.isSure).map(\.rules) == [[1, 2]])
    #expect(mixed.rows.filter { !$0.isSure && $0.isGap }.map(\.region) == ["a: 3"])
    let unread = RuleFindings(try table(.first, [(["#{x}", "1"], "\"x\"")], unread: true))
    #expect(unread.undecided == [1] && unread.gaps == 1 && unread.doubtful == 1)
  }

  private struct Stopped: Error {}

  /// Sixty rules of a count over two inputs, ten of which are not read.
  private func manyUnread() throws -> DecisionTable {
    var reader = CellReader(table: "t", place: nil, takesBareWords: false)
    reader.names = KnownNames(["a", "b"])
    let inputs = try ["a", "b"].map { try reader.clause($0, type: "number", allowed: nil) }
    let outputs = [try reader.clause("out", type: "number", allowed: nil)]
    var table = DecisionTable(name: "t", policy: .count, inputs: inputs, outputs: outputs, rules: [])
    table.rules = try (0..<60).map { rule in
      let cells = rule < 10 ? ["#{x\(rule)}", "-"] : ["> \(rule)", "<= \(rule + 5)"]
      return try reader.rule(rule + 1, cells, ["1"], nil, (inputs, outputs), unread: ["a", "b"])
    }
    return table
  }

  @Test func `rules that are not read cost patience, are all named, and the search can be stopped`() throws {
    let table = try manyUnread()
    let clock = ContinuousClock()
    var open: OpenOutcomes?
    let time = clock.measure { open = OpenOutcomes(table, known: [nil, nil]) }
    #expect(open?.isCut == true && open?.mayFire == Array(0..<60))
    // A debug build on a busy machine.
    #expect(time < .seconds(60), "\(time)")
    var steps = 0
    #expect(throws: Stopped.self) {
      try OpenOutcomes(table, known: [nil, nil]) {
        steps += 1
        if steps == 3 { throw Stopped() }
      }
    }
    #expect(throws: Stopped.self) { try RuleFindings(table) { throw Stopped() } }
  }

  @Test func `more rules than are tried together still give the answers that were found`() throws {
    var unread = try table(.count, (0..<12).map { (["#{x\($0)}", "-"], "1") }, unread: true)
    unread.outputs[0].type = .number
    let open = OpenOutcomes(unread, known: [.number(1), .number(1), .null])
    #expect(open.isCut && open.possible.count == 11 && open.mayFire == Array(0..<12))
  }

  @Test(arguments: [ValueType.list, .any])
  func `lists that are named are regions of their own`(type: ValueType) throws {
    let reader = CellReader(table: "t", place: nil)
    let inputs = [try reader.clause("soort", type: type.rawValue, allowed: nil)]
    let outputs = [try reader.clause("b", type: "string", allowed: nil)]
    let rules = try [#"["a","b"]"#, #"["c"]"#].enumerated().map {
      try reader.rule($0 + 1, [$1], [$0 == 0 ? "x" : "y"], nil, (inputs, outputs))
    }
    let table = DecisionTable(name: "t", policy: .unique, inputs: inputs, outputs: outputs, rules: rules)
    let open = OpenOutcomes(table, known: [nil])
    #expect(open.mayFire == [0, 1])
    #expect(Set(open.possible.map(\.answers)) == [[.none], [.one(.text("x"))], [.one(.text("y"))]])
    let findings = RuleFindings(table)
    #expect(findings.rows.allSatisfy { $0.isGap && table.fired($0.example).isEmpty } && findings.gaps == 1)
    #expect(findings.rows.first?.region.contains(#"not(["a", "b"], ["c"])"#) == true)
  }

  @Test func `a closed list of values may be null as well, where a rule says what then holds`() throws {
    let reader = CellReader(table: "t", place: nil)
    let inputs = [try reader.clause("a", type: "string", allowed: "ja, nee")]
    let outputs = [try reader.clause("b", type: "string", allowed: nil)]
    func table(_ cells: [String]) throws -> DecisionTable {
      DecisionTable(
        name: "t", policy: .unique, inputs: inputs, outputs: outputs,
        rules: try cells.enumerated().map { try reader.rule($0 + 1, [$1], ["x\($0)"], nil, (inputs, outputs)) })
    }
    let whole = try table(["ja, nee", "null"])
    #expect(OpenOutcomes(whole, known: [nil]).mayFire == [0, 1] && RuleFindings(whole).rows.isEmpty)
    #expect(RuleFindings(try table(["ja", "null"])).rows.map(\.region) == ["a: \"nee\""])
    #expect(RuleFindings(try table(["ja, nee"])).rows.isEmpty)
  }
}
