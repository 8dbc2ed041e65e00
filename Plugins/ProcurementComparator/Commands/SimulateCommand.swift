import Methods
import WorkbenchKit

/// `procure simulate`: what forms of payment do to both parties, over many draws.
struct SimulateCommand: Command {
  struct Arguments: Sendable {
    let forms = Argument(
      flags: "form", .choice(ContractForm.self), about: Text(nl: "vorm van bekostiging", en: "form of funding"))
    let clients = Argument(
      flag: "clients", TypedDistribution.kind(of: "clients"),
      about: Text(nl: "aantal cliënten: ", en: "number of clients: ") + TypedDistribution.about)
    let intensity = Argument(
      requiredFlag: "intensity", TypedDistribution.kind(of: "intensity"),
      about: Text(nl: "eenheden per cliënt, verdeling", en: "units a client, a distribution"))
    let unitCost = Argument(
      requiredFlag: "unit-cost", TypedDistribution.kind(of: "unit-cost"),
      about: Text(nl: "kosten van een eenheid, verdeling", en: "cost of a unit, a distribution"))
    let draw = Argument(
      flag: "intensity-per", .choice(IntensityDraws.self),
      about: Text(
        nl: "trek eenheden voor elke cliënt apart, of één keer voor alle",
        en: "draw units for each client, or once for all"))
    let common = Argument(
      flag: "intensity-common", TypedDistribution.kind(of: "intensity-common"),
      about: Text(
        nl: "wat alle cliënten samen meer of minder krijgen, een factor: normal:1:0.1",
        en: "what all clients together get more or less, a factor: normal:1:0.1"))
    let growth = Argument(
      flag: "growth", TypedShare.kind(of: "growth", within: -1...10),
      about: Text(
        nl: "groei van de cliënten: 5% of 0.05; met --years elk jaar na het eerste",
        en: "growth of the clients: 5% or 0.05; with --years each year after the first"))
    let years = Argument(
      flag: "years", .integer(1...50),
      about: Text(nl: "vaste jaren die samen tellen", en: "fixed years that are added up"))
    let options = Argument(
      flag: "option-years", .integer(0...50), default: "0",
      about: Text(nl: "optiejaren erbij", en: "option years besides"))
    let index = Argument(
      flag: "index", TypedShare.kind(of: "index", within: -0.5...1),
      about: Text(
        nl: "hoe kosten, tarieven en budgetten elk jaar stijgen", en: "how cost, tariffs and budgets rise each year"))
    let tariffIndex = Argument(
      flag: "tariff-index", TypedShare.kind(of: "tariff-index", within: -0.5...1),
      about: Text(
        nl: "hoe tarieven en budgetten stijgen, als dat anders is", en: "how tariffs and budgets rise, if that differs")
    )
    let contract = ContractArguments()
    let correlations = Argument(
      flags: "correlation", ArgumentKind.pair(.figure).map(or: Correlation.none, Correlation.init(typed:)),
      about: Text(
        nl: "samenhang: clients:intensity=0.3, clients:cost=…, intensity:cost=…",
        en: "correlation: clients:intensity=0.3, clients:cost=…, intensity:cost=…"))
    let elasticities = Argument(
      flags: "elasticity",
      ArgumentKind.pair(.figure).map(
        or: IncentiveEffect.Elasticity(form: nil, value: 0), IncentiveEffect.Elasticity.init(typed:)),
      about: Text(
        nl: "hoe sterk de prikkel werkt, per vorm of voor alle: lumpsum=0.1 of all=0.1",
        en: "how strongly the incentive works, by form or for all: lumpsum=0.1 or all=0.1"))
    let uptake = Argument(
      flag: "uptake", TypedShare.kind(of: "uptake", within: 0...1),
      about: Text(
        nl: "deel van de behoefte dat cliënt wordt: 60% of 0.6",
        en: "part of the need that becomes a client: 60% or 0.6"))
    let estimates = NeedArguments(
      need: Text(
        nl: "welke behoefte: doelgroep, indicator of randvoorwaarde",
        en: "which need: group, indicator or precondition"),
      area: Text(nl: "alleen deze gebieden", en: "these areas only"))
    let registered = Argument(
      flag: "registered", .number(0...1e12, unit: .persons),
      about: Text(nl: "geregistreerde cliënten, om ernaast te zetten", en: "registered clients, to put beside it"))
    let draws = Argument(
      flag: "draws", .integer(1...10_000_000), default: "100000",
      about: Text(nl: "aantal trekkingen", en: "number of draws"))
    let seed = Argument(
      flag: "seed", .integer(0...Int(Int32.max)),
      about: Text(
        nl: "beginpunt van de trekkingen; anders dat van de sessie", en: "start of the draws; else the session's"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de bedragen klaar als \(SimulateCommand.offered), voor andere plugins",
        en: "offer the amounts as \(SimulateCommand.offered), for other plugins"))
  }

