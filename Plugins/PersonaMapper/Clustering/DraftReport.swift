import Methods
import WorkbenchKit

/// Drafts of personas as a person reads them.
struct DraftReport {
  private let found: ClusterAnalysis
  private let drafts: [Persona]
  private let sheet: NeedSheet
  private let table: AnswerTable
  private let request: ClusterRequest
  /// Names of those who were set apart, because they have no question in common with others.
  private let apart: [String]
  private var method: ClusterMethod { request.method }

  init(
    _ found: ClusterAnalysis, _ drafts: [Persona], _ sheet: NeedSheet, _ table: AnswerTable, _ request: ClusterRequest,
    apart: [String]
  ) {
    (self.found, self.drafts, self.sheet, self.table, self.request) = (found, drafts, sheet, table, request)
    self.apart = apart
  }

  func blocks(_ context: Context) -> [Block] {
    var blocks: [Block] = [.paragraph(summary), .table(overview(context)), .table(needs(context))]
    for draft in drafts where !draft.keptQuotes.isEmpty {
      blocks.append(.heading(Heading(draft.name, level: 3)))
      blocks += draft.keptQuotes.map { .paragraph(.verbatim("“\($0)”")) }
    }
    if !found.trials.isEmpty { blocks.append(.table(trials)) }
    blocks.append(.facts(facts))
    return blocks + notices + [.nobody]
  }

  private var summary: Text {
    let unfit = Text.share(found.unfitShare)
    let count = Text.counted(drafts.count, Text(nl: "concept", en: "draft"), Text(nl: "concepten", en: "drafts"))
    return Text(
      nl: "\(count.nl) uit \(sheet.names.count) respondenten; voor \(unfit.nl) past geen persona",
      en: "\(count.en) out of \(sheet.names.count) respondents; no persona fits \(unfit.en) of them")
  }

  private func overview(_ context: Context) -> Table {
    let traces = drafts.compactMap(\.trace)
    return Table(
      title: Text(nl: "Concepten", en: "Drafts"),
      columns: [
        .texts("draft", drafts.map(\.id), label: Text(nl: "concept", en: "draft")),
        .counts("size", traces.map(\.rows.count), label: Text(nl: "wie", en: "size")),
        .numbers(
          "share", traces.map { $0.weighedShare ?? Double($0.rows.count) / Double(max($0.rowCount, 1)) },
          label: sheet.weights == nil ? Text(nl: "deel", en: "share") : Text(nl: "gewogen deel", en: "weighed share"),
          unit: .share, format: .share(0)),
        .texts(
          "medoid", traces.map { sheet.names[sheet.place(ofRow: $0.medoid)] }, label: Text(nl: "medoïde", en: "medoid")),
        .numbers(
          "silhouette", traces.map { $0.silhouette ?? .nan }, label: Text(nl: "silhouet", en: "silhouette"),
          format: .decimals(2)),
        .numbers(
          "stability",
          traces.enumerated().map { group, trace in
            MonteCarlo.rounded(
              trace.stability ?? .nan,
              error: found.stabilityErrors.indices.contains(group) ? found.stabilityErrors[group] : .nan, unit: 0.01)
          }, label: Text(nl: "stabiel", en: "stable"),
          format: .decimals(2)),
        .counts(
          "quotes_said", traces.map { PersonaDrafts.count(quotes: sheet, of: $0.rows) },
          label: Text(nl: "citaten", en: "quotes")
        )
        .asDetail(sheet.quotes.allSatisfy(\.isEmpty)),
      ])
  }

  private func needs(_ context: Context) -> Table {
    let rows = drafts.flatMap { draft in (draft.trace?.needs ?? []).map { (draft.id, $0) } }
    // In a weighed survey, what those who say so weigh, beside how many they are.
    let weighed: [Column] =
      sheet.weights == nil
      ? []
      : [
        .numbers(
          "weighed_share", rows.map { $0.1.share ?? .nan }, label: Text(nl: "gewogen", en: "weighed"), unit: .share,
          format: .share(0))
      ]
    return Table(
      title: Text(nl: "Waarin zij verschillen", en: "What sets them apart"),
      columns: [
        .texts("draft", rows.map(\.0), label: Text(nl: "concept", en: "draft")),
        .texts("need", rows.map(\.1.need), label: Text(nl: "behoefte", en: "need")),
        .texts("value", rows.map(\.1.value), label: Text(nl: "antwoord", en: "answer")),
        .counts("count", rows.map(\.1.count), label: Text(nl: "aantal", en: "count")),
        .counts("answered", rows.map(\.1.answered), label: Text(nl: "van", en: "of")),
      ] + weighed + [
        .numbers("lift", rows.map(\.1.lift), label: .verbatim("lift"), format: .decimals(2)),
        .counts("count_of_all", rows.map(\.1.countOfAll), label: Text(nl: "van allen", en: "of all")).asDetail(),
        .counts("answered_of_all", rows.map(\.1.answeredOfAll), label: Text(nl: "allen", en: "all")).asDetail(),
      ])
  }

  private var trials: Table {
    let value: Column =
      method == .lca
      ? .numbers("bic", found.trials.map(\.value), label: .verbatim("BIC"), format: .decimals(1))
      : .numbers(
        "silhouette", found.trials.map(\.value), label: Text(nl: "silhouet", en: "silhouette"), format: .decimals(3))
    return Table(
      title: Text(nl: "Hoeveel persona's", en: "How many personas"),
      columns: [.numbers("k", found.trials.map { Double($0.k) }, label: .verbatim("k"), format: .plain), value])
  }

