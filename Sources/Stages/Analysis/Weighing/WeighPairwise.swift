import Methods
import WorkbenchKit

/// `weigh ahp`: weights from comparisons two by two.
struct WeighPairwise: Stage {
  private static let indices = [
    Candidate("saaty", Text(nl: "Saaty 1980, tot 15 criteria", en: "Saaty 1980, up to 15 criteria")),
    Candidate(
      "donegan-dodd", Text(nl: "Donegan & Dodd 1991, tot 20 criteria", en: "Donegan & Dodd 1991, up to 20 criteria")),
  ]

  struct Arguments: Sendable {
    let randomIndex = Argument(
      flag: "random-index", ArgumentKind.choice(indices).map(or: .saaty) { RandomIndex(rawValue: $0) ?? .saaty },
      default: "saaty", about: Text(nl: "de toevalsindex", en: "the random index"))
    let judged = JudgementArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "weigh ahp", aliases: ["weeg ahp"],
    summary: Text(
      nl: "leid gewichten af uit vergelijkingen twee aan twee", en: "derive weights from comparisons two by two"),
    details: Text(
      nl:
        "AHP (Saaty 1980): een rij en een kolom per criterium; een cel zegt hoeveel keer zo belangrijk de rij is als de kolom, van 1/9 tot 9. "
        + "De gewichten zijn de eigenvector van de grootste eigenwaarde (lambda_max); ci = (lambda_max - n) / (n - 1), cr = ci / toevalsindex; "
        + "0,10 of lager heet consistent. Met --by telt elke rol mee: het groepsoordeel is het meetkundig gemiddelde per cel. Een lege cel is "
        + "het omgekeerde van haar overkant.",
      en:
        "AHP (Saaty 1980): a row and a column for each criterion; a cell says how many times as important the row is as the column, from 1/9 to "
        + "9. The weights are the eigenvector of the largest eigenvalue (lambda_max); ci = (lambda_max - n) / (n - 1), cr = ci / random index; "
        + "0.10 or less is called consistent. With --by each role counts: the group's judgement is the geometric mean of each cell. An empty "
        + "cell is the inverse of its other side."),
    input: .required,
    examples: [
      .init("read paren.csv | weigh ahp", Text(nl: "drie criteria", en: "three criteria")),
      .init(
        "read paren.csv | weigh ahp --random-index donegan-dodd",
        Text(nl: "met een andere toevalsindex", en: "with another random index")),
      .init(
        "read keuzes.csv | weigh ahp", Text(nl: "een tabel zonder vergelijkingen", en: "a table without comparisons"),
        failsWith: "weigh.square"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let compared = try PairwiseTable(
      table, by: given.judged.by, id: given.judged.rowNames.id, for: given.purpose)
    let index = given.randomIndex
    let group: PairwiseComparison
    let each: [PairwiseComparison]
    do {
      group = try PairwiseComparison(try geometricMean(compared.judges.map(\.matrix)))
      each = try compared.judges.map { try PairwiseComparison($0.matrix) }
    } catch {
      throw Diagnostic(
        "weigh.square", Text(nl: "de vergelijkingen vormen geen vierkant", en: "the comparisons form no square"),
        place: given.place)
    }
    context.workspace.note(DecisionSources.pairwise)
    if index == .doneganDodd { context.workspace.note(DecisionSources.randomIndex) }
    var shown = WeightsOutput(criteria: compared.criteria, weights: group.weights)
    let named = zip(compared.judges, each).compactMap { judge, result in judge.judge.map { ($0, result) } }
    var notices = compared.notices
    if !named.isEmpty {
      context.workspace.note(DecisionSources.judges)
      shown.judges = named.map { ($0.0, $0.1.weights) }
      shown.judgeColumns = [
        .numbers(
          "cr", named.map { $0.1.consistencyRatio(index) ?? .nan }, label: .verbatim("CR"), format: .decimals(3))
      ]
    }
    notices += Self.notices(group, named, index)
    return shown.output(
      input, title: Text(nl: "Gewichten naar AHP", en: "Weights by AHP"),
      blocks: [.facts(Self.facts(group, index))] + notices.map(Block.notice))
  }

  private static func facts(_ result: PairwiseComparison, _ index: RandomIndex) -> Facts {
    var facts = Facts()
    facts.add("lambda_max", .number(result.largestEigenvalue), format: .decimals(4))
    facts.add("ci", .number(result.consistencyIndex), label: .verbatim("CI"), format: .decimals(4))
    let ratio = result.consistencyRatio(index)
    facts.add("cr", ratio.map { .number($0) } ?? .missing, label: .verbatim("CR"), format: .decimals(4))
    facts.add(
      "consistent", ratio.map { .boolean($0 <= 0.1) } ?? .missing, label: Text(nl: "consistent", en: "consistent"))
    facts.add("random_index", .text(index.rawValue), label: Text(nl: "toevalsindex", en: "random index"))
    return facts
  }

  private static func notices(
    _ group: PairwiseComparison, _ named: [(String, PairwiseComparison)], _ index: RandomIndex
  ) -> [Notice] {
    guard let ratio = group.consistencyRatio(index) else {
      return [
        .caution(
          nl: "de toevalsindex reikt niet tot \(group.weights.count) criteria: er is geen cr",
          en: "the random index does not reach \(group.weights.count) criteria: there is no cr")
      ]
    }
    let loose = named.filter { ($0.1.consistencyRatio(index) ?? 0) > 0.1 }.map(\.0)
    if !loose.isEmpty {
      let listed = Text.fewQuoted(loose)
      return [
        .caution(
          nl: "spreken zichzelf tegen (cr boven 0,10): \(listed.nl)",
          en: "contradict themselves (cr above 0.10): \(listed.en)")
      ]
    }
    guard ratio > 0.1 else { return [] }
    return [
      .caution(
        nl: "de vergelijkingen spreken elkaar tegen: cr is boven 0,10",
        en: "the comparisons contradict each other: cr is above 0.10")
    ]
  }
}
