import Glibc
import Methods
import WorkbenchKit

/// `waakvlam relapse`: how many relapses are to be expected, with and without what is done about it.
struct RelapseCommand: Command {
  struct Arguments: Sendable {
    let people = Argument(
      requiredFlag: "people", .integer(1...100_000), about: Text(nl: "hoeveel mensen", en: "how many people"))
    let hazard = Argument(
      requiredFlag: "hazard", TypedQuantity.kind("hazard", .nought),
      about: Text(nl: "kans op terugval per maand, als 0.03", en: "hazard of a relapse in a month, such as 0.03"))
    let ratio = Argument(
      requiredFlag: "ratio", TypedQuantity.kind("ratio", .nought),
      about: Text(
        nl: "maal hoeveel met plan of waakvlam: 0.7 is dertig procent minder",
        en: "times how much with a plan or pilot light: 0.7 is thirty percent less"))
    let months = Argument(
      requiredFlag: "months", .number(0...1_200), about: Text(nl: "over hoeveel maanden", en: "over how many months"))
    let drawing = DrawArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam relapse", aliases: ["waakvlam terugval"],
    summary: Text(
      nl: "reken uit hoeveel mensen terugvallen, en hoeveel plekken om terug te keren nodig zijn",
      en: "work out how many people relapse, and how many places to return to are needed"),
    details: Text(
      nl:
        "De bron noemt de kans groot en geeft geen getal: beide getallen zijn van de tafel. De kans is elke maand even groot (aanname): 1 - exp(-kans x maanden). "
        + "Het verschil heeft een interval uit trekkingen. Plekken om terug te keren: in 95 % van de trekkingen genoeg, als niemand zijn plek weer vrijmaakt.",
      en:
        "The source calls the chance large and gives no figure: both figures are the table's. The hazard is the same each month (assumption): 1 - exp(-hazard x months). "
        + "The difference has an interval from draws. Places of return: enough in 95% of the draws, if nobody frees a place again."
    ),
    examples: [
      .init("waakvlam relapse --people 40 --hazard .03 --ratio .7 --months 12", Text(nl: "verzonnen", en: "invented")),
      .init(
        "waakvlam relapse --people 40 --hazard triangular:.01:.03:.06 --ratio uniform:.5:.9 --months 12",
        Text(nl: "verzonnen, met een marge", en: "invented, with a margin")),
      .init(
        "waakvlam relapse --people 40 --hazard -1 --ratio .7 --months 12", Text(nl: "onder nul", en: "below nought"),
        failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let (people, months) = (Double(given.people), given.months)
    let without = -expm1(-given.hazard.mean * months) * people
    let with = -expm1(-given.hazard.mean * given.ratio.mean * months) * people
    let drawn = try context.drawn([given.hazard, given.ratio], given.drawing) { values, random in
      let off = random.binomial(trials: people, probability: min(1, -expm1(-values[0] * months)))
      let on = random.binomial(trials: people, probability: min(1, -expm1(-values[0] * values[1] * months)))
      return [off, on, off - on]
    }
    var facts = Facts()
    func add(_ name: String, _ value: Double, _ label: Text, _ decimals: Int) {
      facts.add(name, .number(value), label: label, format: .decimals(decimals))
    }
    add("without", without, Text(nl: "terugvallen zonder", en: "relapses without"), 1)
    add("with", with, Text(nl: "terugvallen met", en: "relapses with"), 1)
    add("difference", without - with, Text(nl: "verschil", en: "difference"), 1)
    add("difference_low", drawn.quantile(2, 0.05), Text(nl: "verschil, laag", en: "difference, low"), 0)
    add("difference_high", drawn.quantile(2, 0.95), Text(nl: "verschil, hoog", en: "difference, high"), 0)
    add(
      "return_places", drawn.quantile(1, 0.95),
      Text(nl: "plekken om terug te keren, met", en: "places of return, with"), 0)
    add(
      "return_places_without", drawn.quantile(0, 0.95),
      Text(nl: "plekken om terug te keren, zonder", en: "places of return, without"), 0)
    var blocks: [Block] = [.facts(facts.atAGlance())]
    if given.ratio.mean > 1 {
      blocks.append(
        .caution(
          nl: "--ratio boven 1: dan maakt het plan het erger", en: "--ratio above 1: then the plan makes it worse"))
    }
    blocks += [
      .info(
        nl:
          "de bron geeft geen getal; dat de kans elke maand gelijk is, is een aanname; plekken tellen alsof niemand er een vrijmaakt",
        en:
          "the source gives no figure; that the hazard is the same each month is an assumption; places count as if nobody frees one"
      ),
      context.drawnNotice(given.drawing),
    ]
    let terms = try context.knowledge.items("mechanisms", list: "empty", as: KnowledgeTerm.self, in: context).filter {
      $0.id == "terugval"
    }
    blocks.append(try context.knowledge.sources(terms.map(\.source), in: context))
    return Output(blocks)
  }
}
