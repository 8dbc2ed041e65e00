import Methods
import WorkbenchKit

/// `casus cover`: the fewest examples that together show everything.
struct CoverCommand: Command {
  struct Arguments: Sendable {
    let aim = Argument(
      flag: "of", .choice(CoverSets.Aim.self), default: "questions",
      about: Text(
        nl: "wat u wilt zien: questions (vragen), tasks (opgaven) of traits (kenmerken)",
        en: "what you want to see: questions, tasks or traits"))
    let origin = Argument(
      flag: "from", .choice(CoverSets.Origin.self),
      about: Text(
        nl: "waaruit: cases, initiatives of pilots; anders waar de vragen bij horen",
        en: "out of which: cases, initiatives or pilots; else those that the questions go with"))
    let partly = Argument(
      toggle: "partly",
      about: Text(nl: "ook wat er maar deels bij staat telt", en: "what stands there partly counts too"))
  }

  static let arguments = Arguments()

  /// So many smallest tours are told; beyond it, that there are more.
  private static let limit = 10_000
  /// So many of them are listed.
  private static let shown = 30

  let signature = Signature(
    "casus cover", aliases: ["casus rondreis"],
    summary: Text(
      nl: "zoek de kleinste rondreis: zo weinig mogelijk voorbeelden die samen alles laten zien",
      en: "find the smallest tour: as few examples as can be that together show everything"),
    details: Text(
      nl:
        "Alle keuzes zijn doorzocht, zodat er zeker geen kleinere is. Wat geen enkel voorbeeld laat zien staat apart.",
      en: "All choices were searched, so that there is surely none smaller. What no example shows stands apart."),
    next: [
      FollowUp("agenda add 'werkbezoek'", Text(nl: "zet het bezoek op de agenda", en: "put the visit on the agenda"))
    ],
    soughtBy: ["werkbezoek", "visit", "rondreis"],
    examples: [
      .init("casus cover --of questions", Text(nl: "elke centrale vraag gezien", en: "every central question seen")),
      .init("casus cover --of tasks", Text(nl: "elke opgave waar een pilot bij is", en: "every task that has a pilot")),
      .init(
        "casus cover --of tasks --from cases",
        Text(nl: "casussen staan niet bij opgaven", en: "cases do not stand at tasks"),
        failsWith: "cover.origin"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let (cover, origin) = try Self.sets(given, context)
    let found = try SetCoverExact(
      cover.sets, covering: Set(cover.elements.indices), limit: Self.limit, each: { try context.checkInterrupt() })
    let size = found.choices.first?.count ?? 0
    let uncovered = found.uncoverable.map { cover.elements[$0] }
    let shown = found.choices.prefix(Self.shown)
    let names = shown.map { choice in choice.map { cover.examples[$0] } }
    let always = cover.examples.indices.filter { one in found.choices.allSatisfy { $0.contains(one) } }
    let table = Table(
      columns: [
        .counts(
          "set", Array(1...max(1, names.count)).prefix(names.count).map { $0 }, label: Text(nl: "keuze", en: "choice")),
        .texts("cases", names.map { $0.map(\.id).joined(separator: ", ") }, label: Text(nl: "namen", en: "names"))
          .asDetail(),
        .texts(
          "labels", names.map { .joined($0.map(\.label), by: "; ") }, label: Text(nl: "voorbeelden", en: "examples"),
          in: context),
      ])
    let ways = Choices.count(size, of: cover.examples.count)
    var facts = Facts(isDetail: true)
    facts.add("size", size)
    facts.add("sets", found.hasMore ? .missing : .number(Double(found.choices.count)))
    facts.add("of", .number(ways))
    facts.add("uncovered", uncovered.isEmpty ? .missing : .text(uncovered.map(\.id).joined(separator: " ")))
    facts.add("uncovered_count", uncovered.count)
    var blocks: [Block] = [
      .paragraph(
        Self.answer(cover, given.aim, origin, size: size, sets: found.choices.count, ways: ways, hasMore: found.hasMore)
      ),
      .table(table.atAGlance(rows: Array(0..<min(4, names.count)))), .facts(facts),
    ]
    if found.choices.count > 1, !always.isEmpty, size > 0 {
      let listed = Text.joined(always.map { cover.examples[$0].label }, by: "; ")
      blocks.append(.info(nl: "in elke keuze zit: \(listed.nl)", en: "in each choice there is: \(listed.en)"))
    }
    if found.choices.count > names.count {
      blocks.append(
        .info(
          nl: "de eerste \(names.count) keuzes staan er", en: "the first \(names.count) choices are listed"))
    }
    if !uncovered.isEmpty {
      let listed = Text.joined(uncovered.map { element in element.label }, by: "; ")
      blocks.append(
        .caution(nl: "geen enkel voorbeeld laat zien: \(listed.nl)", en: "no example shows: \(listed.en)"))
    }
    if origin == .initiatives, !given.partly {
      blocks.append(
        .info(
          nl:
            "geteld is waar de tabel van de bron een initiatief plaatst; met --partly telt ook waar het elders bij wordt genoemd",
          en: "counted is where the source's table places an initiative; with --partly also where it is named elsewhere"
        ))
    }
    blocks.append(try context.knowledge.sources([Citation(id: "karp-1972", place: .verbatim("85-103"))], in: context))
    return Output(blocks)
  }

  private static func answer(
    _ cover: CoverSets, _ aim: CoverSets.Aim, _ origin: CoverSets.Origin, size: Int, sets: Int, ways: Double,
    hasMore: Bool
  ) -> Text {
    guard size > 0 else { return Text(nl: "Er is niets om te laten zien", en: "There is nothing to be shown") }
    let kind = origin.kind
    let all = Text.counted(cover.examples.count, kind.label, kind.plural)
    let seen = cover.elements.indices.count { element in cover.sets.contains { $0.contains(element) } }
    let verb = Text.plural(size, Text(nl: "laat", en: "shows"), Text(nl: "laten samen", en: "together show"))
    let count = hasMore ? Text(nl: "meer dan \(sets)", en: "more than \(sets)") : .count(sets)
    let of = Text.number(ways, decimals: 0)
    let things = aim.things
    let what =
      seen == cover.elements.count
      ? Text(nl: "alle \(seen) \(things.nl) zien", en: "all \(seen) \(things.en)")
      : Text(nl: "de \(seen) \(things.nl) zien die te zien zijn", en: "the \(seen) \(things.en) that can be seen")
    return Text(
      nl: "\(size) van de \(all.nl) \(verb.nl) \(what.nl); van de \(of.nl) keuzes van \(size) doen \(count.nl) dat",
      en: "\(size) of the \(all.en) \(verb.en) \(what.en); \(count.en) of the \(of.en) choices of \(size) do so")
  }

  /// - Throws: `cover.origin` where the examples are not asked that.
  private static func sets(_ given: Given<Arguments>, _ context: Context) throws -> (CoverSets, CoverSets.Origin) {
    let usual: CoverSets.Origin =
      switch given.aim {
      case .questions: .initiatives
      case .tasks: .pilots
      case .traits: .cases
      }
    let origin = given.origin ?? usual
    let goesTogether =
      switch given.aim {
      case .questions: origin != .pilots
      case .tasks: origin == .pilots
      case .traits: origin == .cases
      }
    guard goesTogether else {
      throw Diagnostic(
        "cover.origin",
        Text(
          nl: "\(origin.kind.plural.nl) zijn niet ingedeeld naar \(given.aim.things.nl)",
          en: "\(origin.kind.plural.en) are not divided by \(given.aim.things.en)"),
        wayOut: Text(
          nl: "vragen gaan met --from cases of initiatives, opgaven met pilots, kenmerken met cases",
          en: "questions go with --from cases or initiatives, tasks with pilots, traits with cases"),
        suggestion: "--from \(usual.rawValue)", place: given.place(of: \.origin))
    }
    if given.aim == .traits {
      let sheet = try TraitSheet(in: context)
      let elements = sheet.traits.flatMap { trait in
        trait.values.map { (id: "\(trait.id)=\($0.id)", label: trait.label + .verbatim(": ") + $0.label) }
      }
      return (
        CoverSets(elements, sheet.cases) { one, element in
          sheet.traits.contains { trait in sheet.entry(one.id, trait.id).map { "\(trait.id)=\($0.value)" } == element }
        }, origin
      )
    }
    let shows = try ShownMarks(origin, in: context)
    let counted: Set<CellMatrix.Mark> = given.partly ? [.present, .partly] : [.present]
    return (
      CoverSets(
        shows.asked.map { (id: $0.id, label: shows.isShort ? .verbatim("\($0.id) ") + $0.label : $0.label) },
        shows.examples
      ) { counted.contains(shows.mark($0, $1)) }, origin
    )
  }
}
