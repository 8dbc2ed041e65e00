import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Casebook

/// The smallest tour, against all choices counted one by one.
@Suite struct CoverTests {
  /// All smallest covers by trying every choice; nothing of the command takes part.
  private static func counted(_ sets: [Set<String>], of whole: Set<String>) -> (size: Int, count: Int) {
    let reachable = sets.reduce(into: Set<String>()) { $0.formUnion($1) }.intersection(whole)
    var best = (size: Int.max, count: 0)
    for choice in 0..<(1 << sets.count) {
      let size = choice.nonzeroBitCount
      guard size <= best.size else { continue }
      let seen = sets.indices.filter { choice >> $0 & 1 == 1 }.reduce(into: Set<String>()) { $0.formUnion(sets[$1]) }
      guard seen.isSuperset(of: reachable) else { continue }
      best = size < best.size ? (size, 1) : (size, best.count + 1)
    }
    return best
  }

  @Test(arguments: [("casus cover --of questions", false), ("casus cover --of questions --partly", true)])
  func `initiatives, counted one by one`(line: String, partly: Bool) throws {
    let bench = try CasebookBench.make()
    let shown = try #require(try bench.run("casus matrix initiatives").matrices.first)
    let sets = shown.cells.map { row in
      Set(zip(shown.columns, row).filter { $0.1.mark == .present || partly && $0.1.mark == .partly }.map(\.0.name))
    }
    let expected = Self.counted(sets, of: Set(shown.columns.map(\.name)))
    let found = try bench.run(line)
    #expect(found.fact("size") == Double(expected.size) && found.fact("sets") == Double(expected.count))
  }

  @Test func `cases show six questions each, and one of them all seven`() throws {
    let found = try CasebookBench.make().run("casus cover --of questions --from cases")
    #expect(found.fact("size") == 1 && found.fact("of") == 8)
    #expect(found.texts("cases") == ["sittard-geleen"])
  }

  @Test func `values of traits, counted one by one, and those that no case has`() throws {
    let bench = try CasebookBench.make()
    let coded = try #require(try bench.run("casus traits").table)
    var sets: [String: Set<String>] = [:]
    for row in 0..<coded.rowCount {
      let word = { (name: String) in coded.column(name)?[row].plain ?? "" }
      sets[word("case"), default: []].insert("\(word("trait"))=\(word("value"))")
    }
    let all = sets.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let expected = Self.counted(Array(sets.values), of: all)
    let found = try bench.run("casus cover --of traits")
    #expect(found.fact("size") == Double(expected.size) && found.fact("sets") == Double(expected.count))
    #expect(found.facts["uncovered"] == .text("informal=nee choice=geen earning=nee"))
  }

  @Test func `a case of one's own that shows more makes the tour smaller`() throws {
    let bench = try CasebookBench.make(["casus new lindehof"])
    #expect(try bench.run("casus cover --of questions --from cases").fact("of") == 9)
    let before = try #require(try bench.run("casus cover --of traits").fact("uncovered_count"))
    try bench.run("casus trait lindehof earning=nee choice=geen --source verzonnen")
    #expect(try bench.run("casus cover --of traits").fact("uncovered_count") == before - 2)
  }

  @Test func `choices are counted exactly`() {
    #expect(Choices.count(3, of: 8) == 56 && Choices.count(9, of: 18) == 48_620 && Choices.count(0, of: 0) == 1)
    #expect(Choices.count(2, of: 1) == 0 && Choices.count(-1, of: 4) == 0)
    for all in 1...40 {
      for chosen in 1...all {
        #expect(
          Choices.count(chosen, of: all) == Choices.count(chosen - 1, of: all - 1) + Choices.count(chosen, of: all - 1))
      }
    }
  }
}
