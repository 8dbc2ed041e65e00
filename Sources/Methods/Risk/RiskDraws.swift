extension RiskSimulation {
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
