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
      nl:
        "Links staat de andere tak ('before'), rechts die waarin u werkt ('after'). Uitkomsten naast elkaar geeft 'compare'.",
      en:
        "On the left is the other branch ('before'), on the right the one in which you work ('after'). 'compare' sets results side by side."
    ),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example(
        "branch diff main", Text(nl: "wat er sinds de kopie veranderd is", en: "what changed since the copy")),
      Signature.Example(
        "branch diff nergens", Text(nl: "een tak die er niet is", en: "a branch that is not there"),
        failsWith: "branch.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let difference = try difference(given, session)
    return Output([.table(difference.table)] + same(difference, given, session))
  }

  func reading(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Reading? {
    let difference = try difference(given, session)
    let was = Text(nl: "in \(given.other)", en: "in \(given.other)")
    let now = Text(
      nl: "hier, in \(session.workspace.branch)", en: "here, in \(session.workspace.branch)")
    return .blocks(
      [.table(difference.readable(context.language, was: was, now: now))] + same(difference, given, session))
  }

  private func difference(_ given: Given<Arguments>, _ session: Session) throws -> PartDifference {
    let other = try given.checking(\.other, session.branch)
    return PartDifference(
      from: other.parts.mapValues(\.part), to: session.workspace.parts.mapValues(\.part), in: session)
  }

  private func same(_ difference: PartDifference, _ given: Given<Arguments>, _ session: Session) -> [Block] {
    guard difference.isEmpty else { return [] }
    let (here, there) = (session.workspace.branch, given.other)
    return [.info(nl: "'\(here)' en '\(there)' zijn gelijk", en: "'\(here)' and '\(there)' are the same")]
  }
}
