import Methods
import WorkbenchKit

/// The flags with the amounts of a contract.
struct ContractArguments: ArgumentGroup {
  let tariff = Self.amount(.tariff, .number(0...1e9, unit: .euro))
  let arrangementPrice = Self.amount(.arrangementPrice, .number(0...1e12, unit: .euro))
  let budget = Self.amount(.budget, .number(0...1e15, unit: .euro))
  let population = Self.amount(.population, .number(0...1e9, unit: .persons))
  let perInhabitant = Self.amount(.perInhabitant, .number(0...1e9, unit: .euro))
  let band = Self.amount(.band, ArgumentKind.name.map(or: BandWidth.none, BandWidth.init(typed:)))
  let beyond = BeyondBand.argument
  let contracted = Self.amount(.contracted, .number(1e-9...1e12, unit: .persons))
  let ceiling = Self.amount(.ceiling, .number(0...1e15, unit: .euro))

  private static func amount<Element>(
    _ amount: ContractTerms.Amount, _ kind: ArgumentKind<Element>
  ) -> Argument<Element?> {
    Argument(flag: amount.rawValue, kind, about: amount.about)
  }
}

extension Given<ContractArguments> {
  /// The terms that are given.
  func terms(drivers: RiskDrivers) -> ContractTerms {
    let amounts: [ContractTerms.Amount: Double?] = [
      .tariff: self.tariff, .arrangementPrice: self.arrangementPrice, .budget: self.budget,
      .population: self.population, .perInhabitant: self.perInhabitant, .contracted: self.contracted,
      .ceiling: self.ceiling,
    ]
    return ContractTerms(
      amounts.compactMapValues { $0 }, band: self.band, beyond: self.beyond.rule, drivers: drivers)
  }
}
