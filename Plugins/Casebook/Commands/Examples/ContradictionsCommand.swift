import WorkbenchKit

/// `casus contradictions`: what does not go together, with both places.
struct ContradictionsCommand: Command {
  struct Arguments: Sendable {
    let with = Argument(
      flag: "with", .table,
      about: Text(
        nl: "een tabel van de kring: kolommen item, fact, value, en zo mogelijk lines of source",
        en: "a table of the circle: columns item, fact, value, and lines or source where it can be"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus contradictions", aliases: ["casus tegenspraak"],
    summary: Text(
      nl: "toon waar bronnen elkaar of zichzelf tegenspreken, met beide plaatsen",
      en: "show where sources contradict each other or themselves, with both places"),
    details: Text(
      nl:
        "Er wordt niets verbeterd: wat niet kan staat er zoals gedrukt. Met --with ook in een eigen tabel: hetzelfde item en feit met een andere waarde. "
        + "12 en 'ongeveer 12' gaan samen; een getal met 'ongeveer' mag een halve stap van zijn laatste cijfer schelen; een percentage is zijn honderdste "
        + "deel; eenheden worden niet omgerekend.",
      en:
        "Nothing is mended: what cannot be stands as printed. With --with also in a table of one's own: the same item and fact with another value. 12 and "
        + "'about 12' go together; a number with 'about' may be off by half a step of its last digit; a percentage is its hundredth part; units are not "
        + "converted."),
    next: [
      FollowUp(
        "casus knowledge apart", Text(nl: "wat erop lijkt en het niet is", en: "what looks like one and is none"))
    ],
    soughtBy: ["tegenspraak", "klopt", "verschil"],
    examples: [
      .init("casus contradictions", Text(nl: "in de bronnen", en: "in the sources")),
      .init(
        "casus contradictions --with feiten.csv", Text(nl: "ook in een eigen tabel", en: "in a table of one's own too")),
      .init(
        "casus contradictions --with aandelen.csv", Text(nl: "zonder die kolommen", en: "without these columns"),
        failsWith: "column.unknown"),
    ])

  private struct Row {
    let item: Text
    let fact: Text
    let values: (Text, Text)
    let lines: (String, String)
    let found: (Text, Text)
    let kind: ContradictionKind
    let note: Text?
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var rows = try context.contradictions.map { one in
      Row(
        item: one.item, fact: one.fact, values: (one.one.text, one.other.text),
        lines: (Self.lines(one.one), Self.lines(one.other)),
        found: (one.one.source?.brief ?? .verbatim(""), one.other.source?.brief ?? .verbatim("")), kind: one.kind,
        note: one.note)
    }
    let shipped = rows.count
    var blocks: [Block] = []
    var notices: [Notice] = []
    if let with = given.with {
      let taken = try with.table(in: context, intake: TableIntake(protection: given.guarding.guarding(in: context)))
      notices = taken.notices
      let facts = try FactTable(taken.demandRows(at: with.place), at: with.place) { try context.checkInterrupt() }
      let own = try facts.contradictions { try context.checkInterrupt() }
      rows =
        own.map { one, other in
          let (first, second) = (Self.place(one, taken.name), Self.place(other, taken.name))
          return Row(
            item: .verbatim(one.item), fact: .verbatim(one.fact),
            values: (.verbatim(one.value), .verbatim(other.value)),
            lines: (one.place, other.place), found: (first, second), kind: .value, note: nil)
        } + rows
      blocks.append(.paragraph(Self.answer(own.count, facts.rows.count)))
    }
    blocks.append(.paragraph(Self.answer(shipped)))
    blocks.append(.table(Self.table(rows, context).atAGlance(rows: Array(0..<min(4, rows.count)))))
    blocks += notices.map(Block.notice)
    blocks.append(
      try context.knowledge.sources(context.contradictions.flatMap { [$0.one.source, $0.other.source] }, in: context))
    return Output(blocks)
  }

  private static func lines(_ statement: Statement) -> String {
    guard let source = statement.source else { return "" }
    return "\(source.id):\(source.lineText ?? "")"
  }

  private static func place(_ row: FactTable.Row, _ name: String) -> Text {
    Text(nl: "\(name), \(row.place)", en: "\(name), \(row.place)")
  }

  private static func answer(_ own: Int, _ facts: Int) -> Text {
    let count = Text.counted(facts, Text(nl: "feit", en: "fact"), Text(nl: "feiten", en: "facts"))
    guard own > 0 else {
      return Text(
        nl: "In de tabel spreekt niets elkaar tegen (\(count.nl))",
        en: "Nothing in the table contradicts itself (\(count.en))")
    }
    let found = Text.counted(
      own, Text(nl: "tegenspraak", en: "contradiction"), Text(nl: "tegenspraken", en: "contradictions"))
    return Text(nl: "In de tabel: \(found.nl) in \(count.nl)", en: "In the table: \(found.en) in \(count.en)")
  }

  private static func answer(_ shipped: Int) -> Text {
    Text(
      nl: "In de bronnen: \(shipped) tegenspraken, elk met beide plaatsen; er is niets verbeterd",
      en: "In the sources: \(shipped) contradictions, each with both places; nothing was mended")
  }

  private static func table(_ rows: [Row], _ context: Context) -> Table {
    func placed(_ value: Text, _ found: Text) -> Text { value + .inBrackets(found) }
    return Table(
      columns: [
        .texts("item", rows.map(\.item), label: Text(nl: "waarvan", en: "of what"), in: context).asDetail(),
        .texts("fact", rows.map(\.fact), label: Text(nl: "feit", en: "fact"), in: context).asDetail(),
        .texts(
          "about", rows.map { $0.item + .verbatim(": ") + $0.fact + .inBrackets($0.note) },
          label: Text(nl: "waarover", en: "on what"),
          in: context),
        .texts("value_a", rows.map(\.values.0), label: Text(nl: "hier", en: "here"), in: context).asDetail(),
        .texts("lines_a", rows.map(\.lines.0), label: Text(nl: "regels", en: "lines")).asDetail(),
        .texts(
          "here", rows.map { placed($0.values.0, $0.found.0) }, label: Text(nl: "hier", en: "here"), in: context),
        .texts("value_b", rows.map(\.values.1), label: Text(nl: "daar", en: "there"), in: context).asDetail(),
        .texts("lines_b", rows.map(\.lines.1), label: Text(nl: "regels", en: "lines")).asDetail(),
        .texts(
          "there", rows.map { placed($0.values.1, $0.found.1) }, label: Text(nl: "daar", en: "there"), in: context),
        .texts("kind", rows.map(\.kind.rawValue), label: Text(nl: "soort", en: "kind")).asDetail(),
        .texts("kind_label", rows.map(\.kind.label), label: Text(nl: "soort", en: "kind"), in: context).asDetail(),
      ])
  }
}
