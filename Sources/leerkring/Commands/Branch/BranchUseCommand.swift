import Session
import WorkbenchKit

/// `branch use NAME`
struct BranchUseCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .branch, about: Text(nl: "de tak", en: "the branch"))
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "branch use",
    aliases: ["tak gebruik"],
    summary: Text(nl: "werk verder in een andere tak", en: "go on in another branch"),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("branch use main", Text(nl: "terug naar waar u begon", en: "back to where you began")),
      Signature.Example(
        "branch use nergens", Text(nl: "een tak die er niet is", en: "a branch that is not there"),
        failsWith: "branch.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let name = given.name
    guard name != session.workspace.branch else {
      return Output([.info(nl: "u werkte al in '\(name)'", en: "you worked in '\(name)' already")])
    }
    try given.checking(\.name) { try session.apply(.branchUse($0)) }
    let steps = Text.steps(session.workspace.log.done.count)
    let here = Block.info(
      nl: "u werkt nu in '\(name)' (\(steps.nl))", en: "you now work in '\(name)' (\(steps.en))")
    // It may date from before a plugin of now.
    return Output([here] + file.updateDocuments().map(Block.notice))
  }
}
