import Session
import WorkbenchKit

/// `branch use NAME`
struct BranchUseCommand: UntypedHostCommand {
  let file: OpenWorkspace

  let signature = Signature(
    "branch use",
    aliases: ["tak gebruik"],
    summary: Text(nl: "werk verder in een andere tak", en: "go on in another branch"),
    parameters: [BranchCommands.existing("name", about: Text(nl: "de tak", en: "the branch"))],
    changesWorkspace: true,
    examples: [
      Signature.Example("branch use main", Text(nl: "terug naar waar u begon", en: "back to where you began")),
      Signature.Example(
        "branch use nergens", Text(nl: "een tak die er niet is", en: "a branch that is not there"),
        failsWith: "branch.unknown"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let name = call.text("name") ?? ""
    guard name != session.workspace.branch else {
      return Output([
        .notice(Notice(.info, Text(nl: "u werkte al in '\(name)'", en: "you worked in '\(name)' already")))
      ])
    }
    try session.apply(.branchUse(name), at: call.place(of: "name"))
    let steps = session.workspace.log.done.count
    let notice = Notice(
      .info,
      Text(
        nl: "u werkt nu in '\(name)' (\(steps) \(steps == 1 ? "stap" : "stappen"))",
        en: "you now work in '\(name)' (\(steps) \(steps == 1 ? "step" : "steps"))"))
    // It may date from before a plugin of now.
    return Output(([notice] + file.updateDocuments()).map(Block.notice))
  }
}
