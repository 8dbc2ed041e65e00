import Session
import WorkbenchKit

/// `exit [N]`
struct ExitCommand: HostCommand {
  struct Arguments: Sendable {
    let code = Argument(
      "code", .integer(0...255), default: "0",
      about: Text(nl: "de code waarmee het programma eindigt", en: "the code with which the program ends"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "exit",
    aliases: ["quit", "stop"],
    summary: Text(nl: "ga eruit", en: "leave"),
    examples: [
      Signature.Example("exit", Text(nl: "alles is goed", en: "all is fine")),
      Signature.Example(
        "exit 256", Text(nl: "groter dan een code kan zijn", en: "larger than a code can be"),
        failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    throw ExitRequest(code: Int32(given.code))
  }
}
