import WorkbenchKit

/// `casus traits [X]`: how cases are coded, each value with its lines.
struct TraitsCommand: Command {
  /// The table that other plugins read.
  static let offered = "casus.traits"

  struct Arguments: Sendable {
    let example = Argument(
      optional: "case", .named(.shelved), about: Text(nl: "alleen deze casus", en: "this case only"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet ze klaar als \(offered), voor andere plugins", en: "offer them as \(offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus traits", aliases: ["casus kenmerken"],
    summary: Text(
      nl: "toon de kenmerken van casussen, elke waarde met haar regels",
      en: "show the traits of cases, each value with its lines"),
    details: Text(
      nl: "Gecodeerd door ons; wat de bron niet zegt blijft leeg. Een eigen casus krijgt kenmerken met 'casus trait'.",
      en: "Coded by us; what the source does not say stays empty. A case of one's own gets traits by 'casus trait'."),
    changesWorkspace: true,
    next: [FollowUp("casus near goede-buur", Text(nl: "wat op wat lijkt", en: "what resembles what"))],
    examples: [
      .init("casus traits brunssum", Text(nl: "één casus", en: "one case")),
      .init("casus traits --offer", Text(nl: "voor andere plugins", en: "for other plugins")),
      .init(
        "casus traits kernkracht", Text(nl: "een pilot heeft geen kenmerken", en: "a pilot has no traits"),
        failsWith: "traits.none"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try TraitSheet(in: context)
    let only = try given.example?.item(in: context)
    if let only, sheet.values(only.id).isEmpty {
      throw Diagnostic(
        "traits.none", Text(nl: "van '\(only.id)' is geen kenmerk bekend", en: "no trait of '\(only.id)' is known"),
        wayOut: Text(
          nl: "kenmerken hebben de casussen, en een eigen casus na 'casus trait'",
          en: "cases have traits, and a case of one's own after 'casus trait'"), place: given.place(of: \.example))
    }
    let cases = only.map { [$0] } ?? sheet.cases
    let all = Self.rows(sheet.cases, sheet)
    let rows = only.map { one in all.filter { $0.one.id == one.id } } ?? all
    let coded = Table(
      columns: [
        .texts("case", rows.map(\.one.id), label: Text(nl: "casus", en: "case")).asDetail(only != nil),
        .texts("trait", rows.map(\.trait.id), label: Text(nl: "kenmerk", en: "trait")).asDetail(),
        .texts("trait_label", rows.map(\.trait.typed), label: Text(nl: "kenmerk", en: "trait"), in: context),
        .texts("value", rows.map(\.entry.value), label: Text(nl: "waarde", en: "value")).asDetail(),
        .texts(
          "value_label", rows.map { $0.trait.label(of: $0.entry.value) + .inBrackets($0.entry.note) },
          label: Text(nl: "waarde", en: "value"), in: context),
        .texts("source", rows.map { $0.entry.source(in: context.language) }, label: Text(nl: "bron", en: "source"))
          .asDetail(),
        .texts("lines", rows.map(\.entry.lines), label: Text(nl: "regels", en: "lines")),
        .dates("at", rows.map(\.entry.day), label: Text(nl: "sinds", en: "since"))
          .asDetail(rows.allSatisfy { $0.entry.day == nil }),
      ])
    var blocks: [Block] = [.paragraph(Self.answer(rows.count, cases, sheet))]
    blocks += only == nil ? [.matrix(Self.matrix(cases, sheet)), .table(coded)] : [.table(coded.atAGlance())]
    if given.offer { blocks.append(Self.offer(all, context)) }
    blocks.append(.info(nl: "de kenmerken en hun waarden zijn van ons", en: "the traits and their values are ours"))
    blocks.append(try context.knowledge.sources(rows.flatMap(\.entry.citations), in: context))
    return Output(blocks)
  }

  private static func answer(_ known: Int, _ cases: [ShelvedCase], _ sheet: TraitSheet) -> Text {
    let all = cases.count * sheet.traits.count
    let many = Text.counted(
      cases.count, Text(nl: "casus", en: "case"), Text(nl: "casussen", en: "cases"))
    return Text(
      nl: "\(many.nl), \(sheet.traits.count) kenmerken: \(known) van de \(all) waarden zijn bekend",
      en: "\(many.en), \(sheet.traits.count) traits: \(known) of the \(all) values are known")
  }

  private struct Row {
    let one: ShelvedCase
    let trait: Trait
    let entry: TraitSheet.Entry
  }

  private static func rows(_ cases: [ShelvedCase], _ sheet: TraitSheet) -> [Row] {
    cases.flatMap { one in
      sheet.traits.compactMap { trait in sheet.entry(one.id, trait.id).map { Row(one: one, trait: trait, entry: $0) } }
    }
  }

  private static func matrix(_ cases: [ShelvedCase], _ sheet: TraitSheet) -> CellMatrix {
    CellMatrix(
      title: Text(nl: "Kenmerken van casussen", en: "Traits of cases"), rowHeading: Text(nl: "kenmerk", en: "trait"),
      columnHeading: Text(nl: "casus", en: "case"), rows: sheet.traits.map { .init($0.id, label: $0.label) },
      columns: cases.map { .init($0.id) },
      cells: sheet.traits.map { trait in
        cases.map { one in
          sheet.entry(one.id, trait.id).map { CellMatrix.Cell(trait.label(of: $0.value)) } ?? .empty
        }
      })
  }

  private static func offer(_ rows: [Row], _ context: Context) -> Block {
    context.workspace.setTable(
      offered,
      to: Table(
        title: Text(nl: "Kenmerken van casussen", en: "Traits of cases"),
        columns: [
          .texts("case", rows.map(\.one.id)), .texts("trait", rows.map(\.trait.id)),
          .texts("value", rows.map(\.entry.value)),
          .texts("source", rows.map { $0.entry.source(in: context.language) }),
          .texts("lines", rows.map(\.entry.lines)),
        ]))
    return .info(
      nl: "klaargezet als '\(offered)' voor andere plugins; 'undo' neemt het terug",
      en: "offered to other plugins as '\(offered)'; 'undo' takes it back")
  }
}
