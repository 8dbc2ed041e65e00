import Session
import WorkbenchKit

/// `new [FILE] [--discard]`
struct NewCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument(
      optional: "file", .newFile,
      about: Text(nl: "het bestand waarin zij komt te staan", en: "the file in which it will stand"))
    let discard = OpenCommand.discard
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "new",
    aliases: ["nieuw"],
    summary: Text(nl: "begin een lege werkruimte", en: "begin an empty workspace"),
    examples: [
      Signature.Example("new nieuw.json", Text(nl: "een lege, in dit bestand", en: "an empty one, in this file")),
      Signature.Example("new --discard", Text(nl: "een lege, in geen bestand", en: "an empty one, in no file")),
      Signature.Example(
        "new buurten.csv", Text(nl: "een bestand dat er al is", en: "a file that is there already"),
        failsWith: "workspace.exists"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    guard let path = given.file else {
      return Output(try file.close(fresh: true, discard: given.discard, at: given.place).map(Block.notice))
    }
    try file.demandNothingIsLost(discard: given.discard, at: given.place)
    guard !FilePresence.exists(path) else {
      throw Diagnostic(
        "workspace.exists",
        Text(nl: "'\(path)' is er al", en: "'\(path)' is there already"),
        wayOut: Text(nl: "open het met: open \(path)", en: "open it with: open \(path)"), place: given.place(of: \.file)
      )
    }
    return Output(try file.open(path, readOnly: false).map(Block.notice))
  }
}
