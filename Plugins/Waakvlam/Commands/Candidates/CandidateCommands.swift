import WorkbenchKit

/// `waakvlam candidate list`: who had the pilot light, and who could.
struct CandidateListCommand: Command {
  let signature = Signature(
    "waakvlam candidate list", aliases: ["waakvlam kandidaat lijst"],
    summary: Text(
      nl: "toon wie de waakvlam had, en wie hem zou kunnen hebben", en: "list who had the pilot light, and who could"),
    next: [
      FollowUp("waakvlam candidate score", Text(nl: "hoe zij het doen", en: "how they do"))
    ],
    examples: [.init("waakvlam candidate list", Text(nl: "alle negen", en: "all nine"))])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let candidates = try context.candidates
    let marks = try context.marks
    let table = Table(
      title: Text(nl: "Wie de waakvlam had of zou kunnen zijn", en: "Who had the pilot light or could have it"),
      columns: [
        .texts("candidate", candidates.map(\.id), label: Text(nl: "kandidaat", en: "candidate")),
        .texts("label", candidates.map(\.label), label: Text(nl: "wie", en: "who"), in: context).asDetail(),
        .texts("state", candidates.map(\.state.label), label: Text(nl: "hoe", en: "how"), in: context),
        .texts(
          "what", candidates.map(\.what.shown), label: Text(nl: "wat de bron zegt", en: "what the source says"),
          in: context),
        .texts("source", candidates.map { $0.what.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
          .asDetail(),
      ])
    let needs = Table(
      title: Text(nl: "Wat een waakvlam moet zijn", en: "What a pilot light has to be"),
      columns: [
        .texts("mark", marks.map(\.id), label: Text(nl: "kenmerk", en: "mark")),
        .texts("label", marks.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
      ])
    return Output([
      .table(table), .table(needs),
      try context.knowledge.sources(candidates.map(\.what.source) + marks.map(\.source), in: context),
    ])
  }
}

/// `waakvlam candidate score [CANDIDATE MARK=1..5 … --by ROLE]`: how candidates do on the marks of the source.
struct CandidateScoreCommand: Command {
  struct Arguments: Sendable {
    let candidate = Argument(optional: "candidate", .named(.candidate), about: Text(nl: "wie", en: "who"))
    let scores = Argument(
      list: "scores", .pair(.value.stating(.integer(1...5))), required: false,
      about: Text(nl: "kenmerk=1 tot 5, of weet-niet", en: "mark=1 to 5, or weet-niet (does not know)"),
      candidates: { context in ((try? context.marks) ?? []).map { Candidate("\($0.id)=", $0.label) } })
    let by = Argument(flag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.scores, about: [.init(arguments.candidate)], of: arguments.by) }

  let signature = Signature(
    "waakvlam candidate score", aliases: ["waakvlam kandidaat score"],
    summary: Text(
      nl: "zeg hoe een kandidaat het doet op de kenmerken, of toon wat er gezegd is",
      en: "say how a candidate does on the marks, or show what was said"),
    details: Text(
      nl:
        "1 helemaal niet, 5 helemaal; weet-niet telt apart. Een mediaan onder 3 mist de kandidaat; die grens en de schaal zijn van ons. A is de "
        + "overeenstemming van Van der Eijk (2001).",
      en:
        "1 not at all, 5 fully; weet-niet (does not know) counts apart. A median below 3 the candidate lacks; that limit and the scale are ours. A is "
        + "van der Eijk's agreement (2001)."),
    changesWorkspace: true,
    examples: [
      .init(
        "waakvlam candidate score wijkteam vertrouwd=2 ziet=4 vakmens=5 --by gemeente",
        Text(nl: "verzonnen", en: "invented")),
      .init("waakvlam candidate score", Text(nl: "wat er gezegd is", en: "what was said")),
      .init(
        "waakvlam candidate score wijkteam ziet=9 --by gemeente", Text(nl: "buiten de schaal", en: "beyond the scale"),
        failsWith: "mark.value"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var chain = try context.workspace.lightChain
    let candidate = try given.candidate?.item(in: context)
    if let candidate, !given.scores.isEmpty {
      guard let by = given.by else {
        throw Diagnostic(
          "argument.missing", Text(nl: "wie zegt dit?", en: "who says so?"),
          wayOut: Text(nl: "noem de rol met --by", en: "name the role with --by"), suggestion: "--by",
          place: given.place(of: \.scores))
      }
      for pair in given.scores {
        let mark = try Vocabulary<KnowledgeTerm>.mark.one(pair.key, in: context, at: pair.place)
        let answer = try ScaleAnswer.typed(pair.value.plain, of: mark.id, code: "mark.value", at: pair.place)
        chain.candidates[candidate.id, default: [:]][mark.id, default: [:]][by] = answer
      }
      context.workspace.store(chain)
    }
    return try Self.shown(chain, candidate, context)
  }

  private static func shown(_ chain: LightChain, _ only: LightHolder?, _ context: Context) throws -> Output {
    let marks = try context.marks
    let candidates = try context.candidates.filter { one in
      chain.candidates[one.id]?.values.contains { !$0.isEmpty } == true && (only == nil || only?.id == one.id)
    }
    guard !candidates.isEmpty else {
      return Output([
        .info(
          nl: "nog niemand zei iets; 'waakvlam candidate score wijkteam vertrouwd=2 --by ROL'",
          en: "nobody said anything yet; 'waakvlam candidate score wijkteam vertrouwd=2 --by ROLE'")
      ])
    }
    let summaries = candidates.map { one in marks.map { ShareSummary(chain.candidates[one.id]?[$0.id]) } }
    let matrix = CellMatrix(
      title: Text(nl: "Medianen per kenmerk", en: "Medians by mark"),
      rowHeading: Text(nl: "kandidaat", en: "candidate"),
      columnHeading: Text(nl: "kenmerk", en: "mark"), rows: candidates.map { .init($0.id, label: $0.label) },
      columns: marks.map { .init($0.id) },
      cells: summaries.map { row in
        row.map { summary in
          guard !summary.median.isNaN else { return CellMatrix.Cell([], mark: summary.unknown > 0 ? .unknown : nil) }
          return CellMatrix.Cell([], number: summary.median, mark: summary.median < 3 ? .absent : .present)
        }
      }, format: .decimals(1), range: 1...5)
    let rows = zip(candidates, summaries).flatMap { one, row in zip(marks, row).map { (one, $0, $1) } }
      .filter { !$0.2.values.isEmpty || $0.2.unknown > 0 }
    let table = Table(
      title: Text(nl: "Per kenmerk", en: "By mark"),
      columns: [
        .texts("candidate", rows.map(\.0.id), label: Text(nl: "kandidaat", en: "candidate")),
        .texts("mark", rows.map(\.1.id), label: Text(nl: "kenmerk", en: "mark")),
        .numbers("median", rows.map(\.2.median), label: Text(nl: "mediaan", en: "median"), format: .decimals(1)),
        .numbers(
          "agreement", rows.map(\.2.agreement), label: Text(nl: "eens (A)", en: "agreement (A)"), format: .decimals(2)),
        .counts("roles", rows.map { $0.2.values.count + $0.2.unknown }, label: Text(nl: "rollen", en: "roles")),
        .counts("unknown", rows.map(\.2.unknown), label: Text(nl: "weet niet", en: "unknown")),
      ])
    let lacks = zip(candidates, summaries).map { one, row -> Block in
      let lacking = zip(marks, row).filter { $0.1.median < 3 }.map(\.0.label)
      let shown = Text.joined(lacking, by: "; ")
      return lacking.isEmpty
        ? .paragraph(
          Text(nl: "\(one.label.nl) mist niets van wat gezegd is", en: "\(one.label.en) lacks nothing of what was said")
        )
        : .paragraph(Text(nl: "\(one.label.nl) mist: \(shown.nl)", en: "\(one.label.en) lacks: \(shown.en)"))
    }
    return Output(
      lacks + [
        .matrix(matrix), .table(table), MethodWords.scale,
        try context.knowledge.sources(marks.map(\.source) + [MethodWords.agreement], in: context),
      ])
  }
}
