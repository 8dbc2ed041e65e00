import Session
import WorkbenchKit

/// `save-as FILE [--replace]`
struct SaveAsCommand: UntypedHostCommand {
  let file: OpenWorkspace

  let signature = Signature(
    "save-as",
    summary: Text(nl: "schrijf de werkruimte naar een ander bestand", en: "write the workspace to another file"),
    details: Text(nl: "Daarna gaat het werk in dat bestand verder.", en: "After it the work goes on in that file."),
    parameters: [
      .argument("file", .file(existing: false), about: Text(nl: "het bestand", en: "the file")),
      .flag("replace", about: Text(nl: "ook als het er al is", en: "even where it is there already")),
    ],
    examples: [
      Signature.Example("save-as anders.json", Text(nl: "en daar verder", en: "and go on there")),
      Signature.Example(
        "save-as buurten.csv", Text(nl: "een bestand dat er al is", en: "a file that is there already"),
        failsWith: "workspace.exists"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let path = call.text("file") ?? ""
    var notices = try file.saveAs(path, replacing: call.flag("replace"))
    notices.append(Notice(.info, Text(nl: "bewaard in \(path)", en: "saved in \(path)")))
    return Output(notices.map(Block.notice))
  }
}
