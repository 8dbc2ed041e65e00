import Methods
import WorkbenchKit

/// `fay-herriot --direct COL --sd COL --on COL…`: estimates for small areas that borrow strength from one another.
struct FayHerriotStage: Stage {
  struct Arguments: Sendable {
    let direct = Argument(
      requiredFlag: "direct", .column,
      about: Text(nl: "de directe schatting van elk gebied", en: "the direct estimate of each area"))
    let sd = Argument(
      requiredFlag: "sd", .column, about: Text(nl: "de standaardfout daarvan", en: "its standard error"))
    let on = Argument(
      flags: "on", .column,
      about: Text(
        nl: "wat van alle gebieden bekend is en samenhangt", en: "what is known of all areas and goes with it"))
    let variance = Argument(
      flag: "variance", .choice(VarianceChoice.self), default: "reml",
      about: Text(nl: "hoe sigma2 geschat wordt", en: "how sigma2 is estimated"))
    let scale = Argument(
      flag: "scale", .choice(EstimationScale.self), default: "linear",
      about: Text(nl: "de schaal van het model", en: "the scale of the model"))
    let rowNames = RowNameArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "fay-herriot", aliases: ["kleine-gebieden"],
    summary: Text(
      nl: "schat voor kleine gebieden, door elk gebied te laten leunen op wat de andere laten zien",
      en: "estimate for small areas, each leaning on what the others show"),
    details: Text(
      nl:
        "Het model van Fay & Herriot (1979): schatting = gamma × direct + (1 - gamma) × regressie, met gamma = sigma2 / (sigma2 + sd²). "
        + "sigma2 is die van restricted maximum likelihood; waar die 0 is, en met --variance adjusted altijd, de aangepaste van Yoshimori & "
        + "Lahiri (2014), die boven 0 blijft. Voegt toe: estimate, gamma, se, de wortel van de geschatte kwadratische fout (g1 + g2 + "
        + "2 g3: Prasad & Rao 1990, voor REML Datta & Lahiri 2000), en low en high, het interval van 95 %. Dat telt mee hoe onzeker sigma2 "
        + "zelf is en is daarom geen 1,96 × se; in simulaties met 15 en 40 gebieden omvat het de waarheid in 94 tot 96 van de 100 gevallen, "
        + "en vaker waar de gebieden nauwelijks verschillen. Waar sigma2 de aangepaste is, is het dat van Yoshimori & Lahiri (2014, Annals "
        + "of Statistics), met een sigma2 per gebied, korter dan dat van de directe schatting alleen. --scale arcsine is voor aandelen: het model rekent op de "
        + "boogsinus van de wortel, geen grens valt buiten 0-1, en de schatting is teruggerekend zonder de vertekening daarvan; sigma2 en "
        + "beta zijn dan op die schaal. De regressie heeft altijd een constante; een kolom met tekst geeft een term voor elke waarde behalve "
        + "de eerste. Een gebied zonder --direct en --sd krijgt de schatting van de regressie. Een naam die al bestaat krijgt een nummer erachter.",
      en:
        "The model of Fay & Herriot (1979): estimate = gamma × direct + (1 - gamma) × regression, with gamma = sigma2 / (sigma2 + sd²). "
        + "sigma2 is that of restricted maximum likelihood; where it is 0, and with --variance adjusted always, the adjusted one of Yoshimori "
        + "& Lahiri (2014), which stays above 0. Adds: estimate, gamma, se, the root of the estimated mean squared error (g1 + g2 + 2 g3: "
        + "Prasad & Rao 1990, for REML Datta & Lahiri 2000), and low and high, the interval of 95%. It counts how uncertain sigma2 itself "
        + "is, so it is not 1.96 × se; in simulations with 15 and with 40 areas it holds the truth in 94 to 96 of 100 cases, and more often "
        + "where areas hardly differ. Where sigma2 is the adjusted one it is that of Yoshimori & Lahiri (2014, Annals of Statistics), with "
        + "a sigma2 for each area, shorter than that of the direct estimate alone. --scale arcsine is for shares: the model works on the arcsine of the root, no bound "
        + "leaves 0-1, and the estimate is taken back without the bias of that; sigma2 and beta are on that scale then. The regression "
        + "always has an intercept; a column of texts gives a term for each value but the first. An area without --direct and --sd gets the "
        + "estimate of the regression. A name that is taken gets a number behind it."),
    input: .required,
    examples: [
      .init(
        "read areas.csv | fay-herriot --direct y --sd sd --on x1",
        Text(nl: "met een kenmerk dat van elk gebied bekend is", en: "with a trait that is known of each area")),
      .init(
        "read areas.csv | fay-herriot --direct y --sd sd --on x1 --variance adjusted",
        Text(nl: "met een sigma2 die boven 0 blijft", en: "with a sigma2 that stays above 0")),
      .init(
        "read areas.csv | fay-herriot --direct y --sd se --on x1",
        Text(nl: "een kolom die er niet is", en: "a column that is not there"), failsWith: "column.unknown"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    try table.requireRows(for: given.purpose)
    let names = try given.rowNames.names(in: table)
    let sample = try AreaSample(
      direct: given.direct, errors: given.sd, in: table, rows: names.names, for: given.purpose)
    let terms = try ModelTerms(
      given.on, in: table, rows: names.names, for: given.purpose.flag("on", at: given.place(of: \.on)))
    try context.checkInterrupt()
    let answer: AreaModel
    do {
      answer = try AreaModel(sample, terms, given.scale, variance: given.variance)
    } catch let problem as FayHerriot.Problem { throw Self.diagnostic(problem, terms.names, at: given.place) }
    try context.checkInterrupt()
    let model = answer.model
    for source in answer.sources { context.workspace.note(source) }
    let digits = Column.Format.significant(answer.errors.min() ?? 0)
    let column = { (name: String, values: [Double], label: Text) in
      Column.numbers(name, values, label: label, unit: sample.unit, format: digits)
    }
    let added: [Column] = [
      column("estimate", answer.estimates, Text(nl: "schatting", en: "estimate")),
      .numbers("gamma", answer.gammas, label: .verbatim("gamma"), format: .decimals(3)),
      column("se", answer.errors, Text(nl: "standaardfout", en: "standard error")),
      column("low", answer.lows, Text(nl: "laag", en: "low")),
      column("high", answer.highs, Text(nl: "hoog", en: "high")),
    ]
    let sampled = Set(sample.rows)
    var output = input.replacing(
      Table(title: table.title, columns: table.columns + added),
      adding: [names.notice]
        + Self.notices(
          answer, asked: given.variance, names.names.indices.filter { !sampled.contains($0) }.map { names.names[$0] }))
    output.blocks.append(.facts(Self.facts(model, terms.names, given.scale)))
    return output
  }

  private static func facts(_ model: FayHerriot, _ terms: [String], _ scale: EstimationScale) -> Facts {
    var facts = Facts()
    facts.add("sigma2", .number(model.variance), format: .significant(model.variance))
    facts.add(
      "variance", .text(model.isAdjusted ? "adjusted" : "reml"), label: Text(nl: "sigma2 naar", en: "sigma2 by"))
    if scale == .arcsine { facts.add("scale", .text(scale.rawValue), label: Text(nl: "schaal", en: "scale")) }
    let largest = model.coefficients.map(\.magnitude).max() ?? 0
    facts.add("beta", .list(model.coefficients.map { .number($0) }), format: .significant(largest))
    facts.add("terms", .list(terms.map { .text($0) }), label: Text(nl: "termen", en: "terms"))
    facts.add("rounds", model.rounds, label: Text(nl: "rondes", en: "rounds"))
    facts.add("converged", .boolean(model.converged), label: Text(nl: "geconvergeerd", en: "converged"))
    return facts
  }

  private static func notices(_ answer: AreaModel, asked: VarianceChoice, _ unsampled: [String]) -> [Notice] {
    let model = answer.model
    var notices: [Notice] = []
    notices.add(.caution, naming: unsampled) {
      Text(
        nl: "zonder directe schatting, dus alleen naar de regressie: \($0.nl)",
        en: "without a direct estimate, so by the regression only: \($0.en)")
    }
    if model.isAdjusted, asked == .reml {
      notices.append(
        .caution(
          nl:
            "de gebieden verschillen niet meer dan hun steekproef verklaart: sigma2 naar REML is 0, wat te zeker is; genomen is de aangepaste REML van Yoshimori & Lahiri",
          en:
            "the areas differ no more than their samples explain: sigma2 by REML is 0, which is too sure; the adjusted REML of Yoshimori & Lahiri was taken"
        ))
    }
    if answer.lows.contains(where: \.isNaN) {
      notices.append(
        .caution(
          nl: "geen low en high: een interval vraagt minstens twee gebieden meer dan er termen zijn",
          en: "no low and high: an interval takes at least two areas more than there are terms"))
    }
    if answer.leavesShares {
      notices.append(
        .caution(
          nl: "grenzen vallen buiten 0-1: zijn dit aandelen, neem dan --scale arcsine",
          en: "bounds lie outside 0-1: if these are shares, take --scale arcsine"))
    }
    if !model.converged {
      notices.append(
        .warning(
          nl: "de schatting van sigma2 is na \(model.rounds) rondes niet geconvergeerd",
          en: "sigma2 has not converged after \(model.rounds) rounds"))
    }
    return notices
  }

  private static func diagnostic(_ problem: FayHerriot.Problem, _ terms: [String], at place: Place?) -> Diagnostic {
    switch problem {
    case .tooFewAreas(let areas, let coefficients):
      return Diagnostic(
        "fayherriot.few",
        Text(
          nl:
            "'fay-herriot' heeft meer gebieden met een directe schatting nodig dan de \(coefficients) termen; het zijn er \(areas)",
          en: "'fay-herriot' needs more areas with a direct estimate than the \(coefficients) terms; there are \(areas)"
        ),
        wayOut: Text(nl: "noem minder kolommen bij --on", en: "name fewer columns with --on"), place: place)
    case .dependent(let column):
      let others = Text.fewQuoted(Array(terms[..<column]))
      return Diagnostic(
        "fayherriot.dependent",
        Text(
          nl:
            "'\(terms[column])' volgt in de gebieden met een directe schatting uit: \(others.nl)",
          en:
            "'\(terms[column])' follows, in the areas with a direct estimate, from: \(others.en)"
        ),
        wayOut: Text(nl: "laat het weg uit --on", en: "leave it out of --on"), place: place)
    case .unusable:
      return Diagnostic(
        "fayherriot.unusable",
        Text(
          nl: "de getallen lopen zo ver uiteen dat 'fay-herriot' er niet mee rekenen kan",
          en: "the numbers lie so far apart that 'fay-herriot' cannot work with them"), place: place)
    }
  }
}