  static let arguments = Arguments()
  /// The table that other plugins read if it is there: the first of the answer, with `draws` and `seed`.
  static let offered = "procure.money"

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
          vorm waarvan de bedragen er zijn. Zonder --clients: een behoefte volgens de Woonzorgwijzer maal --uptake: een schatting \
          ('wzw estimate … --offer'), of wie een randvoorwaarde zoals begeleiding nodig heeft ('wzw gap … --offer'), met --shortage \
          alleen voor wie het er niet is. De marge van de schatting gaat mee. Waar zij er geen heeft, is het aantal vast: RIVM \
          geeft bij de percentages per buurt geen marge en wij vonden er geen die voor een buurt geldt; geef die van de kring met \
          --need-margin, of lees een tweede editie in ('wzw estimate' leert de marge uit twee edities). Eenheden worden \
          voor elke cliënt getrokken (--intensity-per all: één keer voor allen). Met --years gelden budget en plafond per jaar.
          """,
        en: """
          Clients, intensity and unit cost are drawn; all forms share the draws. Without --form: each form of which the \
          amounts are there. Without --clients: a need by the Woonzorgwijzer times --uptake: an estimate ('wzw estimate … \
          --offer'), or those who need a precondition such as begeleiding (guidance; 'wzw gap … --offer'), with --shortage only \
          those for whom it is not there. The margin of the estimate goes along. Where it has none the number is fixed: RIVM \
          gives no margin with the percentages of neighbourhoods and we found none that holds for one; give the circle's own with \
          --need-margin, or import a second edition ('wzw estimate' learns the margin out of two). Units are drawn for each \
          client (--intensity-per all: once for all). With --years budget and ceiling hold for a year.
          """),
      next: [
        FollowUp("keep risico --last", Text(nl: "bewaar dit antwoord", en: "keep this answer"))
      ],
      soughtBy: ["risico", "risk", "onzekerheid", "uncertainty", "trekkingen", "draws"],
      examples: [
        .init(
          "procure simulate --form lumpsum --clients normal:1000:100 --intensity 10 --unit-cost 100 --budget 1000000 --draws 10000 --seed 1",
          Text(nl: "een vast bedrag", en: "a lump sum")),
        .init(
          "procure simulate --clients normal:1000:100 --intensity normal:10:1 --unit-cost 100 --tariff 100 --budget 1000000 --band 5:10 --ceiling 1050000 --draws 10000",
          Text(nl: "vormen naast elkaar", en: "forms side by side")),
        .init(
          "procure simulate --form pxq --form lumpsum --clients normal:1000:50 --intensity normal:10:3 --unit-cost 100 --tariff 102 --budget 1020000 --years 2 --option-years 2 --growth 3% --index 2.5% --draws 10000",
          Text(nl: "vier jaar, waarvan twee optie", en: "four years, two of them optional")),
        .init(
          "procure simulate --form pxq --clients 1000 --uptake 50% --intensity 10 --unit-cost 100 --tariff 100",
          Text(nl: "cliënten en uptake tegelijk", en: "clients and uptake at once"), failsWith: "clients.twice"),
        .init(
          "procure simulate --form pxq --clients 1000 --intensity 10 --unit-cost 100",
          Text(nl: "zonder tarief", en: "without a tariff"), failsWith: "form.amounts"),
        .init(
          "procure simulate --form lumpsum --clients normal:1000:-5 --intensity 10 --unit-cost 100 --budget 1000000",
          Text(nl: "een spreiding onder 0", en: "a spread below 0"), failsWith: "distribution.impossible"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let years = try years(given)
    let inputs = try inputs(given, years, context)
    var terms = given.contract.terms(drivers: inputs.drivers)
    let forms = try given.checking(\.forms) { try terms.forms($0) }
    let effect = IncentiveEffect(given.elasticities)
    let contracts = forms.map { name, form in
      var contract = RiskSimulation.Contract(
        form, intensityFactor: effect.factor(name, form, meanCost: inputs.drivers.cost.mean))
      contract.years = years.years
      return contract
    }
    let draws = given.draws
    let seed = given.seed.map { UInt64($0) } ?? context.seed
    let simulation = try RiskSimulation(
      inputs.drivers, contracts, budget: given.contract.budget.map { $0 * years.budgets }, draws: draws, seed: seed
    ) { done in
      try context.checkInterrupt()
      context.monitor.progress(Double(done) / Double(draws), Text(nl: "trekken", en: "drawing"))
    }
    let tables = SimulationTables(
      forms: forms.map(\.name), contracts: contracts, simulation: simulation, term: years.term, context: context)
    var assumptions = inputs.assumptions + years.assumptions + terms.assumptions
    if !effect.isEmpty { assumptions.append(IncentiveEffect.assumption) }
    for assumption in assumptions { context.workspace.note(assumption: assumption) }
    var blocks: [Block] = [.paragraph(tables.answer), .table(tables.main)]
    if given.offer { blocks.append(offer(tables.main, draws: draws, seed: seed, context)) }
    if let variance = tables.variance { blocks.append(.table(variance)) }
    let clients = inputs.drivers.clients.mean
    if let table = years.table(forms.map(\.name), simulation.outcomes, clients: clients, context) {
      blocks.append(.table(table))
    }
    let need = inputs.needTable(registered: given.registered, contracted: given.contract.contracted, context)
    if let need { blocks.append(.table(need)) }
    if let chart = tables.histogram(0) { blocks.append(.chart(chart)) }
    blocks += tables.drawn(seed: seed)
    if let asked = inputs.askedMargin { blocks.append(.notice(Notice(.caution, asked))) }
    blocks += assumptions.map { .notice(Notice(.info, $0)) }
    blocks += cautions(simulation, inputs, context)
    if forms.contains(where: { $0.name == .corridor }) {
      blocks.append(try context.knowledge.sources([context.corridorSource], in: context))
    }
    return Output(blocks)
  }

  private func offer(_ table: Table, draws: Int, seed: UInt64, _ context: Context) -> Block {
    var offered = table
    offered.set(.numbers("draws", [Double](repeating: Double(draws), count: table.rowCount), format: .plain))
    offered.set(.numbers("seed", [Double](repeating: Double(seed), count: table.rowCount), format: .plain))
    context.workspace.setTable(Self.offered, to: offered)
    return .info(
      nl: "klaargezet als '\(Self.offered)'; 'undo' neemt het terug",
      en: "offered as '\(Self.offered)'; 'undo' takes it back")
  }

  /// - Throws: `years.none` for years that are said without how many are fixed.
  private func years(_ given: Given<Arguments>) throws -> ContractYears {
    let isSeveral = given.years != nil
    if !isSeveral, given.options > 0 || given.index != nil || given.tariffIndex != nil {
      throw Diagnostic(
        "years.none",
        Text(
          nl: "optiejaren en indexatie vragen om het aantal vaste jaren",
          en: "option years and indexation ask for the number of fixed years"),
        wayOut: Text(nl: "zoals --years 2 --option-years 2", en: "such as --years 2 --option-years 2"),
        suggestion: "--years", place: given.place)
    }
    return ContractYears(
      fixed: given.years ?? 1, options: given.options, growth: isSeveral ? given.growth ?? 0 : 0,
      costIndex: given.index ?? 0, priceIndex: given.tariffIndex ?? given.index ?? 0)
  }

  private func inputs(
    _ given: Given<Arguments>, _ years: ContractYears, _ context: Context
  ) throws -> SimulationInputs {
    if given.clients != nil, given.uptake != nil {
      throw Diagnostic(
        "clients.twice",
        Text(
          nl: "--clients zegt hoeveel cliënten er zijn, --uptake ook",
          en: "--clients says how many clients there are, so does --uptake"),
        wayOut: Text(
          nl: "laat --uptake weg, of --clients om van de schattingen uit te gaan",
          en: "leave out --uptake, or --clients to start from the estimates"), suggestion: "--clients",
        place: given.place(of: \.uptake))
    }
    if given.clients == nil, given.uptake == nil {
      throw Diagnostic(
        "clients.none", Text(nl: "'procure simulate' mist --clients", en: "'procure simulate' lacks --clients"),
        wayOut: Text(
          nl: "geef --clients, of --uptake om van de behoefte volgens de Woonzorgwijzer uit te gaan",
          en: "give --clients, or --uptake to start from the need by the Woonzorgwijzer"), suggestion: "--clients",
        place: given.place)
    }
    let need = given.clients == nil ? try given.estimates.clients(in: context) : nil
    return try given.checking(\.correlations) { correlations in
      try SimulationInputs(
        clients: given.clients?.distribution, intensity: given.intensity.distribution,
        cost: given.unitCost.distribution, growth: given.years == nil ? given.growth : nil, need: need,
        uptake: given.uptake, correlations: correlations, draws: given.draw, common: given.common?.distribution)
    }
  }

  private func cautions(_ simulation: RiskSimulation, _ inputs: SimulationInputs, _ context: Context) -> [Block] {
    var blocks: [Block] = []
    if simulation.cut > 0 {
      let share = Text.share(Double(simulation.cut) / Double(simulation.draws))
      blocks.append(
        .caution(
          nl: "cliënten of intensiteit onder 0 zijn op 0 gezet, in \(share.nl) van de trekkingen",
          en: "clients or intensity below 0 were set to 0, in \(share.en) of the draws"))
    }
    let below = inputs.drivers.isIntensityPerClient ? ClientMean(inputs.drivers.intensity).below : 0
    if below > 0.0005 {
      let share = Text.share(below)
      blocks.append(
        .caution(
          nl: "\(share.nl) van de cliënten zou minder dan 0 eenheden krijgen, en krijgt er 0",
          en: "\(share.en) of the clients would get fewer than 0 units, and get 0"))
    }
    if simulation.negativeCosts > 0 {
      let share = Text.share(Double(simulation.negativeCosts) / Double(simulation.draws))
      blocks.append(
        .caution(
          nl: "in \(share.nl) van de trekkingen liggen de kosten van een eenheid onder 0",
          en: "in \(share.en) of the draws the cost of a unit lies below 0"))
    }
    if inputs.isCorrelated {
      blocks.append(
        .info(
          nl: "bij samenhang telt elke oorzaak ook mee wat met haar samenhangt",
          en: "with correlation each driver also counts what goes along with it"))
    }
    return blocks
  }
}
