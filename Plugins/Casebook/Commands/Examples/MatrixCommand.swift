import WorkbenchKit

/// `casus matrix [cases|initiatives|pilots]`: which example shows what.
struct MatrixCommand: Command {
  struct Arguments: Sendable {
    let origin = Argument(
      "what", .choice(CoverSets.Origin.self), default: "cases",
      about: Text(nl: "cases (casussen), initiatives (initiatieven) of pilots", en: "cases, initiatives or pilots"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus matrix", aliases: ["casus overzicht"],
    summary: Text(
      nl: "toon welk voorbeeld bij welke vraag of opgave staat",
      en: "show which example stands at which question or task"),
    details: Text(
      nl:
        "Casussen tegen vragen, initiatieven tegen centrale vragen, pilots tegen opgaven. 'deels' is wat onder een andere vraag staat, of er alleen bij wordt genoemd.",
      en:
        "Cases against questions, initiatives against central questions, pilots against tasks. 'partly' is what stands under another question, or is only named with it."
    ),
    next: [FollowUp("casus cover", Text(nl: "de kleinste rondreis", en: "the smallest tour"))],
    examples: [
      .init("casus matrix pilots", Text(nl: "pilots en opgaven", en: "pilots and tasks")),
      .init("casus matrix", Text(nl: "casussen en vragen", en: "cases and questions")),
      .init(
        "casus matrix dromen", Text(nl: "een soort die er niet is", en: "a kind that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let shows = try ShownMarks(given.origin, in: context)
    let marks = shows.examples.map { one in shows.asked.map { shows.mark(one, $0.id) } }
    let matrix = CellMatrix(
      title: shows.title, rowHeading: Text(nl: "voorbeeld", en: "example"), columnHeading: shows.heading,
      rows: shows.examples.map { .init($0.id, label: $0.label) },
      columns: shows.asked.map { .init($0.id, label: shows.isShort ? .verbatim($0.id) : $0.label) },
      cells: marks.map { row in row.map { CellMatrix.Cell([], mark: $0) } })
    func names(_ column: Int) -> String? {
      let found = shows.examples.indices.filter { marks[$0][column] == .present }.map { shows.examples[$0].id }
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    func counts(_ mark: CellMatrix.Mark) -> [Int] {
      shows.asked.indices.map { column in marks.count { $0[column] == mark } }
    }
    let present = counts(.present)
    let partly = counts(.partly)
    let table = Table(
      columns: [
        .texts("asked", shows.asked.map(\.id), label: shows.heading).asDetail(!shows.isShort),
        .texts("label", shows.asked.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .counts("present", present, label: Text(nl: "aantal", en: "number")),
        .counts("partly", partly, label: Text(nl: "deels", en: "partly")).asDetail(partly.allSatisfy { $0 == 0 }),
        .texts("examples", shows.asked.indices.map(names), label: Text(nl: "welke", en: "which")),
      ])
    let bare = shows.asked.indices.filter { present[$0] == 0 }.map { shows.asked[$0] }
    var facts = Facts(isDetail: true)
    facts.add("examples", shows.examples.count)
    facts.add("asked", shows.asked.count)
    facts.add("without", bare.count)
    facts.add("uncovered", bare.isEmpty ? .missing : .text(bare.map(\.id).joined(separator: " ")))
    var blocks: [Block] = [
      .paragraph(shows.answer(present)),
      .table(table.atAGlance(columns: given.origin == .cases ? ["label", "present", "partly"] : [])), .matrix(matrix),
      .facts(facts),
    ]
    if given.origin == .pilots { blocks.append(Self.doNotAdd) }
    blocks.append(try context.knowledge.sources(shows.asked.map(\.source), in: context))
    return Output(blocks)
  }

  private static let doNotAdd = Block.caution(
    nl: "effecten van pilots tellen niet op: zij werken op elkaar in en hangen af van de plaats",
    en: "effects of pilots do not add up: they work on each other and depend on the place")
}