  private var facts: Facts {
    var facts = Facts(isDetail: true)
    facts.add("k", found.k)
    facts.add("respondents_count", sheet.names.count)
    if !apart.isEmpty { facts.add("apart_count", apart.count) }
    facts.add("silhouette", found.meanSilhouette.isNaN ? .missing : .number(found.meanSilhouette))
    if let effective = found.effectiveCount {
      facts.add("effective_count", .number(effective), label: Text(nl: "effectief aantal", en: "effective number"))
    }
    facts.add("unfit_share", .number(found.unfitShare), format: .share(1))
    if let model = found.latentClasses {
      facts.add("log_likelihood", .number(model.logLikelihood))
      facts.add("bic", .number(model.bic))
    }
    if let cost = found.cost { facts.add("cost", .number(cost)) }
    if request.resamples > 0 {
      facts.add("resamples", request.resamples)
      facts.add("seed", .number(Double(request.seed)), format: .plain)
      facts.add("mcse_stability", .list(found.stabilityErrors.map { $0.isNaN ? .missing : .number($0) }))
    }
    for (source, count) in sheet.sources.sorted(by: { $0.key < $1.key }) { facts.add("from_\(source)", count) }
    return facts
  }

  /// That the answers themselves show no groups.
  private var oneClass: Block? {
    guard let (own, next) = found.singleClass else { return nil }
    let (one, other) = (Text.number(own.value, decimals: 1), Text.number(next.value, decimals: 1))
    return .caution(
      nl:
        "één klasse beschrijft de antwoorden het best (BIC \(one.nl), bij \(next.k) klassen \(other.nl)): dit concept is iedereen",
      en:
        "one class describes the answers best (BIC \(one.en), with \(next.k) classes \(other.en)): this draft is everybody"
    )
  }

  private var notices: [Block] {
    var blocks = [oneClass].compactMap { $0 }
    if !apart.isEmpty {
      let count = Text.counted(
        apart.count, Text(nl: "respondent staat apart", en: "respondent is set apart"),
        Text(nl: "respondenten staan apart", en: "respondents are set apart"))
      let names = Text.list(apart, atMost: 12)
      blocks.append(
        .caution(
          nl: "\(count.nl), want er zijn anderen met wie geen enkele vraag is gedeeld: \(names.nl)",
          en: "\(count.en), for there are others with whom not a single question is shared: \(names.en)"))
    }
    if !found.meanSilhouette.isNaN, found.meanSilhouette <= 0.25 {
      blocks.append(
        .caution(
          nl:
            "het gemiddelde silhouet is \(Text.number(found.meanSilhouette, decimals: 2).nl): er is geen duidelijke indeling (0,25 of minder)",
          en:
            "the mean silhouette is \(Text.number(found.meanSilhouette, decimals: 2).en): there is no clear structure (0.25 or less)"
        ))
    }
    if let error = found.stabilityErrors.filter({ !$0.isNaN }).max() {
      let size = Text.standardErrors([(Text.number(error, decimals: 2), of: nil)])
      blocks.append(
        .info(
          nl: "'stabiel' komt uit \(request.resamples) herhaalde steekproeven, seed \(request.seed): \(size.nl)",
          en: "'stable' comes of \(request.resamples) resamples, seed \(request.seed): \(size.en)"))
    }
    let unstable = drafts.filter { ($0.trace?.stability ?? 1) < 0.6 }.map(\.id)
    if !unstable.isEmpty {
      let listed = Text.list(unstable)
      blocks.append(.caution(nl: "instabiel (onder 0,6): \(listed.nl)", en: "unstable (below 0.6): \(listed.en)"))
    }
    if !table.scaled.isEmpty {
      let listed = Text.list(table.scaled.map { "'\($0)'" })
      blocks.append(
        .info(
          nl: "geordend naar hun woorden: \(listed.nl) (met --categorical zijn het soorten)",
          en: "ordered by their words: \(listed.en) (with --categorical they are kinds)"))
    }
    if !table.dropped.isEmpty {
      let listed = Text.list(table.dropped)
      blocks.append(
        .caution(
          nl: "zonder enig antwoord, dus weggelaten: \(listed.nl)", en: "without any answer, so left out: \(listed.en)")
      )
    }
    if sheet.quotes.contains(where: { !$0.isEmpty }), drafts.allSatisfy(\.keptQuotes.isEmpty) {
      blocks.append(
        .info(nl: "citaten worden alleen bewaard met --keep-quotes", en: "quotes are kept with --keep-quotes only"))
    }
    blocks.append(
      .info(
        nl: "'persona adopt concept-1 --name …' maakt er een persona van",
        en: "'persona adopt concept-1 --name …' makes a persona of one"))
    return blocks
  }
}

extension Block {
  /// Said wherever people are put with a persona.
  static let nobody = info(
    nl: "een persona is een hulpmiddel: geen mens valt ermee samen",
    en: "a persona is an aid: no person coincides with one")
  /// Where people are held against personas.
  static let notForDecisions = caution(
    nl: "niet voor besluiten over personen: dit toetst de persona's, niet de mensen",
    en: "not for decisions on persons: this tests the personas, not the people")
}
