import Methods
import WorkbenchKit

/// `procure kpi`: indicators by name, with target, measurements and what invites gaming.
struct KpiCommand: Command {
  struct Arguments: Sendable {
    let indicator = Argument(
      optional: "kpi", .named(.indicator), about: Text(nl: "indicator, zoals reach", en: "indicator, such as reach"))
    let set = Argument(
      flag: "set", .choice(Indicator.Owner.self), about: Text(nl: "alleen van deze case", en: "of this case only"))
    let target = Argument(flag: "target", .number(-1e12...1e12), about: Text(nl: "doel", en: "target"))
    let measured = Argument(
      flags: "measured", ArgumentKind.name.map(or: 0, Self.measurement),
      about: Text(nl: "metingen in volgorde, getallen met een punt", en: "measurements in order, numbers with a point"))
    let lower = Argument(toggle: "lower", about: Text(nl: "lager is beter", en: "lower is better"))
    let estimates = NeedArguments(
      need: Text(nl: "bij reach: welke behoefte", en: "for reach: which need"),
      area: Text(nl: "bij reach: alleen deze gebieden", en: "for reach: these areas only"))

    @Sendable private static func measurement(_ text: String) throws -> Double {
      if let value = NumberText.parse(text) { return value }
      throw Diagnostic(
        "argument.number", Text(nl: "'\(text)' is geen meting", en: "'\(text)' is no measurement"),
        wayOut: Text(nl: "getallen met een punt: 70,74.5,79", en: "numbers with a point: 70,74.5,79"))
    }
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure kpi",
      aliases: ["procure indicator"],
      summary: Text(
        nl: "toon indicatoren, of leg doel en metingen naast elkaar",
        en: "show indicators, or put target and measurements side by side"),
      details: Text(
        nl:
          "De bronnen geven namen en geen doelen. 'reach' deelt door de schatting van de Woonzorgwijzer als die er is (--need, --area).",
        en:
          "The sources give names and no targets. 'reach' divides by the estimate of the Woonzorgwijzer if it is there (--need, --area)."
      ),
      examples: [
        .init("procure kpi --set alphen", Text(nl: "de tien van Alphen", en: "the ten of Alphen")),
        .init(
          "procure kpi ladder --target 80 --measured 70,74,79",
          Text(nl: "doel en metingen", en: "target and measurements")),
        .init(
          "procure kpi bereikt", Text(nl: "een naam die er niet is", en: "a name that is not there"),
          failsWith: "kpi.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard let one = try given.indicator?.item(in: context) else {
      let shown = try context.indicators.filter { given.set == nil || $0.set == given.set }
      let table = Table(
        title: Text(nl: "Indicatoren", en: "Indicators"),
        columns: [
          .texts("set", shown.map(\.set.rawValue), label: .verbatim("case")),
          .texts("kpi", shown.map(\.id), label: Text(nl: "naam", en: "name")),
          .texts("label", shown.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
          .texts("gaming", shown.map { $0.gaming?.text }, label: Text(nl: "let op", en: "watch out"), in: context),
        ] + SourceColumns.place(shown.map(\.source), context))
      return Output([
        .table(table),
        .caution(
          nl: "de bronnen geven geen doelen: die stelt u zelf", en: "the sources give no targets: you set them"),
        try context.knowledge.sources(shown.map(\.source) + shown.map { $0.gaming?.source }, in: context),
      ])
    }
    var blocks = try measured(given, one, context)
    if let gaming = one.gaming { blocks.append(.notice(Notice(.caution, gaming.text))) }
    blocks.append(try context.knowledge.sources([one.source, one.gaming?.source], in: context))
    return Output(blocks)
  }

  private func measured(_ given: Given<Arguments>, _ one: Indicator, _ context: Context) throws -> [Block] {
    var values = given.measured
    var notices: [Block] = []
    let hasEstimates = try !given.estimates.offered(in: context).isEmpty
    if one.id == "reach", hasEstimates || given.estimates.has(\.need) {
      let need = try given.estimates.clients(in: context)
      let people = Text.number(need.estimate, decimals: 0)
      notices.append(
        .info(
          nl: "bereik: bereikte mensen ÷ \(people.nl) geschat (\(need.choice.counted.nl)), in procenten",
          en: "reach: people reached ÷ \(people.en) estimated (\(need.choice.counted.en)), in percent"))
      notices += (need.remarks + need.choice.remarks).map { .notice(Notice(.caution, $0)) }
      if need.estimate > 0 { values = values.map { $0 / need.estimate * 100 } }
    } else if one.id == "reach" {
      notices.append(
        .info(
          nl: "zonder schattingen van de Woonzorgwijzer ('wzw estimate … --offer') staat hier wat u geeft",
          en: "without estimates of the Woonzorgwijzer ('wzw estimate … --offer') this is what you give"))
    }
    var facts = Facts()
    let target = given.target
    facts.add("target", target.map { .number($0) } ?? .missing, label: Text(nl: "doel", en: "target"))
    facts.add(
      "measured", values.last.map { .number($0) } ?? .missing, label: Text(nl: "laatste meting", en: "last measurement")
    )
    if let target, let last = values.last {
      let standing = Standing(of: last, to: target)
      facts.add("met", .boolean(standing.meets(lower: given.lower)), label: Text(nl: "gehaald", en: "met"))
      if standing == .on {
        notices.append(
          .info(nl: "de laatste meting ligt precies op het doel", en: "the last measurement lies just on the target"))
      }
    }
    if values.count > 1 {
      facts.add(
        "trend", .number(Self.slope(values)), label: Text(nl: "verandering per meting", en: "change a measurement"),
        format: .decimals(2))
    }
    var blocks: [Block] = [.heading(Heading(one.label, level: 2)), .facts(facts)]
    if values.count > 1 {
      blocks.append(
        .chart(
          Chart(
            .line, title: one.label, x: Chart.Axis(Text(nl: "meting", en: "measurement")), y: Chart.Axis(one.label),
            positions: values.indices.map { Double($0 + 1) },
            series: [.init(name: one.label(context.language), values: values)]
              + (target.map { target in
                [.init(name: Text(nl: "doel", en: "target")(context.language), values: values.map { _ in target })]
              } ?? []))))
    }
    if let target, let first = values.first, Standing(of: first, to: target).meets(lower: given.lower), values.count > 1
    {
      notices.append(
        .caution(
          nl: "het doel was bij de eerste meting al gehaald: is het te licht, of zo geteld?",
          en: "the target was met at the first measurement: is it too light, or counted so?"))
    }
    return blocks + notices
  }

  /// Least squares over the place in the row.
  private static func slope(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let centre = (count - 1) / 2
    let mean = values.reduce(0, +) / count
    let products = values.enumerated().reduce(0) { $0 + (Double($1.offset) - centre) * ($1.element - mean) }
    return products / (count * (count * count - 1) / 12)
  }
}

extension Standing {
  /// Whether a measurement meets its target.
  ///
  /// - Parameter isLower: whether lower is better.
  fileprivate func meets(lower isLower: Bool) -> Bool { isLower ? isAtMost : isAtLeast }
}
