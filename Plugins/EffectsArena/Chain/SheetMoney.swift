import WorkbenchKit

/// What a party puts into an activity.
struct Investment: Sendable, Hashable, FieldItem {
  let activity: String
  let party: String
  /// Nil for that of the party.
  var law: String?
  /// A year; nil where it is not known.
  var amount: Amount?
  var hours: Amount?
  var hourly: Amount?
  /// The years of the sheet, from 1; nil for all.
  var years: ClosedRange<Int>?
  var source: String?
  private var rest: [String: JSON] = [:]

  init(activity: String, party: String, law: String?) {
    (self.activity, self.party, self.law) = (activity, party, law)
  }

  init(_ fields: Fields) throws {
    activity = try fields.name("activity")
    party = try fields.name("party")
    law = try fields["law"]
    amount = try fields["amount"]
    hours = try fields["hours"]
    hourly = try fields["hourly"]
    let (first, last): (Int?, Int?) = (
      try fields.number("first", in: 1...100), try fields.number("last", in: 1...100)
    )
    years = first.flatMap { first in last.flatMap { $0 >= first ? first...$0 : nil } }
    source = try fields["source"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "activity": .string(activity), "party": .string(party), "law": law.map(JSON.string), "amount": amount?.json,
        "hours": hours?.json, "hourly": hourly?.json, "first": years.map { .number(Double($0.lowerBound)) },
        "last": years.map { .number(Double($0.upperBound)) }, "source": source.map(JSON.string),
      ], rest: rest)
  }

  /// Whether it is known what it costs.
  var isKnown: Bool { amount != nil || (hours != nil && hourly != nil) }
  /// What it costs a year on average; nil where it is not known.
  var mean: Double? {
    guard isKnown else { return nil }
    return (amount?.mean ?? 0) + (hours.flatMap { hours in hourly.map { hours.mean * $0.mean } } ?? 0)
  }
}

/// What part of an effect falls to whom.
struct EffectShare: Sendable, Hashable, FieldItem {
  let party: String
  /// Nil for that of the party.
  let law: String?
  let share: Double

  init(party: String, law: String?, share: Double) { (self.party, self.law, self.share) = (party, law, share) }

  init(_ fields: Fields) throws {
    party = try fields.name("party")
    law = try fields["law"]
    share = try fields.number("share", in: 0...1) ?? 0
  }

  var json: JSON { .members(["party": .string(party), "law": law.map(JSON.string), "share": .number(share)]) }
}

/// What an effect is worth, and to whom.
struct EffectMoney: Sendable, Hashable, FieldItem {
  /// What is taken off what is seen, each a part (Cabinet Office 2012).
  enum Filter: String, CaseIterable {
    case deadweight, displacement, attribution
    case dropOff = "drop-off"

    /// What it is where nothing is said.
    var usual: Double { self == .attribution ? 1 : 0 }

    var label: Text {
      switch self {
      case .deadweight: Text(nl: "deel dat toch al gebeurt", en: "deadweight")
      case .displacement: Text(nl: "deel dat elders ontstaat", en: "displacement")
      case .attribution: Text(nl: "deel dat hieraan toe te rekenen is", en: "attribution")
      case .dropOff: Text(nl: "deel dat per jaar wegvalt", en: "drop-off")
      }
    }

    /// How it is called too.
    var names: [String] {
      switch self {
      case .deadweight: ["toch-al"]
      case .displacement: ["verplaatsing"]
      case .attribution: ["toerekening"]
      case .dropOff: ["dropoff", "wegval"]
      }
    }
  }

  let effect: String
  /// How many a year.
  var quantity: Amount?
  /// Euro for each.
  var value: Amount?
  var filters: [Filter: Double] = [:]
  /// After how many years it begins.
  var lag = 0
  var shares: [EffectShare] = []
  var source: String?
  private var rest: [String: JSON] = [:]

  init(_ effect: String) { self.effect = effect }

  init(_ fields: Fields) throws {
    effect = try fields.name("effect")
    quantity = try fields["quantity"]
    value = try fields["value"]
    for filter in Filter.allCases { filters[filter] = try fields.number(filter.rawValue, in: 0...1) }
    lag = try fields.number("lag", in: 0...100) ?? 0
    shares = try fields.list("shares")
    source = try fields["source"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "effect": .string(effect), "quantity": quantity?.json, "value": value?.json,
        "deadweight": filters[.deadweight].map(JSON.number), "displacement": filters[.displacement].map(JSON.number),
        "attribution": filters[.attribution].map(JSON.number), "drop-off": filters[.dropOff].map(JSON.number),
        "lag": lag == 0 ? nil : .number(Double(lag)), "shares": .array(shares.map(\.json)),
        "source": source.map(JSON.string),
      ], rest: rest)
  }

  func filter(_ filter: Filter) -> Double { filters[filter] ?? filter.usual }

  /// What is left of it in the first year.
  var kept: Double { (1 - filter(.deadweight)) * (1 - filter(.displacement)) * filter(.attribution) }

  var isKnown: Bool { quantity != nil && value != nil }
  /// What it is worth in its first year, on average; nil where it is not known.
  var netYear: Double? { quantity.flatMap { quantity in value.map { quantity.mean * $0.mean * kept } } }
}
