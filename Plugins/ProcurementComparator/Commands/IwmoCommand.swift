import WorkbenchKit

/// `procure iwmo`: the most that may be declared of an allocation.
struct IwmoCommand: Command {
  struct Arguments: Sendable {
    let variant = Argument(
      flag: "variant", .choice(AllocationWeeks.Variant.self), default: AllocationWeeks.Variant.usual.rawValue,
      about: Text(nl: "de uitvoeringsvariant", en: "the execution variant"))
    let perWeek = Argument(flag: "per-week", .number(0...1e6), about: Text(nl: "volume per week", en: "volume a week"))
    let from = Argument(
      flag: "from", .day, about: Text(nl: "eerste dag, zoals 2025-10-07", en: "first day, such as 2025-10-07"))
    let to = Argument(flag: "to", .day, about: Text(nl: "laatste dag", en: "last day"))
    let category = Argument(
      flag: "category", .name,
      about: Text(nl: "productcategorie; 01 is hulp bij het huishouden", en: "product category; 01 is household help"))
    let minutes = Argument(
      flags: "minutes", ArgumentKind.name.map(or: 0, Self.minutes),
      about: Text(nl: "minuten om op te tellen", en: "minutes to add up"))
    let tariff = Argument(
      flag: "tariff", .number(0...1e6, unit: .euro),
      about: Text(nl: "uurtarief, bij minuten", en: "hourly tariff, with minutes"))

