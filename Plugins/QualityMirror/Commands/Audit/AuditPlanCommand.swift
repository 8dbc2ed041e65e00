import Methods
import WorkbenchKit

/// `spiegel audit plan`: how many clients to hear so that a fault is met at least once.
struct AuditPlanCommand: Command {
  struct Arguments: Sendable {
    let clients = Argument(
      requiredFlag: "clients", .integer(1...10_000_000),
      about: Text(nl: "hoeveel cliënten er zijn", en: "how many clients there are"))
    let prevalence = Argument(
      requiredFlag: "prevalence", .share,
      about: Text(nl: "bij welk deel van hen iets niet in orde is", en: "for which share of them something is wrong"))
    let sure = Argument(
      flag: "sure", .share, default: "0.95",
      about: Text(nl: "hoe zeker het moet zijn", en: "how sure it has to be"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel audit plan",
    summary: Text(
      nl: "reken uit hoeveel cliënten u spreekt om een tekort minstens één keer te horen",
      en: "work out how many clients to hear so that a fault is met at least once"),
    details: Text(
      nl:
        "Niemand wordt twee keer gesproken (trekken zonder terugleggen); hoeveel cliënten het tekort treft, is naar boven afgerond. Wie het tekort treft, moet het ook "
        + "zeggen: zonder vertrouwen zijn er meer nodig.",
      en:
        "Nobody is heard twice (drawing without putting back); how many clients the fault concerns is rounded up. Who has the fault has to say it as well: without trust "
        + "more are needed."),
    soughtBy: ["steekproef", "sample"],
    examples: [
      .init(
        "spiegel audit plan --clients 200 --prevalence 0.05 --sure 0.95",
        Text(nl: "één op de twintig", en: "one in twenty")),
      .init(
        "spiegel audit plan --clients 200 --prevalence 0",
        Text(nl: "een tekort dat er niet is", en: "a fault that is not there"),
        failsWith: "plan.share"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    for (share, place) in [(given.prevalence, given.place(of: \.prevalence)), (given.sure, given.place(of: \.sure))]
    where share <= 0 {
      throw Diagnostic(
        "plan.share", Text(nl: "een deel van nul valt niet te vinden", en: "a share of nought cannot be found"),
        wayOut: Text(nl: "geef een deel boven 0, zoals 0,05", en: "give a share above 0, such as 0.05"), place: place)
    }
    let sample = DiscoverySample(population: given.clients, share: given.prevalence)
    let hear = sample.fewest(sure: given.sure) ?? given.clients
    let (sure, below) = (sample.chance(hearing: hear), sample.chance(hearing: hear - 1))
    let people = Text.counted(hear, Text(nl: "cliënt", en: "client"), Text(nl: "cliënten", en: "clients"))
    let all = Text.count(given.clients)
    let concerned = Text.count(sample.faulty)
    var facts = Facts(isDetail: true)
    facts.add("hear", .number(Double(hear)), label: Text(nl: "te spreken", en: "to hear"), format: .decimals(0))
    facts.add("sure", .number(sure), label: Text(nl: "zekerheid", en: "certainty"), format: .share(1))
    facts.add("below", .number(below), label: Text(nl: "met één minder", en: "with one fewer"), format: .share(1))
    facts.add(
      "faulty", .number(Double(sample.faulty)), label: Text(nl: "bij wie het speelt", en: "whom it concerns"),
      format: .decimals(0))
    let shown = Text.share(sure)
    return Output([
      .paragraph(
        Text(
          nl:
            "Spreek \(people.nl) van de \(all.nl): speelt het bij \(concerned.nl), dan hoort u het met \(shown.nl) zekerheid minstens één keer",
          en:
            "Hear \(people.en) of the \(all.en): if it concerns \(concerned.en), you hear it at least once with \(shown.en) certainty"
        )),
      .facts(facts), try context.knowledge.sources([MethodWords.sample], in: context),
    ])
  }
}
