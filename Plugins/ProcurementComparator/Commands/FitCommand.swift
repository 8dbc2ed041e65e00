import Methods
import WorkbenchKit

/// `procure fit`: which form fits, by what the sources say, and by what the roles at the table say.
struct FitCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        .flag(
          "goals", .text, repeated: true, about: Text(nl: "criteria; anders alle", en: "criteria; else all"),
          candidates: Kind.candidates { try library.criteria($0) }),
        .flag(
          "form", .text, repeated: true,
          about: Text(nl: "vormen; anders de manieren van bekostigen", en: "forms; else the ways of funding"),
          candidates: Kind.candidates { try library.forms($0) }),
        .flag(
          "axis", .text, about: Text(nl: "vormen van deze as", en: "forms of this axis"),
          candidates: Kind.candidates { try library.axes($0) }),
        .flag(
          "method", .choice(FormFit.Method.allCases.map { Candidate($0.rawValue) }),
          about: Text(nl: "hoe gerangschikt wordt", en: "how forms are ranked"), fallback: "wsm"),
        .flag(
          "draws", .integer(100...1_000_000), about: Text(nl: "trekkingen van gewichten", en: "draws of weights"),
          fallback: "20000"),
      ],
      examples: [
        .init(
          "procure fit --goals affordability,demand-met", Text(nl: "wat de bronnen zeggen", en: "what the sources say")),
        .init(
          "procure fit --goals goedkoop", Text(nl: "een criterium dat er niet is", en: "a criterion that is not there"),
          failsWith: "criterion.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let circle = try FitCircle(context.workspace)
    let criteria = try self.criteria(call, circle, context)
    let forms = try self.forms(call, context)
    let signs = try library.signs(context).filter { sign in
      forms.contains { $0.id == sign.form } && criteria.contains { $0.id == sign.criterion }
    }
    var blocks = try ranking(call, circle, forms, criteria, context)
    let isRanked = !blocks.isEmpty
    let directions = Self.directions(forms, criteria, signs, context)
    if isRanked {
      blocks.append(.table(directions))
    } else {
      blocks = [.table(directions), .table(Self.statements(signs, criteria, context))]
      blocks.append(
        Shown.notice(
          .caution,
          nl: "dit zijn richtingen, geen rangorde: getallen geeft u per rol met 'procure score' en 'procure weigh'",
          en: "these are directions, no ranking: numbers come from you by role, by 'procure score' and 'procure weigh'")
      )
    }
    blocks.append(try library.sources(signs.map(\.statement.source), context))
    return Output(blocks)
  }

  /// Criteria of the sources, and those that a role brought in itself.
  static func criteria(_ library: Library, _ circle: FitCircle, _ context: Context) throws -> [NamedCriterion] {
    let known = try library.criteria(context).map { NamedCriterion(id: $0.id, names: $0.names, label: $0.label) }
    let own = Set(circle.scores.values.flatMap { $0.values.flatMap(\.keys) } + circle.weights.values.flatMap(\.keys))
      .subtracting(known.map(\.id)).sorted()
    return known + own.map { NamedCriterion(id: $0, names: [], label: .verbatim($0)) }
  }

  private func criteria(_ call: Call, _ circle: FitCircle, _ context: Context) throws -> [NamedCriterion] {
    let all = try Self.criteria(library, circle, context)
    guard call.has("goals") else { return all }
    var found: [NamedCriterion] = []
    for argument in call.all("goals") {
      let one = try Kind.criterion.one(argument.value.text ?? argument.value.plain, among: all, at: argument.place)
      if !found.contains(where: { $0.id == one.id }) { found.append(one) }
    }
    return found
  }

  private func forms(_ call: Call, _ context: Context) throws -> [Form] {
    let all = try library.forms(context)
    if call.has("form") {
      var found: [Form] = []
      for argument in call.all("form") {
        let one = try Kind.form.one(argument.value.text ?? argument.value.plain, among: all, at: argument.place)
        if !found.contains(where: { $0.id == one.id }) { found.append(one) }
      }
      return found
    }
    let axis = try call.text("axis").map {
      try Kind.axis.one($0, among: library.axes(context), at: call.place(of: "axis")).id
    }
    return all.filter { $0.axis == axis ?? "funding" }
  }

  // MARK: What the sources say

  static func directions(
    _ forms: [Form], _ criteria: [NamedCriterion], _ signs: [SignedStatement], _ context: Context
  ) -> Table {
    let marks: [SignedStatement.Sign: String] = [.helps: "+", .hinders: "−", .mixed: "±", .unknown: "?"]
    return Table(
      title: Text(
        nl: "Wat de bronnen zeggen: + helpt, − belemmert, ± wisselend, ? onbekend",
        en: "What the sources say: + helps, − hinders, ± mixed, ? unknown"),
      columns: [.texts("form", forms.map(\.id), label: Text(nl: "vorm", en: "form"))]
        + criteria.map { criterion in
          .texts(
            String(criterion.id.map { $0 == "-" ? "_" : $0 }),
            forms.map { form in
              marks[.joined(signs.filter { $0.form == form.id && $0.criterion == criterion.id }.map(\.sign))]
            }, label: criterion.label)
        })
  }

  private static func statements(_ signs: [SignedStatement], _ criteria: [NamedCriterion], _ context: Context) -> Table
  {
    let labels = Dictionary(uniqueKeysWithValues: criteria.map { ($0.id, $0.label) })
    return Table(
      title: Text(nl: "Waarom", en: "Why"),
      columns: [
        .texts("form", signs.map(\.form), label: Text(nl: "vorm", en: "form")),
        .texts("criterion", signs.map(\.criterion)).asDetail(),
        LibraryColumns.text(
          "criterion_label", signs.map { labels[$0.criterion] }, Text(nl: "criterium", en: "criterion"), context),
        .texts("sign", signs.map(\.sign.rawValue)).asDetail(),
        LibraryColumns.text("sign_label", signs.map(\.sign.label), Text(nl: "richting", en: "direction"), context),
        LibraryColumns.text("text", signs.map(\.statement.text), Text(nl: "in het kort", en: "in brief"), context),
      ] + LibraryColumns.place(signs.map(\.statement.source), context))
  }

  // MARK: What the roles say

  private func ranking(
    _ call: Call, _ circle: FitCircle, _ forms: [Form], _ criteria: [NamedCriterion], _ context: Context
  ) throws -> [Block] {
    // A criterion on which no form has a number cannot be weighed.
    let used = criteria.filter { criterion in forms.contains { circle.groupScore($0.id, criterion.id) != nil } }
    let complete = forms.filter { form in used.allSatisfy { circle.groupScore(form.id, $0.id) != nil } }
    guard !used.isEmpty, complete.count > 1 else { return [] }
    let ids = used.map(\.id)
    let values = Matrix(complete.map { form in ids.map { circle.groupScore(form.id, $0) ?? 0 } })
    let weights = circle.groupWeights(ids)
    let method = FormFit.Method(rawValue: call.text("method") ?? "") ?? .wsm
    let fit: FormFit
    do {
      fit = try FormFit(
        values, weights: weights, method: method, draws: call.integer("draws") ?? 20_000, seed: context.seed
      ) { _ in try context.checkInterrupt() }
    } catch is DecisionProblem {
      throw Diagnostic(
        "fit.values", Text(nl: "de gegeven getallen laten geen rangorde toe", en: "the numbers given allow no ranking"),
        wayOut: Text(
          nl: "'procure fit' zonder --method toont wat er is", en: "'procure fit' without --method shows what there is"),
        place: call.place)
    }
    let tables = FitTables(
      circle: circle, forms: complete, criteria: used, weights: weights, fit: fit, method: method, context: context)
    for assumption in tables.assumptions { context.workspace.note(assumption: assumption) }
    var blocks: [Block] = [
      .paragraph(tables.answer), .table(tables.ranking), .facts(tables.facts), .table(tables.weighing),
    ]
    if !fit.reversals.isEmpty { blocks.append(.table(tables.reversals)) }
    let lacking = forms.filter { form in !complete.contains { $0.id == form.id } }.map(\.id)
    if !lacking.isEmpty {
      let listed = Shown.list(lacking, atMost: 8)
      blocks.append(
        Shown.notice(
          .caution, nl: "zonder alle getallen, dus niet gerangschikt: \(listed.nl)",
          en: "without all numbers, so not ranked: \(listed.en)"))
    }
    return blocks + tables.assumptions.map { .notice(Notice(.info, $0)) }
  }
}

/// A criterion by its names alone, of the sources or of a role.
struct NamedCriterion: Named {
  let id: String
  let names: [String]
  let label: Text
}
