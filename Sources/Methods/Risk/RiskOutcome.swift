/// What a form of payment comes to, for both parties, in euros.
public struct RiskOutcome: Sendable, Hashable {
  /// A quantity over all draws.
  public struct Spread: Sendable, Hashable {
    public var mean = 0.0
    /// Of the draws as a sample; 0 where all are the same.
    public var deviation = 0.0
    /// What the mean and the deviation are off by because no more draws were made: standard errors.
    public var meanError = 0.0
    public var deviationError = 0.0
    /// By driver, the share of the variance that follows from it alone; what is left is interplay.
    public var shares: [RiskDrivers.Driver: Double] = [:]
    public var shareErrors: [RiskDrivers.Driver: Double] = [:]
  }

  /// What the municipality pays, and what the provider has left: payment less cost.
  public var payment = Spread()
  public var result = Spread()
  /// By year, the mean of what the municipality pays and of what the support costs.
  public var yearPayments: [Double] = []
  public var yearCosts: [Double] = []
  /// What the support costs the provider.
  public var costMean = 0.0
  public var costDeviation = 0.0
  public var costMeanError = 0.0
  public var costDeviationError = 0.0
  /// The mean of the highest five percent of the payments.
  public var shortfall = 0.0
  public var shortfallError = 0.0
  /// How often, and on average over all draws by how much, the payment is above the budget; NaN without a budget.
  public var overChance = Double.nan
  public var expectedOver = Double.nan
  public var overChanceError = Double.nan
  public var expectedOverError = Double.nan
  /// How often, and on average over all draws by how much, the provider has a loss.
  public var lossChance = 0.0
  public var expectedLoss = 0.0
  public var lossChanceError = 0.0
  public var expectedLossError = 0.0
  /// Which part of the variance of the cost the municipality carries, `cov(payment, cost) / var(cost)`; the provider has
  /// the rest. NaN where the cost does not vary.
  public var carried = Double.nan
  public var carriedError = Double.nan
  /// The lower edge of the first class, the width of a class, and how many results fall into each; the ends hold what
  /// lies beyond.
  public var classStart = 0.0
  public var classWidth = 0.0
  public var classCounts: [Int] = []
}
