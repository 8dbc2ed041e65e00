import WorkbenchKit

/// `instrument back`: takes the last answer back and asks again.
struct BackCommand: Command {
  struct Arguments: Sendable {
    let speaker = SpeakerArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "instrument back", aliases: ["instrument terug"],
      summary: Text(
        nl: "neem het laatste antwoord terug en stel die vraag weer",
        en: "take the last answer back and ask that question again"),
      changesWorkspace: true,
      examples: [
        .init("instrument back", Text(nl: "een vraag terug", en: "a question back")),
        .init(
          "instrument back --by jan@example.org", Text(nl: "een rol is geen persoon", en: "a role is no person"),
          failsWith: "personal.found"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var interview = try given.speaker.interview(in: context)
    var sheet = interview.sheet
    guard let last = sheet.asked.popLast() else {
      let first = Block.info(
        nl: "dit is de eerste vraag: er is niets om naar terug te gaan",
        en: "this is the first question: there is nothing to go back to")
      return Output([first] + interview.blocks(context))
    }
    sheet.answers[last] = nil
    sheet.skipped.removeAll { $0 == last }
    interview.sheet = sheet
    try interview.circle.store(in: context.workspace)
    return Output(interview.blocks(context))
  }
}
