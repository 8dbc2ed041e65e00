import WorkbenchKit

/// `procure form`: the sheet of one form.
struct FormCommand: Command {
  struct Arguments: Sendable {
    let form = Argument(
      "form", .named(.form),
      about: Text(nl: "vorm, zoals lumpsum of coalition", en: "form, such as lumpsum or coalition"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure form",
      aliases: ["procure vorm"],
      summary: Text(
        nl: "toon één vorm: wat het is, wat het beloont, wie het risico draagt, wat het vraagt",
        en: "show one form: what it is, what it rewards, who bears the risk, what it needs"),
      next: [
        FollowUp(
          "procure simulate --ask",
          Text(nl: "reken het risico door, vraag voor vraag", en: "work out the risk, question by question"))
      ],
      examples: [
        .init("procure form lumpsum", Text(nl: "een vast bedrag", en: "a fixed amount")),
        .init(
          "procure form lumpsun", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
          failsWith: "form.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let form = try given.form.item(in: context)
    let cases = try context.cases.filter { $0.forms(form.axis).contains(form.id) }
    let used = cases.flatMap { one in
      (one.place[form.axis] ?? []).filter { $0.form == form.id }.map { placed in
        Statement(text: one.label + .inBrackets(placed.note), source: placed.source)
      }
    }
    let parts = [
      SheetPart(name: "what", label: Text(nl: "wat", en: "what"), items: [form.what]),
      SheetPart(name: "incentive", label: Text(nl: "wat het beloont", en: "what it rewards"), items: form.incentive),
      SheetPart(name: "risk", label: Text(nl: "risico", en: "risk"), items: form.risks.map(\.told)),
      SheetPart(
        name: "administration", label: Text(nl: "administratie", en: "administration"), items: form.administration),
      SheetPart(name: "needs", label: Text(nl: "wat het vraagt", en: "what it needs"), items: form.needs),
      SheetPart(
        name: "own_contribution", label: Text(nl: "uren nodig voor eigen bijdrage?", en: "hours for own contribution?"),
        items: form.ownContribution),
      SheetPart(name: "cases", label: Text(nl: "gebruikt in", en: "used in"), items: used),
    ]
    var blocks: [Block] = [.table(SheetPart.table(form.label, parts, context))]
    let perverse = try context.incentives.filter { $0.form == form.id }
    if !perverse.isEmpty { blocks.append(.table(Self.table(perverse, context))) }
    let law = try form.law(in: context)
    if !form.ownContribution.isEmpty {
      blocks.append(
        .caution(
          nl: "de regels van de eigen bijdrage zijn na deze bronnen (2015, 2017) veranderd",
          en: "the rules of own contribution have changed since these sources (2015, 2017)"))
    }
    blocks += law.map(\.notice)
    let citations =
      form.citations + used.map(\.source) + perverse.flatMap { [$0.statement.source] + $0.remedies.map(\.source) }
      + law.map(\.what.source)
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }

  private static func table(_ incentives: [PerverseIncentive], _ context: Context) -> Table {
    let rows = incentives.flatMap { one in
      one.remedies.isEmpty ? [(one, Statement?.none)] : one.remedies.map { (one, Optional($0)) }
    }
    return Table(
      title: Text(nl: "Perverse prikkels, en wat ertegen gedaan is", en: "Perverse incentives, and what was done"),
      columns: [
        .texts(
          "perverse_incentive", rows.map(\.0.statement.shown), label: Text(nl: "prikkel", en: "incentive"), in: context),
        .texts(
          "remedy", rows.map { $0.1?.shown ?? .verbatim(Statement.unknown) },
          label: Text(nl: "ertegen gedaan", en: "done against it"), in: context),
      ] + SourceColumns.place(rows.map { $0.1?.source ?? $0.0.statement.source }, context))
  }
}
