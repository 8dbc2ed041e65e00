import Methods
import WorkbenchKit

/// `procure simulate`: what forms of payment do to both parties, over many draws.
struct SimulateCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "procure simulate",
      aliases: ["procure simuleer"],
      summary: Text(
        nl: "reken door wat vormen van bekostiging met gemeente en aanbieder doen",
        en: "work out what forms of funding do to municipality and provider"),
      details: Text(
        nl: """
          Cliënten, intensiteit en kosten per eenheid worden getrokken; alle vormen delen de trekkingen. Zonder --form: elke \
          vorm waarvan de bedragen er zijn. Zonder --clients: de schattingen van de Woonzorgwijzer maal --uptake.
          """,
        en: """
          Clients, intensity and unit cost are drawn; all forms share the draws. Without --form: each form of which the \
          amounts are there. Without --clients: the estimates of the Woonzorgwijzer times --uptake.
          """),
      parameters: [
        .flag(
          "form", .choice(ContractTerms.names.map { Candidate($0, ContractTerms.labels[$0]) }), repeated: true,
          about: Text(nl: "vorm van bekostiging", en: "form of funding")),
        .flag(
          "clients", .text, about: Text(nl: "aantal cliënten: ", en: "number of clients: ") + DistributionText.about,
          candidates: DistributionText.candidates),
        Parameter(
          "intensity", .text, position: .flag, required: true,
          about: Text(nl: "eenheden per cliënt, verdeling", en: "units a client, a distribution"),
          candidates: DistributionText.candidates),
        Parameter(
          "unit-cost", .text, position: .flag, required: true,
          about: Text(nl: "kosten van een eenheid, verdeling", en: "cost of a unit, a distribution"),
          candidates: DistributionText.candidates),
        .flag(
          "growth", .text, about: Text(nl: "groei van de cliënten: 5% of 0.05", en: "growth of the clients: 5% or 0.05")
        ),
      ] + ContractTerms.parameters + [
        .flag(
          "correlation", .pair, repeated: true,
          about: Text(
            nl: "samenhang: clients:intensity=0.3, clients:cost=…, intensity:cost=…",
            en: "correlation: clients:intensity=0.3, clients:cost=…, intensity:cost=…")),
        .flag(
          "elasticity", .pair, repeated: true,
          about: Text(
            nl: "hoe sterk de prikkel werkt, per vorm of voor alle: lumpsum=0.1 of all=0.1",
            en: "how strongly the incentive works, by form or for all: lumpsum=0.1 or all=0.1")),
        .flag(
          "uptake", .text,
          about: Text(
            nl: "deel van de behoefte dat cliënt wordt: 60% of 0.6",
            en: "part of the need that becomes a client: 60% or 0.6")),
        .flag(
          "need", .text,
          about: Text(nl: "welke schatting: doelgroep of indicator", en: "which estimate: group or indicator"),
          candidates: ClientNeed.subjects),
        .flag("area", .text, repeated: true, about: Text(nl: "alleen deze gebieden", en: "these areas only")),
        .flag(
          "registered", .number(0...1e12),
          about: Text(nl: "geregistreerde cliënten, om ernaast te zetten", en: "registered clients, to put beside it"),
          unit: .persons),
        .flag(
          "draws", .integer(1...10_000_000), about: Text(nl: "aantal trekkingen", en: "number of draws"),
          fallback: "100000"),
        .flag(
          "seed", .integer(0...Int(Int32.max)),
          about: Text(
            nl: "beginpunt van de trekkingen; anders dat van de sessie", en: "start of the draws; else the session's")),
      ],
      examples: [
        .init(
          "procure simulate --form lumpsum --clients normal:1000:100 --intensity 10 --unit-cost 100 --budget 1000000 --draws 10000 --seed 1",
          Text(nl: "een vast bedrag", en: "a lump sum")),
        .init(
          "procure simulate --clients normal:1000:100 --intensity normal:10:1 --unit-cost 100 --tariff 100 --budget 1000000 --band 5:10 --ceiling 1050000 --draws 10000",
          Text(nl: "vormen naast elkaar", en: "forms side by side")),
        .init(
          "procure simulate --form pxq --clients 1000 --intensity 10 --unit-cost 100",
          Text(nl: "zonder tarief", en: "without a tariff"), failsWith: "argument.missing"),
        .init(
          "procure simulate --form lumpsum --clients normal:1000:-5 --intensity 10 --unit-cost 100 --budget 1000000",
          Text(nl: "een spreiding onder 0", en: "a spread below 0"), failsWith: "distribution.impossible"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let inputs = try SimulationInputs(call, context)
    var terms = ContractTerms(call, drivers: inputs.drivers)
    let forms = try terms.forms()
    let effect = try IncentiveEffect(call)
    let contracts = forms.map { name, form in
      RiskSimulation.Contract(
        form, intensityFactor: effect.factor(name, form, meanCost: inputs.drivers.cost.mean))
    }
    let draws = call.integer("draws") ?? 100_000
    let seed = call.integer("seed").map { UInt64($0) } ?? context.seed
    let simulation = try RiskSimulation(
      inputs.drivers, contracts, budget: call.number("budget"), draws: draws, seed: seed
    ) { done in
      try context.checkInterrupt()
      context.monitor.progress(Double(done) / Double(draws), Text(nl: "trekken", en: "drawing"))
    }
    let tables = SimulationTables(
      names: forms.map(\.name), contracts: contracts, simulation: simulation, context: context)
    var assumptions = inputs.assumptions + terms.assumptions
    if !effect.isEmpty { assumptions.append(IncentiveEffect.assumption) }
    for assumption in assumptions { context.workspace.note(assumption: assumption) }
    var blocks: [Block] = [.paragraph(tables.answer), .table(tables.main), .table(tables.variance)]
    if let need = inputs.needTable(call, context) { blocks.append(.table(need)) }
    if let chart = tables.histogram(0) { blocks.append(.chart(chart)) }
    blocks += assumptions.map { .notice(Notice(.info, $0)) }
    blocks += cautions(simulation, inputs, context)
    if forms.contains(where: { $0.name == "corridor" }) {
      blocks.append(try library.sources(Self.corridorSource(library, context), context))
    }
    return Output(blocks)
  }

  static func corridorSource(_ library: Library, _ context: Context) throws -> [Citation] {
    try library.cases(context).first { $0.id == "goeree-overflakkee" }?.figure("band_up").map { [$0.source] } ?? []
  }

  private func cautions(_ simulation: RiskSimulation, _ inputs: SimulationInputs, _ context: Context) -> [Block] {
    var blocks: [Block] = []
    if simulation.cut > 0 {
      let share = Shown.share(Double(simulation.cut) / Double(simulation.draws))
      blocks.append(
        Shown.notice(
          .caution, nl: "cliënten of intensiteit onder 0 zijn op 0 gezet, in \(share.nl) van de trekkingen",
          en: "clients or intensity below 0 were set to 0, in \(share.en) of the draws"))
    }
    if simulation.negativeCosts > 0 {
      let share = Shown.share(Double(simulation.negativeCosts) / Double(simulation.draws))
      blocks.append(
        Shown.notice(
          .caution, nl: "in \(share.nl) van de trekkingen liggen de kosten van een eenheid onder 0",
          en: "in \(share.en) of the draws the cost of a unit lies below 0"))
    }
    if inputs.isCorrelated {
      blocks.append(
        Shown.notice(
          .info, nl: "bij samenhang telt elke oorzaak ook mee wat met haar samenhangt",
          en: "with correlation each driver also counts what goes along with it"))
    }
    return blocks
  }
}
