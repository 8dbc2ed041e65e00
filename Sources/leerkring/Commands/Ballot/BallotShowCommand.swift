import Session
import WorkbenchKit

/// `ballot show NAME`
struct BallotShowCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .ballot, about: Text(nl: "het stembiljet", en: "the ballot"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "ballot show",
    aliases: ["stembiljet toon"],
    summary: Text(
      nl: "toon wie antwoordde, en waar de rollen verschillen", en: "show who answered, and where the roles differ"),
    details: Text(
      nl:
        "De vragen waarbij de rollen het verst uiteen liggen staan voorop: daar praat een kring over voor zij verdergaat. "
        + "Stippen en gewichten staan er als deel van wat een rol in totaal gaf.",
      en:
        "The questions on which the roles are furthest apart come first: those a circle talks about before it goes on. Dots "
        + "and weights stand as a share of all that a role gave."),
    examples: [
      Signature.Example("ballot show urgentie", Text(nl: "wie, en waarover", en: "who, and about what")),
      Signature.Example(
        "ballot show nergens", Text(nl: "een stembiljet dat er niet is", en: "a ballot that is not there"),
        failsWith: "ballot.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let ballot = try given.ballot(\.name, in: context)
    return Output(ballot.shown(context.language, showsRoles: context.showsRoles) + session.outcome(of: ballot))
  }
}
