import Session
import WorkbenchKit

/// `open FILE [--readonly] [--discard]`
struct OpenCommand: UntypedHostCommand {
  let file: OpenWorkspace

  let signature = Signature(
    "open",
    aliases: ["werkruimte open", "workspace open"],
    summary: Text(nl: "open een werkruimte", en: "open a workspace"),
    parameters: [
      .argument("file", .file(existing: true), about: Text(nl: "het bestand", en: "the file")),
      .flag("readonly", about: Text(nl: "alleen om te lezen", en: "for reading only")),
      .flag("discard", about: OpenCommand.discard),
    ],
    examples: [
      Signature.Example("open berflo.json", Text(nl: "om eraan verder te werken", en: "to go on with it")),
      Signature.Example(
        "open nergens/er.json", Text(nl: "een map die er niet is", en: "a folder that is not there"),
        failsWith: "workspace.missing"),
    ])

  static let discard = Text(
    nl: "doe weg wat nog in geen bestand staat", en: "throw away what stands in no file yet")

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    try file.demandNothingIsLost(call)
    let path = call.text("file") ?? ""
    guard FilePresence.exists(path) else {
      throw Diagnostic(
        "workspace.missing",
        Text(nl: "'\(path)' is er niet", en: "'\(path)' is not there"),
        wayOut: Text(nl: "maak een werkruimte met: new \(path)", en: "make a workspace with: new \(path)"),
        place: call.place(of: "file"))
    }
    return Output(try file.open(path, readOnly: call.flag("readonly")).map(Block.notice))
  }
}
