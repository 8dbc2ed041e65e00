/// How it stands in a queue at the end of a period.
public struct QueueMoment: Sendable, Hashable {
  /// How many periods have gone by.
  public let period: Int
  /// How many have a place, on average.
  public let inContact: Double
  /// How many wait, on average.
  public let waiting: Double
  /// How many wait at least and at most in nine of ten courses: the 5th and the 95th percentile.
  public let low: Double
  public let high: Double
  /// The mean wait until now of all who came, in periods; who still waits counts with what was waited so far. No number where nobody came.
  public let wait: Double
  /// The share of those who came that found no place free. No number where nobody came.
  public let waits: Double

  public init(
    period: Int, inContact: Double, waiting: Double, low: Double, high: Double, wait: Double, waits: Double
  ) {
    self.period = period
    (self.inContact, self.waiting, self.low, self.high) = (inContact, waiting, low, high)
    (self.wait, self.waits) = (wait, waits)
  }
}
