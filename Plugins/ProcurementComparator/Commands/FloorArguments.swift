import WorkbenchKit

/// From the wage to what the employer pays.
struct FloorPayArguments: ArgumentGroup {
  let labour = Argument(
    flag: "labour", .number(0...1000, unit: .euro),
    about: Text(nl: "loonkosten van de werkgever per betaald uur", en: "employer's cost of a paid hour"))
  let wage = Argument(
    flag: "wage", .number(0...10_000_000, unit: .euro),
    about: Text(nl: "brutoloon, in plaats van de loonkosten", en: "gross wage, instead of the cost of labour"))
  let wagePer = Argument(
    flag: "wage-per", .choice([Candidate("hour"), Candidate("month"), Candidate("year")]), default: "hour",
    about: Text(nl: "waarover het loon gaat", en: "what the wage is for"))
  let hours = Argument(
    flag: "hours", .number(1...8784), about: Text(nl: "betaalde uren per jaar", en: "paid hours a year"))
  let allowances = percent("allowances", FloorPost.allowances)
  let irregular = percent("irregular", .irregular)
  let holidayPay = percent("holiday-pay", .holidayPay)
  let yearEnd = percent("year-end", .yearEnd)
  let pension = percent("pension", .pension)
  let premiums = percent("premiums", .premiums)

  private static func percent(_ name: String, _ post: FloorPost) -> Argument<Double?> {
    Argument(
      flag: name, .number(0...100, unit: .percent),
      about: post.label + Text(nl: " over ", en: " on ") + (post.bases.first?.label ?? .verbatim("")))
  }
}

extension Given<FloorPayArguments> {
  var items: [FloorItem] {
    let units = ["hour": FloorUnit.hourly, "month": .monthly, "year": .yearly]
    let wage = self.wage.map { FloorItem(post: .wage, amount: $0, unit: units[self.wagePer] ?? .hourly) }
    let labour = self.labour.map { FloorItem(post: .labour, amount: $0, unit: .hourly) }
    let hours = self.hours.map { FloorItem(post: .hours, amount: $0, unit: .hours) }
    let parts: [(FloorPost, Double?)] = [
      (.allowances, self.allowances), (.irregular, self.irregular), (.holidayPay, self.holidayPay),
      (.yearEnd, self.yearEnd),
      (.pension, self.pension), (.premiums, self.premiums),
    ]
    return [labour, wage, hours].compactMap { $0 }
      + parts.compactMap { post, part in part.map { FloorItem(post: post, amount: $0 / 100, unit: .percent) } }
  }
}

/// From paid hours to productive ones: hours a year, or with a sign a percentage of them.
struct FloorHourArguments: ArgumentGroup {
  let nonproductive = Argument(
    flag: "nonproductive", .number(0...99, unit: .percent),
    about: Text(
      nl: "deel van de uren dat niet productief is", en: "part of the hours that is not productive"))
  let leave = hours("leave", .leave)
  let illness = hours("illness", .illness)
  let training = hours("training", .training)
  let meetings = hours("meetings", .meetings)
  let travelTime = hours("travel-time", .travelTime)
  let indirect = hours("indirect", .indirect)

  private static func hours(_ name: String, _ post: FloorPost) -> Argument<Value?> {
    Argument(
      flag: name, .quantity(0...8784),
      about: post.label + Text(nl: ", in uren per jaar of als 12%", en: ", in hours a year or as 12%"))
  }
}

extension Given<FloorHourArguments> {
  var items: [FloorItem] {
    let parts: [(FloorPost, Value?)] = [
      (.leave, self.leave), (.illness, self.illness), (.training, self.training), (.meetings, self.meetings),
      (.travelTime, self.travelTime),
      (.indirect, self.indirect),
    ]
    let whole = self.nonproductive.map { FloorItem(post: .nonproductive, amount: $0 / 100, unit: .percent) }
    return [whole].compactMap { $0 }
      + parts.compactMap { post, value in
        guard case .number(let number, let unit)? = value else { return nil }
        return unit == .percent
          ? FloorItem(post: post, amount: number / 100, unit: .percent)
          : FloorItem(post: post, amount: number, unit: .hours)
      }
  }
}

