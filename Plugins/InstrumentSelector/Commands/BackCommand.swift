import WorkbenchKit

/// `instrument back`: takes the last answer back and asks again.
struct BackCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument back", aliases: ["instrument terug"],
      summary: Text(
        nl: "neem het laatste antwoord terug en stel die vraag weer",
        en: "take the last answer back and ask that question again"),
      parameters: [SheetParameters.by, SheetParameters.name], changesWorkspace: true,
      examples: [
        .init("instrument back", Text(nl: "een vraag terug", en: "a question back")),
        .init(
          "instrument back --by jan@example.org", Text(nl: "een rol is geen persoon", en: "a role is no person"),
          failsWith: "role.name"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    var desk = try InterviewDesk(library, call, context)
    var sheet = desk.sheet
    guard let last = sheet.asked.popLast() else {
      let notice = Notice(
        .info,
        Text(
          nl: "dit is de eerste vraag: er is niets om naar terug te gaan",
          en: "this is the first question: there is nothing to go back to"))
      return Output([.notice(notice)] + (try desk.blocks(context)))
    }
    sheet.answers[last] = nil
    sheet.skipped.removeAll { $0 == last }
    desk.sheet = sheet
    desk.circle.store(in: context.workspace)
    return Output(try desk.blocks(context))
  }
}
