import Session
import WorkbenchKit

/// `undo [N]`
struct UndoCommand: HostCommand {
  struct Arguments: Sendable {
    let count = StepNotice.count
  }

  static let arguments = Arguments()

  let signature = Signature(
    "undo",
    summary: Text(nl: "maak de laatste stap ongedaan", en: "take the last step back"),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("undo", Text(nl: "één stap terug", en: "one step back")),
      Signature.Example(
        "undo 9999", Text(nl: "meer dan er zijn", en: "more than there are"), failsWith: "undo.nothing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let count = given.count
    let lines = session.workspace.log.done.suffix(count).reversed().map(\.record.line)
    try session.apply(.undo(count))
    return StepNotice.output(Text(nl: "teruggedraaid", en: "taken back"), lines)
  }
}
