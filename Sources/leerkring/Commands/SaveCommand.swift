import Session
import WorkbenchKit

/// `save`
struct SaveCommand: HostCommand {
  let file: OpenWorkspace

  let signature = Signature(
    "save",
    summary: Text(nl: "schrijf de werkruimte naar haar bestand", en: "write the workspace to its file"),
    details: Text(
      nl: "Elke stap staat al op schijf in het journaal; bewaren zet ze samen in het ene leesbare bestand.",
      en: "Every step is on disk in the journal already; saving puts them together in the one readable file."),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("save", Text(nl: "alle stappen", en: "all steps"))
    ])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    try file.save(at: given.place)
    return Output([.info(nl: "bewaard in \(file.path ?? "")", en: "saved in \(file.path ?? "")")])
  }
}
