import WorkbenchKit

/// `waakvlam plan form [--to FILE]`: an empty relapse plan, for paper.
struct PlanFormCommand: Command {
  struct Arguments: Sendable {
    let to = Argument(
      flag: "to", .newFile,
      about: Text(nl: "schrijf het als tekst naar dit bestand", en: "write it as text to this file"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam plan form", aliases: ["waakvlam plan formulier"],
    summary: Text(
      nl: "geef een leeg terugvalpreventieplan, om op papier in te vullen",
      en: "give an empty relapse plan, to be filled on paper"),
    details: Text(
      nl:
        "Ingevuld hoort het bij de bewoner en de begeleider: dit programma leest en bewaart geen ingevuld plan. Op papier: 'waakvlam plan form | to pdf plan.pdf', of met --to een "
        + "tekst. Wat niet uit de bron komt, zegt dat.",
      en:
        "Filled it belongs to the resident and the worker: this program reads and keeps no filled plan. On paper: 'waakvlam plan form | to pdf plan.pdf', or with --to a "
        + "text. What is not of the source says so."),
    next: [FollowUp("waakvlam plan form | to html plan.html", Text(nl: "als blad", en: "as a page"))],
    examples: [
      .init("waakvlam plan form", Text(nl: "op het scherm", en: "on the screen")),
      .init("waakvlam plan form --to", Text(nl: "zonder bestand", en: "without a file"), failsWith: "argument.value"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let elements = try context.planElements
    let table = Table(
      title: Text(nl: "Terugvalpreventieplan (leeg)", en: "Relapse plan (empty)"),
      columns: [
        .texts("element", elements.map(\.id)).asDetail(),
        .texts("label", elements.map(\.label), label: Text(nl: "onderdeel", en: "element"), in: context),
        .texts("what", elements.map { $0.what?.shown }, label: Text(nl: "wat", en: "what"), in: context),
        .texts(
          "answer", elements.map { _ in String(repeating: "_", count: 16) },
          label: Text(nl: "in te vullen", en: "to fill in")),
        .texts("source", elements.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
          .asDetail(),
      ])
    var blocks: [Block] = [.table(table)]
    if let path = given.to {
      try context.files.write(Array(Self.paper(elements, context.language).utf8), to: path, at: given.place(of: \.to))
      blocks.append(.info(nl: "geschreven naar '\(path)'", en: "written to '\(path)'"))
    }
    blocks += [
      .info(
        nl: "vul het op papier in, samen met de bewoner; dit programma leest en bewaart geen ingevuld plan",
        en: "fill it in on paper, together with the resident; this program reads and keeps no filled plan"),
      try context.knowledge.sources(elements.map(\.source), in: context),
    ]
    return Output(blocks)
  }

  /// The form as text, with room to write.
  private static func paper(_ elements: [KnowledgeTerm], _ language: Language) -> String {
    let title = Text(nl: "Terugvalpreventieplan", en: "Relapse plan")(language)
    let foot = Text(
      nl: "Dit blad blijft bij de bewoner en de begeleider; het hoort in geen systeem van de leerkring.",
      en: "This sheet stays with the resident and the worker; it belongs in no system of the circle.")(language)
    let line = String(repeating: "_", count: 70)
    let parts = elements.map { element in
      let what = element.what.map { " (\($0.shown(language)))" } ?? ""
      return "\(element.label(language))\(what)\n\n\(line)\n\n\(line)\n"
    }
    return "\(title)\n\n\(parts.joined(separator: "\n"))\n\(foot)\n"
  }
}

/// `waakvlam plan audit TABLE`: which elements plans have, from yes and no only.
struct PlanAuditCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table,
      about: Text(
        nl: "kolom plan (een pseudoniem), en per onderdeel ja of nee",
        en: "column plan (a pseudonym), and for each element ja (yes) or nee (no)"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam plan audit", aliases: ["waakvlam plan nagaan"],
    summary: Text(
      nl: "toon welke onderdelen plannen hebben, uit een tabel met ja en nee",
      en: "show which elements plans have, from a table of yes and no"),
    details: Text(
      nl:
        "De kolommen zijn de onderdelen van 'waakvlam plan form'. Er wordt niets bewaard; kleine aantallen zijn achtergehouden.",
      en: "The columns are the elements of 'waakvlam plan form'. Nothing is kept; small counts are held back."),
    examples: [
      .init("waakvlam plan audit plannen.csv", Text(nl: "verzonnen plannen", en: "invented plans")),
      .init(
        "waakvlam plan audit aandelen.csv", Text(nl: "zonder onderdelen", en: "without elements"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let place = given.table.place
    let taken = try given.table.table(
      in: context, intake: TableIntake(protection: given.guarding.guarding(in: context, isOfRespondents: true)))
    let table = try taken.demandRows(at: place)
    try PersonColumns.demandNone(table.columnNames, at: place)
    _ = try table.require("plan", at: place)
    let elements = try context.planElements.filter { table.column($0.id) != nil }
    guard !elements.isEmpty else {
      throw Diagnostic(
        "column.unknown",
        Text(nl: "de tabel heeft geen onderdeel van het plan", en: "the table has no element of the plan"),
        wayOut: Text(nl: "onderdelen: ", en: "elements: ") + .list(try context.planElements.map(\.id), atMost: 14),
        place: place)
    }
    let counts = SmallCounts(context.workspace)
    let plans = table.rowCount
    let rows = try elements.map { element -> (asked: Int, has: Int) in
      let column = try table.require(element.id, at: place)
      let answers = try (0..<plans).compactMap { row in
        do { return try YesNoCell.read(column[row], element.id, code: "plan.item") } catch var error as Diagnostic {
          error.message = Text(nl: "rij \(row + 1): ", en: "row \(row + 1): ") + error.message
          throw error.at(place)
        }
      }
      return (answers.count, answers.count { $0 })
    }
    let isShown = rows.map { counts.mayShow($0.asked, of: plans) && counts.mayShow($0.has, of: $0.asked) }
    func column(
      _ name: String, _ label: Text, _ values: [Double], _ small: [Bool], _ format: Column.Format, _ unit: Unit? = nil
    ) -> Column {
      var column = Column.numbers(
        name, zip(values, isShown).map { $1 ? $0 : .nan }, label: label, unit: unit, format: format)
      for row in isShown.indices where !isShown[row] {
        column.withheld[row] = small[row] ? counts.mark : SmallCounts.complement
      }
      return column
    }
    let covered = Table(
      title: Text(nl: "Onderdelen in de plannen", en: "Elements in the plans"),
      columns: [
        .texts("element", elements.map(\.id)).asDetail(),
        .texts("label", elements.map(\.label), label: Text(nl: "onderdeel", en: "element"), in: context),
        column(
          "asked", Text(nl: "bekend van", en: "known of"), rows.map { Double($0.asked) },
          rows.map { counts.isSmall($0.asked) }, .decimals(0)),
        column(
          "has", Text(nl: "heeft het", en: "has it"), rows.map { Double($0.has) }, rows.map { counts.isSmall($0.has) },
          .decimals(0)),
        column(
          "share", Text(nl: "deel", en: "share"), rows.map { Double($0.has) / Double(max(1, $0.asked)) },
          rows.map { _ in false }, .share(0), .share),
      ])
    var facts = Facts()
    facts.add(
      "plans", Double(plans), label: Text(nl: "plannen", en: "plans"), format: .decimals(0),
      held: counts.isSmall(plans) ? counts.mark : nil)
    var blocks: [Block] = [.table(covered), .facts(facts)]
    if let open = counts.openNotice {
      blocks.append(open)
    } else if isShown.contains(false) {
      blocks.append(counts.heldNotice)
    }
    blocks += [
      .info(nl: "er is niets bewaard", en: "nothing was kept"),
      try context.knowledge.sources(elements.map(\.source), in: context),
    ]
    return Output(blocks + taken.notices.map(Block.notice))
  }
}
