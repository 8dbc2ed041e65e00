import Session
import WorkbenchKit

/// `branch new NAME`
struct BranchNewCommand: UntypedHostCommand {
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
    parameters: [
      .argument("name", about: Text(nl: "hoe de tak heet, zoals warm-2", en: "what it is called, such as warm-2"))
    ],
    changesWorkspace: true,
    examples: [
      Signature.Example("branch new warm", Text(nl: "probeer iets in 'warm'", en: "try something in 'warm'")),
      Signature.Example(
        "branch new main", Text(nl: "een naam die er al is", en: "a name that is there already"),
        failsWith: "branch.exists"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let name = call.text("name") ?? ""
    let before = session.workspace.branch
    try session.apply(.branchNew(name), at: call.place(of: "name"))
    return Output([
      .notice(
        Notice(
          .info,
          Text(
            nl: "u werkt nu in '\(name)', een kopie van '\(before)'; terug met: branch use \(before)",
            en: "you now work in '\(name)', a copy of '\(before)'; back with: branch use \(before)")))
    ])
  }
}
