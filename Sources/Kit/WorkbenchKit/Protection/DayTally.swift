/// The days that some cells name, as far as they can be days of birth.
struct DayTally {
  /// The latest year in which somebody of whom there are figures was born: who is named by a later day is no person of a register.
  static let latestYear = 2020

  /// How many cells name a day.
  private(set) var count = 0
  /// How often each day is named; empty once one is too late.
  private var days: [WrittenDate: Int] = [:]
  /// Those that were not counted yet.
  private var fresh: [WrittenDate] = []
  private var isTooLate = false

  mutating func add(_ day: WrittenDate) {
    count += 1
    if isTooLate { return }
    fresh.append(day)
    if day.year > Self.latestYear { giveUp() }
  }

  /// Takes in the days of the cells below.
  mutating func add(_ below: DayTally) {
    count += below.count
    if isTooLate || below.isTooLate { return giveUp() }
    for day in fresh + below.fresh { days[day, default: 0] += 1 }
    days.merge(below.days, uniquingKeysWith: +)
    fresh = []
  }

  private mutating func giveUp() {
    (isTooLate, days, fresh) = (true, [:], [])
  }

  /// Whether half of them are before 1980, none is too late, most are different and not all are the first of a month.
  var areOldAndDifferent: Bool {
    if isTooLate || count == 0 { return false }
    var counted = days
    for day in fresh { counted[day, default: 0] += 1 }
    let years = counted.reduce(into: [Int: Int]()) { $0[$1.key.year, default: 0] += $1.value }
    var before = 0
    // The one in the middle, of an even count the later of the two.
    let median = years.keys.sorted().first { year in
      before += years[year] ?? 0
      return before > count / 2
    }
    return median ?? 0 < 1980 && counted.keys.contains { $0.day != 1 } && counted.count * 5 >= count * 3
  }
}
