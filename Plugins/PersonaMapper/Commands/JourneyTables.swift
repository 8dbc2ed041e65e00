import WorkbenchKit

/// Tables and curves of journeys.
enum JourneyTables {
  /// Everything of a journey, a row for each step; a stage without steps has a row of its own.
  static func steps(_ journey: Journey, _ context: Context) -> Table {
    let rows = journey.stages.flatMap { stage in
      stage.steps.isEmpty ? [(stage, JourneyStep?.none)] : stage.steps.map { (stage, Optional($0)) }
    }
    let steps = rows.map(\.1)
    func text(_ name: String, _ path: KeyPath<JourneyStep, Text?>, _ label: Text, detail: Bool = false) -> Column {
      Column.texts(name, steps.map { $0?[keyPath: path] }, label: label, in: context).asDetail(detail)
    }
    return Table(
      title: journey.title,
      columns: [
        .texts("stage", rows.map(\.0.name), label: Text(nl: "fase", en: "stage"), in: context),
        .texts("step", steps.map { $0?.id }, label: Text(nl: "stap", en: "step")).asDetail(),
        text("doing", \.doing, Text(nl: "doet", en: "does")),
        text("touchpoint", \.touchpoint, Text(nl: "contact", en: "touchpoint")),
        .texts(
          "channel", steps.map { $0?.channel.map(Channel.label) }, label: Text(nl: "kanaal", en: "channel"), in: context
        ),
        .texts("actor", steps.map { $0?.actor }, label: Text(nl: "wie", en: "actor")).asDetail(),
        .texts("receiver", steps.map { $0?.receiver }, label: Text(nl: "aan wie", en: "to whom")).asDetail(),
        text("thinking", \.thinking, Text(nl: "denkt", en: "thinks"), detail: true),
        .numbers(
          "feeling", steps.map { $0?.feeling.map(Double.init) ?? .nan }, label: Text(nl: "gevoel", en: "feeling"),
          format: .decimals(0)),
        text("expectation", \.expectation, Text(nl: "verwacht", en: "expects"), detail: true),
        text("pain", \.pain, Text(nl: "pijn", en: "pain")),
        text("opportunity", \.opportunity, Text(nl: "kans", en: "opportunity"), detail: true),
        .texts("owner", steps.map { $0?.owner }, label: Text(nl: "eigenaar", en: "owner")),
        Column(
          "moment_of_truth", .booleans(steps.map { $0?.isMomentOfTruth }),
          label: Text(nl: "moment van de waarheid", en: "moment of truth")
        ).asDetail(),
        Column("planned", .booleans(steps.map { $0?.isPlanned }), label: Text(nl: "gepland", en: "planned")).asDetail(),
        Column("actual", .booleans(steps.map { $0?.isActual }), label: Text(nl: "gebeurd", en: "actual")).asDetail(),
      ])
  }

  static func list(_ set: PersonaSet, _ context: Context) -> Table {
    let journeys = set.journeys
    let names = set.personas.labels
    return Table(
      title: Text(nl: "Klantreizen", en: "Journeys"),
      columns: [
        .texts("journey", journeys.map(\.id), label: Text(nl: "reis", en: "journey")),
        .texts("title", journeys.map(\.title), label: Text(nl: "titel", en: "title"), in: context),
        .texts("persona", journeys.map(\.persona), label: .verbatim("persona")).asDetail(),
        .texts(
          "persona_label", journeys.map { $0.persona.flatMap { names[$0] } }, label: .verbatim("persona"), in: context),
        .counts("stages", journeys.map(\.phases.count), label: Text(nl: "fasen", en: "stages")),
        .counts("steps", journeys.map(\.steps.count), label: Text(nl: "stappen", en: "steps")),
      ])
  }

  /// The feeling along one journey, step by step.
  static func curve(_ journey: Journey, _ set: PersonaSet, _ context: Context) -> Chart {
    let walk = journey.walk
    return Chart(
      .line, title: journey.title, x: Chart.Axis(Text(nl: "stap", en: "step")), y: feelingAxis,
      categories: walk.enumerated().map { "\($0.offset + 1). \($0.element.step.label(context.language))" },
      series: [
        .init(name: name(journey, set, context), values: walk.map { $0.step.feeling.map(Double.init) ?? .nan })
      ])
  }

  /// The mean feeling of each stage along several journeys.
  static func curves(_ journeys: [Journey], _ set: PersonaSet, _ context: Context) -> Chart {
    let stages = journeys.allStages
    return Chart(
      .line, title: Text(nl: "Gevoel per fase", en: "Feeling by stage"), x: Chart.Axis(Text(nl: "fase", en: "stage")),
      y: feelingAxis, categories: stages.map { $0.name(context.language) },
      series: journeys.map { journey in
        .init(name: name(journey, set, context), values: stages.map { journey.feeling(of: $0.id) ?? .nan })
      })
  }

  private static var feelingAxis: Chart.Axis {
    Chart.Axis(
      Text(nl: "gevoel", en: "feeling"), range: -2...2, low: Text(nl: "heel slecht", en: "very bad"),
      high: Text(nl: "heel goed", en: "very good"))
  }

  static func name(_ journey: Journey, _ set: PersonaSet, _ context: Context) -> String {
    set.persona(journey.persona).map { "\($0.name(context.language)) (\(journey.id))" } ?? journey.id
  }
}
