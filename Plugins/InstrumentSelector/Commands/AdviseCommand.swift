import Methods
import WorkbenchKit

/// `instrument advise [key=value…]`: the style, the instruments in order with reasons, and what would change it.
struct AdviseCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument advise", aliases: ["instrument advies"],
      summary: Text(
        nl: "adviseer een stijl en instrumenten, met de redenen", en: "advise a style and instruments, with the reasons"
      ),
      details: Text(
        nl:
          "Antwoorden als script=ja gaan voor wat in het interview gezegd is; zonder rol geldt het oordeel van de groep. De stijl komt uit de "
          + "tabel regiestijl; de volgorde is een gewogen som van criteria met gewichten die van ons zijn en die --weights verandert. Gelijke "
          + "scores delen een plaats.",
        en:
          "Answers such as script=yes go before what was said in the interview; without a role the group's judgement holds. The style comes from "
          + "the table regiestijl; the order is a weighted sum of criteria with weights that are ours and that --weights changes. Equal scores "
          + "share a rank."),
      parameters: [
        .argument(
          "answers", .pair, required: false, repeated: true, about: Text(nl: "VRAAG=ANTWOORD", en: "QUESTION=ANSWER"),
          candidates: { context in ((try? library.questions(context)) ?? []).map { Candidate($0.id + "=", $0.label) } }),
        .flag(
          "weights", .pair, repeated: true,
          about: Text(nl: "CRITERIUM=GEWICHT: rule=.5,domain=.2", en: "CRITERION=WEIGHT: rule=.5,domain=.2")),
        SheetParameters.by, SheetParameters.name,
      ],
      examples: [
        .init(
          "instrument advise script=yes power=no",
          Text(nl: "een eigen script zonder macht", en: "a script without power")),
        .init(
          "instrument advise ambition=ruimte domain=wonen exists=woonvisie+prestatieafspraken",
          Text(nl: "een ambitie en wat er al is", en: "an ambition and what is there")),
        .init(
          "instrument advise script=yes script=no",
          Text(nl: "twee antwoorden op één vraag", en: "two answers to one question"), failsWith: "answer.contradiction"
        ),
        .init(
          "instrument advise script=yes pouwer=no",
          Text(nl: "een vraag die er niet is", en: "a question that is not there"), failsWith: "question.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let reader = try AnswerReader(library, context)
    let circle = try CircleAnswers(context.workspace)
    let name = SheetParameters.name(call)
    let by = try SheetParameters.role(call)
    let roles = circle.roles(name).filter { by == nil || $0.role == by }
    if let by, roles.isEmpty {
      throw Diagnostic(
        "role.silent", Text(nl: "'\(by)' heeft nog niets geantwoord", en: "'\(by)' has answered nothing yet"),
        wayOut: Text(nl: "instrument answer … --by \(by)", en: "instrument answer … --by \(by)"),
        suggestion: NearestWord.best(by, among: circle.roles(name).map(\.role)), place: call.place(of: "by"))
    }
    let typed = call.pairs("answers").map { (key: $0.key, value: $0.value.plain, place: $0.place) }
    var answers = Answers.group(roles.map(\.sheet.answers))
    try reader.read(typed, into: &answers)
    let given = try AdviceWeights.read(call, "weights")
    let weights =
      given.isEmpty
      ? try AdviceWeights.group(roles.map(\.sheet.weights).filter { !$0.isEmpty }, at: call.place)
      : try AdviceWeights.shares(given, at: call.place(of: "weights"))
    let advisor = Advisor(
      instruments: try library.instruments(context), ambitions: try library.ambitions(context),
      book: try RuleBook(library, context), filled: try FilledIn(context.workspace),
      gaps: try AreaGaps(context.workspace),
      weights: weights)
    let advice = try advisor.advise(answers, at: call.place)
    let sensitivity = try Sensitivity(answers, advice, advisor, reader)
    let story = AdviceStory(advice: advice, advisor: advisor, answers: answers, context: context)
    var blocks = try story.blocks(sensitivity, library)
    if roles.count > 1 { blocks += try AdviceByRole(roles, typed, reader, advisor, context).blocks }
    context.workspace.note(
      assumption: Text(
        nl: "de criteria en hun gewichten zijn van ons, en niet uit een bron",
        en: "the criteria and their weights are ours, and not from a source"))
    blocks.append(
      try library.sources(
        advice.first.map(\.instrument.source) + [try advisor.book.table(advice.finding.table, at: nil).source], context)
    )
    return Output(blocks)
  }
}
