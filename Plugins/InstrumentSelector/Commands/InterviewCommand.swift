import WorkbenchKit

/// `instrument interview`: shows the next question.
struct InterviewCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        .flag(
          "all", about: Text(nl: "alle vragen met wat er geantwoord is", en: "all questions with what was answered")),
        SheetParameters.by, SheetParameters.name,
      ],
      examples: [
        .init("instrument interview", Text(nl: "de volgende vraag", en: "the next question")),
        .init("instrument interview --all", Text(nl: "alle vragen", en: "all questions")),
        .init(
          "instrument interview --by jan@example.org", Text(nl: "een rol is geen persoon", en: "a role is no person"),
          failsWith: "role.name"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let desk = try InterviewDesk(library, call, context)
    guard call.flag("all") else { return Output(try desk.blocks(context)) }
    let roles = desk.circle.roles(desk.name)
    let questions = desk.reader.questions
    var columns: [Column] = [
      .texts("question", questions.map(\.id), label: Text(nl: "vraag", en: "question")),
      .texts("text", questions.map { $0.label(context.language) }, label: Text(nl: "wat", en: "what")),
    ]
    columns += roles.map { role, sheet in
      .texts(
        role == CircleAnswers.usual ? "answer" : role, questions.map { sheet.answers[$0.id]?.shown(context.language) },
        label: role == CircleAnswers.usual ? Text(nl: "antwoord", en: "answer") : .verbatim(role))
    }
    return Output([
      .table(Table(title: Text(nl: "Vragen", en: "Questions"), columns: columns)),
      try library.sources(questions.map(\.source), context),
    ])
  }
}
