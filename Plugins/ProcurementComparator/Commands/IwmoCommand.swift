import WorkbenchKit

/// `procure iwmo`: the most that may be declared of an allocation.
struct IwmoCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        .flag(
          "variant",
          .choice([
            Candidate("inspanning", Text(nl: "inspanningsgericht", en: "effort-oriented")),
            Candidate("output", Text(nl: "outputgericht", en: "output-oriented")),
          ]),
          about: Text(nl: "de uitvoeringsvariant", en: "the execution variant"), fallback: "inspanning"),
        .flag("per-week", .number(0...1e6), about: Text(nl: "volume per week", en: "volume a week")),
        .flag("from", .text, about: Text(nl: "eerste dag, zoals 2025-10-07", en: "first day, such as 2025-10-07")),
        .flag("to", .text, about: Text(nl: "laatste dag", en: "last day")),
        .flag(
          "category", .text,
          about: Text(
            nl: "productcategorie; 01 is hulp bij het huishouden", en: "product category; 01 is household help")),
        .flag("minutes", .text, repeated: true, about: Text(nl: "minuten om op te tellen", en: "minutes to add up")),
        .flag(
          "tariff", .number(0...1e6), about: Text(nl: "uurtarief, bij minuten", en: "hourly tariff, with minutes"),
          unit: .euro),
      ],
      examples: [
        .init(
          "procure iwmo --variant inspanning --per-week 3 --from 2025-10-07 --to 2025-12-30",
          Text(nl: "drie per week", en: "three a week")),
        .init("procure iwmo --minutes 95,95,95,95", Text(nl: "minuten naar uren", en: "minutes to hours")),
        .init(
          "procure iwmo --per-week 3 --from 2025-12-30 --to 2025-10-07",
          Text(nl: "einde voor begin", en: "end before start"),
          failsWith: "date.order"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let file = try library.file("iwmo", context)
    let rules = (file["rules"]?.array ?? []).compactMap { item in Statement(item).map { (item["id"]?.string ?? "", $0) }
    }
    let isMinutes = call.has("minutes")
    var blocks = isMinutes ? try minutes(call) : try months(call, context)
    let used = rules.filter { isMinutes ? $0.0 != "IV077" : $0.0 == "IV077" }
    var citations = used.map(\.1.source)
    for (id, rule) in used {
      blocks.append(.notice(Notice(.info, Text(nl: "\(id): \(rule.text.nl)", en: "\(id): \(rule.text.en)"))))
    }
    if !isMinutes, call.text("category").map(Self.isHousehold) == true, let rule = Statement(file["household"]) {
      blocks.append(.notice(Notice(.info, rule.text)))
      citations.append(rule.source)
    }
    blocks.append(try library.sources(citations, context))
    return Output(blocks)
  }

  private static func isHousehold(_ category: String) -> Bool { category == "01" || category == "1" }

  private func months(_ call: Call, _ context: Context) throws -> [Block] {
    guard let volume = call.number("per-week") else { throw missing("per-week", call) }
    let from = try date("from", call)
    let to = try date("to", call)
    guard from <= to else {
      throw Diagnostic(
        "date.order", Text(nl: "\(to.text) ligt voor \(from.text)", en: "\(to.text) lies before \(from.text)"),
        wayOut: Text(nl: "--from is de eerste dag, --to de laatste", en: "--from is the first day, --to the last"),
        place: call.place(of: "to"))
    }
    guard to.dayNumber - from.dayNumber <= 366 * 100 else {
      throw Diagnostic(
        "date.order",
        Text(nl: "meer dan honderd jaar is geen toewijzing", en: "more than a hundred years is no allocation"),
        place: call.place(of: "to"))
    }
    let variant = AllocationWeeks.Variant(rawValue: call.text("variant") ?? "") ?? .effort
    let weeks = AllocationWeeks(from...to, variant: variant)
    let isHousehold = call.text("category").map(Self.isHousehold) == true
    let most = weeks.months.map { isHousehold ? 6 * volume : Double($0.weeks) * volume }
    let total = Double(weeks.weeks) * volume
    var facts = Facts()
    facts.add("total", .number(total), label: Text(nl: "hele toewijzing", en: "whole allocation"))
    facts.add("weeks", weeks.weeks, label: Text(nl: "weken", en: "weeks"))
    let table = Table(
      title: Text(nl: "Ten hoogste te declareren", en: "At most to be declared"),
      columns: [
        .texts("month", weeks.months.map(\.name), label: Text(nl: "maand", en: "month")),
        .numbers(
          "weeks", weeks.months.map { Double($0.weeks) }, label: Text(nl: "weken", en: "weeks"), format: .decimals(0)),
        .numbers("maximum", most, label: Text(nl: "ten hoogste", en: "at most")),
      ])
    var blocks: [Block] = [.table(table), .facts(facts)]
    if most.reduce(0, +) > total {
      blocks.append(
        Shown.notice(
          .caution, nl: "de maanden zijn samen meer dan de hele toewijzing: die blijft de grens",
          en: "the months add up to more than the whole allocation: that stays the limit"))
    }
    if variant == .output, weeks.isCutOff {
      blocks.append(
        Shown.notice(
          .info,
          nl: "de laatste week is afgebroken voor zijn zondag en telt bij de maand van de laatste zondag erbinnen",
          en: "the last week is cut off before its Sunday and counts in the month of the last Sunday inside"))
    }
    return blocks
  }

  private func minutes(_ call: Call) throws -> [Block] {
    var values: [Double] = []
    for argument in call.all("minutes") {
      let text = argument.value.text ?? argument.value.plain
      guard let value = NumberText.parse(text), value >= 0, value <= 1e9 else {
        throw Diagnostic(
          "argument.number", Text(nl: "'\(text)' is geen aantal minuten", en: "'\(text)' is no number of minutes"),
          wayOut: Text(
            nl: "hele getallen met komma's ertussen: 95,95,60", en: "whole numbers with commas between: 95,95,60"),
          place: argument.place)
      }
      values.append(value)
    }
    let sum = values.reduce(0, +)
    var facts = Facts()
    facts.add("hours", .number(AllocationWeeks.hours(minutes: values)), label: Text(nl: "uren", en: "hours"))
    facts.add("minutes", .number(sum), label: Text(nl: "minuten", en: "minutes"))
    if let tariff = call.number("tariff") {
      facts.add(
        "minute_tariff", .number((tariff / 60 * 100).rounded() / 100, unit: .euro),
        label: Text(nl: "minuuttarief, zoals getoond", en: "minute tariff, as shown"), format: .decimals(2))
      facts.add(
        "amount", .number(tariff * sum / 60, unit: .euro), label: Text(nl: "bedrag", en: "amount"), format: .decimals(2)
      )
    }
    return [.facts(facts)]
  }

  private func date(_ name: String, _ call: Call) throws -> CalendarDate {
    guard let text = call.text(name) else { throw missing(name, call) }
    return try ProcurementDates.read(text, at: call.place(of: name))
  }

  private func missing(_ name: String, _ call: Call) -> Diagnostic {
    Diagnostic(
      "argument.missing", Text(nl: "'procure iwmo' mist --\(name)", en: "'procure iwmo' lacks --\(name)"),
      wayOut: Text(
        nl: "geef --per-week, --from en --to, of --minutes", en: "give --per-week, --from and --to, or --minutes"),
      suggestion: "--\(name)", place: call.place)
  }
}

/// Reading days.
enum ProcurementDates {
  /// - Throws: `date.format`.
  static func read(_ text: String, at place: Place?) throws -> CalendarDate {
    if let date = CalendarDate(text) { return date }
    throw Diagnostic(
      "date.format", Text(nl: "'\(text)' is geen dag", en: "'\(text)' is no day"),
      wayOut: Text(nl: "jaar-maand-dag, zoals 2027-01-31", en: "year-month-day, such as 2027-01-31"), place: place)
  }
}
