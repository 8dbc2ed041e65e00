import TestSupport
import Testing

@testable import WorkbenchKit

/// Days are counted without keeping each of them, and come to the same.
@Suite struct DayTallyTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate? {
    var text = "\(day)-\(month)-\(year)"
    return text.withUTF8 { WrittenDate($0, freely: false) }
  }

  /// As it is said: the latest no later than 2020, the middle one before 1980, one that is no first of a month, most different.
  private func expected(_ days: [WrittenDate]) -> Bool {
    let years = days.map(\.year).sorted()
    guard let latest = years.last, latest <= 2020, years[years.count / 2] < 1980 else { return false }
    return days.contains { $0.day != 1 } && Set(days).count * 5 >= days.count * 3
  }

  @Test(arguments: 1...400 as ClosedRange<UInt64>)
  func `pieces of days come to what all of them come to`(seed: UInt64) {
    var random = SeededGenerator(seed)
    let (latest, kinds) = (
      [1979, 1980, 2020, 2021].randomElement(using: &random) ?? 0, Int.random(in: 1...12, using: &random)
    )
    let known = (0..<kinds).compactMap { _ in
      day(
        Int.random(in: 1930...latest, using: &random), Int.random(in: 1...12, using: &random),
        Bool.random(using: &random) ? 1 : Int.random(in: 1...28, using: &random))
    }
    let days = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in known.randomElement(using: &random) }
    var tally = DayTally()
    var rest = days[...]
    while !rest.isEmpty {
      var piece = DayTally()
      for day in rest.prefix(Int.random(in: 0...4, using: &random)) {
        piece.add(day)
        rest.removeFirst()
      }
      tally.add(piece)
    }
    #expect(tally.count == days.count && tally.areOldAndDifferent == expected(days), "\(days)")
    var single = DayTally()
    for day in days { single.add(day) }
    #expect(single.areOldAndDifferent == expected(days))
  }
}
