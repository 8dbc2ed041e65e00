import WorkbenchKit

/// `instrument interview`: shows the next question.
struct InterviewCommand: Command {
  struct Arguments: Sendable {
    let all = Argument(
      toggle: "all", about: Text(nl: "alle vragen met wat er geantwoord is", en: "all questions with what was answered")
    )
    let speaker = SpeakerArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "instrument interview", aliases: ["instrument vragen"],
      summary: Text(nl: "stel de vragen een voor een", en: "ask the questions one at a time"),
      details: Text(
        nl:
          "Toont de volgende vraag. 'instrument answer' antwoordt, 'instrument skip' slaat over, 'instrument back' gaat terug, 'instrument why' "
          + "zegt waarom het gevraagd wordt. In een script: instrument answer script=ja power=nee.",
        en:
          "Shows the next question. 'instrument answer' answers, 'instrument skip' passes over, 'instrument back' goes back, 'instrument why' "
          + "says why it is asked. In a script: instrument answer script=yes power=no."),
      examples: [
        .init("instrument interview", Text(nl: "de volgende vraag", en: "the next question")),
        .init("instrument interview --all", Text(nl: "alle vragen", en: "all questions")),
        .init(
          "instrument interview --by jan@example.org", Text(nl: "een rol is geen persoon", en: "a role is no person"),
          failsWith: "personal.found"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let interview = try given.speaker.interview(in: context)
    guard given.all else { return Output(interview.blocks(context)) }
    let roles = interview.circle.roles(interview.name)
    let questions = interview.reader.questions
    var columns: [Column] = [
      .texts("question", questions.map(\.id)).asDetail(),
      .texts("word", questions.map(\.word), label: Text(nl: "vraag", en: "question"), in: context),
      .texts("text", questions.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
    ]
    columns += roles.map { role, sheet in
      .texts(
        role == CircleAnswers.usual ? "answer" : role, questions.map { sheet.answers[$0.id]?.shown(context.language) },
        label: role == CircleAnswers.usual ? Text(nl: "antwoord", en: "answer") : .verbatim(role))
    }
    return Output(
      [
        .table(Table(title: Text(nl: "Vragen", en: "Questions"), columns: columns)),
        try context.knowledge.sources(questions.map(\.source), in: context),
      ] + interview.circle.remarks)
  }
}
