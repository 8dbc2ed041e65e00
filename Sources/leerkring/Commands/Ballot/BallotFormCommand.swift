import Session
import WorkbenchKit

/// `ballot form NAME [--by ROLE,…] [--to FILE]`
struct BallotFormCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .ballot, about: Text(nl: "het stembiljet", en: "the ballot"))
    let roles = Argument(
      flags: "by", .role.offering { _ in RoleName.usual },
      about: Text(nl: "voor welke rollen; anders vraagt het formulier erom", en: "for which roles; else the form asks"))
    let file = Argument(
      flag: "to", .newFile,
      about: Text(nl: "het bestand om in te vullen [NAAM.csv]", en: "the file to fill in [NAME.csv]"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "ballot form",
    aliases: ["stembiljet formulier"],
    summary: Text(
      nl: "schrijf het formulier nog eens, of voor nog een rol", en: "write the form once more, or for another role"),
    examples: [
      Signature.Example(
        "ballot form urgentie --by bewoners", Text(nl: "voor wie later aanschuift", en: "for who joins later")),
      Signature.Example(
        "ballot form nergens", Text(nl: "een stembiljet dat er niet is", en: "a ballot that is not there"),
        failsWith: "ballot.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let ballot = try given.ballot(\.name, in: context)
    let path = given.file ?? "\(ballot.name).csv"
    let forms = BallotForms(ballot: ballot, roles: given.roles, path: path, place: given.place(of: \.file))
    return Output([.notice(BallotForms.said(try forms.write(in: context), of: ballot))])
  }
}
