import Methods
import WorkbenchKit

/// `kano`: what each feature is to people, by how they feel with it and without it.
struct KanoStage: Stage {
  private static let source = Source(
    id: "matzler-hinterhuber-1998",
    title:
      "Matzler & Hinterhuber: How to make product development projects more successful by integrating Kano's model",
    publisher: "Technovation 18", date: "1998")

  let signature = Signature(
    "kano", aliases: ["kanotabel"],
    summary: Text(
      nl: "deel kenmerken van een dienst in naar wat ze voor mensen zijn (Kano)",
      en: "sort features of a service by what they are to people (Kano)"),
    details: Text(
      nl:
        "De tabel heeft de kolommen respondent, feature, functional (als het er is) en dysfunctional (als het er niet is), met 1 fijn, "
        + "2 vanzelfsprekend, 3 neutraal, 4 mee te leven, 5 vervelend, of die woorden. Categorieën: M (must-be), O (one-dimensional), "
        + "A (attractive), I (indifferent), R (reverse), Q (questionable). better = (A + O) / (A + O + M + I), "
        + "worse = -(O + M) / (A + O + M + I). Bij gelijke stand gaat M voor O, A en I.",
      en:
        "The table has the columns respondent, feature, functional (if it is there) and dysfunctional (if it is not), with 1 like, "
        + "2 expect, 3 neutral, 4 live with, 5 dislike, or these words. Categories: M (must-be), O (one-dimensional), A (attractive), "
        + "I (indifferent), R (reverse), Q (questionable). better = (A + O) / (A + O + M + I), worse = -(O + M) / (A + O + M + I). Of "
        + "equals M goes before O, A and I."),
    input: .required,
    examples: [
      .init("read kano.csv | kano", Text(nl: "een regel voor elk kenmerk", en: "a row for each feature")),
      .init(
        "read antwoorden.csv | kano", Text(nl: "een tabel zonder antwoorden", en: "a table without answers"),
        failsWith: "column.unknown"),
    ])

  private static let legend = Text(
    nl:
      "M moet er zijn, O hoe meer hoe beter, A verrast, I maakt niet uit, R liever niet, Q spreekt zichzelf tegen",
    en: "M must be, O the more the better, A delights, I does not matter, R rather not, Q contradicts itself")

  func apply(_ given: Given<NoArguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let survey = try KanoSurvey(table, for: given.purpose)
    context.workspace.note(Self.source)
    let tallies = survey.features.map(\.tally)
    let counts = KanoCategory.allCases.map { category in
      Column.counts(
        category.rawValue.lowercased(), tallies.map { $0[category] }, label: .verbatim(category.rawValue))
    }
    let result = Table(
      columns: [.texts("feature", survey.features.map(\.name), label: Text(nl: "kenmerk", en: "feature"))] + counts + [
        .texts(
          "category", tallies.map { $0.category?.rawValue }, label: Text(nl: "categorie", en: "category")),
        .numbers(
          "better", tallies.map { $0.better ?? .nan }, label: Text(nl: "beter (better)", en: "better"),
          format: .decimals(2)),
        .numbers(
          "worse", tallies.map { $0.worse ?? .nan }, label: Text(nl: "slechter (worse)", en: "worse"),
          format: .decimals(2)),
      ])
    var facts = Facts(isDetail: true)
    facts.add("features", survey.features.count)
    facts.add("answers", tallies.reduce(0) { $0 + $1.total })
    facts.add("left_out", survey.leftOut)
    return Output([.table(result), .paragraph(Self.legend)] + survey.notices.map(Block.notice) + [.facts(facts)])
  }
}
