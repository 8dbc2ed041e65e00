import Glibc
import Methods
import Testing

/// Waiting for a place: in the steady state, on the way there, and by draws.
@Suite struct QueueTests {
  @Test func `Erlang C gives the published figures of a call centre, and 4/9 for two on three`() throws {
    let centre = try #require(ErlangC(rate: 0.2, handling: 240, places: 55))
    #expect(abs(centre.waits - 0.2387009) < 5e-8 && abs(centre.meanWait - 8.184032) < 5e-7)
    #expect(abs(centre.within(15) - 0.8458831) < 5e-8)
    let three = try #require(ErlangC(rate: 4, handling: 0.5, places: 3))
    #expect(abs(three.waits - 4.0 / 9) < 1e-14 && abs(three.meanWait - 2.0 / 9) < 1e-14)
    #expect(abs(three.within(1) - 0.9398510) < 5e-8)
  }

  @Test func `it is what the sum of the definition gives`() throws {
    var stream = RandomStream(seed: 5)
    for _ in 0..<200 {
      let places = Int.random(in: 1...30, using: &stream)
      let offered = Double.random(in: 0...0.98, using: &stream) * Double(places)
      var (term, sum) = (1.0, 0.0)
      for number in 0..<places {
        sum += term
        term *= offered / Double(number + 1)
      }
      let last = term / (1 - offered / Double(places))
      let found = try #require(ErlangC(rate: offered / 3, handling: 3, places: places))
      #expect(abs(found.waits - last / (sum + last)) < 1e-12)
      #expect(abs(found.meanQueue - found.meanWait * offered / 3) < 1e-12)
    }
  }

  @Test func `there is none where as many come as the places turn over, to the last bit of it`() {
    #expect(ErlangC(rate: 3, handling: 12, places: 36) == nil && ErlangC(rate: 3, handling: 12, places: 37) != nil)
    #expect(ErlangC(rate: 0.1, handling: 30, places: 3) == nil)
    #expect(ErlangC(rate: 1, handling: 0, places: 3) == nil && ErlangC(rate: -1, handling: 1, places: 3) == nil)
    #expect(ErlangC(rate: 1, handling: 1, places: 0) == nil)
    #expect(ErlangC(rate: 0, handling: 1, places: 1)?.waits == 0)
  }

  @Test func `the fewest places for a target are one more than do not reach it`() throws {
    for (target, places) in [(1.0, 41), (0.5, 42)] {
      let fewest = try #require(ErlangC.fewest(rate: 3, handling: 12, meanWait: target))
      #expect(fewest.places == places && fewest.meanWait <= target)
      #expect(try #require(ErlangC(rate: 3, handling: 12, places: places - 1)).meanWait > target)
    }
    #expect(ErlangC.fewest(rate: 0, handling: 12, meanWait: 1)?.places == 1)
    #expect(ErlangC.fewest(rate: 3, handling: 12, meanWait: 0) == nil)
  }

  // MARK: On the way

  private static func ends(_ start: Int, _ places: Int = 40, _ periods: Int = 24) throws -> QueueMoment {
    try #require(QueueCourse(.init(rate: 3, stay: 12, places: places, start: start, periods: periods)).moments.last)
  }

  @Test func `the waiting after two years is far from the steady state`() throws {
    let (thirty, forty, over) = (try Self.ends(30), try Self.ends(40), try Self.ends(30, 30))
    #expect(abs(thirty.waiting - 1.1876) < 1e-4 && thirty.low == 0 && thirty.high == 8)
    #expect(abs(forty.waiting - 2.4128) < 1e-4 && forty.low == 0 && forty.high == 13)
    #expect(abs(over.waiting - 13.4934) < 1e-4 && over.low == 0 && over.high == 31)
    #expect(abs(thirty.wait - 0.1677) < 1e-4 && abs(forty.wait - 0.6280) < 1e-4)
  }

