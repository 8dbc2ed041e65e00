import TestSupport
import Testing
import WorkbenchKit

/// Which rows of a table of areas count nobody twice.
@Suite struct AreaNestingTests {
  private func choice(_ codes: [String?], nesting: [String?]? = nil, lacking: Set<Int> = []) -> AreaNesting.Choice? {
    var columns = [Column.texts("area", codes)]
    if let nesting { columns.append(.texts("nesting", nesting)) }
    return AreaNesting(Table(columns: columns))?.choice(among: Array(codes.indices)) { !lacking.contains($0) }
  }

  @Test func `the way down follows from a code, padded or not, also with letters among the digits`() {
    #expect(AreaNesting.way(to: "BU01640501          ") == "NL00/GM0164/WK016405/BU01640501")
    #expect(AreaNesting.way(to: "BU0363AA01") == "NL00/GM0363/WK0363AA/BU0363AA01")
    #expect(AreaNesting.way(to: "WK016405") == "NL00/GM0164/WK016405" && AreaNesting.way(to: "NL01") == "NL00")
    #expect(AreaNesting.way(to: "GM0164") == "NL00/GM0164" && AreaNesting.way(to: "BU1") == "NL00/BU1")
    #expect(AreaNesting.way(to: "Hengelo") == nil && AreaNesting.way(to: "GM") == nil && AreaNesting.way(to: "") == nil)
  }

  @Test func `of a municipality, its districts and a neighbourhood only the municipality counts`() throws {
    let found = try #require(choice(["BU01640501", "WK016405", "GM0164", "WK016404", "GM0363"]))
    #expect(found.rows == [2, 4] && found.inner.map(\.row) == [0, 1, 3] && Set(found.inner.map(\.outer)) == [2])
    #expect(found.crossing == nil)
  }

  @Test func `areas of one level, of no known code, or none at all hold nothing`() {
    #expect(choice(["WK016405", "WK016404"]) == nil && choice(["Noord", "Zuid"]) == nil && choice([]) == nil)
    #expect(choice(["Noord", nil, "GM0164", "WK016404"]) == nil)
    #expect(choice([nil, "GM0164", "WK016404"])?.rows == [0, 1])
    #expect(AreaNesting(Table(columns: [.numbers("area", [1])])) == nil)
  }

  @Test func `rows about the same area stay together`() {
    let found = choice(["GM0164", "GM0164", "WK016405", "WK016405"])
    #expect(found?.rows == [0, 1] && found?.inner.map(\.outer) == [0, 0])
  }

  @Test func `an area without a figure takes nobody in, and within one that has a figure it is not missed`() {
    #expect(choice(["GM0164", "WK016405", "WK016404"], lacking: [0])?.rows == [0, 1, 2])
    let found = choice(["GM0164", "WK016405", "GM0363"], lacking: [1, 2])
    #expect(found?.rows == [0, 2] && found?.inner.map(\.row) == [1] && found?.inner.map(\.outer) == [0])
  }

  @Test func `an area that is put together lies in what holds all its parts, and holds each of them`() {
    let ways = ["NL00/GM0164/WK016405/BU01640501", "NL00/GM0164/WK016404/BU01640401"]
    let codes = ["Linde", "BU01640501", "GM0164", "BU01640502"]
    let nesting = [ways.joined(separator: " "), ways[0], "NL00/GM0164", "NL00/GM0164/WK016405/BU01640502"]
    #expect(choice(codes, nesting: nesting)?.rows == [2])
    #expect(choice(codes, nesting: nesting, lacking: [2])?.inner.map(\.row) == [1])
    // The same people under another name: the first of the two.
    #expect(choice(["Es", "BU01640501"], nesting: [ways[0], nil])?.rows == [0])
    #expect(choice(["BU01640501", "Es"], nesting: [nil, ways[0]])?.rows == [0])
  }

  @Test func `two that share a part while neither holds the other cross`() {
    let (one, two, three) = ("NL00/A/1", "NL00/A/2", "NL00/A/3")
    let nesting = ["\(one) \(two)", "\(two) \(three)", three]
    let found = choice(["links", "rechts", "drie"], nesting: nesting)
    #expect(found?.rows == [0, 1] && found?.inner.map(\.row) == [2] && found?.inner.map(\.outer) == [1])
    #expect(found?.crossing?.row == 0 && found?.crossing?.other == 1)
    #expect(choice(["wijk", "rechts"], nesting: ["NL00/A", "\(two) NL00/B/1"])?.crossing?.other == 1)
  }

  /// Against sets of people, whom each area holds by its name: the sum over the chosen rows is the size of the union.
  @Test func `the chosen areas hold everybody once, by an independent count on random mixes`() throws {
    var generator = SeededGenerator(7)
    for _ in 0..<400 {
      // Two levels of three below the country: 9 districts of 3 neighbourhoods each.
      let all =
        ["NL00"] + (1...3).map { "GM000\($0)" } + (1...3).flatMap { gm in (0..<3).map { "WK000\(gm)0\($0)" } }
        + (1...3).flatMap { gm in (0..<3).flatMap { wk in (0..<3).map { "BU000\(gm)0\(wk)0\($0)" } } }
      let picked = all.filter { _ in generator.next() % 4 == 0 }.shuffled(using: &generator)
      let people = picked.map { code in
        Set(all.filter { $0.hasPrefix("BU") && (code == "NL00" || $0.dropFirst(2).hasPrefix(code.dropFirst(2))) })
      }
      guard let found = choice(picked) else { continue }
      let union = people.reduce(Set()) { $0.union($1) }
      #expect(found.rows.reduce(0) { $0 + people[$1].count } == union.count && found.crossing == nil, "\(picked)")
    }
  }
}

/// A source of random numbers that always starts alike.
