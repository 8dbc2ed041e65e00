import Session
import WorkbenchKit

/// `save-as FILE [--replace]`
struct SaveAsCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument("file", .newFile, about: Text(nl: "het bestand", en: "the file"))
    let replace = Argument(
      toggle: "replace", about: Text(nl: "ook als het er al is", en: "even where it is there already"))
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "save-as",
    summary: Text(nl: "schrijf de werkruimte naar een ander bestand", en: "write the workspace to another file"),
    details: Text(nl: "Daarna gaat het werk in dat bestand verder.", en: "After it the work goes on in that file."),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("save-as anders.json", Text(nl: "en daar verder", en: "and go on there")),
      Signature.Example(
        "save-as buurten.csv", Text(nl: "een bestand dat er al is", en: "a file that is there already"),
        failsWith: "workspace.exists"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let path = given.file
    let notices = try file.saveAs(path, replacing: given.replace).map(Block.notice)
    return Output(notices + [.info(nl: "bewaard in \(path)", en: "saved in \(path)")])
  }
}
