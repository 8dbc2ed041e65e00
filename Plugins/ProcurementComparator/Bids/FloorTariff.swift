/// A real price for an hour, from the cost items of article 5.4 of the Uitvoeringsbesluit Wmo 2015.
struct FloorTariff: Sendable, Hashable {
  /// What a paid hour of the professional costs the employer, in euros.
  var labour: Double
  /// The part of paid hours that goes to leave, illness, training and meetings, 0 up to 1.
  var nonproductive: Double
  /// Overhead as a part of the cost before it.
  var overhead = 0.0
  /// For each productive hour, in euros.
  var travel = 0.0
  /// What the municipality's own demands cost for each productive hour, in euros.
  var demands = 0.0
  /// The rise of cost until the tariff holds, as a part.
  var indexation = 0.0

  /// For each productive hour: `(labour / (1 - nonproductive) + travel + demands) (1 + overhead) (1 + indexation)`.
  ///
  /// The decree names the items and no formula; this order of working is ours.
  var tariff: Double { steps.last?.sum ?? 0 }

  /// What each item adds, with the sum so far.
  var steps: [(item: String, amount: Double, sum: Double)] {
    let hour = labour / (1 - nonproductive)
    let direct = hour + travel + demands
    let withOverhead = direct * (1 + overhead)
    let whole = withOverhead * (1 + indexation)
    return [
      ("labour", labour, labour), ("nonproductive", hour - labour, hour), ("travel", travel, hour + travel),
      ("demands", demands, direct), ("overhead", withOverhead - direct, withOverhead),
      ("indexation", whole - withOverhead, whole),
    ]
  }
}
