import Session
import WorkbenchKit

/// `forget NAME`
struct ForgetCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .keptResult, about: Text(nl: "de naam van de uitkomst", en: "the name of the result"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "forget",
    aliases: ["vergeet"],
    summary: Text(nl: "haal een uitkomst uit de werkruimte", en: "take a result out of the workspace"),
    changesWorkspace: true,
    examples: [
      Signature.Example("forget uitkomst", Text(nl: "wat 'keep uitkomst' bewaarde", en: "what 'keep uitkomst' kept")),
      Signature.Example(
        "forget nergens", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
        failsWith: "result.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let kept = try given.checking(\.name) { try KeptResult.named($0, in: context) }
    context.workspace.setPart(PartName(.results, kept.name), to: nil)
    return Output([.info(nl: "'\(kept.name)' is vergeten", en: "'\(kept.name)' is forgotten")])
  }
}
