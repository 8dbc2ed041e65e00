import WorkbenchKit

/// One step of the calculation: what it adds, and the sum so far.
struct FloorStep: Sendable, Hashable {
  let id: String
  let label: Text
  let figure: Text
  var scale: String?
  var amount: Double
  var sum: Double
  var source: String?

  init(_ item: FloorItem, figure: Text, scale: String? = nil, amount: Double, sum: Double) {
    self.init(id: item.post.rawValue, label: item.label, figure: figure, scale: scale, amount: amount, sum: sum)
    source = item.source
  }

  init(id: String, label: Text, figure: Text, scale: String? = nil, amount: Double, sum: Double) {
    self.id = id
    self.label = label
    self.figure = figure
    self.scale = scale
    self.amount = amount
    self.sum = sum
  }
}

/// What an hour of somebody on one scale costs: from the wage to the employer, from paid hours to productive ones.
struct FloorPay: Sendable {
  let scale: String?
  /// Paid in a year; nil where nobody said.
  private(set) var hours: Double?
  /// The part of the paid hours that is productive.
  private(set) var productive = 1.0
  private(set) var steps: [FloorStep] = []
  /// The employer's cost of a paid hour.
  private(set) var paidHour = 0.0

  /// The employer's cost of a productive hour.
  var productiveHour: Double { paidHour / productive }

  /// - Parameter items: those of this scale, in the order of the posts.
  /// - Throws: `floor.lacking`, `floor.twice`, `floor.hours`.
  init(_ items: [FloorItem], scale: String?) throws {
    self.scale = scale
    hours = items.first { $0.post == .hours }?.amount
    try pay(items)
    try part(items)
  }

  /// - Returns: an amount in euros for each paid hour.
  /// - Throws: `floor.lacking` where the hours of a year are needed and unknown.
  func perPaidHour(_ item: FloorItem) throws -> Double {
    switch item.unit {
    case .monthly: try item.amount * 12 / yearHours()
    case .yearly: try item.amount / yearHours()
    default: item.amount
    }
  }

  /// Keeps a step, with the hours by which its figure was divided.
  private mutating func note(_ item: FloorItem, _ amount: Double, _ sum: Double) {
    steps.append(FloorStep(item, figure: told(item), scale: scale, amount: amount, sum: sum))
  }

  /// The figure of a post with the hours of the year that it is divided by, or a part of.
  func told(_ item: FloorItem) -> Text {
    guard let hours else { return item.told }
    let year = Text.number(hours, atMost: 4)
    let whole = year + Text(nl: " uur", en: " hours")
    switch item.unit {
    case .monthly: return item.told + .verbatim(" × 12 ÷ ") + whole
    case .yearly: return item.told + .verbatim(" ÷ ") + whole
    case .hours: return .number(item.amount, atMost: 4) + Text(nl: " van ", en: " of ") + whole
    default: return item.told
    }
  }

  private func yearHours() throws -> Double {
    if let hours { return hours }
    throw FloorProblem.lacking(
      Text(nl: "de betaalde uren per jaar", en: "the paid hours a year"), flag: "--hours", row: "betaalde uren")
  }

  private mutating func pay(_ items: [FloorItem]) throws {
    let charges: [FloorPost.Stage] = [.allowance, .holiday, .yearEnd, .charge]
    if let labour = items.first(where: { $0.post == .labour }) {
      if let other = items.first(where: { $0.post == .wage || charges.contains($0.post.stage) }) {
        throw FloorProblem.twice(
          Text(
            nl: "\(other.label.nl), naast de loonkosten van de werkgever,",
            en: "\(other.label.en), beside the employer's cost of labour,"), scale)
      }
      paidHour = try perPaidHour(labour)
      return note(labour, paidHour, paidHour)
    }
    guard let wage = items.first(where: { $0.post == .wage }) else {
      let whose = scale.map { Text(nl: " van '\($0)'", en: " of '\($0)'") } ?? .verbatim("")
      throw FloorProblem.lacking(
        Text(nl: "het loon of de loonkosten", en: "the wage or the cost of labour") + whose,
        flag: "--wage", row: "brutoloon")
    }
    let bare = try perPaidHour(wage)
    var sums: [FloorBase: Double] = [.wage: bare]
    paidHour = bare
    note(wage, bare, bare)
    for (stage, base) in zip(charges, [FloorBase.gross, .withHoliday, .pay, .labour]) {
      for item in items where item.post.stage == stage {
        let amount =
          try item.unit == .percent
          ? item.amount * (item.usedBase.flatMap { sums[$0] } ?? bare) : perPaidHour(item)
        paidHour += amount
        note(item, amount, paidHour)
      }
      sums[base] = paidHour
    }
  }

  /// Takes the hours off that bring nothing.
  private mutating func part(_ items: [FloorItem]) throws {
    let off = items.filter { $0.post.stage == .unproductive }
    let kept = items.first { $0.post == .productive }
    if let whole = items.first(where: { $0.post == .nonproductive }) ?? kept, off.count + (kept == nil ? 0 : 1) > 1 {
      throw FloorProblem.twice(whole.label + Text(nl: ", naast andere uren,", en: ", beside other hours,"), scale)
    }
    guard !off.isEmpty || kept != nil else {
      throw FloorProblem.lacking(
        Text(
          nl: "de uren die niet productief zijn (verlof, ziekte, scholing, overleg)",
          en: "the hours that are not productive (leave, illness, training, meetings)"),
        flag: "--nonproductive", row: "niet-productieve uren")
    }
    func share(_ item: FloorItem) throws -> Double {
      try item.unit == .hours ? item.amount / yearHours() : item.amount
    }
    for item in off {
      try take(item, item.usedBase == .rest ? productive * share(item) : share(item))
    }
    if let kept { try take(kept, 1 - share(kept)) }
  }

  private mutating func take(_ item: FloorItem, _ part: Double) throws {
    let before = productiveHour
    let rest = productive - part
    // 100 % less its parts can be a hair above nought.
    guard rest > 1e-9, rest <= 1 else {
      throw Diagnostic(
        "floor.hours",
        rest > 1
          ? Text(nl: "meer productieve uren dan betaalde", en: "more productive hours than paid ones")
          : Text(
            nl: "er blijft geen productief uur over na '\(item.label.nl)'",
            en: "no productive hour remains after '\(item.label.en)'"),
        wayOut: Text(
          nl: "kijk de uren en percentages na; samen moeten zij onder de betaalde uren blijven",
          en: "look the hours and percentages over; together they have to stay below the paid hours"))
    }
    productive = rest
    note(item, productiveHour - before, productiveHour)
  }
}
