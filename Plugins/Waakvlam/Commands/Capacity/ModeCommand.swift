import WorkbenchKit

/// `waakvlam mode`: what reaching out changes against working on demand.
struct ModeCommand: Command {
  struct Arguments: Sendable {
    let ask = Argument(
      requiredFlag: "asks", TypedQuantity.kind("asks", .nought),
      about: Text(nl: "hoe vaak iemand zelf vraagt, per maand", en: "how often somebody asks, in a month"))
    let signal = Argument(
      requiredFlag: "signal", TypedQuantity.kind("signal", .nought),
      about: Text(
        nl: "hoe vaak een ander iets ziet, per maand", en: "how often somebody else sees something, in a month"))
    let escalate = Argument(
      requiredFlag: "escalate", TypedQuantity.kind("escalate", .nought),
      about: Text(nl: "hoe vaak het uit de hand loopt, per maand", en: "how often it gets out of hand, in a month"))
    let people = Argument(
      flag: "people", .integer(0...1_000_000),
      about: Text(nl: "om hoeveel mensen het gaat", en: "how many people it is about"))
    let wrong = Argument(
      flag: "false", .share,
      about: Text(nl: "welk deel van de signalen loos is", en: "which part of the signals is false"))
    let drawing = DrawArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam mode", aliases: ["waakvlam werkwijze"],
    summary: Text(
      nl: "zet outreachend werken naast werken op verzoek", en: "set outreaching work beside work on demand"),
    details: Text(
      nl:
        "Wat komt het eerst: een vraag (of een signaal, wie outreachend werkt), of een escalatie? De bron geeft geen getallen. Dat de tijd tot elk van "
        + "deze exponentieel is, is een aanname. Met --false: hoeveel contacten outreachend werken extra vraagt.",
      en:
        "What comes first: a question (or a signal, where one reaches out), or an escalation? The source gives no figures. That the time until each of "
        + "these is exponential is an assumption. With --false: how many more contacts reaching out takes."),
    soughtBy: ["outreachend", "vraaggericht", "bemoeizorg"],
    examples: [
      .init(
        "waakvlam mode --asks .05 --signal .2 --escalate .1 --people 60",
        Text(nl: "verzonnen, zestig mensen", en: "invented, sixty people")),
      .init(
        "waakvlam mode --asks triangular:.02:.05:.1 --signal .2 --escalate .1 --people 60",
        Text(nl: "verzonnen, met een marge", en: "invented, with a margin")),
      .init(
        "waakvlam mode --asks 0 --signal 0 --escalate 0", Text(nl: "er gebeurt niets", en: "nothing happens"),
        failsWith: "mode.rates"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let quantities = [given.ask, given.signal, given.escalate]
    guard quantities.contains(where: { $0.mean > 0 }) else {
      throw Diagnostic(
        "mode.rates", Text(nl: "met alleen nullen gebeurt er niets", en: "with noughts only nothing happens"),
        wayOut: Text(
          nl: "geef --asks, --signal of --escalate meer dan 0", en: "give --asks, --signal or --escalate more than 0"),
        suggestion: "--asks", place: given.place)
    }
    if let wrong = given.wrong, wrong >= 1 {
      throw Diagnostic(
        "argument.range", Text(nl: "dan zou elk signaal loos zijn", en: "then every signal would be false"),
        wayOut: Text(nl: "geef --false onder 1", en: "give --false below 1"), place: given.place(of: \.wrong))
    }
    let means = quantities.map(\.mean)
    let people = given.people.map(Double.init)
    let modes = [WorkingMode(means, isOutreaching: false), WorkingMode(means, isOutreaching: true)]
    let isDrawn = !quantities.allSatisfy(\.isSure)
    let drawn =
      isDrawn
      ? try context.drawn(quantities, given.drawing) { values, _ in
        [WorkingMode(values, isOutreaching: false).before, WorkingMode(values, isOutreaching: true).before]
      } : nil
    let names = [Text(nl: "op verzoek", en: "on demand"), Text(nl: "outreachend", en: "outreaching")]
    let table = Table(
      title: Text(nl: "Bereikt voordat het escaleert", en: "Reached before it escalates"),
      columns: [
        .texts("mode", names, label: Text(nl: "werkwijze", en: "mode"), in: context),
        .numbers(
          "before", modes.map(\.before), label: Text(nl: "op tijd bereikt", en: "reached in time"), unit: .share,
          format: .share(0)),
        .numbers(
          "months", modes.map(\.months), label: Text(nl: "maanden tot het een of het ander", en: "months until either"),
          format: .decimals(1)),
        .numbers(
          "escalations", modes.map { mode in people.map { $0 * (1 - mode.before) } ?? .nan },
          label: Text(nl: "escalaties", en: "escalations"),
          format: .decimals(1)),
        .numbers(
          "low", (0..<2).map { drawn?.quantile($0, 0.05) ?? .nan },
          label: Text(nl: "bereikt, laag", en: "reached, low"), unit: .share, format: .share(0)
        ).asDetail(!isDrawn),
        .numbers(
          "high", (0..<2).map { drawn?.quantile($0, 0.95) ?? .nan },
          label: Text(nl: "bereikt, hoog", en: "reached, high"), unit: .share, format: .share(0)
        ).asDetail(!isDrawn),
      ])
    var blocks: [Block] = [.table(table)]
    if let wrong = given.wrong, let people {
      let contacts = people * means[1] / (1 - wrong) * modes[1].months
      var facts = Facts()
      facts.add(
        "extra_contacts", .number(contacts),
        label: Text(
          nl: "contacten die outreachend werken extra vraagt", en: "contacts that reaching out takes besides"),
        format: .decimals(1))
      facts.add(
        "false_contacts", .number(contacts * wrong), label: Text(nl: "daarvan loos", en: "of these false"),
        format: .decimals(1))
      blocks.append(.facts(facts))
    } else if given.wrong != nil {
      blocks.append(
        .info(nl: "geef ook --people om de contacten te tellen", en: "give --people too to count the contacts"))
    }
    if modes[0].before.isNaN {
      blocks.append(
        .caution(
          nl: "op verzoek gebeurt er nooit iets: niemand vraagt en niets escaleert",
          en: "on demand nothing ever happens: nobody asks and nothing escalates"))
    }
    blocks += [
      .info(
        nl:
          "alles per maand; dat de tijd tot een vraag, signaal of escalatie exponentieel is, is een aanname; de bron geeft geen getal",
        en:
          "all by the month; that the time until a question, signal or escalation is exponential is an assumption; the source gives no rate"
      )
    ]
    if isDrawn { blocks.append(context.drawnNotice(given.drawing)) }
    let terms = try context.knowledge.items("mechanisms", list: "mode", as: KnowledgeTerm.self, in: context)
    blocks.append(try context.knowledge.sources(terms.map(\.source), in: context))
    return Output(blocks)
  }
}

/// What comes first, by rates of asking, signals and escalation.
struct WorkingMode {
  /// The share that is reached before it escalates, and how long until either; no numbers where nothing ever happens.
  let before: Double
  let months: Double

  init(_ rates: [Double], isOutreaching: Bool) {
    let reach = rates[0] + (isOutreaching ? rates[1] : 0)
    let all = reach + rates[2]
    before = all > 0 ? reach / all : .nan
    months = all > 0 ? 1 / all : .nan
  }
}
