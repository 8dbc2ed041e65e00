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

  private static let batch = 4096
  /// Enough that a curve within a class is nearly a line.
  private static let mostClasses = 32
  /// The shares of the drivers come from the first draws: more make them no more exact to the percent.
  private static let classedBatches = 12

  /// Draws and tallies.
  ///
  /// - Parameters:
  ///   - drivers: valid.
  ///   - budget: what a payment is measured against; nil for none.
  ///   - draws: 1 or more.
  ///   - beforeBatch: is called now and then with the number of draws done; what it throws ends the work.
  /// - Throws: what `beforeBatch` throws.
  public init(
    _ drivers: RiskDrivers, _ contracts: [Contract], budget: Double?, draws: Int, seed: UInt64,
    beforeBatch: (Int) throws -> Void = { _ in }
  ) rethrows {
    let draws = max(draws, 1)
    var source = DriverDraws(drivers, seed: seed)
    var tallies = contracts.map { RiskTally($0, budget: budget, draws: draws) }
    let size = min(Self.batch, draws)
    let buffers = DrawBuffers(size)
    defer { buffers.deallocate() }
    var regressions: [ClassRegression] = []
    var classes = [[Int32]](repeating: [Int32](repeating: 0, count: size), count: 3)
    let most = min(Self.mostClasses, draws / 50)
    var done = 0
    while done < draws {
      try beforeBatch(done)
      let count = min(Self.batch, draws - done)
      source.fill(buffers.clients, buffers.intensity, buffers.cost, count: count)
      if regressions.isEmpty {
        regressions = buffers.drivers.map { ClassRegression(sample: Array($0[..<count]), most: most) }
        for place in tallies.indices { tallies[place].prepare(regressions, buffers, count: count) }
      }
      if done >= Self.batch * Self.classedBatches {
        classes = []
      } else {
        for place in 0..<3 { regressions[place].classify(buffers.drivers[place], &classes[place], count: count) }
      }
      for place in tallies.indices { tallies[place].add(buffers, regressions, classes, count: count) }
      done += count
    }
    outcomes = tallies.map { $0.outcome(regressions) }
    self.draws = draws
    cut = source.cut
    negativeCosts = source.negativeCosts
  }
}

/// Memory for one batch of draws.
struct DrawBuffers {
  let clients: UnsafeMutableBufferPointer<Double>
  let intensity: UnsafeMutableBufferPointer<Double>
  let cost: UnsafeMutableBufferPointer<Double>
  let payment: UnsafeMutableBufferPointer<Double>
  let result: UnsafeMutableBufferPointer<Double>

  init(_ size: Int) {
    func fresh() -> UnsafeMutableBufferPointer<Double> {
      let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: size)
      buffer.initialize(repeating: 0)
      return buffer
    }
    clients = fresh()
    intensity = fresh()
    cost = fresh()
    payment = fresh()
    result = fresh()
  }

  var drivers: [UnsafeMutableBufferPointer<Double>] { [clients, intensity, cost] }

  func deallocate() { for buffer in [clients, intensity, cost, payment, result] { buffer.deallocate() } }
}
