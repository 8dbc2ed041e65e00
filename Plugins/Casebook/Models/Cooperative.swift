/// A co-operative of citizens in figures of the table: what members pay in against what it costs, with start money.
struct Cooperative: Sendable {
  /// What follows from them.
  struct Outcome: Sendable {
    /// Euros a year.
    let balance: Double
    /// How long the start money lasts; infinite where nothing is lost, NaN without start money.
    let lasts: Double
    /// Members for whom it comes out even.
    let breakEven: Double
    /// Asks a year for each member who helps; NaN where it is not known.
    let asksEach: Double
  }

  /// - Parameters:
  ///   - members: 0 or more.
  ///   - fee: euros a member a year, above 0.
  ///   - cost: euros a year.
  ///   - start: euros; nil where none is known.
  ///   - helpers: share of the members who help; nil where it is not known.
  ///   - asks: asks for help a year; nil where they are not known.
  static func outcome(
    members: Double, fee: Double, cost: Double, start: Double?, helpers: Double?, asks: Double?
  ) -> Outcome {
    let balance = members * fee - cost
    let helping = helpers.map { $0 * members }
    return Outcome(
      balance: balance, lasts: start.map { balance < 0 ? $0 / -balance : .infinity } ?? .nan,
      breakEven: fee > 0 ? WholeUp.of(cost, by: fee) : .infinity,
      asksEach: asks.flatMap { asks in helping.map { $0 > 0 ? asks / $0 : .infinity } } ?? .nan)
  }
}

/// A building whose residents give hours in return for a low rent, in figures of the table, by month.
struct ReciprocalBuilding: Sendable {
  /// - Parameter kept: the share of the promised hours that is really given, 0 through 1.
  static func hours(residents: Double, each: Double, kept: Double) -> Double { residents * each * min(1, kept) }

  /// Hours given over hours asked; infinite where nobody asks.
  static func ratio(given: Double, asked: Double) -> Double { asked > 0 ? given / asked : .infinity }

  /// Studios to let so that the rent covers the cost.
  static func studios(cost: Double, rent: Double) -> Double { rent > 0 ? WholeUp.of(cost, by: rent) : .infinity }

  /// Which share of the rent the hours of one resident stand for, at what an hour is worth.
  static func share(each: Double, kept: Double, hourly: Double, rent: Double) -> Double {
    rent > 0 ? each * min(1, kept) * hourly / rent : .infinity
  }
}

/// The smallest whole number of things that together make up an amount.
enum WholeUp {
  /// - Parameter part: above 0. A quotient that is whole but for its last bits is that whole number.
  static func of(_ amount: Double, by part: Double) -> Double {
    let quotient = amount / part
    let whole = quotient.rounded()
    return abs(quotient - whole) <= 1e-9 * max(1, abs(whole)) ? whole : quotient.rounded(.up)
  }
}
