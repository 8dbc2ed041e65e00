import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Casebook

/// What goes together and what does not, in the sources and in a table of the circle.
@Suite struct ContradictionTests {
  @Test(arguments: [
    ("12", "ongeveer 12", false), ("12", "12,0", false), ("12", "12,4", true), ("ongeveer 12", "12,4", false),
    ("ongeveer 12", "12,6", true), ("ongeveer 40", "41", false), ("ongeveer 40", "45", false),
    ("ongeveer 40", "46", true),
    ("zo'n 40", "circa 43", false), ("40 %", "0,4", false), ("40%", "41 procent", true), ("12 maanden", "1 jaar", true),
    ("12 maanden", "12", false), ("€ 350", "350 euro", false), ("1.250", "1250", false), ("1,250", "1250", false),
    ("1,25", "1250", true), ("111.275", "111275", false), ("8.400", "8,4", false),
    ("vast bedrag", "Vast  bedrag", false),
    ("vast bedrag", "populatiebekostiging", true), ("0", "-0", false), ("-5", "5", true), ("10-12", "10-12", false),
    ("about 12", "12", false), ("~12", "12", false), ("ongeveer 0", "0,4", false),
  ])
  func `two statements of one fact`(one: String, other: String, isContradiction: Bool) {
    #expect(StatedFigure(one).contradicts(StatedFigure(other)) == isContradiction)
    #expect(StatedFigure(other).contradicts(StatedFigure(one)) == isContradiction)
    #expect(!StatedFigure(one).contradicts(StatedFigure(one)))
  }

  private static let table = """
    item;fact;value;source
    Lindehof;leden;12;verslag
    lindehof;Leden;ongeveer 12;gesprek
    Lindehof;leden;15;website
    Lindehof;leden;15;folder
    Lindehof;huur;350;verslag
    Wilgenhof;leden;15;verslag

    """

  @Test func `a table of the circle: the same item and fact with another value, each with its place`() throws {
    let bench = try CasebookBench.make(files: ["f.csv": Self.table])
    let shipped = try #require(try bench.run("casus contradictions").table?.rowCount)
    let found = try bench.run("casus contradictions --with f.csv")
    #expect(found.table?.rowCount == shipped + 2)
    #expect(found.texts("value_a").prefix(2) == ["12", "12"] && found.texts("value_b").prefix(2) == ["15", "15"])
    #expect(
      found.texts("lines_b").prefix(2) == ["website", "folder"] && found.words.contains("2 tegenspraken in 6 feiten"))
  }

  @Test func `a table in which nothing contradicts, one without the columns, and an empty one`() throws {
    let bench = try CasebookBench.make(files: [
      "goed.csv": "item,fact,value\na,b,1\na,b,1\n", "kaal.csv": "item,value\na,1\n", "leeg.csv": "item,fact,value\n",
    ])
    #expect(try bench.run("casus contradictions --with goed.csv").words.contains("spreekt niets elkaar tegen"))
    #expect(bench.error("casus contradictions --with kaal.csv")?.code == "column.unknown")
    #expect(bench.error("casus contradictions --with leeg.csv")?.code == "table.empty")
    #expect(bench.error("casus contradictions --with weg.csv")?.code == "file.missing")
  }

  @Test func `the sums of the sources that do not fit are those that do not fit`() throws {
    #expect(106 + 45 + 4 == 155 && 3 + 12 + 21 + 14 == 50)
    #expect(abs(8_400.0 / 111_275 - 0.075) < 5e-4 && abs(52_225.0 / 111_275 - 0.47) < 5e-3)
    let found = try CasebookBench.make().run("casus contradictions")
    #expect(found.texts("kind").count { $0 == "sum" } == 3)
    #expect(found.texts("kind").allSatisfy { ["value", "sum", "name", "count"].contains($0) })
  }

  @Test func `what only looks like a contradiction stands apart`() throws {
    let bench = try CasebookBench.make()
    let apart = try bench.run("casus knowledge apart")
    #expect(apart.texts("item") == ["heerlen-risico", "alphen-termijn", "vv4-deel"])
    let facts = try bench.run("casus contradictions").texts("fact")
    #expect(!facts.contains { $0.contains("looptijd") || $0.contains("risico") })
  }
}
