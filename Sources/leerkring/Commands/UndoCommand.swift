import Session
import WorkbenchKit

/// `undo [N]`
struct UndoCommand: UntypedHostCommand {
  let signature = Signature(
    "undo",
    summary: Text(nl: "maak de laatste stap ongedaan", en: "take the last step back"),
    parameters: [StepNotice.count],
    changesWorkspace: true,
    examples: [
      Signature.Example("undo", Text(nl: "één stap terug", en: "one step back")),
      Signature.Example(
        "undo 9999", Text(nl: "meer dan er zijn", en: "more than there are"), failsWith: "undo.nothing"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let count = call.integer("n") ?? 1
    let lines = session.workspace.log.done.suffix(count).reversed().map(\.record.line)
    try session.apply(.undo(count))
    return StepNotice.output(Text(nl: "teruggedraaid", en: "taken back"), lines)
  }
}
