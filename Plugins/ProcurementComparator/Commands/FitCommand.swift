import Methods
import WorkbenchKit

/// `procure fit`: which form fits, by what the sources say, and by what the roles at the table say.
struct FitCommand: Command {
  struct Arguments: Sendable {
    let goals = Argument(
      flags: "goals", .named(.criterion), about: Text(nl: "criteria; anders alle", en: "criteria; else all"))
    let forms = Argument(
      flags: "form", .named(.form),
      about: Text(nl: "vormen; anders de manieren van bekostigen", en: "forms; else the ways of funding"))
    let axis = Argument(flag: "axis", .named(.axis), about: Text(nl: "vormen van deze as", en: "forms of this axis"))
    let method = Argument(
      flag: "method", .choice(FormFit.Method.self), default: FormFit.Method.usual.rawValue,
      about: Text(nl: "hoe gerangschikt wordt", en: "how forms are ranked"))
    let draws = Argument(
      flag: "draws", .integer(100...1_000_000), default: "20000",
      about: Text(nl: "trekkingen van gewichten", en: "draws of weights"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure fit",
      aliases: ["procure past"],
      summary: Text(nl: "zie welke vorm past bij de doelen", en: "see which form fits the goals"),
      details: Text(
        nl: """
          Wat de bronnen zeggen heeft een richting en geen getal. Getallen geven de rollen met 'procure score' en 'procure \
          weigh'; zonder die is het antwoord de tabel met richtingen. Stevigheid: deel van alle gewichten waarbij een vorm \
          eerste is (SMAA), gewichten waarbij de eerste eerste blijft, en omkering als een vorm wegvalt.
          """,
        en: """
          What the sources say has a direction and no number. Numbers come from the roles by 'procure score' and 'procure \
          weigh'; without them the answer is the table of directions. Robustness: the part of all weights for which a form \
          is first (SMAA), the weights for which the first stays first, and reversal when a form is dropped.
          """),
      next: [
        FollowUp(
          "procure simulate --ask",
          Text(nl: "reken het risico door, vraag voor vraag", en: "work out the risk, question by question"))
      ],
      soughtBy: ["contractvorm", "contract", "kiezen", "choose"],
      examples: [
        .init(
          "procure fit --goals affordability,demand-met", Text(nl: "wat de bronnen zeggen", en: "what the sources say")),
        .init(
          "procure fit --goals goedkoop", Text(nl: "een criterium dat er niet is", en: "a criterion that is not there"),
          failsWith: "criterion.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try FitCircle(context.workspace)
    let criteria =
      given.has(\.goals) ? try given.goals.distinct(in: context) : try FitCircle.criteria(in: context)
    let forms = try self.forms(given, context)
    let signs = try context.signs.filter { sign in
      forms.contains { $0.id == sign.form } && criteria.contains { $0.id == sign.criterion }
    }
    var blocks = try ranking(given, circle, forms, criteria, context)
    let isRanked = !blocks.isEmpty
    blocks.append(.table(Self.directions(forms, criteria, signs, context)))
    if !isRanked {
      blocks += [
        .table(Self.statements(signs, forms, criteria, context)),
        .caution(
          nl: "dit zijn richtingen, geen rangorde: getallen geeft u per rol met 'procure score' en 'procure weigh'",
          en: "these are directions, no ranking: numbers come from you by role, by 'procure score' and 'procure weigh'"),
      ]
    }
    // Areas that cannot be added up are told by 'procure needs', and are no reason to refuse this.
    if let gaps = try NeedTable.offered(in: context.workspace, isShort: true).first,
      let lacking = (try? SupportNeeds(gaps.table, areas: [], isAll: false))?.lacking
    {
      blocks.append(
        .info(
          nl: "in de gebieden komt ondersteuning tekort: \(lacking.nl); 'procure needs' toont het",
          en: "support is lacking in the areas: \(lacking.en); 'procure needs' shows it"))
    }
    blocks += circle.notices
    blocks.append(try context.knowledge.sources(signs.map(\.statement.source), in: context))
    return Output(blocks)
  }

  private func forms(_ given: Given<Arguments>, _ context: Context) throws -> [Form] {
    if given.has(\.forms) { return try given.forms.distinct(in: context) }
    let axis = try given.axis?.item(in: context).id ?? "funding"
    return try context.forms.filter { $0.axis == axis }
  }

  // MARK: What the sources say

  static func directions(
    _ forms: [Form], _ criteria: [Criterion], _ signs: [SignedStatement], _ context: Context
  ) -> Table {
    let marks: [SignedStatement.Sign: String] = [.helps: "+", .hinders: "−", .mixed: "±", .unknown: "?"]
    return Table(
      title: Text(
        nl: "Wat de bronnen zeggen: + helpt, − belemmert, ± wisselend, ? onbekend",
        en: "What the sources say: + helps, − hinders, ± mixed, ? unknown"),
      columns: [
        .texts("form", forms.map(\.id)).asDetail(),
        .texts("form_label", forms.map(\.label), label: Text(nl: "vorm", en: "form"), in: context),
      ]
        + criteria.map { criterion in
          .texts(
            String(criterion.id.map { $0 == "-" ? "_" : $0 }),
            forms.map { form in
              marks[.joined(signs.filter { $0.form == form.id && $0.criterion == criterion.id }.map(\.sign))]
            }, label: criterion.label)
        })
  }

  private static func statements(
    _ signs: [SignedStatement], _ forms: [Form], _ criteria: [Criterion], _ context: Context
  ) -> Table {
    let (labels, formLabels) = (criteria.labels, forms.labels)
    return Table(
      title: Text(nl: "Waarom", en: "Why"),
      columns: [
        .texts("form", signs.map(\.form)).asDetail(),
        .texts("form_label", signs.map { formLabels[$0.form] }, label: Text(nl: "vorm", en: "form"), in: context),
        .texts("criterion", signs.map(\.criterion)).asDetail(),
        .texts(
          "criterion_label", signs.map { labels[$0.criterion] }, label: Text(nl: "criterium", en: "criterion"),
          in: context),
        .texts("sign", signs.map(\.sign.rawValue)).asDetail(),
        .texts("sign_label", signs.map(\.sign.label), label: Text(nl: "richting", en: "direction"), in: context),
        .texts("text", signs.map(\.statement.shown), label: Text(nl: "in het kort", en: "in brief"), in: context),
      ] + SourceColumns.place(signs.map(\.statement.source), context))
  }

  // MARK: What the roles say

  private func ranking(
    _ given: Given<Arguments>, _ circle: FitCircle, _ forms: [Form], _ criteria: [Criterion], _ context: Context
  ) throws -> [Block] {
    // A criterion on which no form has a number cannot be weighed.
    let used = criteria.filter { criterion in forms.contains { circle.groupScore($0.id, criterion.id) != nil } }
    let complete = forms.filter { form in used.allSatisfy { circle.groupScore(form.id, $0.id) != nil } }
    guard !used.isEmpty, complete.count > 1 else { return [] }
    let ids = used.map(\.id)
    let values = Matrix(complete.map { form in ids.map { circle.groupScore(form.id, $0) ?? 0 } })
    let weights = circle.groupWeights(ids)
    let fit: FormFit
    do {
      fit = try FormFit(
        values, weights: weights, method: given.method, draws: given.draws, seed: context.seed
      ) { _ in try context.checkInterrupt() }
    } catch is DecisionProblem {
      throw Diagnostic(
        "fit.values", Text(nl: "de gegeven getallen laten geen rangorde toe", en: "the numbers given allow no ranking"),
        wayOut: Text(
          nl: "'procure fit' zonder --method toont wat er is", en: "'procure fit' without --method shows what there is"),
        place: given.place)
    }
    let tables = FitTables(
      circle: circle, forms: complete, criteria: used, weights: weights, fit: fit, method: given.method,
      seed: context.seed, context: context)
    for assumption in tables.assumptions { context.workspace.note(assumption: assumption) }
    var blocks: [Block] = [
      .paragraph(tables.answer), .table(tables.ranking), .facts(tables.facts), .table(tables.weighing),
    ]
    if !fit.reversals.isEmpty { blocks.append(.table(tables.reversals)) }
    let lacking = forms.filter { form in !complete.contains { $0.id == form.id } }.map(\.label)
    if !lacking.isEmpty {
      let listed = Text.joined(lacking)
      blocks.append(
        .caution(
          nl: "zonder alle getallen, dus niet gerangschikt: \(listed.nl)",
          en: "without all numbers, so not ranked: \(listed.en)"))
    }
    blocks.append(tables.drawn)
    return blocks + tables.assumptions.map { .notice(Notice(.info, $0)) }
  }
}

extension FormFit.Method: ArgumentChoice {
  static let usual = Self.wsm
}
