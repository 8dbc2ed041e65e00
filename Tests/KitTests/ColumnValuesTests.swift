import TestSupport
import Testing

@testable import WorkbenchKit

/// Rows that are taken when somebody asks for them are those that would be taken at once.
@Suite struct ColumnValuesTests {
  private static func columns(_ count: Int) -> [Column] {
    let rows = 0..<count
    return [
      .numbers("n", rows.map { $0 % 11 == 0 ? .nan : Double($0) / 4 }),
      .texts("t", rows.map { $0 % 13 == 0 ? nil : $0 % 3 == 0 ? "kort \($0)" : "een tekst van meer bytes: \($0)" }),
      Column("b", .booleans(rows.map { $0 % 5 == 0 ? nil : $0 % 2 == 0 })),
      Column("d", .dates(rows.map { $0 % 7 == 0 ? nil : Int32($0) })),
    ]
  }

  /// What a column has in these rows, looked at one by one.
  private static func values(_ column: Column, _ rows: [Int?]) -> [Value] {
    rows.map { $0.map { column[$0] } ?? .missing }
  }

  private static func values(_ column: Column) -> [Value] { (0..<column.count).map { column[$0] } }

  // One fewer than is worthwhile, as many, and more; a quarter of all and one fewer.
  @Test(arguments: [
    (10_000, 8_191), (10_000, 8_192), (32_768, 8_192), (32_769, 8_192), (50_000, 40_000), (50_000, 60_000), (10, 0),
  ])
  func `they are the same, however often they are taken on`(count: Int, taken: Int) {
    var generator = SeededGenerator(UInt64(count + taken))
    let rows = (0..<taken).map { _ in Int.random(in: 0..<count, using: &generator) }
    let spotty = rows.map { $0 % 17 == 0 ? nil : $0 }
    for column in Self.columns(count) {
      let (some, others) = (column.rows(rows), column.rows(spotty))
      #expect(some.count == taken && others.count == taken && some.type == column.type)
      // Taken out of what was not looked at yet, and out of what was.
      let back = [Int](stride(from: taken - 1, through: 0, by: -1))
      let twice = some.rows(back)
      #expect(Self.values(twice) == Self.values(column, back.map { rows[$0] }))
      #expect(Self.values(some) == Self.values(column, rows))
      #expect(Self.values(some.rows(back)) == Self.values(twice))
      #expect(Self.values(others) == Self.values(column, spotty))
      #expect(some.settled == some && some.settled.hashValue == some.hashValue)
      #expect((some.numbers == nil) == (column.numbers == nil) && (some.texts == nil) == (column.texts == nil))
      #expect((some.dates == nil) == (column.dates == nil))
    }
  }

  @Test func `what is changed in one is not in the other`() throws {
    let column = Self.columns(20_000)[0]
    let rows = Array(stride(from: 19_999, through: 0, by: -1))
    var taken = column.rows(rows)
    let copy = taken
    taken.storage.append(.numbers([7]))
    #expect(taken.count == 20_001 && taken[20_000] == .number(7) && copy.count == 20_000)
    #expect(copy[0] == column[19_999] && taken[0] == column[19_999])
    taken.storage = .texts(["een"])
    #expect(taken.count == 1 && taken.type == "text" && copy.type == "number")
  }

  @Test func `what is held back stays so`() {
    var column = Self.columns(20_000)[0]
    column.withheld = [3: "<5", 19_999: "x"]
    let taken = column.rows([19_999] + Array(0..<19_000))
    #expect(taken.withheld == [0: "x", 4: "<5"])
    #expect(taken.open[4] == .missing && taken.open[5] == column[4])
    let spotty = column.rows([nil, 3] + (0..<19_000).map { $0 })
    #expect(spotty.withheld == [1: "<5", 5: "<5"])
  }

  @Test func `whoever asks first, all get the same`() {
    let table = Table(columns: Self.columns(30_000))
    let taken = table.rows(Array(stride(from: 0, to: 30_000, by: 2)))
    let sums = Cores.map(64, on: 8) { piece in
      (taken.columns[piece % 4].hashValue, taken.columns[1].texts?.count ?? 0)
    }
    for (piece, sum) in sums.enumerated() { #expect(sum == (taken.columns[piece % 4].hashValue, 15_000)) }
    #expect(taken.settled == taken)
  }
}
