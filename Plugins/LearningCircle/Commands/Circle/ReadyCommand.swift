import WorkbenchKit

/// `kring ready [SUBJECT] [STEP=VALUE…] [--by ROLE]`: whether roles know, want, are able, and do.
struct ReadyCommand: Command {
  struct Arguments: Sendable {
    let subject = Argument(
      optional: "subject", .words, about: Text(nl: "waarover: wonen, crisis", en: "about what: wonen, crisis"),
      candidates: { context in
        ((try? context.workspace.currentCircle)?.readiness.keys.sorted() ?? []).map { Candidate($0) }
      })
    let steps = Argument(
      list: "steps", .pair(.value.stating(.choice(ScaleAnswer.scale))), required: false,
      about: Text(
        nl: "weten=4 willen=3 kunnen=2 doen=1", en: "weten=4 willen=3 kunnen=2 doen=1 (know, want, able, do)"),
      candidates: { _ in ReadyStep.allCases.map { Candidate("\($0.rawValue)=", $0.label) } })
    let by = Argument(flag: "by", .circleRole, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
    let threshold = Argument(
      flag: "threshold", .number(1...5), default: "3",
      about: Text(nl: "een mediaan hieronder is een knelpunt", en: "a median below this is a bottleneck"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.steps, about: [.init(arguments.subject)], of: arguments.by) }

  let signature = Signature(
    "kring ready", aliases: ["kring klaar"],
    summary: Text(
      nl: "kijk per onderwerp of rollen het weten, willen, kunnen en doen",
      en: "look for each subject whether roles know, want, are able and do"),
    details: Text(
      nl:
        "Zonder onderwerp alle onderwerpen naast elkaar. Het knelpunt is de eerste stap, in die volgorde, met een mediaan onder --threshold. Wie "
        + "het niet weet (weet-niet) telt apart en is geen laag antwoord. Het zijn de vier punten van 'steer scan readiness', hier per onderwerp.",
      en:
        "Without a subject all subjects side by side. The bottleneck is the first step, in that order, with a median below --threshold. Who does "
        + "not know (weet-niet) counts apart and is no low answer. These are the four items of 'steer scan readiness', here for each subject."
    ),
    changesWorkspace: true,
    examples: [
      .init(
        "kring ready wonen weten=4 willen=5 kunnen=2 doen=1 --by gemeente",
        Text(nl: "een rol over wonen", en: "a role on housing")),
      .init("kring ready", Text(nl: "alle onderwerpen", en: "all subjects")),
      .init(
        "kring ready wonen weten=9 --by gemeente", Text(nl: "buiten de schaal", en: "beyond the scale"),
        failsWith: "ready.value"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    guard let subject = given.subject?.foldedForLookup, !subject.isEmpty else {
      return Output(try Self.matrix(circle, given.threshold, context))
    }
    if !given.steps.isEmpty {
      guard let by = given.by else {
        throw Diagnostic(
          "argument.missing", Text(nl: "wie zegt dit?", en: "who says so?"),
          wayOut: Text(nl: "noem de rol met --by", en: "name the role with --by"), suggestion: "--by",
          place: given.place(of: \.steps))
      }
      let role = circle.canonical(by)
      for pair in given.steps {
        guard
          let step = ReadyStep.allCases.first(where: {
            $0.rawValue == pair.key.foldedForLookup || $0.label.en == pair.key
          })
        else {
          throw Diagnostic(
            "ready.step", Text(nl: "'\(pair.key)' is geen stap", en: "'\(pair.key)' is no step"),
            wayOut: Text(nl: "weten, willen, kunnen of doen", en: "weten, willen, kunnen or doen"),
            suggestion: NearestWord.best(pair.key, among: ReadyStep.allCases.map(\.rawValue)), place: pair.place)
        }
        let answer = try ScaleAnswer.typed(pair.value.plain, of: step.rawValue, code: "ready.value", at: pair.place)
        circle.readiness[subject, default: [:]].take(answer, to: step.rawValue, by: role)
      }
      context.workspace.store(circle)
    }
    return Output(try Self.blocks(circle, subject, given.threshold, context))
  }

  private static func summaries(_ circle: Circle, _ subject: String) -> [AnswerSummary] {
    ReadyStep.allCases.map { AnswerSummary(circle.readiness[subject]?[$0.rawValue] ?? [:]) }
  }

  private static func bottleneck(_ summaries: [AnswerSummary], _ threshold: Double) -> ReadyStep? {
    zip(ReadyStep.allCases, summaries).first { $0.1.median < threshold }?.0
  }

  private static func blocks(
    _ circle: Circle, _ subject: String, _ threshold: Double, _ context: Context
  ) throws -> [Block] {
    let summaries = summaries(circle, subject)
    let steps = ReadyStep.allCases
    let table = Table(
      title: Text(nl: "Klaar voor \(subject)", en: "Ready for \(subject)"),
      columns: [
        .texts("step", steps.map(\.rawValue), label: Text(nl: "stap", en: "step"))
      ] + AnswerSummary.columns(summaries, showsRoles: context.showsRoles))
    var facts = Facts()
    let found = bottleneck(summaries, threshold)
    if let found {
      facts.add(
        "bottleneck", .text(found.rawValue), label: Text(nl: "knelpunt", en: "bottleneck"), shown: found.label)
    }
    let roles = Set(steps.flatMap { (circle.readiness[subject]?[$0.rawValue] ?? [:]).keys })
    facts.add("roles", roles.count, label: Text(nl: "rollen", en: "roles"))
    return [
      .table(table), .facts(facts), MeasureWords.scale, try context.knowledge.sources([ReadyStep.source], in: context),
    ]
  }

  private static func matrix(_ circle: Circle, _ threshold: Double, _ context: Context) throws -> [Block] {
    let subjects = circle.readiness.keys.sorted()
    let scanned = try scanned(context)
    guard !subjects.isEmpty || scanned != nil else {
      return [
        .info(
          nl: "nog geen onderwerp; 'kring ready wonen weten=4 willen=3 kunnen=2 doen=1 --by ROL'",
          en: "no subject yet; 'kring ready wonen weten=4 willen=3 kunnen=2 doen=1 --by ROLE'"),
        MeasureWords.scale,
      ]
    }
    var cells = subjects.map { subject -> [CellMatrix.Cell] in
      let summaries = summaries(circle, subject)
      let found = bottleneck(summaries, threshold)
      return zip(ReadyStep.allCases, summaries).map { step, summary in
        guard summary.median.isFinite else { return CellMatrix.Cell([], mark: summary.roles > 0 ? .unknown : nil) }
        let isFound = step == found
        let mark: CellMatrix.Mark = summary.median >= threshold ? .present : isFound ? .absent : .partly
        return CellMatrix.Cell(
          isFound ? [.init(Text(nl: "knelpunt", en: "bottleneck"))] : [], number: summary.median, mark: mark)
      }
    }
    var rows = subjects.map { CellMatrix.Entry($0) }
    if let scanned {
      rows.append(
        .init(
          "steer scan readiness",
          label: Text(nl: "de gemeente als geheel (scan)", en: "the municipality as a whole (scan)")))
      cells.append(scanned)
    }
    let matrix = CellMatrix(
      title: Text(nl: "Weten, willen, kunnen, doen", en: "Know, want, be able, do"),
      rowHeading: Text(nl: "onderwerp", en: "subject"), columnHeading: Text(nl: "stap", en: "step"),
      rows: rows, columns: ReadyStep.allCases.map { .init($0.rawValue, label: $0.label) },
      cells: cells, format: .decimals(1), range: 1...5)
    return [.matrix(matrix), MeasureWords.scale, try context.knowledge.sources([ReadyStep.source], in: context)]
  }

  /// What 'steer scan readiness' found of the same four steps, where it was offered; nil where it was not.
  private static func scanned(_ context: Context) throws -> [CellMatrix.Cell]? {
    guard let table = try context.workspace.table("steer.scans"), let kinds = table.column("kind")?.texts,
      let items = table.column("item")?.texts, let medians = table.column("median")?.numbers,
      kinds.contains("readiness")
    else { return nil }
    return ReadyStep.allCases.map { step in
      guard let row = kinds.indices.first(where: { kinds[$0] == "readiness" && items[$0] == step.rawValue }) else {
        return .empty
      }
      return CellMatrix.Cell([], number: medians[row])
    }
  }
}
