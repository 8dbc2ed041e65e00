import WorkbenchKit

/// `instrument skip`: leaves the open question.
struct SkipCommand: Command {
  struct Arguments: Sendable {
    let speaker = SpeakerArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "instrument skip", aliases: ["instrument overslaan"],
      summary: Text(nl: "sla de vraag over die open staat", en: "pass over the open question"),
      changesWorkspace: true,
      examples: [
        .init("instrument skip", Text(nl: "de volgende", en: "the next one")),
        .init(
          "instrument skip --by jan@example.org", Text(nl: "een rol is geen persoon", en: "a role is no person"),
          failsWith: "personal.found"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var interview = try given.speaker.interview(in: context)
    guard let open = interview.next else { return Output(interview.blocks(context)) }
    interview.sheet.skipped.append(open.id)
    interview.sheet.asked.append(open.id)
    try interview.circle.store(in: context.workspace)
    return Output(interview.blocks(context))
  }
}
