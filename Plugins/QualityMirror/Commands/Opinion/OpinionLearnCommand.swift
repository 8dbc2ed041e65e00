import WorkbenchKit

/// `spiegel opinion learn`: kinds of cases to talk of.
struct OpinionLearnCommand: Command {
  struct Arguments: Sendable {
    let theme = Argument(
      flag: "theme", .words, about: Text(nl: "het thema waar het bij hoort", en: "the theme that it belongs to"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel opinion learn", aliases: ["spiegel mening leer"],
    summary: Text(
      nl: "zet klaar wat op de agenda kan: soorten zaken waarin het panel milder is",
      en: "put forward what can go on the agenda: kinds of cases in which the panel is milder"),
    details: Text(
      nl:
        "Een soort komt naar voren als het panel in meer dan de helft van de zaken milder is en ook de ondergrens van het interval (95 %) boven de helft ligt. Elke regel is een punt voor 'agenda add'.",
      en:
        "A kind is put forward where the panel is milder in more than half of the cases and the lower limit of the interval (95%) lies above half as well. Each line is an item for 'agenda add'."
    ),
    examples: [
      .init("spiegel opinion learn --theme toegang", Text(nl: "bij een thema", en: "of a theme")),
      .init(
        "spiegel opinion learn --theme 06-12345678", Text(nl: "een nummer van een mens", en: "a person's number"),
        failsWith: "personal.found"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let cases = try context.workspace.panels.cases
    guard !cases.isEmpty else { return Output([PanelWords.none]) }
    let counts = SmallCounts(context.workspace)
    let views = PanelViews(cases, threshold: counts.threshold)
    let points = LearningPoint.all(views, theme: given.theme)
    let notice = counts.notice(holdsBack: views.rows.holdsBack)
    guard !points.isEmpty else {
      return Output(
        [
          .info(
            nl: "bij geen soort die getoond mag worden is het panel overtuigend milder",
            en: "in no kind that may show is the panel convincingly milder")
        ] + [notice].compactMap { $0 })
    }
    let lines = points.map { point in
      "agenda add \(TypedWord.quoted(point.text(context.language))) --from \(TypedWord.quoted("spiegel:\(point.kind)"))"
    }
    return Output(
      [
        .table(
          Table(
            title: Text(nl: "Om van te leren", en: "To learn from"),
            columns: [
              .texts("kind", points.map(\.kind), label: Text(nl: "soort", en: "kind")),
              .texts("because", points.map(\.because), label: Text(nl: "waarom", en: "because"), in: context),
              .texts("text", points.map(\.text), label: Text(nl: "agendapunt", en: "agenda item"), in: context),
              .texts("line", lines).asDetail(),
            ])), PanelWords.noCourt,
      ] + [notice].compactMap { $0 })
  }
}
