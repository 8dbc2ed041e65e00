import Session
import WorkbenchKit

/// `workspace compact`
struct WorkspaceCompactCommand: HostCommand {
  /// Asks whether it is meant; nil where nobody can be asked.
  let confirms: (_ question: String) -> Bool?

  let signature = Signature(
    "workspace compact",
    summary: Text(
      nl: "vergeet de stappen en houd alleen de stand van nu", en: "forget the steps and keep only the present state"),
    details: Text(
      nl:
        "Daarna is er niets meer om ongedaan te maken; het bestand wordt kleiner bij het bewaren. Aan de prompt vraagt het eerst.",
      en: "After it there is nothing to undo; the file gets smaller when it is saved. At the prompt it asks first."),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [Signature.Example("workspace compact", Text(nl: "begin een nieuw logboek", en: "start a new log"))])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let log = session.workspace.log
    let count = log.done.count + log.undone.count
    guard count > 0 else {
      try session.apply(.compact)
      return Output([.info(nl: "er zijn geen stappen om te vergeten", en: "there are no steps to forget")])
    }
    let lines = (log.done + log.undone).sorted { $0.number < $1.number }.map(\.record.line)
    let steps = Text.steps(count)
    let first = session.redacted(lines.first ?? "")
    let last = session.redacted(lines.last ?? "")
    let which =
      count == 1
      ? Text(nl: " ('\(first)')", en: " ('\(first)')")
      : Text(nl: ", van '\(first)' tot en met '\(last)'", en: ", from '\(first)' through '\(last)'")
    let question = Text(
      nl: "\(steps.nl) vergeten\(which.nl)? Terug kan daarna niet meer, en 'why' noemt ze niet meer. [j/N] ",
      en: "forget \(steps.en)\(which.en)? There is no way back after it, and 'why' names them no more. [y/N] ")
    if confirms(question(context.language)) == false {
      return Output([.info(nl: "er is niets vergeten", en: "nothing was forgotten")])
    }
    try session.apply(.compact)
    return Output([
      .info(
        nl: "\(steps.nl) vergeten\(which.nl); terug kan niet meer",
        en: "\(steps.en) forgotten\(which.en); there is no way back")
    ])
  }
}
