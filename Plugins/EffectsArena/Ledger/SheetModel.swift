import Methods
import WorkbenchKit

/// A sheet as sums of products: what each party pays and saves out of each law, over all years and discounted.
struct SheetModel {
  /// A party with one law.
  struct Account: Hashable {
    let party: String
    let law: String?
  }

  /// What money a product is.
  struct Origin: Hashable {
    /// The places in the sheet's investments or effects.
    let investment: Int?
    let effect: Int?
  }

  let sheet: Sheet
  /// In the order of the parties.
  let accounts: [Account]
  /// Each factor of the money that varies or not: its name, and what it is called.
  let inputs: [SheetInput]
  /// One sum for each account, then one for each party, then the total.
  let sums: ProductSums
  /// As the sums, what is paid and what is saved.
  let pays: ProductSums
  let saves: ProductSums
  /// The effects that weighing by confidence leaves out, because nobody said how sure their links are.
  let unweighed: [String]
  /// What an account has that is not known: investments without an amount, effects without a number or a value.
  private let empties: [Account: Int]
  private let knowns: Set<Account>

  init(_ sheet: Sheet, weighs: Bool = false) {
    self.sheet = sheet
    func account(_ party: String, _ law: String?) -> Account { Account(party: party, law: law ?? sheet.law(of: party)) }
    var listed: [Account] = []
    var empties: [Account: Int] = [:]
    var knowns: Set<Account> = []
    func note(_ account: Account, _ isKnown: Bool) {
      if !listed.contains(account) { listed.append(account) }
      if isKnown { knowns.insert(account) } else { empties[account, default: 0] += 1 }
    }
    for investment in sheet.investments { note(account(investment.party, investment.law), investment.isKnown) }
    for money in sheet.effects {
      for share in money.shares { note(account(share.party, share.law), money.isKnown) }
    }
    let order = sheet.parties.map(\.id)
    let accounts = order.flatMap { party in listed.filter { $0.party == party } }
    let parties = order.filter { party in accounts.contains { $0.party == party } }
    let places = Dictionary(uniqueKeysWithValues: accounts.enumerated().map { ($1, $0) })
    let total = accounts.count + parties.count
    func weights(_ account: Account, _ weight: Double, into weights: inout [Int: Double]) {
      guard let place = places[account], let party = parties.firstIndex(of: account.party) else { return }
      for sum in [place, accounts.count + party, total] { weights[sum, default: 0] += weight }
    }
    var inputs: [SheetInput] = []
    var distributions: [DriverDistribution] = []
    func input(_ amount: Amount, _ input: SheetInput) -> Int {
      inputs.append(input)
      distributions.append(amount.distribution)
      return inputs.count - 1
    }
    var (costs, gains): ([ProductSums.Term], [ProductSums.Term]) = ([], [])
    for (index, investment) in sheet.investments.enumerated() where investment.isKnown {
      let first = min((investment.years?.lowerBound ?? 1) - 1, sheet.years)
      let last = min(investment.years?.upperBound ?? sheet.years, sheet.years)
      let factor = PresentValue.factor(years: first..<max(first, last), rate: sheet.rate)
      var kept: [Int: Double] = [:]
      weights(account(investment.party, investment.law), factor, into: &kept)
      if let amount = investment.amount {
        costs.append(.init(factors: [input(amount, .money(sheet, index, .amount))], weights: kept))
      }
      if let hours = investment.hours, let hourly = investment.hourly {
        let factors = [
          input(hours, .money(sheet, index, .hours)), input(hourly, .money(sheet, index, .hourly)),
        ]
        costs.append(.init(factors: factors, weights: kept))
      }
    }
    var unweighed: [String] = []
    for (index, money) in sheet.effects.enumerated() {
      guard let quantity = money.quantity, let value = money.value else { continue }
      var certainty = 1.0
      if weighs {
        guard let joined = ChainConfidence(sheet, to: money.effect).joined else {
          unweighed.append(money.effect)
          continue
        }
        certainty = joined
      }
      let first = min(money.lag, sheet.years)
      let factor = PresentValue.factor(
        years: first..<sheet.years, rate: sheet.rate, decline: money.filter(.dropOff))
      var kept: [Int: Double] = [:]
      for share in money.shares {
        weights(account(share.party, share.law), money.kept * factor * share.share * certainty, into: &kept)
      }
      let factors = [input(quantity, .effect(sheet, index, .quantity)), input(value, .effect(sheet, index, .value))]
      gains.append(.init(factors: factors, weights: kept))
    }
    self.accounts = accounts
    self.inputs = inputs
    self.empties = empties
    self.knowns = knowns
    self.unweighed = unweighed
    let negative = costs.map { ProductSums.Term(factors: $0.factors, weights: $0.weights.mapValues { -$0 }) }
    sums = ProductSums(inputs: distributions, terms: negative + gains, count: total + 1)
    pays = ProductSums(inputs: distributions, terms: costs, count: total + 1)
    saves = ProductSums(inputs: distributions, terms: gains, count: total + 1)
    self.parties = parties
  }

  /// The parties that pay or collect, in their order.
  let parties: [String]

  var total: Int { accounts.count + parties.count }
  func sum(of party: String) -> Int? { parties.firstIndex(of: party).map { accounts.count + $0 } }
  /// Whether anything is known at all.
  var hasMoney: Bool { !knowns.isEmpty }
  func isKnown(_ account: Account) -> Bool { knowns.contains(account) }
  func empty(_ account: Account) -> Int { empties[account] ?? 0 }
  /// Whether anything varies.
  var isUncertain: Bool { sums.inputs.contains { !$0.isConstant } }

  /// The part of the effects that have a number, a value and somebody who collects; nil without effects.
  var covered: Double? {
    let effects = sheet.nodes(.effect)
    guard !effects.isEmpty else { return nil }
    let told = effects.count { effect in sheet.money(effect.id).map { $0.isKnown && !$0.shares.isEmpty } ?? false }
    return Double(told) / Double(effects.count)
  }

  /// What is saved for each euro that is paid; nil where nothing is paid.
  var ratio: Double? {
    let paid = pays.mean(total)
    return paid > 0 ? saves.mean(total) / paid : nil
  }
}
