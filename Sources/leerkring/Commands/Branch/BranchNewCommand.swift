import Session
import WorkbenchKit

/// `branch new NAME`
struct BranchNewCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument(
      "name", .words, about: Text(nl: "hoe de tak heet, zoals warm-2", en: "what it is called, such as warm-2"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "branch new",
    aliases: ["tak nieuw"],
    summary: Text(
      nl: "maak een kopie om iets in te proberen, en werk daarin verder",
      en: "make a copy to try things in, and go on in that"),
    details: Text(
      nl:
        "De tak waaruit u komt, blijft zoals hij is. Elke tak heeft zijn eigen stappen: 'undo', 'redo' en 'history' gaan over de tak waarin u werkt.",
      en:
        "The branch that you come from stays as it is. Each branch has its own steps: 'undo', 'redo' and 'history' are about the one in which you work."
    ),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("branch new warm", Text(nl: "probeer iets in 'warm'", en: "try something in 'warm'")),
      Signature.Example(
        "branch new main", Text(nl: "een naam die er al is", en: "a name that is there already"),
        failsWith: "branch.exists"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let (name, before) = (given.name, session.workspace.branch)
    try given.checking(\.name) { try session.apply(.branchNew($0)) }
    return Output([
      .info(
        nl: "u werkt nu in '\(name)', een kopie van '\(before)'; terug met: branch use \(before)",
        en: "you now work in '\(name)', a copy of '\(before)'; back with: branch use \(before)")
    ])
  }
}
