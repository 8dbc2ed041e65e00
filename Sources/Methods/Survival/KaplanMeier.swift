import Glibc

/// What share is still to come as time goes on, of things of which some have not come yet.
///
/// Source: Kaplan and Meier, Journal of the American Statistical Association 53 (1958); its error: Greenwood, The Natural Duration of
/// Cancer (1926), on the scale of log(-log) as Kalbfleisch and Prentice have it (The Statistical Analysis of Failure Time Data, 1980), so
/// that it stays within 0 and 1.
public struct KaplanMeier: Sendable, Hashable {
  /// A thing that is waited for: how long that took, or how long it takes by now.
  public struct Wait: Sendable, Hashable {
    /// Nought or more, in any unit.
    public let time: Double
    /// Whether it came; else it was still to come then.
    public let hasCome: Bool

    public init(time: Double, hasCome: Bool) {
      self.time = time
      self.hasCome = hasCome
    }
  }

  /// A moment at which something came.
  public struct Step: Sendable, Hashable {
    public let time: Double
    /// How many were still to come just before.
    public let atRisk: Int
    /// How many came.
    public let came: Int
    /// The share that is still to come just after.
    public let share: Double
    /// Greenwood's sum, came / (at risk x (at risk - came)) of all moments through this one; infinite once none is to come.
    public let greenwood: Double

    /// The ends between which the share lies with 95 % certainty; nil where none is still to come, of which the method says nothing.
    public var interval: (low: Double, high: Double)? {
      guard share > 0, share < 1, greenwood.isFinite else { return nil }
      let width = exp(1.959963984540054 * greenwood.squareRoot() / -log(share))
      return (pow(share, width), pow(share, 1 / width))
    }
  }

  /// The moments at which something came, in their order.
  public let steps: [Step]

  /// Works out the shares; what is still to come at a moment at which others came counts as to come then.
  public init(_ waits: [Wait]) {
    var share = 1.0
    var greenwood = 0.0
    var steps: [Step] = []
    for time in Set(waits.lazy.filter(\.hasCome).map(\.time)).sorted() {
      let atRisk = waits.count { $0.time >= time }
      let came = waits.count { $0.hasCome && $0.time == time }
      share *= Double(atRisk - came) / Double(atRisk)
      greenwood += Double(came) / (Double(atRisk) * Double(atRisk - came))
      steps.append(Step(time: time, atRisk: atRisk, came: came, share: share, greenwood: greenwood))
    }
    self.steps = steps
  }

  /// The first moment at which half or less is still to come; nil where that is not reached.
  public var median: Double? { steps.first { $0.share <= 0.5 + 1e-12 }?.time }
}
