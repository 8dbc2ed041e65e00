import WorkbenchKit

/// `procure provision`: general or tailored, as a decision table.
struct ProvisionCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "procure provision",
      aliases: ["procure voorziening"],
      summary: Text(
        nl: "algemeen of maatwerk: loop de beslistabel door", en: "general or tailored: run the decision table"),
      parameters: [
        .flag(
          "group", ArnhemCommand.yesNo, about: Text(nl: "hoort tot de doelgroep", en: "belongs to the target group")),
        .flag(
          "fitting", ArnhemCommand.yesNo, about: Text(nl: "het algemene aanbod past", en: "the general offer fits")),
        .flag(
          "affordable", ArnhemCommand.yesNo,
          about: Text(nl: "het is voor deze persoon te betalen", en: "it is affordable to this person")),
        .flag(
          "decision", ArnhemCommand.yesNo,
          about: Text(nl: "de burger vraagt om een beschikking", en: "the citizen asks for a decision")),
      ],
      examples: [
        .init(
          "procure provision --decision no --group yes --fitting yes --affordable no",
          Text(nl: "niet te betalen", en: "not affordable")),
        .init(
          "procure provision --fitting misschien", Text(nl: "ja of nee", en: "yes or no"), failsWith: "argument.choice"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let decisions = DecisionTable(try library.file("provision", context))
    var answers: [String: Bool] = [:]
    for input in decisions.inputs { if let word = call.text(input.id) { answers[input.id] = word == "yes" } }
    let outcome = decisions.run(answers)
    var hit: Int?
    var facts = Facts()
    var blocks: [Block] = []
    switch outcome {
    case .decided(let place):
      hit = place
      let row = decisions.rows[place]
      facts.add("outcome", .text(row.outcome), label: Text(nl: "uitkomst", en: "outcome"))
      let name =
        row.outcome == "general"
        ? Text(nl: "algemene voorziening", en: "general provision")
        : Text(nl: "maatwerkvoorziening", en: "tailored provision")
      blocks.append(.paragraph(Text(nl: "\(name.nl): \(row.text.nl)", en: "\(name.en): \(row.text.en)")))
    case .open(let lacking):
      facts.add("outcome", .text(Shown.unknownWord), label: Text(nl: "uitkomst", en: "outcome"))
      let labels = lacking.compactMap { id in decisions.inputs.first { $0.id == id } }
      let words = Shown.joined(
        labels.map { Text(nl: "\($0.label.nl) (--\($0.id))", en: "\($0.label.en) (--\($0.id))") }, by: ", ")
      blocks.append(.paragraph(Text(nl: "nog te weten: \(words.nl)", en: "still to be known: \(words.en)")))
    }
    let columns = decisions.inputs.map { input -> Column in
      LibraryColumns.text(
        input.id,
        decisions.rows.map { row in
          row.when[input.id].map { $0 ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no") }
        },
        input.label, context)
    }
    let table = Table(
      title: Text(
        nl: "Beslistabel: de eerste rij die klopt beslist", en: "Decision table: the first row that holds decides"),
      columns: [Column("hit", .booleans(decisions.rows.indices.map { $0 == hit }), label: Text(nl: "raak", en: "hit"))]
        + columns.map { $0.asDetail() } + [
          .texts("outcome", decisions.rows.map(\.outcome), label: Text(nl: "uitkomst", en: "outcome")),
          LibraryColumns.text("text", decisions.rows.map(\.text), Text(nl: "waarom", en: "why"), context),
        ] + LibraryColumns.place(decisions.rows.map(\.source), context))
    blocks += [.facts(facts), .table(table), try library.sources(decisions.rows.map(\.source), context)]
    return Output(blocks)
  }
}