/// From the cost of labour to the tariff.
struct FloorCostArguments: ArgumentGroup {
  let travel = Argument(
    flag: "travel", .number(0...1000, unit: .euro),
    about: Text(nl: "reis en opleiding per uur", en: "travel and training an hour"))
  let demands = Argument(
    flag: "demands", .number(0...1000, unit: .euro),
    about: Text(nl: "eisen van de gemeente per uur", en: "demands of the municipality an hour"))
  let staff = Argument(
    flag: "staff", .number(0.01...1000),
    about: Text(nl: "medewerkers tegelijk bij een groep", en: "staff at once with a group"))
  let group = Argument(
    flag: "group", .number(0.01...10_000), about: Text(nl: "cliënten in een groep", en: "clients in a group"))
  let overhead = Argument(
    flag: "overhead", .number(0...1000, unit: .percent),
    about: Text(nl: "overhead over de kosten", en: "overhead on the cost"))
  let overheadOf = of("overhead-of")
  let indexation = Argument(
    flag: "indexation", .number(-50...100, unit: .percent),
    about: Text(nl: "indexatie tot het tarief geldt", en: "indexation until the tariff holds"))
  let index = Argument(
    flags: "index", .pair(.number(-50...100, unit: .percent)),
    about: Text(nl: "index per later jaar, in %: 2027=3,2028=2.5", en: "index by later year, in %: 2027=3,2028=2.5"))
  let margin = Argument(
    flag: "margin", .number(0...1000, unit: .percent), about: Text(nl: "marge", en: "margin"))
  let risk = Argument(
    flag: "risk", .number(0...1000, unit: .percent),
    about: Text(nl: "opslag voor risico", en: "surcharge for risk"))
  let marginOf = of("margin-of")

  private static func of(_ name: String) -> Argument<String> {
    Argument(
      flag: name,
      .choice([
        Candidate("cost", Text(nl: "van de kosten tot dan", en: "of the cost so far")),
        Candidate("tariff", Text(nl: "van wat er dan uitkomt", en: "of what then comes out")),
        Candidate("labour", Text(nl: "van de loonkosten", en: "of the cost of labour")),
      ]), default: "cost", about: Text(nl: "waarvan dat een percentage is", en: "of what that is a percentage"))
  }
}

extension Given<FloorCostArguments> {
  var items: [FloorItem] {
    let ofOverhead = has(\.overheadOf) ? FloorBase(rawValue: self.overheadOf) : nil
    let ofMargin = has(\.marginOf) ? FloorBase(rawValue: self.marginOf) : nil
    let parts: [(FloorPost, Double?, FloorBase?)] = [
      (.overhead, self.overhead, ofOverhead), (.indexation, self.indexation, nil), (.margin, self.margin, ofMargin),
      (.risk, self.risk, ofMargin),
    ]
    let plain: [(FloorPost, Double?, FloorUnit)] = [
      (.travel, self.travel, .hourly), (.demands, self.demands, .hourly), (.staff, self.staff, .people),
      (.group, self.group, .people),
    ]
    return plain.compactMap { post, amount, unit in amount.map { FloorItem(post: post, amount: $0, unit: unit) } }
      + parts.compactMap { post, part, base in
        part.map { FloorItem(post: post, amount: $0 / 100, unit: .percent, base: base) }
      }
  }

  /// - Throws: `floor.year`.
  func rises() throws -> [(year: Int, rise: Double)] {
    try checkingEach(\.index) { pair in
      guard let year = Int(pair.key), (1900...2200).contains(year) else {
        throw Diagnostic(
          "floor.year", Text(nl: "'\(pair.key)' is geen jaar", en: "'\(pair.key)' is no year"),
          wayOut: Text(nl: "zoals --index 2027=3,2028=2.5", en: "such as --index 2027=3,2028=2.5"))
      }
      return (year, pair.value / 100)
    }
  }
}
