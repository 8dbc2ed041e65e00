/// What forms of payment do to a municipality and a provider, over many draws of clients, intensity and cost.
///
/// All forms share the draws. The draws themselves are not kept.
public struct RiskSimulation: Sendable {
  /// One form with what it makes of intensity.
  public struct Contract: Sendable, Hashable {
    public var form: PaymentForm
    /// What intensity is multiplied by because of what the form rewards; nought or more, 1 for no effect.
    public var intensityFactor = 1.0

    public init(_ form: PaymentForm, intensityFactor: Double = 1) {
      self.form = form
      self.intensityFactor = intensityFactor
    }
  }

  public let outcomes: [RiskOutcome]
  public let draws: Int
  /// How many draws of clients or intensity were cut off at nought, and how many costs were below it.
  public let cut: Int
  public let negativeCosts: Int
}
