import Methods
import TestSupport
import Testing
import WorkbenchKit

@testable import Stages

/// What is worked out through several steps at once, some rows at a time, is what each row comes to step by step.
@Suite struct ReckoningTests {
  /// An expression with what it comes to in a row.
  private struct Part {
    let text: String
    let value: (Int) -> Double
  }

  private static func figure(_ number: Double) -> Double { number.isFinite ? number : .nan }

  /// - Parameter columns: by name.
  private func random(
    _ depth: Int, _ columns: [(name: String, numbers: [Double])], _ generator: inout SeededGenerator
  ) -> Part {
    switch depth == 0 ? Int.random(in: 0..<3, using: &generator) : Int.random(in: 0..<9, using: &generator) {
    case 0, 1:
      let (name, numbers) = columns[Int.random(in: columns.indices, using: &generator)]
      return Part(text: name) { numbers[$0] }
    case 2:
      let number = [2, 0.5, 100, 0.01, 3, 1.25, 0][Int.random(in: 0..<7, using: &generator)]
      return Part(text: NumberText.shortest(number)) { _ in number }
    case 3:
      let part = random(depth - 1, columns, &generator)
      return Part(text: "-(\(part.text))") { -part.value($0) }
    case 4:
      let part = random(depth - 1, columns, &generator)
      let decimals = Int.random(in: 0...3, using: &generator)
      return Part(text: "round(\(part.text), \(decimals))") {
        Self.figure(NumberText.rounded(part.value($0), decimals: decimals))
      }
    default:
      let (left, right) = (random(depth - 1, columns, &generator), random(depth - 1, columns, &generator))
      let (sign, work): (String, (Double, Double) -> Double) =
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: ("+", DecimalArithmetic.sum)
        case 1: ("-", DecimalArithmetic.difference)
        case 2: ("*", DecimalArithmetic.product)
        default: ("/", DecimalArithmetic.quotient)
        }
      return Part(text: "(\(left.text) \(sign) \(right.text))") { Self.figure(work(left.value($0), right.value($0))) }
    }
  }

  // None, one, a handful, one more, the rows that a core takes at once and one more, and beyond.
  @Test(arguments: [0, 1, 1_023, 1_024, 1_025, 16_384, 16_385, 40_000])
  func `random expressions come to what each row comes to`(rows: Int) throws {
    var generator = SeededGenerator(UInt64(rows) + 1)
    let columns: [(name: String, numbers: [Double])] = [
      ("whole", (0..<rows).map { _ in Double(Int.random(in: -500...500, using: &generator)) }),
      ("tenth", (0..<rows).map { $0 % 7 == 3 ? .nan : Double(Int.random(in: 0...9_999, using: &generator)) / 10 }),
      ("third", (0..<rows).map { Double($0) / 3 }),
      ("late", (0..<rows).map { $0 < 1_500 ? Double($0) : Double($0) + 0.125 }),
    ]
    let lines = try TableLines([:])
    lines.remember(Table(columns: columns.map { .numbers($0.name, $0.numbers) }))
    for _ in 0..<(rows > 10_000 ? 12 : 60) {
      let part = random(3, columns, &generator)
      let table = try #require(try lines.output("$t | derive outcome = \(part.text)").table)
      let found = try #require(table.column("outcome")?.numbers)
      let wrong = found.indices.first { row in
        let due = part.value(row)
        return !(found[row].isNaN && !due.isFinite || found[row] == due)
      }
      #expect(found.count == rows && wrong == nil, "row \(wrong ?? 0) of \(part.text)")
    }
  }

  @Test func `what is no number within a part is said where it stands, and dates are still dates`() throws {
    let lines = try TableLines([:])
    lines.remember(
      Table(columns: [
        .numbers("n", [1, 2]), .texts("t", ["a", "b"]), .dates("d", [try CalendarDate(typed: "2027-01-31"), nil]),
      ]))
    #expect(lines.spot("$t | derive x = n * 2 + t") == "expression.type at 25")
    #expect(lines.spot("$t | derive x = round(n + 1 > 2)") == "expression.type at 23")
    #expect(try lines.table("$t | derive x = d + (n + 1) | select x") == ["x", "2027-02-02", "."])
    #expect(try lines.table("$t | derive x = (n * 2) + 1 - n | where x in (2, 4) and -x < 0 | select x") == ["x", "2"])
    #expect(try lines.table("$t | derive x = if(n * 2 > 2, n + 1, -n) | select x") == ["x", "-1", "3"])
    #expect(try lines.table("$t | where n - 1 is missing") == ["n t d"])
    #expect(try lines.table("$t | derive x = round(n / 0, 1) | select x") == ["x", ".", "."])
    #expect(try lines.table("$t | derive x = text(n / 3 * 3) | select x") == ["x", "1", "2"])
  }
}
