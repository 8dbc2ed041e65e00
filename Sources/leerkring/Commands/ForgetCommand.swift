import Session
import WorkbenchKit

/// `forget NAME`
struct ForgetCommand: UntypedHostCommand {
  let signature = Signature(
    "forget",
    aliases: ["vergeet"],
    summary: Text(nl: "haal een uitkomst uit de werkruimte", en: "take a result out of the workspace"),
    parameters: [
      .argument(
        "name", about: Text(nl: "de naam van de uitkomst", en: "the name of the result"),
        candidates: { context in context.workspace.names(.results).map { Candidate($0) } })
    ],
    changesWorkspace: true,
    examples: [
      Signature.Example("forget uitkomst", Text(nl: "wat 'keep uitkomst' bewaarde", en: "what 'keep uitkomst' kept")),
      Signature.Example(
        "forget nergens", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
        failsWith: "result.unknown"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let kept = try KeptResult.named(call.text("name") ?? "", in: context, at: call.place(of: "name"))
    context.workspace.setPart(PartName(.results, kept.name), to: nil)
    return Output([
      .notice(Notice(.info, Text(nl: "'\(kept.name)' is vergeten", en: "'\(kept.name)' is forgotten")))
    ])
  }
}
