import WorkbenchKit

/// `instrument why [QUESTION]`: why a question is asked.
struct WhyCommand: Command {
  struct Arguments: Sendable {
    let question = Argument(
      optional: "question", .named(.question),
      about: Text(nl: "de vraag; anders die open staat", en: "the question; else the open one"))
    let speaker = SpeakerArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "instrument why", aliases: ["instrument waarom"],
      summary: Text(nl: "zeg waarom een vraag gesteld wordt", en: "say why a question is asked"),
      examples: [
        .init("instrument why power", Text(nl: "doorzettingsmacht", en: "power")),
        .init(
          "instrument why weer", Text(nl: "een vraag die er niet is", en: "a question that is not there"),
          failsWith: "question.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let interview = try given.speaker.interview(in: context)
    guard let question = try given.question?.item(in: context) ?? interview.next else {
      return Output(interview.blocks(context))
    }
    return Output([
      .heading(Heading(question.label, level: 2)), .paragraph(question.why),
      try context.knowledge.sources([question.source], in: context),
    ])
  }
}
