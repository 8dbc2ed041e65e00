import WorkbenchKit

/// `persona set show`: what a set holds, on what evidence, and what the source lost.
struct SetShowCommand: Command {
  struct Arguments: Sendable {
    let name = Argument(
      optional: "name", .named(.set),
      about: Text(nl: "de set; anders die in gebruik is", en: "the set; else the one in use"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona set show",
    aliases: ["persona set toon"],
    summary: Text(
      nl: "toon de set: assen, bewijs, en wat de bron niet geeft",
      en: "show the set: axes, evidence, and what the source lacks"),
    examples: [
      .init("persona set show doelgroepenvervoer", Text(nl: "een set uit de bron", en: "a set of the source")),
      .init(
        "persona set show vervoer", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "set.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try given.name?.item(in: context) ?? context.workspace.currentSet()
    var blocks: [Block] = [.heading(Heading(set.theme, level: 2))]
    if let about = set.about { blocks.append(.paragraph(about)) }
    for (letter, axis) in [("x", set.x), ("y", set.y)] {
      guard let axis else { continue }
      let grades = axis.steps.isEmpty ? Text.verbatim("") : .verbatim(": ") + Text.joined(axis.steps, by: ", ")
      blocks.append(
        .paragraph(
          Text(
            nl: "\(letter) · \(axis.name.nl), van \(axis.low.nl) tot \(axis.high.nl)\(grades.nl)",
            en: "\(letter) · \(axis.name.en), from \(axis.low.en) to \(axis.high.en)\(grades.en)")))
    }
    if !set.personas.isEmpty { blocks.append(.table(PersonaTables.list(set, context))) }
    if !set.stages.isEmpty {
      let stages = Text.joined(set.stages.map(\.name), by: ", ")
      blocks.append(.paragraph(Text(nl: "fasen van een reis: \(stages.nl)", en: "stages of a journey: \(stages.en)")))
    }
    if !set.evidence.isEmpty {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Bewijs", en: "Evidence"),
            columns: [
              .numbers(
                "count", set.evidence.map { $0.count ?? .nan }, label: Text(nl: "aantal", en: "count"),
                format: .decimals(0)),
              .texts("what", set.evidence.map(\.text), label: Text(nl: "wat", en: "what"), in: context),
              .texts(
                "source", set.evidence.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context
              )
              .asDetail(),
            ])))
    }
    if !set.missing.isEmpty {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Niet in de bron, en daarom leeg", en: "Not in the source, and empty for that"),
            columns: [
              .texts("what", set.missing.map(\.what), label: Text(nl: "wat", en: "what"), in: context),
              .texts("source", set.missing.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
                .asDetail(),
            ])))
    }
    return Output(blocks + (try context.sources(set.citations)))
  }
}
