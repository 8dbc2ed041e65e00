/// What is known of the people of one group by age, from answers that each tell how many stand between two ages.
///
/// Two answers that meet at an age tell of what lies between their other ends: 18+ and 18-64 of 65 and over, and with 65-74
/// beside them of 75 and over. So all that follows for an unbroken run of ages, from however many answers, is held here as it
/// becomes known. People of several runs together, such as those under 30 and over 70, are no group that is looked at.
struct AgeSums {
  /// From an age up to another, which stands outside.
  struct Run: Hashable {
    let from: Int
    let to: Int
  }

  /// How many people, and the answers by which it is known.
  struct Count: Hashable {
    let people: Double
    let answers: Set<AgeSpan>
  }

  /// Nobody is older.
  private static let end = 200
  /// More ages or more different counts of one run are not followed; no table names so many.
  private static let mostAges = 40
  private static let mostCounts = 8
  /// Less than this is the rounding of a sum, and nobody.
  static let rounding = 1e-6

  /// Of each run both ways, so that one that is taken away is met like one that is added.
  private var known: [Int: [Int: Set<Count>]] = [:]

  /// Returns the earlier answers with which a small count would follow from one more answer; none where none would.
  func answers(thatTellWith people: Double, of span: AgeSpan, below threshold: Double) -> Set<AgeSpan> {
    following(people, of: span).reduce(into: []) { result, next in
      let (run, count) = next
      let isItself = run == Self.run(of: span)
      let size = abs(count.people)
      if !isItself, size > Self.rounding, size < threshold { result.formUnion(count.answers.subtracting([span])) }
    }
  }

  /// Takes up an answer that is shown, with all that follows from it.
  mutating func add(_ people: Double, of span: AgeSpan) {
    for (run, count) in following(people, of: span) {
      guard known[run.from] != nil || known.count < Self.mostAges else { continue }
      guard known[run.from]?[run.to]?.count ?? 0 < Self.mostCounts else { continue }
      // What is known already from fewer answers needs no others.
      guard !(known[run.from]?[run.to] ?? []).contains(where: { abs($0.people - count.people) < Self.rounding }) else {
        continue
      }
      known[run.from, default: [:]][run.to, default: []].insert(count)
      let back = Count(people: -count.people, answers: count.answers)
      known[run.to, default: [:]][run.from, default: []].insert(back)
    }
  }

  /// The answer itself and what follows from it, joined to what ends where it begins and begins where it ends.
  private func following(_ people: Double, of span: AgeSpan) -> [(Run, Count)] {
    let run = Self.run(of: span)
    let itself = Count(people: people, answers: [span])
    let before = ways(from: run.from, besides: run.to)
    let behind = ways(from: run.to, besides: run.from)
    var result = [(run, itself)]
    for (start, lead) in [(run.from, Count(people: 0, answers: []))] + before {
      for (end, rest) in [(run.to, Count(people: 0, answers: []))] + behind {
        if start == end || start == run.from && end == run.to { continue }
        // Towards the beginning it is known as seen from there.
        let sum = -lead.people + people + rest.people
        result.append(
          (Run(from: start, to: end), Count(people: sum, answers: lead.answers.union(rest.answers).union([span]))))
      }
    }
    return result
  }

  /// Returns what follows from an answer for each run, upwards, the answer itself among it.
  func upwards(_ people: Double, of span: AgeSpan) -> [(run: Run, count: Count)] {
    following(people, of: span).map { run, count in
      run.from < run.to
        ? (run, count) : (Run(from: run.to, to: run.from), Count(people: -count.people, answers: count.answers))
    }
  }

  /// A count of people in a run that is known; nil where none is.
  func count(of run: Run) -> Count? { known[run.from]?[run.to]?.min { $0.people < $1.people } }

  private func ways(from age: Int, besides other: Int) -> [(Int, Count)] {
    (known[age] ?? [:]).filter { $0.key != other }.flatMap { end, counts in counts.map { (end, $0) } }
  }

  private static func run(of span: AgeSpan) -> Run { Run(from: span.from, to: span.to.map { $0 + 1 } ?? end) }
}
