import Session
import WorkbenchKit

/// `show NAME`
struct ShowCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .keptResult, about: Text(nl: "de naam van de uitkomst", en: "the name of the result"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "show",
    aliases: ["toon"],
    summary: Text(nl: "toon een bewaarde uitkomst", en: "show a kept result"),
    examples: [
      Signature.Example("show uitkomst", Text(nl: "wat 'keep uitkomst' bewaarde", en: "what 'keep uitkomst' kept")),
      Signature.Example(
        "show nergens", Text(nl: "een naam die niet bestaat", en: "a name that does not exist"),
        failsWith: "result.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    try given.checking(\.name) { try KeptResult.named($0, in: context).result.output }
  }
}