    @Sendable private static func minutes(_ text: String) throws -> Double {
      if let value = NumberText.parse(text), (0...1e9).contains(value) { return value }
      throw Diagnostic(
        "argument.number", Text(nl: "'\(text)' is geen aantal minuten", en: "'\(text)' is no number of minutes"),
        wayOut: Text(
          nl: "hele getallen met komma's ertussen: 95,95,60", en: "whole numbers with commas between: 95,95,60"))
    }
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure iwmo",
      summary: Text(
        nl: "reken uit wat per maand ten hoogste gedeclareerd mag worden, of tel minuten op",
        en: "work out the most that may be declared a month, or add up minutes"),
      details: Text(
        nl:
          "De maanden mogen samen meer zijn dan 'total': een week die twee maanden raakt, telt in beide mee en in het geheel één keer.",
        en:
          "The months may add up to more than 'total': a week that touches two months counts in both, and once in the whole."
      ),
      examples: [
        .init(
          "procure iwmo --variant inspanning --per-week 3 --from 2025-10-07 --to 2025-12-30",
          Text(nl: "drie per week", en: "three a week")),
        .init("procure iwmo --minutes 95,95,95,95", Text(nl: "minuten naar uren", en: "minutes to hours")),
        .init(
          "procure iwmo --per-week 3 --from 2025-12-30 --to 2025-10-07",
          Text(nl: "einde voor begin", en: "end before start"), failsWith: "date.order"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let isMinutes = !given.minutes.isEmpty
    let isHousehold = given.category == "01" || given.category == "1"
    var blocks =
      isMinutes ? Self.sum(given.minutes, tariff: given.tariff) : try months(given, isHousehold: isHousehold)
    let used = try context.declarationRules.filter { ($0.id == "IV077") != isMinutes }
    var citations = used.map(\.statement.source)
    blocks += used.map { .notice(Notice(.info, .verbatim("\($0.id): ") + $0.statement.text)) }
    if !isMinutes, isHousehold {
      let rule = try context.householdRule
      blocks.append(.notice(Notice(.info, rule.text)))
      citations.append(rule.source)
    }
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }

  private func months(_ given: Given<Arguments>, isHousehold: Bool) throws -> [Block] {
    guard let volume = given.perWeek else { throw missing("per-week", at: given.place) }
    guard let from = given.from else { throw missing("from", at: given.place) }
    guard let to = given.to else { throw missing("to", at: given.place) }
    guard from <= to else {
      throw Diagnostic(
        "date.order", Text(nl: "\(to.text) ligt voor \(from.text)", en: "\(to.text) lies before \(from.text)"),
        wayOut: Text(nl: "--from is de eerste dag, --to de laatste", en: "--from is the first day, --to the last"),
        place: given.place(of: \.to))
    }
    guard to.dayNumber - from.dayNumber <= 366 * 100 else {
      throw Diagnostic(
        "date.order",
        Text(nl: "meer dan honderd jaar is geen toewijzing", en: "more than a hundred years is no allocation"),
        place: given.place(of: \.to))
    }
    let weeks = AllocationWeeks(from...to, variant: given.variant)
    let most = weeks.months.map { isHousehold ? 6 * volume : Double($0.weeks) * volume }
    let total = Double(weeks.weeks) * volume
    var facts = Facts()
    facts.add("total", .number(total), label: Text(nl: "hele toewijzing", en: "whole allocation"))
    facts.add("weeks", weeks.weeks, label: Text(nl: "weken", en: "weeks"))
    let table = Table(
      title: Text(nl: "Ten hoogste te declareren", en: "At most to be declared"),
      columns: [
        .texts("month", weeks.months.map(\.name), label: Text(nl: "maand", en: "month")),
        .counts("weeks", weeks.months.map(\.weeks), label: Text(nl: "weken", en: "weeks")),
        .numbers("maximum", most, label: Text(nl: "ten hoogste", en: "at most")),
      ])
    var blocks: [Block] = [.table(table), .facts(facts)]
    if most.reduce(0, +) > total {
      blocks.append(
        .caution(
          nl: "de maanden zijn samen meer dan de hele toewijzing: die blijft de grens",
          en: "the months add up to more than the whole allocation: that stays the limit"))
    }
    if given.variant == .output, weeks.isCutOff {
      blocks.append(
        .info(
          nl: "de laatste week is afgebroken voor zijn zondag en telt bij de maand van de laatste zondag erbinnen",
          en: "the last week is cut off before its Sunday and counts in the month of the last Sunday inside"))
    }
    return blocks
  }

  private static func sum(_ values: [Double], tariff: Double?) -> [Block] {
    let sum = values.reduce(0, +)
    var facts = Facts()
    let hours = AllocationWeeks.hours(minutes: values)
    facts.add("hours", .number(hours), label: Text(nl: "uren te declareren", en: "hours to declare"))
    facts.add("minutes", .number(sum), label: Text(nl: "minuten", en: "minutes"))
    if let tariff {
      facts.add(
        "amount_hours", .number(tariff * hours, unit: .euro),
        label: Text(nl: "bedrag bij declareren in uren", en: "amount where hours are declared"), format: .decimals(2))
      facts.add(
        "minute_tariff", .number((tariff / 60 * 100).rounded() / 100, unit: .euro),
        label: Text(nl: "minuuttarief, zoals getoond", en: "minute tariff, as shown"), format: .decimals(2))
      facts.add(
        "amount", .number(tariff * sum / 60, unit: .euro),
        label: Text(nl: "bedrag bij declareren in minuten", en: "amount where minutes are declared"),
        format: .decimals(2))
    }
    return [.facts(facts)]
  }

  private func missing(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "allocation.incomplete", Text(nl: "'procure iwmo' mist --\(name)", en: "'procure iwmo' lacks --\(name)"),
      wayOut: Text(
        nl: "geef --per-week, --from en --to, of --minutes", en: "give --per-week, --from and --to, or --minutes"),
      suggestion: "--\(name)", place: place)
  }
}

extension AllocationWeeks.Variant: ArgumentChoice {
  static let usual = Self.effort

  var about: Text? {
    switch self {
    case .effort: Text(nl: "inspanningsgericht", en: "effort-oriented")
    case .output: Text(nl: "outputgericht", en: "output-oriented")
    }
  }
}
