import Session
import WorkbenchKit

/// `ballot new NAME COMMAND… [ARGUMENT=WORD,…]… [--by ROLE,…] [--total N] [--to FILE]`
struct BallotNewCommand: HostCommand {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe het stembiljet heet", en: "what the ballot is called"))
    let words = Argument(
      list: "command", .words,
      about: Text(
        nl: "de opdracht waarmee een rol dit zou zeggen, en wat al vaststaat: group=3",
        en: "the command by which a role would say this, and what is settled: group=3"))
    let roles = Argument(
      flags: "by", .role.offering { _ in RoleName.usual },
      about: Text(nl: "wie er antwoorden: voor elke rol komt er een formulier", en: "who answer: each role gets a form")
    )
    let total = Argument(
      flag: "total", .number(1...1e9),
      about: Text(nl: "hoeveel een rol er samen te verdelen heeft", en: "how many a role has to share in all"))
    let file = Argument(
      flag: "to", .newFile,
      about: Text(nl: "het bestand om in te vullen [NAAM.csv]", en: "the file to fill in [NAME.csv]"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "ballot new",
    aliases: ["stembiljet nieuw"],
    summary: Text(
      nl: "maak een formulier waarop rollen antwoorden", en: "make a form on which roles answer"),
    details: Text(
      nl: "Wat een opdracht per rol vastlegt (hoe nodig iets is, stippen, gewichten, cijfers, wat men van kenmerken "
        + "vindt), vraagt het stembiljet aan alle rollen tegelijk. Zij vullen het in Excel of LibreOffice in; 'ballot take' leest het terug.",
      en:
        "What a command keeps role by role (how needed something is, dots, weights, scores, what people feel about features) "
        + "a ballot asks of all roles at once. They fill it in in Excel or LibreOffice; 'ballot take' reads it back."),
    changesWorkspace: true,
    next: [
      FollowUp("ballot show {name}", Text(nl: "wie er antwoordde", en: "who answered"))
    ],
    soughtBy: ["vragenlijst", "formulier", "enquête", "stemmen", "vote", "survey", "form", "excel"],
    examples: [
      Signature.Example(
        "ballot new urgentie moment vote --by gemeente,corporatie --total 5",
        Text(nl: "elke rol verdeelt vijf stippen", en: "each role shares five dots")),
      Signature.Example(
        "ballot new nood wzw need set group=3 situation=alle --to nood.csv",
        Text(nl: "hoe nodig elke randvoorwaarde is", en: "how needed each precondition is")),
      Signature.Example(
        "ballot new kaart wzw map", Text(nl: "wat geen rol zegt", en: "what no role says"), failsWith: "ballot.command"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    guard parameter.name == "command" else { return [] }
    let typed = Array(words.dropFirst())
    let paths = session.ballotedCommands.map { (path: $0.signature.path, about: $0.signature.summary) }
    return paths.filter { $0.path.starts(with: typed) && $0.path.count > typed.count }.map {
      Candidate($0.path[typed.count], $0.path.count == typed.count + 1 ? $0.about : nil)
    }
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let request = BallotRequest(name: given.name, words: given.words, roles: given.roles, total: given.total)
    let ballot = try session.makeBallot(request, in: context)
    let path = given.file ?? "\(ballot.name).csv"
    let forms = BallotForms(ballot: ballot, roles: ballot.askedRoles, path: path, place: given.place(of: \.file))
    let written = BallotForms.said(try forms.write(in: context), of: ballot)
    return Output(ballot.questionBlocks(context.language) + [.notice(written)])
  }
}
