import Session
import WorkbenchKit

/// `close [--discard]`
struct CloseCommand: HostCommand {
  struct Arguments: Sendable {
    let discard = OpenCommand.discard
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "close",
    aliases: ["sluit"],
    summary: Text(nl: "leg de werkruimte weg", en: "put the workspace away"),
    examples: [
      Signature.Example("close --discard", Text(nl: "daarna is zij leeg", en: "it is empty after that")),
      Signature.Example(
        "close berflo.json", Text(nl: "er is er nooit meer dan één open", en: "there is never more than one open"),
        failsWith: "argument.surplus"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    Output(try file.close(fresh: false, discard: given.discard, at: given.place).map(Block.notice))
  }
}
