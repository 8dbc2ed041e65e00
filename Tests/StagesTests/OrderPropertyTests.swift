import TestSupport
import Testing
import WorkbenchKit

@Suite struct OrderPropertyTests {
  /// A small generator, so that a failure can be repeated (Steele, Lea & Flood 2014).
  private func lines(seed: UInt64) throws -> TableLines {
    var generator = SeededGenerator(seed)
    var text = "row;n;t\n"
    for row in 0..<60 {
      let number = Int.random(in: 0...6, using: &generator)
      let letter = ["a", "B", "b", "é", ".", "z"].randomElement(using: &generator) ?? "a"
      text += "\(row);\(number == 6 ? "." : "\(number)");\(letter)\n"
    }
    return try TableLines(["t.csv": text])
  }

  @Test func rowsThatAreEqualStayAsTheyStood() throws {
    for seed in 1...50 as ClosedRange<UInt64> {
      let lines = try lines(seed: seed)
      for key in ["n", "n desc", "t", "t desc"] {
        guard let table = try lines.output("read t.csv | sort \(key)").table, let rows = table.columns[0].numbers else {
          Issue.record("no table")
          return
        }
        let column = table.columns[key.hasPrefix("n") ? 1 : 2]
        for row in 1..<rows.count where column[row] == column[row - 1] {
          #expect(rows[row] > rows[row - 1], "seed \(seed), sort \(key)")
        }
        let firstMissing = (0..<rows.count).first { column[$0].isMissing } ?? rows.count
        #expect((firstMissing..<rows.count).allSatisfy { column[$0].isMissing }, "seed \(seed), sort \(key)")
      }
    }
  }

  @Test func sortingByTwoColumnsIsSortingByTheLastFirst() throws {
    for seed in 1...50 as ClosedRange<UInt64> {
      let lines = try lines(seed: seed)
      #expect(try lines.table("read t.csv | sort n t desc") == lines.table("read t.csv | sort t desc | sort n"))
    }
  }

  @Test func aConditionItsOppositeAndMissingPartTheRows() throws {
    for seed in 1...50 as ClosedRange<UInt64> {
      let lines = try lines(seed: seed)
      let counts = try ["n > 3", "not n > 3", "n is missing"].map {
        try lines.table("read t.csv | where \($0)").count - 1
      }
      #expect(counts.reduce(0, +) == 60)
      #expect(try lines.table("read t.csv | where true") == lines.table("read t.csv"))
    }
  }
}
