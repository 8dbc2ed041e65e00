import WorkbenchKit

/// A real price for an hour: what each post adds, what comes out without margin and with it.
///
/// Labour of a productive hour, by scale, brought together by the mix; direct cost; divided over a group; overhead;
/// indexation; margin. The decree names cost items and no formula: this order of working is ours. Nothing is rounded on the
/// way.
struct FloorCalculation: Sendable {
  let items: [FloorItem]
  private(set) var steps: [FloorStep] = []
  /// By scale.
  private(set) var pays: [FloorPay] = []
  private var shares: [Double] = []
  /// Of a productive hour, in euros, over the mix.
  private(set) var labour = 0.0
  /// Without margin and risk, in euros an hour.
  private(set) var costPrice = 0.0
  /// With them.
  private(set) var tariff = 0.0

  /// - Throws: `floor.*`.
  init(_ given: [FloorItem]) throws {
    let order = Dictionary(
      FloorPost.allCases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    items = try given.map { try $0.checked() }.enumerated()
      .sorted { (order[$0.element.post] ?? 0, $0.offset) < (order[$1.element.post] ?? 0, $1.offset) }.map(\.element)
    try demandOnce()
    try mix()
    try direct()
    people()
    try add(.overhead)
    index()
    costPrice = tariff
    try add(.margin)
    guard tariff.isFinite, tariff > 0 else {
      throw Diagnostic("floor.range", Text(nl: "er komt geen prijs uit", en: "no price comes out of it"))
    }
  }

  private func demandOnce() throws {
    var seen: Set<[String]> = []
    for item in items where !item.post.mayRepeat {
      if !seen.insert([item.post.rawValue, item.scale ?? ""]).inserted {
        throw FloorProblem.twice(item.label, item.scale)
      }
    }
  }

  // MARK: Scales

  /// What holds for a scale: its own, and what holds for all unless it has its own; what may repeat adds up.
  private func items(of scale: String?) -> [FloorItem] {
    let own = Set(items.filter { $0.scale == scale && scale != nil && !$0.post.mayRepeat }.map(\.post))
    return items.filter { $0.scale == scale && scale != nil || $0.scale == nil && !own.contains($0.post) }
  }

  private mutating func mix() throws {
    var scales: [String] = []
    for case let scale? in items.map(\.scale) where !scales.contains(scale) { scales.append(scale) }
    for item in items where item.scale == nil && !item.post.mayRepeat && !scales.isEmpty {
      if scales.allSatisfy({ scale in items.contains { $0.post == item.post && $0.scale == scale } }) {
        throw FloorProblem.unused(item.label)
      }
    }
    guard scales.count > 1 || items.contains(where: { $0.post == .share }) else {
      let pay = try FloorPay(items(of: scales.first), scale: scales.first)
      (pays, shares, labour, tariff) = ([pay], [1], pay.productiveHour, pay.productiveHour)
      steps = pay.steps
      return
    }
    shares = try scales.map { scale in
      let parts = items.filter { $0.post == .share && $0.scale == scale }
      guard parts.count < 2 else { throw FloorProblem.twice(parts[0].label, scale) }
      guard let part = parts.first else {
        throw Diagnostic(
          "floor.mix",
          Text(
            nl: "het deel van de uren op schaal '\(scale)' is niet opgegeven",
            en: "the part of the hours on scale '\(scale)' was not given"),
          wayOut: Text(
            nl: "geef voor elke schaal een rij 'aandeel', samen 100 %",
            en: "give a row 'share' for each scale, together 100%"))
      }
      return part.amount
    }
    let whole = shares.reduce(0, +)
    guard abs(whole - 1) < 1e-9 else {
      let shown = Text.share(whole, decimals: 2)
      throw Diagnostic(
        "floor.mix",
        Text(
          nl: "de mix van schalen is samen \(shown.nl) en geen 100 %",
          en: "the mix of scales adds up to \(shown.en) and not to 100%"),
        wayOut: Text(nl: "kijk de rijen 'aandeel' na", en: "look the rows 'share' over"))
    }
    pays = try scales.map { try FloorPay(items(of: $0), scale: $0) }
    steps = pays.flatMap(\.steps)
    labour = zip(pays, shares).reduce(0) { $0 + $1.0.productiveHour * $1.1 }
    tariff = labour
    let told = zip(scales, shares).map { scale, share in
      let part = Text.number(share * 100, atMost: 4)
      return Text(nl: "\(part.nl) % \(scale)", en: "\(part.en)% \(scale)")
    }
    steps.append(
      FloorStep(
        id: "mix", label: Text(nl: "gemiddelde van de mix", en: "mean of the mix"), figure: .joined(told), amount: .nan,
        sum: labour))
  }

  /// An amount for each productive hour, over the mix.
  private func perHour(_ item: FloorItem) throws -> Double {
    try zip(pays, shares).reduce(0) { sum, one in
      let (pay, share) = one
      guard item.scale == nil || item.scale == pay.scale else { return sum }
      switch item.unit {
      case .percent: return sum + share * item.amount * pay.productiveHour
      case .monthly, .yearly: return try sum + share * pay.perPaidHour(item) / pay.productive
      default: return sum + share * item.amount
      }
    }
  }

  // MARK: From labour to tariff

  private mutating func add(_ item: FloorItem, _ amount: Double) {
    tariff += amount
    let figure =
      item.unit == .monthly || item.unit == .yearly
      ? item.told + Text(nl: ", per productief uur", en: ", for each productive hour") : item.told
    steps.append(FloorStep(item, figure: figure, amount: amount, sum: tariff))
  }

  private mutating func direct() throws {
    for item in items where item.post.stage == .direct && item.unit != .client { try add(item, perHour(item)) }
  }

  /// How much of the hour of one professional falls to one client.
  private var portion: Double {
    let staff = items.first { $0.post == .staff }?.amount ?? 1
    let group = items.first { $0.post == .group }?.amount ?? 1
    return staff / group
  }

  private mutating func people() {
    let given = items.filter { $0.post.stage == .people }
    if !given.isEmpty {
      let before = tariff
      tariff *= portion
      let told = Text.joined(given.map { $0.label + .verbatim(" ") + $0.told })
      steps.append(
        FloorStep(
          id: "group", label: Text(nl: "per cliënt van de groep", en: "for each client of the group"), figure: told,
          amount: tariff - before, sum: tariff))
    }
    for item in items where item.post.stage == .direct && item.unit == .client { add(item, item.amount) }
  }

  /// Lays surcharges on what there is; those of one kind do not count over each other.
  private mutating func add(_ stage: FloorPost.Stage) throws {
    let before = tariff
    let given = items.filter { $0.post.stage == stage }
    let ofOutcome = given.filter { $0.usedBase == .tariff }.reduce(0) { $0 + $1.amount }
    guard ofOutcome < 1 else {
      throw Diagnostic(
        "floor.range",
        Text(
          nl: "opslagen van samen 100 % of meer van de uitkomst laten niets over voor de kosten",
          en: "surcharges of together 100% or more of the outcome leave nothing for the cost"))
    }
    let plain = try given.map { item -> Double in
      switch item.usedBase {
      case .tariff: return 0
      case .cost: return item.amount * before
      default: return try perHour(item) * portion
      }
    }
    // A part of the outcome leaves the rest for the cost.
    let outcome = (before + plain.reduce(0, +)) / (1 - ofOutcome)
    for (item, amount) in zip(given, plain) { add(item, item.usedBase == .tariff ? item.amount * outcome : amount) }
  }

  private mutating func index() {
    for item in items where item.post.stage == .index && item.year == nil { add(item, item.amount * tariff) }
  }

  // MARK: What was left out

  /// The posts that were given, and so the cost items of the decree that count.
  var decreeItems: Set<String> { Set(items.compactMap(\.post.decreeItem)) }

  /// What belongs to a wage and was not given.
  var lackingCharges: [FloorPost] {
    let given = Set(items.map(\.post))
    guard given.contains(.wage), !given.contains(.labour) else { return [] }
    let asked: [FloorPost] =
      given.contains(.choiceBudget) ? [.pension, .premiums] : [.holidayPay, .yearEnd, .pension, .premiums]
    return asked.filter { !given.contains($0) }
  }

  /// Where a percentage is of what is usual because nobody said of what.
  var assumedBases: [FloorItem] {
    items.filter { $0.unit == .percent && $0.base == nil && $0.post.bases.count > 1 }
  }
}
