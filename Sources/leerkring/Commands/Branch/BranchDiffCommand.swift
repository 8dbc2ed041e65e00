import Session
import WorkbenchKit

/// `branch diff OTHER`
struct BranchDiffCommand: HostCommand {
  struct Arguments: Sendable {
    let other = Argument("other", .branch, about: Text(nl: "de andere tak", en: "the other branch"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "branch diff",
    aliases: ["tak verschil"],
    summary: Text(nl: "wat hier anders is dan in een andere tak", en: "what is different here from another branch"),
    details: Text(
      nl: "'before' is de andere tak, 'after' die waarin u werkt. Uitkomsten naast elkaar geeft 'compare'.",
      en: "'before' is the other branch, 'after' the one in which you work. 'compare' sets results side by side."),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example(
        "branch diff main", Text(nl: "wat er sinds de kopie veranderd is", en: "what changed since the copy")),
      Signature.Example(
        "branch diff nergens", Text(nl: "een tak die er niet is", en: "a branch that is not there"),
        failsWith: "branch.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let other = try given.checking(\.other, session.branch)
    let table = PartDifference.table(
      from: other.parts.mapValues(\.part), to: session.workspace.parts.mapValues(\.part), in: session)
    guard table.rowCount == 0 else { return Output(table) }
    let (here, there) = (session.workspace.branch, given.other)
    return Output([
      .table(table),
      .info(nl: "'\(here)' en '\(there)' zijn gelijk", en: "'\(here)' and '\(there)' are the same"),
    ])
  }
}
