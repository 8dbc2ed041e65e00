import Session
import WorkbenchKit

/// `redo [N]`
struct RedoCommand: HostCommand {
  struct Arguments: Sendable {
    let count = StepNotice.count
  }

  static let arguments = Arguments()

  let signature = Signature(
    "redo",
    summary: Text(nl: "doe opnieuw wat ongedaan is gemaakt", en: "do again what was taken back"),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("redo", Text(nl: "één stap vooruit", en: "one step forward")),
      Signature.Example(
        "redo 9999", Text(nl: "meer dan er zijn", en: "more than there are"), failsWith: "redo.nothing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let count = given.count
    let lines = session.workspace.log.undone.prefix(count).map(\.record.line)
    try session.apply(.redo(count))
    return StepNotice.output(Text(nl: "opnieuw gedaan", en: "done again"), Array(lines))
  }
}
