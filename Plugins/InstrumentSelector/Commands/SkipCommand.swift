import WorkbenchKit

/// `instrument skip`: leaves the open question.
struct SkipCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument skip", aliases: ["instrument overslaan"],
      summary: Text(nl: "sla de vraag over die open staat", en: "pass over the open question"),
      parameters: [SheetParameters.by, SheetParameters.name], changesWorkspace: true,
      examples: [
        .init("instrument skip", Text(nl: "de volgende", en: "the next one")),
        .init(
          "instrument skip --by jan@example.org", Text(nl: "een rol is geen persoon", en: "a role is no person"),
          failsWith: "role.name"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    var desk = try InterviewDesk(library, call, context)
    guard let open = desk.next else { return Output(try desk.blocks(context)) }
    desk.sheet.skipped.append(open.id)
    desk.sheet.asked.append(open.id)
    desk.circle.store(in: context.workspace)
    return Output(try desk.blocks(context))
  }
}