  @Test func `in the end it is the steady state`() throws {
    let steady = try #require(ErlangC(rate: 2, handling: 1.5, places: 5))
    let last = try #require(
      QueueCourse(.init(rate: 2, stay: 1.5, places: 5, start: 5, waiting: 30, periods: 400)).moments.last)
    #expect(abs(last.waiting - steady.meanQueue) < 1e-9 && abs(last.inContact - 3) < 1e-9)
  }

  @Test func `with a place for everybody it is the mean of who is left and who came`() throws {
    var stream = RandomStream(seed: 8)
    for _ in 0..<20 {
      let (rate, stay) = (Double.random(in: 0...20, using: &stream), Double.random(in: 0.2...30, using: &stream))
      let start = Int.random(in: 0...50, using: &stream)
      let course = QueueCourse(.init(rate: rate, stay: stay, places: 2_000, start: start, periods: 12))
      for moment in course.moments {
        let left = exp(-Double(moment.period) / stay)
        let expected = Double(start) * left + rate * stay * (1 - left)
        #expect(abs(moment.inContact - expected) < 1e-6 * max(1, expected) && moment.waiting < 1e-9)
      }
    }
  }

  @Test func `nobody who comes and few who leave: the queue goes down to nought, and never below`() {
    let course = QueueCourse(.init(rate: 0, stay: 2, places: 3, start: 3, waiting: 4, periods: 60))
    var before = 7.0
    for moment in course.moments {
      let all = moment.inContact + moment.waiting
      #expect(all <= before + 1e-12 && moment.waiting >= 0 && moment.waits == 1)
      before = all
    }
    #expect(before < 1e-6)
    let empty = QueueCourse(.init(rate: 0, stay: 2, places: 3, periods: 1)).moments
    #expect(empty.count == 1 && empty[0].inContact == 0 && empty[0].wait.isNaN && empty[0].waits.isNaN)
  }

  @Test func `more than can be turned over grows by the difference`() throws {
    let course = QueueCourse(.init(rate: 60, stay: 1, places: 10, start: 10, periods: 24)).moments
    let (one, other) = (course[22], course[23])
    #expect(abs(other.waiting - one.waiting - 50) < 1e-6 && abs(other.inContact - 10) < 1e-9)
  }

  // MARK: By draws

  @Test func `draws give the course within their error, and the same for a seed on any number of cores`() throws {
    let plan = CaseloadSimulation.Plan(
      rate: .constant(3), stay: .constant(12), places: 40, start: 30, periods: 24)
    let drawn = CaseloadSimulation(plan, draws: 4_000, seed: 1) { (_: Int) throws(Never) in }
    let exact = QueueCourse(.init(rate: 3, stay: 12, places: 40, start: 30, periods: 24)).moments
    for (one, other) in zip(drawn.moments, exact) {
      #expect(abs(one.waiting - other.waiting) < 0.25 && abs(one.inContact - other.inContact) < 0.35)
      #expect(one.wait.isNaN == other.wait.isNaN && !(abs(one.wait - other.wait) > 0.03))
    }
    let again = CaseloadSimulation(plan, draws: 4_000, seed: 1) { (_: Int) throws(Never) in }
    #expect(again.moments == drawn.moments && drawn.unstable == 0 && drawn.waits.count == 4_000)
  }

  @Test func `who comes back takes places as if more came`() throws {
    let plan = CaseloadSimulation.Plan(
      rate: .constant(2), stay: .constant(6), places: 40, start: 12, periods: 60, returning: 0.5)
    let last = try #require(
      CaseloadSimulation(plan, draws: 2_000, seed: 3) { (_: Int) throws(Never) in }.moments.last)
    #expect(abs(last.inContact - 24) < 0.5)
  }

  @Test func `a stay that may be drawn below nought is drawn anew, and no arrivals are no arrivals`() throws {
    let plan = CaseloadSimulation.Plan(
      rate: .uniform(low: 0, high: 0), stay: .normal(mean: 1, deviation: 3), places: 2, start: 2, periods: 6)
    let drawn = CaseloadSimulation(plan, draws: 200, seed: 3) { (_: Int) throws(Never) in }
    #expect(drawn.waits.allSatisfy(\.isNaN) && drawn.moments.allSatisfy { $0.waiting == 0 && $0.wait.isNaN })
  }
}
