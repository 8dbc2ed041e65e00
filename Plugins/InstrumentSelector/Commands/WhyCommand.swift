import WorkbenchKit

/// `instrument why [QUESTION]`: why a question is asked.
struct WhyCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument why", aliases: ["instrument waarom"],
      summary: Text(nl: "zeg waarom een vraag gesteld wordt", en: "say why a question is asked"),
      parameters: [
        .argument(
          "question", required: false,
          about: Text(nl: "de vraag; anders die open staat", en: "the question; else the open one"),
          candidates: { context in ((try? library.questions(context)) ?? []).map { Candidate($0.id, $0.label) } }),
        SheetParameters.by, SheetParameters.name,
      ],
      examples: [
        .init("instrument why power", Text(nl: "doorzettingsmacht", en: "power")),
        .init(
          "instrument why weer", Text(nl: "een vraag die er niet is", en: "a question that is not there"),
          failsWith: "question.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let desk = try InterviewDesk(library, call, context)
    let named = try call.text("question").map {
      try Kind.question.one($0, among: desk.reader.questions, at: call.place(of: "question"))
    }
    guard let question = named ?? desk.next else { return Output(try desk.blocks(context)) }
    return Output([
      .heading(Heading(question.label, level: 2)), .paragraph(question.why),
      try library.sources([question.source], context),
    ])
  }
}
