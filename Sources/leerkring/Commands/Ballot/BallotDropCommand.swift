import Session
import WorkbenchKit

/// `ballot drop NAME`
struct BallotDropCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .ballot, about: Text(nl: "het stembiljet", en: "the ballot"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "ballot drop",
    aliases: ["stembiljet weg"],
    summary: Text(nl: "doe een stembiljet weg", en: "throw a ballot away"),
    details: Text(
      nl: "Wat de rollen al antwoordden blijft staan waar het is overgenomen; 'undo' haalt het stembiljet terug.",
      en: "What the roles answered stays where it was taken; 'undo' brings the ballot back."),
    changesWorkspace: true,
    examples: [
      Signature.Example("ballot drop urgentie", Text(nl: "het is gedaan", en: "it is done")),
      Signature.Example(
        "ballot drop nergens", Text(nl: "een stembiljet dat er niet is", en: "a ballot that is not there"),
        failsWith: "ballot.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let ballot = try given.ballot(\.name, in: context)
    try context.workspace.dropBallot(ballot.name)
    return Output([.info(nl: "'\(ballot.name)' is weg", en: "'\(ballot.name)' is gone")])
  }
}
