import Methods
import WorkbenchKit

/// `waakvlam signals`: how soon somebody takes up a signal.
struct SignalsCommand: Command {
  struct Arguments: Sendable {
    let rate = Argument(
      requiredFlag: "rate", TypedQuantity.kind("rate", .nought),
      about: Text(nl: "signalen per eenheid van tijd", en: "signals in a unit of time"))
    let handle = Argument(
      requiredFlag: "handle", TypedQuantity.kind("handle", .aboveNought),
      about: Text(
        nl: "hoe lang een signaal iemand bezighoudt, in dezelfde eenheid",
        en: "how long a signal takes somebody, in the same unit"))
    let workers = Argument(
      requiredFlag: "workers", .integer(1...100_000),
      about: Text(nl: "mensen die signalen oppakken", en: "people who take up signals"))
    let within = Argument(
      requiredFlag: "within", .number(0...1e9),
      about: Text(nl: "binnen welke tijd het opgepakt moet zijn", en: "within which time it is to be taken up"))
    let drawing = DrawArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam signals", aliases: ["waakvlam signalen"],
    summary: Text(nl: "reken uit hoe snel een signaal wordt opgepakt", en: "work out how soon a signal is taken up"),
    details: Text(
      nl:
        "De formule van Erlang: signalen komen los van elkaar en wachten op wie vrij is. Alle getallen in één eenheid van tijd, uren bijvoorbeeld. De "
        + "gemiddelde wachttijd is over alle signalen.",
      en:
        "Erlang's formula: signals come independently and wait for who is free. All figures in one unit of time, hours for instance. The mean wait is "
        + "over all signals."),
    soughtBy: ["erlang", "wachttijd"],
    examples: [
      .init(
        "waakvlam signals --rate 4 --handle .5 --workers 3 --within 1",
        Text(nl: "verzonnen: vier per uur", en: "invented: four an hour")),
      .init(
        "waakvlam signals --rate 4 --handle 0 --workers 3 --within 1", Text(nl: "zonder tijd", en: "without time"),
        failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let (workers, within) = (given.workers, given.within)
    let (rate, handle) = (given.rate.mean, given.handle.mean)
    let steady = ErlangC(rate: rate, handling: handle, places: workers)
    var facts = Facts()
    func add(_ name: String, _ value: Double?, _ label: Text, _ format: Column.Format) {
      facts.add(name, value.map { $0.isNaN ? .missing : .number($0) } ?? .missing, label: label, format: format)
    }
    add(
      "offered", rate * handle, Text(nl: "mensen die gemiddeld bezig zijn", en: "people busy on average"), .decimals(2))
    add("waits", steady?.waits ?? 1, Text(nl: "moet wachten", en: "has to wait"), .share(1))
    add("mean_wait", steady?.meanWait, Text(nl: "gemiddelde wachttijd", en: "mean wait"), .decimals(2))
    add("within", steady?.within(within), Text(nl: "op tijd opgepakt", en: "taken up in time"), .share(1))
    let isDrawn = !given.rate.isSure || !given.handle.isSure
    if isDrawn {
      let drawn = try context.drawn([given.rate, given.handle], given.drawing) { values, _ in
        guard values[1] > 0 else { return [0, 1] }
        let state = ErlangC(rate: values[0], handling: values[1], places: workers)
        return [state?.waits ?? 1, state?.within(within) ?? 0]
      }
      add("waits_low", drawn.quantile(0, 0.05), Text(nl: "moet wachten, laag", en: "has to wait, low"), .share(1))
      add("waits_high", drawn.quantile(0, 0.95), Text(nl: "moet wachten, hoog", en: "has to wait, high"), .share(1))
      add("within_low", drawn.quantile(1, 0.05), Text(nl: "op tijd, laag", en: "in time, low"), .share(1))
      add("within_high", drawn.quantile(1, 0.95), Text(nl: "op tijd, hoog", en: "in time, high"), .share(1))
    }
    facts.add(
      "unstable", .boolean(steady == nil), label: Text(nl: "meer dan men aankan", en: "more than can be seen to"))
    var blocks: [Block] = [.facts(facts.atAGlance())]
    if steady == nil {
      blocks.append(
        .warning(
          nl: "er komen minstens zoveel signalen als men aankan: de rij groeit, en een gemiddelde wachttijd is er niet",
          en: "at least as many signals come as can be seen to: the queue grows, and there is no mean wait"))
    }
    blocks += [
      .info(
        nl: "alles in één eenheid van tijd; de formule geldt als alles tot rust is gekomen",
        en: "all in one unit of time; the formula holds once all has settled"), MethodWords.ownFigures,
    ]
    if isDrawn { blocks.append(context.drawnNotice(given.drawing)) }
    blocks.append(try context.knowledge.sources([MethodWords.erlang], in: context))
    return Output(blocks)
  }
}
