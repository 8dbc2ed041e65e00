import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Casebook

/// The lines that were promised, to the digits given.
@Suite struct ContractTests {
  @Test(arguments: [("case", 8), ("pilot", 18), ("initiative", 8), ("model", 3), ("own", 0)])
  func `so many examples of each kind`(kind: String, count: Int) throws {
    let bench = try CasebookBench.make()
    #expect(try bench.run("casus list --kind \(kind) | count").fact("count") == Double(count))
    #expect(try bench.run("casus list --kind \(kind)").table?.rowCount == count)
  }

  @Test func `five tasks have no pilot, and of the others it is known how many`() throws {
    let found = try CasebookBench.make().run("casus matrix pilots")
    #expect(found.numbers("present") == [3, 1, 3, 1, 0, 0, 1, 4, 0, 0, 1, 0, 2, 2])
    #expect(found.fact("without") == 5)
    #expect(found.facts["uncovered"] == .text("3.1.5 3.1.6 3.1.9 3.1.10 3.1.12"))
    #expect(found.matrices.first?.rows.count == 18 && found.matrices.first?.columns.count == 14)
  }

  @Test func `near goede-buur`() throws {
    let found = try CasebookBench.make().run("casus near goede-buur")
    #expect(found.texts("case").prefix(4) == ["samen-en-anders", "stadsdorp-zuid", "sittard-geleen", "alphen"])
    for (value, expected) in zip(found.numbers("likeness"), [0.5, 0.4285714, 0.2857143, 0.2857143]) {
      #expect(near(value, expected))
    }
    #expect(found.numbers("compared").prefix(2) == [8, 7])
  }

  @Test func `near brunssum`() throws {
    let found = try CasebookBench.make().run("casus near brunssum")
    #expect(found.texts("case").prefix(3) == ["goeree-overflakkee", "alphen", "sittard-geleen"])
    for (value, expected) in zip(found.numbers("likeness"), [0.75, 0.6666667, 0.3333333]) {
      #expect(near(value, expected))
    }
    #expect(found.numbers("compared").prefix(3) == [8, 9, 9])
  }

  @Test func `near stadsdorp-zuid`() throws {
    let found = try CasebookBench.make().run("casus near stadsdorp-zuid")
    #expect(found.texts("case").prefix(3) == ["goede-buur", "sittard-geleen", "alphen"])
    for (value, expected) in zip(found.numbers("likeness"), [0.4285714, 0.25, 0.25]) { #expect(near(value, expected)) }
    #expect(found.numbers("compared").prefix(3) == [7, 8, 8])
  }

  @Test func `three initiatives show every question, in eighteen ways of 56`() throws {
    let found = try CasebookBench.make().run("casus cover --of questions")
    #expect(found.fact("size") == 3 && found.fact("sets") == 18 && found.fact("of") == 56)
    #expect(found.facts["uncovered"] == .missing && found.numbers("set") == (1...18).map(Double.init))
  }

  @Test func `nine pilots show every task that has one, and five have none`() throws {
    let found = try CasebookBench.make().run("casus cover --of tasks")
    #expect(found.fact("size") == 9 && found.fact("uncovered_count") == 5 && found.fact("sets") == 144)
    #expect(found.facts["uncovered"] == .text("3.1.5 3.1.6 3.1.9 3.1.10 3.1.12"))
    #expect(found.words.contains("Terugvalpreventieplan"))
  }

  @Test func `two hundred members at thirty euros`() throws {
    let found = try CasebookBench.make().run(
      "casus model stadsdorp --members 200 --fee 30 --cost 20500 --start 60000")
    #expect(found.fact("balance") == -14_500 && near(found.fact("lasts_years"), 4.137931, within: 5e-7))
    #expect(found.fact("break_even") == 684)
  }

  @Test func `twenty residents at ten hours`() throws {
    let found = try CasebookBench.make().run(
      "casus model samen-en-anders --residents 20 --hours 10 --kept .8 --asked 140 --rent 350 --cost 9000")
    #expect(found.fact("hours_given") == 160 && near(found.fact("ratio"), 1.142857, within: 5e-7))
    #expect(found.fact("break_even") == 26 && found.fact("hours_asked") == 140)
  }

  @Test func `eleven contradictions at least, each with both lines`() throws {
    let found = try CasebookBench.make().run("casus contradictions")
    #expect((found.table?.rowCount ?? 0) >= 11)
    for column in ["lines_a", "lines_b"] {
      #expect(found.texts(column).allSatisfy { $0.contains(":") && $0.last?.isNumber == true }, "\(column)")
    }
    #expect(zip(found.texts("lines_a"), found.texts("lines_b")).allSatisfy { !$0.isEmpty && !$1.isEmpty })
  }

  @Test func `what the source does not say is told so`() throws {
    let found = try CasebookBench.make().run("casus show stadsdorp-zuid --question staff")
    #expect(found.texts("text") == ["niet in de bron"] && found.texts("lines") == [""])
    let english = try CasebookBench.make(language: .en).run("casus show stadsdorp-zuid --question staff")
    #expect(english.texts("text") == ["not in the source"])
  }
}
