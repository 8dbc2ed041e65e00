import Session
import WorkbenchKit

/// `show NAME`
struct ShowCommand: UntypedHostCommand {
  let signature = Signature(
    "show",
    aliases: ["toon"],
    summary: Text(nl: "toon een bewaarde uitkomst", en: "show a kept result"),
    parameters: [
      .argument(
        "name", about: Text(nl: "de naam van de uitkomst", en: "the name of the result"),
        candidates: { context in context.workspace.names(.results).map { Candidate($0) } })
    ],
    examples: [
      Signature.Example("show uitkomst", Text(nl: "wat 'keep uitkomst' bewaarde", en: "what 'keep uitkomst' kept")),
      Signature.Example(
        "show nergens", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
        failsWith: "result.unknown"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let name = call.text("name") ?? ""
    return try KeptResult.named(name, in: context, at: call.place(of: "name")).result.output
  }
}
