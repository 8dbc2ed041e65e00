import WorkbenchKit

/// `casus lessons`: conditions and open points side by side, by cause.
struct LessonsCommand: Command {
  struct Arguments: Sendable {
    let theme = Argument(
      flag: "theme", .named(.cause),
      about: Text(
        nl: "één oorzaak: tijd, vertrouwen, geld, uren, recht of mensen",
        en: "one cause: time, trust, money, hours, law or people"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus lessons", aliases: ["casus lessen"],
    summary: Text(
      nl: "toon voorwaarden en open punten uit de bronnen, per oorzaak",
      en: "show conditions and open points of the sources, by cause"),
    details: Text(
      nl:
        "De indeling naar oorzaak is van ons. Bij een centrale vraag (IA tot IIIA) staat wat de bron er in het algemeen bij zegt.",
      en:
        "The division by cause is ours. At a central question (IA to IIIA) stands what the source says of it in general."
    ),
    soughtBy: ["misging", "wrong", "geleerd", "knelpunt"],
    examples: [
      .init("casus lessons", Text(nl: "alle oorzaken", en: "all causes")),
      .init("casus lessons --theme geld", Text(nl: "alleen geld", en: "money only")),
      .init(
        "casus lessons --theme weer", Text(nl: "een oorzaak die er niet is", en: "a cause that is not there"),
        failsWith: "theme.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let causes = try context.causes
    let theme = try given.theme?.item(in: context).id
    let order = causes.map(\.id)
    let lessons = try context.lessons.filter { theme == nil || $0.cause == theme }
      .enumerated().sorted {
        let left = (order.firstIndex(of: $0.element.cause) ?? order.count, $0.element.kind == .open ? 0 : 1, $0.offset)
        return left < (
          order.firstIndex(of: $1.element.cause) ?? order.count, $1.element.kind == .open ? 0 : 1, $1.offset
        )
      }.map(\.element)
    let labels = try context.shelf.labels
    let table = Table(
      columns: [
        .texts("cause", lessons.map(\.cause), label: Text(nl: "oorzaak", en: "cause")).asDetail(),
        .texts(
          "cause_label", lessons.map { causes.labels[$0.cause] }, label: Text(nl: "oorzaak", en: "cause"), in: context
        )
        .asDetail(theme != nil),
        .texts("case", lessons.map(\.owner), label: Text(nl: "voorbeeld", en: "example")).asDetail(),
        .texts(
          "case_label",
          lessons.map { labels[$0.owner] ?? Text(nl: "vraag \($0.owner)", en: "question \($0.owner)") },
          label: Text(nl: "voorbeeld", en: "example"), in: context),
        .texts("kind", lessons.map(\.kind.rawValue), label: Text(nl: "soort", en: "kind")).asDetail(),
        .texts("kind_label", lessons.map(\.kind.label), label: Text(nl: "soort", en: "kind"), in: context),
        .texts("text", lessons.map(\.what.shown), label: Text(nl: "wat", en: "what"), in: context),
        .texts("lines", lessons.map { $0.what.source?.lineText }, label: Text(nl: "regels", en: "lines")),
        .texts("source", lessons.map { $0.what.source?.id }, label: Text(nl: "bron", en: "source")).asDetail(),
      ])
    let firsts = lessons.indices.filter { $0 == 0 || lessons[$0].cause != lessons[$0 - 1].cause }
    return Output([
      .paragraph(Self.answer(lessons, causes)),
      .table(theme == nil ? table.atAGlance(columns: ["cause_label", "case_label", "text"], rows: firsts) : table),
      .info(nl: "de indeling naar oorzaak is van ons", en: "the division by cause is ours"),
      try context.knowledge.sources(lessons.map(\.what.source), in: context),
    ])
  }

  private static func answer(_ lessons: [Lesson], _ causes: [TraitWord]) -> Text {
    let open = Text.counted(
      lessons.count { $0.kind == .open }, Text(nl: "open punt", en: "open point"),
      Text(nl: "open punten", en: "open points"))
    let conditions = Text.counted(
      lessons.count { $0.kind == .condition }, Text(nl: "voorwaarde", en: "condition"),
      Text(nl: "voorwaarden", en: "conditions"))
    let counts = causes.compactMap { cause -> Text? in
      let count = lessons.count { $0.cause == cause.id }
      return count == 0 ? nil : cause.label + .verbatim(" \(count)")
    }
    let listed = Text.joined(counts)
    return Text(nl: "\(open.nl) en \(conditions.nl): \(listed.nl)", en: "\(open.en) and \(conditions.en): \(listed.en)")
  }
}
