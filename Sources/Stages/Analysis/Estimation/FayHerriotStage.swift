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
        "Het model van Fay & Herriot (1979): schatting = gamma × direct + (1 - gamma) × regressie, met gamma = sigma2 / (sigma2 + sd²) "
        + "en sigma2 naar restricted maximum likelihood (nul of meer). Voegt toe: estimate, gamma en se, de wortel van de geschatte "
        + "kwadratische fout (g1 + g2 + 2 g3: Prasad & Rao 1990, voor REML Datta & Lahiri 2000). De regressie heeft altijd een "
        + "constante; een kolom met tekst geeft een term voor elke waarde behalve de eerste. Een gebied zonder --direct en --sd krijgt de "
        + "schatting van de regressie. Een naam die al bestaat krijgt een nummer erachter.",
      en:
        "The model of Fay & Herriot (1979): estimate = gamma × direct + (1 - gamma) × regression, with gamma = sigma2 / (sigma2 + sd²) "
        + "and sigma2 by restricted maximum likelihood (nought or more). Adds: estimate, gamma and se, the root of the estimated mean "
        + "squared error (g1 + g2 + 2 g3: Prasad & Rao 1990, for REML Datta & Lahiri 2000). The regression always has an intercept; a "
        + "column of texts gives a term for each value but the first. An area without --direct and --sd gets the estimate of the "
        + "regression. A name that is taken gets a number behind it."),
    input: .required,
    examples: [
      .init(
        "read areas.csv | fay-herriot --direct y --sd sd --on x1",
        Text(nl: "met een kenmerk dat van elk gebied bekend is", en: "with a trait that is known of each area")),
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
    let model: FayHerriot
    do {
      model = try FayHerriot(
        direct: sample.rows.map { sample.direct[$0] }, samplingVariances: sample.rows.map { sample.variances[$0] },
        predictors: Matrix(sample.rows.map { terms.rows[$0] }))
    } catch { throw Self.diagnostic(error, terms.names, at: given.place) }
    try context.checkInterrupt()
    let sampled = Set(sample.rows)
    let estimates = terms.rows.enumerated().map { row, predictors in
      sampled.contains(row)
        ? model.estimate(
          direct: sample.direct[row], samplingVariance: sample.variances[row], predictors: predictors)
        : model.estimate(predictors: predictors)
    }
    context.workspace.note(EstimationSources.fayHerriot)
    context.workspace.note(EstimationSources.meanSquaredError)
    let digits = Column.Format.significant(estimates.map(\.standardError).min() ?? 0)
    let added: [Column] = [
      .numbers(
        "estimate", estimates.map(\.estimate), label: Text(nl: "schatting", en: "estimate"), unit: sample.unit,
        format: digits),
      .numbers("gamma", estimates.map(\.gamma), label: .verbatim("gamma"), format: .decimals(3)),
      .numbers(
        "se", estimates.map(\.standardError), label: Text(nl: "standaardfout", en: "standard error"), unit: sample.unit,
        format: digits),
    ]
    var output = input.replacing(
      Table(title: table.title, columns: table.columns + added),
      adding: [names.notice]
        + Self.notices(model, names.names.indices.filter { !sampled.contains($0) }.map { names.names[$0] }))
    output.blocks.append(.facts(Self.facts(model, terms.names)))
    return output
  }

  private static func facts(_ model: FayHerriot, _ terms: [String]) -> Facts {
    var facts = Facts()
    facts.add("sigma2", .number(model.variance), format: .significant(model.variance))
    let largest = model.coefficients.map(\.magnitude).max() ?? 0
    facts.add("beta", .list(model.coefficients.map { .number($0) }), format: .significant(largest))
    facts.add("terms", .list(terms.map { .text($0) }), label: Text(nl: "termen", en: "terms"))
    facts.add("rounds", model.rounds, label: Text(nl: "rondes", en: "rounds"))
    facts.add("converged", .boolean(model.converged), label: Text(nl: "uitgekomen", en: "converged"))
    return facts
  }

  private static func notices(_ model: FayHerriot, _ unsampled: [String]) -> [Notice] {
    var notices: [Notice] = []
    notices.add(.caution, naming: unsampled) {
      Text(
        nl: "zonder directe schatting, dus alleen naar de regressie: \($0.nl)",
        en: "without a direct estimate, so by the regression only: \($0.en)")
    }
    if model.variance == 0 {
      notices.append(
        .caution(
          nl:
            "sigma2 is 0: de gebieden verschillen niet meer dan hun steekproef verklaart, en alle schattingen zijn die van de regressie",
          en:
            "sigma2 is 0: the areas differ no more than their samples explain, and all estimates are the regression's"
        ))
    }
    if !model.converged {
      notices.append(
        .warning(
          nl: "sigma2 is niet uitgekomen na \(model.rounds) rondes",
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
