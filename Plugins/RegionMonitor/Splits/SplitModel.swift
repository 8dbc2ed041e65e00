import WorkbenchKit

/// Clients of one municipality: light and heavy, and how many of the heavy ones need care day and night.
struct ClientCounts: Sendable, Hashable {
  let light: Double
  let heavy: Double
  /// Of the heavy ones; nil where that is not known.
  let dayAndNight: Double?

  var all: Double { light + heavy }

  /// Every count that a cost, or the difference of two costs, could tell.
  var tellable: [Double] { [light, heavy, all] + (dayAndNight.map { [$0, heavy - $0] } ?? []) }
}

/// What a client costs in a year.
struct ClientCosts: Sendable, Hashable {
  let light: Double
  let heavy: Double
  /// Of care day and night; as heavy where it is not given.
  var dayAndNight: Double?

  var night: Double { dayAndNight ?? heavy }

  func cost(_ counts: ClientCounts) -> Double {
    let nights = counts.dayAndNight ?? 0
    return counts.light * light + (counts.heavy - nights) * heavy + nights * night
  }
}

/// Who pays for what: four ways of dividing the cost of a region over its municipalities.
///
/// The first three are what three regions agreed on, as we read it; the last shares all.
enum SplitModel: String, ArgumentChoice {
  /// Each its own clients.
  case residence = "woonplaats"
  /// The light ones each its own; the heavy ones by key.
  case weight = "zwaarte"
  /// What can be planned each its own; care day and night by key.
  case plannable = "planbaar"
  /// All by key.
  case shared = "solidair"

  static let usual = SplitModel.residence

  var about: Text? {
    switch self {
    case .residence: Text(nl: "elk zijn eigen cliënten", en: "each its own clients")
    case .weight: Text(nl: "licht zelf, zwaar naar sleutel", en: "light its own, heavy by key")
    case .plannable:
      Text(nl: "planbaar zelf, zorg dag en nacht naar sleutel", en: "plannable its own, care day and night by key")
    case .shared: Text(nl: "alles naar sleutel", en: "all by key")
    }
  }

  var needsKey: Bool { self != .residence }

  /// Returns what each municipality pays; together it is the same under each model. Nil where the model needs what is not known.
  ///
  /// - Parameters:
  ///   - clients: of each municipality.
  ///   - costs: of a client in a year, euro.
  ///   - key: parts that add to 1, as many as municipalities; nil for none.
  func costs(_ clients: [ClientCounts], _ costs: ClientCosts, key: [Double]?) -> [Double]? {
    let own = clients.map { costs.cost($0) }
    guard self != .residence else { return own }
    guard let key, key.count == clients.count else { return nil }
    let pooled: [Double]
    switch self {
    case .residence: return own
    case .shared: pooled = own
    case .weight: pooled = clients.map { costs.cost($0) - $0.light * costs.light }
    case .plannable:
      guard clients.allSatisfy({ $0.dayAndNight != nil }) else { return nil }
      pooled = clients.map { ($0.dayAndNight ?? 0) * costs.night }
    }
    let pot = pooled.reduce(0, +)
    return clients.indices.map { own[$0] - pooled[$0] + key[$0] * pot }
  }
}

/// Which municipalities' figures are held back, so that no small count follows from what is shown.
struct HeldMunicipalities: Sendable, Hashable {
  /// Those of which neither clients nor money is shown.
  let rows: Set<Int>
  /// Whether sums are held back too, for they would give a small count.
  let holdsSums: Bool

  /// Holds back each with a small count, and with them the smallest others until, of every count that could be told, those held back
  /// have so many together that it is no small count, and are two at least.
  ///
  /// - Parameters:
  ///   - tellable: of each municipality all counts that follow from its figures; as many for each.
  ///   - size: of each by which the smallest is found.
  init(_ tellable: [[Double]], size: [Double], _ counts: SmallCounts) {
    let isSmall = { (count: Double) in count > 0 && count < Double(counts.threshold) }
    var held = Set(tellable.indices.filter { tellable[$0].contains(where: isSmall) })
    func isSafe(_ held: Set<Int>) -> Bool {
      let width = tellable.first?.count ?? 0
      return held.count > 1
        && (0..<width).allSatisfy { column in !isSmall(held.reduce(0) { $0 + tellable[$1][column] }) }
    }
    if !held.isEmpty {
      for index in tellable.indices.sorted(by: { (size[$0], $0) < (size[$1], $1) }) where !held.contains(index) {
        if isSafe(held) { break }
        held.insert(index)
      }
    }
    rows = held
    holdsSums = !held.isEmpty && !isSafe(held)
  }
}
