import Glibc

/// Waiting for one of several places once all has settled: people come at random, each stays for a while of exponential length, and
/// whoever finds all places taken waits.
///
/// Source: Erlang, Elektroteknikeren 13 (1917), by the recursion for loss systems.
public struct ErlangC: Sendable, Hashable {
  /// How many places are in use on average: the rate times the handling time.
  public let offered: Double
  /// How many places there are.
  public let places: Int
  /// The share of those who come that has to wait, 0 through 1.
  public let waits: Double
  /// The mean wait of all who come, in the unit of time of the rate; those who do not wait count nought.
  public let meanWait: Double
  /// How many wait on average.
  public let meanQueue: Double
  /// How many more a unit of time could be seen to than come.
  private let spare: Double

  /// Works out the steady state; nil where there is none because as many come as the places can turn over, or more.
  ///
  /// - Parameters:
  ///   - rate: how many come in a unit of time, nought or more.
  ///   - handling: how long each takes, above nought, in the same unit.
  ///   - places: one or more.
  public init?(rate: Double, handling: Double, places: Int) {
    guard rate >= 0, handling > 0, places > 0, rate.isFinite, handling.isFinite else { return nil }
    let offered = rate * handling
    // What lies on the edge on paper lies on it: .1 times 30 is no hair more or less than 3.
    guard Double(places) - offered > 1e-12 * Double(places) else { return nil }
    var loss = 1.0
    for place in 1...places { loss = offered * loss / (Double(place) + offered * loss) }
    self.init(rate: rate, handling: handling, places: places, loss: loss)
  }

  private init(rate: Double, handling: Double, places: Int, loss: Double) {
    offered = rate * handling
    self.places = places
    waits = loss / (1 - offered / Double(places) * (1 - loss))
    spare = (Double(places) - offered) / handling
    meanWait = waits / spare
    meanQueue = rate * meanWait
  }

  /// Returns the share that waits no longer than a time of nought or more.
  public func within(_ time: Double) -> Double { 1 - waits * exp(-spare * max(0, time)) }

  /// Returns the steady state with the fewest places whose mean wait is at most a target above nought; nil where no number of places up to
  /// a million reaches it.
  public static func fewest(rate: Double, handling: Double, meanWait target: Double) -> ErlangC? {
    guard rate >= 0, handling > 0, target > 0, rate * handling < 1e6 else { return nil }
    let offered = rate * handling
    var loss = 1.0
    for places in 1...1_000_000 {
      loss = offered * loss / (Double(places) + offered * loss)
      guard Double(places) - offered > 1e-12 * Double(places) else { continue }
      let state = ErlangC(rate: rate, handling: handling, places: places, loss: loss)
      if state.meanWait <= target * (1 + 1e-12) { return state }
    }
    return nil
  }
}
