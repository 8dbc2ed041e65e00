import Methods
import WorkbenchKit

/// `rank vikor`: alternatives by a compromise between the group's utility and the largest regret.
struct RankVikor: Stage {
  struct Arguments: Sendable {
    let ranking = RankingArguments()
    let strategy = Argument(
      flag: "v", .number(0...1), default: "0.5",
      about: Text(
        nl: "hoe zwaar het geheel telt tegenover de grootste spijt",
        en: "how much the whole counts against the largest regret"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "rank vikor", aliases: ["rangschik vikor"],
    summary: Text(
      nl: "rangschik alternatieven naar een compromis: goed voor het geheel, en nergens te slecht",
      en: "rank alternatives by a compromise: good on the whole, and nowhere too bad"),
    details: Text(
      nl:
        "VIKOR (Opricovic & Tzeng 2004): s is de gewogen som van de afstanden tot het beste, r de grootste ervan, q = --v × s + (1 - --v) × r, "
        + "elk van laagste (0) tot hoogste (1); lager is beter, en score is 1 - q. compromise noemt wie er voorgesteld wordt: alleen de "
        + "eerste als die genoeg voorsprong heeft (1 / (aantal - 1)) en ook naar s of r de eerste is; anders wie er dicht bij ligt.",
      en:
        "VIKOR (Opricovic & Tzeng 2004): s is the weighted sum of the distances to the best, r the largest of them, q = --v × s + (1 - --v) × "
        + "r, each from lowest (0) to highest (1); lower is better, and score is 1 - q. compromise names what is proposed: the first alone "
        + "where it is far enough ahead (1 / (count - 1)) and first by s or r too; else those near it."),
    input: .required,
    examples: [
      .init(
        "read keuzes.csv | rank vikor --weights a=.3,b=.4,c=.3", Text(nl: "met een voorstel", en: "with a proposal")),
      .init(
        "read keuzes.csv | rank vikor --v 2", Text(nl: "v is een deel van 1", en: "v is a share of 1"),
        failsWith: "argument.range"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let ranking = try given.ranking.input(of: table, in: context)
    let result = Vikor(try ranking.matrix(), strategy: given.strategy)
    context.workspace.note(DecisionSources.vikor)
    let proposed = result.solution.map { ranking.names.names[$0] }
    var facts = Facts()
    facts.add("compromise", .list(proposed.map(Value.text)), label: Text(nl: "voorstel", en: "compromise"))
    facts.add("advantage", .boolean(result.hasAdvantage), label: Text(nl: "genoeg voorsprong", en: "far enough ahead"))
    facts.add(
      "stability", .boolean(result.isStable), label: Text(nl: "ook naar s of r eerste", en: "first by s or r too"))
    var notices: [Notice] = []
    if result.advantage == .on {
      let threshold = Text.number(result.threshold, atMost: 4)
      notices.append(
        .info(
          nl: "de voorsprong van de eerste ligt precies op de grens van \(threshold.nl): dat is genoeg",
          en: "the lead of the first lies just on the threshold of \(threshold.en): that is enough"))
    }
    return ranking.output(
      input, table, Text(nl: "Rangorde naar VIKOR", en: "Ranking by VIKOR"), scores: result.compromise.map { 1 - $0 },
      label: .verbatim("1 - q"),
      details: [.measure("s", result.groupUtility), .measure("r", result.regret), .measure("q", result.compromise)],
      blocks: [.facts(facts)], notices: notices)
  }
}
