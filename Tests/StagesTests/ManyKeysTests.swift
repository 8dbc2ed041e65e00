import TestSupport
import Testing
import WorkbenchKit

/// Rows are grouped alike whether their keys come back often, seldom or never, on one core or on all.
@Suite struct ManyKeysTests {
  /// What a group by one column comes to, in the order in which keys first come by: counted one by one.
  private func counted<Key: Hashable>(_ keys: [Key]) -> (first: [Int], sizes: [Double]) {
    var places: [Key: Int] = [:]
    var (first, sizes) = ([Int](), [Double]())
    for (row, key) in keys.enumerated() {
      let place = places[key] ?? sizes.count
      if places[key] == nil {
        places[key] = place
        first.append(row)
        sizes.append(0)
      }
      sizes[place] += 1
    }
    return (first, sizes)
  }

  // Just below the count from which cores share the work, and beyond it.
  @Test(arguments: [(99_999, 1_000_000), (130_000, 1_000_000), (130_000, 90_000), (130_000, 40)])
  func `groups are those that are counted one by one`(rows: Int, keys: Int) throws {
    var random = SeededGenerator(UInt64(rows + keys))
    let texts = (0..<rows).map { _ -> String? in
      let key = Int.random(in: 0..<keys, using: &random)
      return key % 50 == 0 ? nil : "een sleutel met nummer \(key)"
    }
    let numbers = (0..<rows).map { _ -> Double in
      let key = Int.random(in: 0..<keys, using: &random)
      return key % 50 == 0 ? .nan : key % 50 == 1 ? (key % 100 == 1 ? 0.0 : -0.0) : Double(key) / 8
    }
    let lines = try TableLines([:])
    lines.remember(Table(columns: [.texts("t", texts), .numbers("x", numbers)]))
    let byText = try #require(try lines.output("$t | group t").table)
    let ownText = counted(texts)
    #expect(byText.columns[0].texts.map(Array.init) == ownText.first.map { texts[$0] })
    #expect(byText.columns[1].numbers == ownText.sizes)
    let byNumber = try #require(try lines.output("$t | group x").table)
    let ownNumber = counted(numbers.map { $0.isNaN ? nil : $0 })
    #expect(byNumber.columns[0] == Column.numbers("x", ownNumber.first.map { numbers[$0] }))
    #expect(byNumber.columns[1].numbers == ownNumber.sizes)
    let both = try #require(try lines.output("$t | group t x").table)
    let own = counted(zip(texts, numbers).map { "\($0 ?? "-") \($1.isNaN ? -1 : $1 + 0)" })
    #expect(both.columns[2].numbers == own.sizes)
  }

  // A piece of rows, one more, two and a part of one: each with keys that the pieces before did not have.
  @Test(arguments: [1, 16_383, 16_384, 16_385, 32_768, 40_000], [1, 7, 5_000])
  func `keys that come by late stand behind those of before`(rows: Int, inARow: Int) throws {
    let keys = (0..<rows).map { row in row % 3 == 0 ? "terug" : "\(row / inARow)" }
    let amounts = (0..<rows).map { Double($0 % 101) / 4 }
    let lines = try TableLines([:])
    lines.remember(Table(columns: [.texts("t", keys), .numbers("x", amounts)]))
    let table = try #require(try lines.output("$t | group t --sum x --mean x --count x").table)
    let own = counted(keys)
    #expect(table.columns[0].texts.map(Array.init) == own.first.map { keys[$0] })
    var sums: [String: Double] = [:]
    for (key, amount) in zip(keys, amounts) { sums[key, default: 0] += amount }
    #expect(table.columns[1].numbers == own.first.map { sums[keys[$0]] ?? .nan })
    #expect(table.columns[2].numbers == zip(own.first, own.sizes).map { (sums[keys[$0]] ?? .nan) / $1 })
    #expect(table.columns[3].numbers == own.sizes)
  }

  // Texts that stand in their place and such as do not, of one letter in two forms, and none; the last kinds come by late.
  @Test(arguments: [300, 16_384, 50_000])
  func `few texts are told apart by what they say`(rows: Int) throws {
    let words: [String?] = [
      "a", "twaalftekens", "een tekst van veel meer bytes", nil, "", "é", "e\u{301}", "e", "Ê\u{323}",
    ]
    var random = SeededGenerator(UInt64(rows))
    for late in [words.count, 6, 4] {
      let keys = (0..<rows).map { row in
        words[Int.random(in: 0..<(row < rows / 2 ? late : words.count), using: &random)]
      }
      let lines = try TableLines([:])
      lines.remember(Table(columns: [.texts("t", keys)]))
      let table = try #require(try lines.output("$t | group t").table)
      let own = counted(keys)
      #expect(table.columns[0].texts.map(Array.init) == own.first.map { keys[$0] })
      #expect(table.columns[1].numbers == own.sizes)
    }
  }
}
