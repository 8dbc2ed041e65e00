import Session
import WorkbenchKit

/// `open FILE [--readonly] [--discard]`
struct OpenCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "het bestand", en: "the file"))
    let readOnly = Argument(toggle: "readonly", about: Text(nl: "alleen om te lezen", en: "for reading only"))
    let discard = OpenCommand.discard
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "open",
    aliases: ["werkruimte open", "workspace open"],
    summary: Text(nl: "open een werkruimte", en: "open a workspace"),
    examples: [
      Signature.Example("open berflo.json", Text(nl: "om eraan verder te werken", en: "to go on with it")),
      Signature.Example(
        "open nergens/er.json", Text(nl: "een map die er niet is", en: "a folder that is not there"),
        failsWith: "workspace.missing"),
    ])

  static let discard = Argument(
    toggle: "discard",
    about: Text(nl: "doe weg wat nog in geen bestand staat", en: "throw away what stands in no file yet"))

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    try file.demandNothingIsLost(discard: given.discard, at: given.place)
    let path = given.file
    guard FilePresence.exists(path) else {
      throw Diagnostic(
        "workspace.missing",
        Text(nl: "'\(path)' is er niet", en: "'\(path)' is not there"),
        wayOut: Text(nl: "maak een werkruimte met: new \(path)", en: "make a workspace with: new \(path)"),
        place: given.place(of: \.file))
    }
    return Output(try file.open(path, readOnly: given.readOnly).map(Block.notice))
  }
}
