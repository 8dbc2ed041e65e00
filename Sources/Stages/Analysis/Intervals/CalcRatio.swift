import Methods
import WorkbenchKit

/// `calc ratio --observed N --rates TABLE`: observed over expected, by indirect standardisation.
struct CalcRatio: Command {
  struct Arguments: Sendable {
    let observed = Argument(
      requiredFlag: "observed", .number(0...1e9), about: Text(nl: "hoeveel er geteld zijn", en: "how many were counted")
    )
    let rates = Argument(
      requiredFlag: "rates", .table, about: Text(nl: "band, rate, population", en: "band, rate, population"))
    let certainty = LevelArguments()
    let rowNames = RowNameArguments()
    let numbers = NumberArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "calc ratio", aliases: ["reken verhouding"],
    summary: Text(
      nl: "hoeveel er zijn tegenover hoeveel er bij deze leeftijdsopbouw te verwachten zijn",
      en: "how many there are against how many are to be expected with these ages"),
    details: Text(
      nl:
        "Indirecte standaardisatie: expected is de som van rate × population over de klassen, ratio is observed / expected. low en high "
        + "zijn de exacte Poissongrenzen van het waargenomen aantal (Garwood 1936) gedeeld door expected; de landelijke cijfers gelden als "
        + "zeker. De tabel heeft de kolommen band, rate (per persoon) en population.",
      en:
        "Indirect standardisation: expected is the sum of rate × population over the bands, ratio is observed / expected. low and high "
        + "are the exact Poisson limits of the observed count (Garwood 1936) over expected; the reference rates are taken as certain. "
        + "The table has the columns band, rate (per person) and population."),
    examples: [
      .init("calc ratio --observed 110 --rates rates.csv", Text(nl: "110 geteld", en: "110 counted")),
      .init(
        "calc ratio --observed 110 --rates zorg.csv", Text(nl: "een tabel zonder cijfers", en: "a table without rates"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let place = given.rates.place
    let other = try given.rates.table(in: context, intake: TableIntake(marks: try given.numbers.marks()))
    let columns = (
      rate: try other.table.require("rate", at: place), population: try other.table.require("population", at: place)
    )
    let purpose = Purpose(name: given.purpose.name, place: place)
    try other.table.requireRows(for: purpose)
    let names = try given.rowNames.names(in: other.table)
    let result = StandardizedRatio(
      observed: given.observed,
      rates: try columns.rate.completeNumbers(.amount, for: purpose, rows: names.names),
      population: try columns.population.completeNumbers(.amount, for: purpose, rows: names.names),
      level: given.certainty.level)
    guard result.expected > 0 else {
      throw Diagnostic(
        "calc.expected",
        Text(
          nl: "er is niets te verwachten: rate × population is in elke klasse 0",
          en: "nothing is to be expected: rate × population is 0 in each band"), place: place)
    }
    context.workspace.note(IntervalSources.standardisation)
    context.workspace.note(IntervalSources.poisson)
    var facts = Facts()
    facts.add("expected", .number(result.expected), label: Text(nl: "verwacht", en: "expected"))
    facts.add("ratio", .number(result.ratio), label: Text(nl: "verhouding", en: "ratio"), format: .decimals(3))
    facts.add("low", .number(result.limits.low), label: Text(nl: "laag", en: "low"), format: .decimals(3))
    facts.add("high", .number(result.limits.high), label: Text(nl: "hoog", en: "high"), format: .decimals(3))
    return Output([.facts(facts)] + (other.notices + [names.notice]).map(Block.notice))
  }
}
