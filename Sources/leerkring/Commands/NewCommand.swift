import Session
import WorkbenchKit

/// `new [FILE] [--discard]`
struct NewCommand: UntypedHostCommand {
  let file: OpenWorkspace

  let signature = Signature(
    "new",
    aliases: ["nieuw"],
    summary: Text(nl: "begin een lege werkruimte", en: "begin an empty workspace"),
    parameters: [
      .argument(
        "file", .file(existing: false), required: false,
        about: Text(nl: "het bestand waarin zij komt te staan", en: "the file in which it will stand")),
      .flag("discard", about: OpenCommand.discard),
    ],
    examples: [
      Signature.Example("new nieuw.json", Text(nl: "een lege, in dit bestand", en: "an empty one, in this file")),
      Signature.Example("new --discard", Text(nl: "een lege, in geen bestand", en: "an empty one, in no file")),
      Signature.Example(
        "new buurten.csv", Text(nl: "een bestand dat er al is", en: "a file that is there already"),
        failsWith: "workspace.exists"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    guard let path = call.text("file") else {
      return Output(try file.close(fresh: true, discard: call.flag("discard"), at: call.place).map(Block.notice))
    }
    try file.demandNothingIsLost(call)
    guard !FilePresence.exists(path) else {
      throw Diagnostic(
        "workspace.exists",
        Text(nl: "'\(path)' is er al", en: "'\(path)' is there already"),
        wayOut: Text(nl: "open het met: open \(path)", en: "open it with: open \(path)"), place: call.place(of: "file"))
    }
    return Output(try file.open(path, readOnly: false).map(Block.notice))
  }
}
