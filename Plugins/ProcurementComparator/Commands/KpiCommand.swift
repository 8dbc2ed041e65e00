import WorkbenchKit

/// `procure kpi`: indicators by name, with target, measurements and what invites gaming.
struct KpiCommand: UntypedCommand {
  let library: Library

  private struct Indicator: Named {
    let id: String
    let names: [String]
    let label: Text
    let set: String
    let source: Citation
    let gaming: Statement?

    init?(_ json: JSON) {
      guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
        let set = json["set"]?.string,
        let source = Citation(json["source"])
      else { return nil }
      self.id = id
      self.label = label
      self.set = set
      self.source = source
      names = (json["names"]?.array ?? []).compactMap(\.string)
      gaming = Statement(json["gaming"])
    }
  }

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
      parameters: [
        .argument(
          "kpi", required: false, about: Text(nl: "indicator, zoals reach", en: "indicator, such as reach"),
          candidates: { context in
            ((try? library.items("kpis", "kpis", context, Indicator.init)) ?? []).map { Candidate($0.id, $0.label) }
          }),
        .flag(
          "set", .choice([Candidate("alphen"), Candidate("brunssum")]),
          about: Text(nl: "alleen van deze case", en: "of this case only")),
        .flag("target", .number(-1e12...1e12), about: Text(nl: "doel", en: "target")),
        .flag(
          "measured", .text, repeated: true,
          about: Text(
            nl: "metingen in volgorde, getallen met een punt", en: "measurements in order, numbers with a point")),
        .flag("lower", .toggle, about: Text(nl: "lager is beter", en: "lower is better")),
        .flag(
          "need", .text, about: Text(nl: "bij reach: welke schatting", en: "for reach: which estimate"),
          candidates: ClientNeed.subjects),
        .flag(
          "area", .text, repeated: true,
          about: Text(nl: "bij reach: alleen deze gebieden", en: "for reach: these areas only")),
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    let all = try library.items("kpis", "kpis", context, Indicator.init)
    guard let word = call.text("kpi") else {
      let shown = all.filter { call.text("set") == nil || $0.set == call.text("set") }
      let table = Table(
        title: Text(nl: "Indicatoren", en: "Indicators"),
        columns: [
          .texts("set", shown.map(\.set), label: .verbatim("case")),
          .texts("kpi", shown.map(\.id), label: Text(nl: "naam", en: "name")),
          LibraryColumns.text("label", shown.map(\.label), Text(nl: "wat", en: "what"), context),
          LibraryColumns.text("gaming", shown.map { $0.gaming?.text }, Text(nl: "let op", en: "watch out"), context),
        ] + LibraryColumns.place(shown.map(\.source), context))
      return Output([
        .table(table),
        Shown.notice(
          .caution, nl: "de bronnen geven geen doelen: die stelt u zelf",
          en: "the sources give no targets: you set them"),
        try library.sources(shown.map(\.source) + shown.compactMap { $0.gaming?.source }, context),
      ])
    }
    let one = try Kind.indicator.one(word, among: all, at: call.place(of: "kpi"))
    var blocks = try measured(call, one, context)
    if let gaming = one.gaming { blocks.append(.notice(Notice(.caution, gaming.text))) }
    blocks.append(try library.sources([one.source] + (one.gaming.map { [$0.source] } ?? []), context))
    return Output(blocks)
  }

  private func measured(_ call: Call, _ one: Indicator, _ context: Context) throws -> [Block] {
    var values: [Double] = []
    for argument in call.all("measured") {
      let text = argument.value.text ?? argument.value.plain
      guard let value = NumberText.parse(text) else {
        throw Diagnostic(
          "argument.number", Text(nl: "'\(text)' is geen meting", en: "'\(text)' is no measurement"),
          wayOut: Text(nl: "getallen met een punt: 70,74.5,79", en: "numbers with a point: 70,74.5,79"),
          place: argument.place)
      }
      values.append(value)
    }
    var notices: [Block] = []
    let hasEstimates = (try context.workspace.table(ClientNeed.table)?.rowCount ?? 0) > 0
    if one.id == "reach", hasEstimates || call.has("need") {
      let need = try ClientNeed(
        context.workspace, subject: call.text("need"), areas: call.texts("area"), at: call.place(of: "need"))
      let people = Shown.number(need.estimate)
      notices.append(
        Shown.notice(
          .info, nl: "bereik: bereikte mensen ÷ \(people.nl) geschat (\(need.subject)), in procenten",
          en: "reach: people reached ÷ \(people.en) estimated (\(need.subject)), in percent"))
      if need.estimate > 0 { values = values.map { $0 / need.estimate * 100 } }
    } else if one.id == "reach" {
      notices.append(
        Shown.notice(
          .info, nl: "zonder schattingen van de Woonzorgwijzer ('wzw estimate … --offer') staat hier wat u geeft",
          en: "without estimates of the Woonzorgwijzer ('wzw estimate … --offer') this is what you give"))
    }
    var facts = Facts()
    let target = call.number("target")
    facts.add("target", target.map { .number($0) } ?? .missing, label: Text(nl: "doel", en: "target"))
    facts.add(
      "measured", values.last.map { .number($0) } ?? .missing, label: Text(nl: "laatste meting", en: "last measurement")
    )
    if let target, let last = values.last {
      facts.add(
        "met", .boolean(call.flag("lower") ? last <= target : last >= target), label: Text(nl: "gehaald", en: "met"))
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
            series: [.init(name: one.id, values: values)]
              + (target.map { target in [.init(name: "target", values: values.map { _ in target })] } ?? []))))
    }
    if let target, let first = values.first, call.flag("lower") ? first <= target : first >= target, values.count > 1 {
      notices.append(
        Shown.notice(
          .caution, nl: "het doel was bij de eerste meting al gehaald: is het te licht, of zo geteld?",
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
