import Methods
import WorkbenchKit

/// What the uncertainty of a sum comes from, input by input.
struct Drivers {
  /// One input.
  struct Driver {
    let input: SheetInput
    /// Its part of the variance of the total, by itself.
    let share: Double
    /// The sum where it is low (5 %) and high (95 %), all else as it is on average.
    let low: Double
    let high: Double
    /// The parties whose sign would be settled if it were known to be what it is on average.
    let settles: [String]
  }

  /// Enough to tell on which side of five per cent a chance lies.
  private static let draws = 10_000

  /// The inputs that vary, the largest part first.
  let drivers: [Driver]
  /// What lacks to 1: the interplay of inputs that are multiplied.
  let interplay: Double
  /// The parties whose sign is open.
  let open: [String]

  /// - Throws: when the work is broken off.
  init(_ model: SheetModel, sum: Int, draws: ProductSumDraws, seed: UInt64, in context: Context) throws {
    let shares = model.sums.shares(sum)
    let open = model.parties.filter { party in
      model.sum(of: party).map { !Side.isSettled(draws.outcomes[$0].belowZero) } ?? false
    }
    var found: [Driver] = []
    for place in model.inputs.indices where !model.sums.inputs[place].isConstant {
      try context.checkInterrupt()
      let distribution = model.sums.inputs[place]
      let ends = [0.05, 0.95].map { model.sums.fixing(place, at: distribution.quantile($0)).mean(sum) }
      var settles: [String] = []
      if !open.isEmpty {
        let fixed = try ProductSumDraws(model.sums.fixing(place), draws: Self.draws, seed: seed) { _ in
          try context.checkInterrupt()
        }
        settles = open.filter { party in
          model.sum(of: party).map { Side.isSettled(fixed.outcomes[$0].belowZero) } ?? false
        }
      }
      found.append(
        Driver(input: model.inputs[place], share: shares[place], low: ends[0], high: ends[1], settles: settles))
    }
    drivers = found.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
    interplay = max(0, 1 - shares.reduce(0, +))
    self.open = open
  }
}
