import WorkbenchKit

/// `instrument advise [key=value…]`: the style, the instruments in order with reasons, and what would change it.
struct AdviseCommand: Command {
  struct Arguments: Sendable {
    let answers = Argument(
      list: "answers", .pair(.name), required: false, about: Text(nl: "VRAAG=ANTWOORD", en: "QUESTION=ANSWER"),
      candidates: Question.candidates)
    let weights = Argument(
      flags: "weights", .pair(.value),
      about: Text(nl: "CRITERIUM=GEWICHT: rule=.5,domain=.2", en: "CRITERION=WEIGHT: rule=.5,domain=.2"))
    let speaker = SpeakerArguments()
  }

  static let arguments = Arguments()

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
          + "scores delen een plaats. Zet geen antwoord het ene instrument voor het andere, dan staat er de vraag die het meest zou zeggen. Wat "
          + "er volgens wzw.gaps tekortkomt, of nog onbekend is, telt mee en geeft onderwerpen voor de prestatieafspraken, en zo ook de maatregelen "
          + "van een arrangement ('arrangement show … --offer').",
        en:
          "Answers such as script=yes go before what was said in the interview; without a role the group's judgement holds. The style comes from "
          + "the table regiestijl; the order is a weighted sum of criteria with weights that are ours and that --weights changes. Equal scores "
          + "share a rank. Where no answer puts one instrument before another, the question stands there that would tell most. What is lacking "
          + "by wzw.gaps, or not known yet, counts and gives topics for the performance agreements, and so do the measures of an arrangement "
          + "('arrangement show … --offer')."),
      next: [
        FollowUp("instrument list", Text(nl: "alle instrumenten", en: "all the instruments"))
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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let reader = try AnswerReader(context)
    let circle = try CircleAnswers(context.workspace)
    let by = given.speaker.by
    let everybody = circle.roles(given.speaker.caseName)
    let roles = everybody.filter { by == nil || $0.role == by }
    if let by, roles.isEmpty {
      throw Diagnostic(
        "role.silent", Text(nl: "'\(by)' heeft nog niets geantwoord", en: "'\(by)' has answered nothing yet"),
        wayOut: Text(nl: "instrument answer … --by \(by)", en: "instrument answer … --by \(by)"),
        suggestion: NearestWord.best(by, among: everybody.map(\.role)), place: given.speaker.place(of: \.by))
    }
    var answers = Answers.group(roles.map(\.sheet.answers))
    try reader.read(given.answers, into: &answers)
    let weights = try given.checking(\.weights) { typed in
      typed.isEmpty
        ? try AdviceWeights.group(roles.map(\.sheet.weights).filter { !$0.isEmpty })
        : try AdviceWeights.shares(AdviceWeights.read(typed))
    }
    let advisor = try Advisor(weights: weights, in: context)
    let advice = try advisor.advise(answers)
    let report = AdviceReport(advice: advice, advisor: advisor, answers: answers, context: context)
    var blocks = try report.blocks(reader)
    if roles.count > 1 { blocks += try AdviceByRole(roles, given.answers, reader, advisor, context).blocks }
    context.workspace.note(
      assumption: Text(
        nl: "de criteria en hun gewichten zijn van ons, en niet uit een bron",
        en: "the criteria and their weights are ours, and not from a source"))
    blocks += circle.remarks + advisor.notes.remarks + advisor.book.remarks()
    let citations = try report.citations + [advisor.book.table(advice.finding.table).source]
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }
}
