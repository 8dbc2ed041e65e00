/// What forms of payment do to a municipality and a provider, over many draws of clients, intensity and cost.
///
/// All forms share the draws. The draws themselves are not kept.
public struct RiskSimulation: Sendable {
  /// What a year has to what is drawn.
  public struct Year: Sendable, Hashable {
    /// What clients, the cost of a unit, and every amount of the form are multiplied by.
    public var clients = 1.0
    public var cost = 1.0
    public var price = 1.0

    public init(clients: Double = 1, cost: Double = 1, price: Double = 1) {
      self.clients = clients
      self.cost = cost
      self.price = price
    }
  }

  /// One form with what it makes of intensity.
  public struct Contract: Sendable, Hashable {
    public var form: PaymentForm
    /// What intensity is multiplied by because of what the form rewards; nought or more, 1 for no effect.
    public var intensityFactor = 1.0

    /// The years that are added up; each draw holds for all of them.
    public var years = [Year()]

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
