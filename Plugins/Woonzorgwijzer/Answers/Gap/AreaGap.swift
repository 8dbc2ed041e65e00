import WorkbenchKit

/// What an area needs beside what there is, per precondition.
struct AreaGap {
  struct Row {
    let demand: AreaDemand.Row
    /// What there is: capacity, or of a precondition with a distance the people of the demand who live near enough.
    var supply: Double
    /// The part of the demand that is met; of a precondition with a distance the part of all inhabitants near enough.
    var coverage: Double
    let amount: Stock.Amount?
    let reach: Reach.Found?

    var gap: Double { gap(of: demand.amount.demand) }

    /// What is lacking of a demand, such as its lower bound. Of a precondition with a distance, those who do not live near enough.
    func gap(of demand: Double) -> Double {
      guard isComparable else { return .nan }
      return countsPeople ? demand - demand * coverage : demand - supply
    }
    /// Whether what there is counts for so many people; hours and euros do not.
    var isComparable: Bool { amount?.servesPersons ?? true }
    /// Whether its supply counts people, and not dwellings or places.
    var countsPeople: Bool { demand.precondition.metres != nil }
    /// Whether there is a number to tell, or at least what the circle finds.
    var tells: Bool {
      !demand.amount.demand.isNaN || amount != nil || !coverage.isNaN || demand.necessity.rank != nil
    }
  }

  let demand: AreaDemand
  let rows: [Row]
  var area: Area { demand.area }
}
