/// What a municipality pays, by the form of its contract.
public enum PaymentForm: Sendable, Hashable {
  /// A tariff for each unit.
  case priceTimesVolume(tariff: Double)
  /// A price for each client, whatever the intensity.
  case arrangement(price: Double)
  /// A fixed amount for a provider.
  case lumpSum(budget: Double)
  /// An amount for each inhabitant.
  case population(inhabitants: Double, perInhabitant: Double)
  /// A budget that follows the clients beyond a band.
  case corridor(budget: Double, band: ClientBand)
  /// A tariff for each unit up to a ceiling.
  case ceiling(tariff: Double, ceiling: Double)

  /// Returns the payment.
  ///
  /// - Parameters:
  ///   - clients: nought or more.
  ///   - intensity: units for each client.
  @inline(__always)
  public func payment(clients: Double, intensity: Double) -> Double {
    switch self {
    case .priceTimesVolume(let tariff): tariff * clients * intensity
    case .arrangement(let price): price * clients
    case .lumpSum(let budget): budget
    case .population(let inhabitants, let perInhabitant): inhabitants * perInhabitant
    case .corridor(let budget, let band): budget * band.factor(clients)
    case .ceiling(let tariff, let ceiling): min(tariff * clients * intensity, ceiling)
    }
  }

  /// Whether the payment hangs on clients or intensity at all.
  var varies: Bool {
    switch self {
    case .lumpSum, .population: false
    default: true
    }
  }

  /// Works out payments of many draws at once, asking only once which form it is.
  ///
  /// - Parameter factor: what each intensity is multiplied by.
  func payments(
    _ clients: UnsafeMutableBufferPointer<Double>, _ intensity: UnsafeMutableBufferPointer<Double>, factor: Double,
    into payments: UnsafeMutableBufferPointer<Double>, count: Int
  ) {
    switch self {
    case .priceTimesVolume(let tariff):
      let tariff = tariff * factor
      for place in 0..<count { payments[place] = tariff * (clients[place] * intensity[place]) }
    case .arrangement(let price): for place in 0..<count { payments[place] = price * clients[place] }
    case .lumpSum(let budget): for place in 0..<count { payments[place] = budget }
    case .population(let inhabitants, let perInhabitant):
      let budget = inhabitants * perInhabitant
      for place in 0..<count { payments[place] = budget }
    case .corridor(let budget, let band):
      for place in 0..<count { payments[place] = budget * band.factor(clients[place]) }
    case .ceiling(let tariff, let ceiling):
      let tariff = tariff * factor
      for place in 0..<count { payments[place] = min(tariff * (clients[place] * intensity[place]), ceiling) }
    }
  }

  /// What one more unit of intensity brings in, for each client: the tariff where volume pays, nought where it does not.
  public var marginalTariff: Double {
    switch self {
    case .priceTimesVolume(let tariff), .ceiling(let tariff, _): tariff
    default: 0
    }
  }
}

/// A band around the contracted number of clients within which a budget stays as it is.
public struct ClientBand: Sendable, Hashable {
  public enum Direction: String, Sendable, Hashable, CaseIterable { case up, none, down }
  public enum Beyond: String, Sendable, Hashable, CaseIterable {
    /// The whole budget follows the clients: 8 % more gives a factor of 1.08.
    case proportional
    /// Only what lies beyond the band counts: 8 % more with a band of 5 % gives 1.03.
    case excess
  }

  /// Above nought.
  public var contracted: Double
  /// Parts of the contracted number, nought or more.
  public var up: Double
  public var down: Double
  public var beyond: Beyond

  public init(contracted: Double, up: Double, down: Double, beyond: Beyond = .proportional) {
    self.contracted = contracted
    self.up = up
    self.down = down
    self.beyond = beyond
  }

  /// Which way the budget goes: up above the band, down at its lower edge and below it.
  ///
  /// So Goeree-Overflakkee has it (vernieuwing-casus-2015, line 315): more than 5 % more clients, and 10 % fewer. Where
  /// there is no band downwards, the contracted number itself is no fewer.
  @inline(__always)
  public func direction(_ clients: Double) -> Direction {
    if Standing(of: clients, to: upperEdge) == .above { return .up }
    return Standing(of: clients, to: lowerEdge).isAtMost && Standing(of: clients, to: contracted) == .below
      ? .down : .none
  }

  /// The numbers of clients at which the band ends.
  public var upperEdge: Double { contracted * (1 + up) }
  public var lowerEdge: Double { contracted * (1 - down) }

  /// Returns what the budget is multiplied by.
  @inline(__always)
  public func factor(_ clients: Double) -> Double {
    let ratio = clients / contracted
    switch direction(clients) {
    case .none: return 1
    case .up: return beyond == .proportional ? ratio : ratio - up
    case .down: return beyond == .proportional ? ratio : ratio + down
    }
  }
}
