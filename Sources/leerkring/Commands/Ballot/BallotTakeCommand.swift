import Session
import WorkbenchKit

/// `ballot take FILE… [--replace]`
struct BallotTakeCommand: HostCommand {
  struct Arguments: Sendable {
    let files = Argument(list: "files", .file, about: Text(nl: "de ingevulde formulieren", en: "the forms filled in"))
    let replaces = Argument(
      toggle: "replace",
      about: Text(nl: "ook van een rol die al antwoordde", en: "also of a role that answered already"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "ballot take",
    aliases: ["stembiljet neem"],
    summary: Text(nl: "neem ingevulde formulieren over", en: "take in forms that were filled in"),
    details: Text(
      nl:
        "Alle of geen: één antwoord dat niet past, en er gebeurt niets. Wat een rol openliet wordt geteld. Daarna staan de antwoorden er "
        + "alsof elke rol ze had getypt; 'undo' neemt ze samen terug.",
      en:
        "All or none: one answer that does not fit, and nothing happens. What a role left open is counted. Then the answers stand as "
        + "if each role had typed them; 'undo' takes them back together."),
    changesWorkspace: true,
    examples: [
      Signature.Example(
        "ballot take urgentie-gemeente.csv urgentie-corporatie.csv", Text(nl: "twee rollen", en: "two roles")),
      Signature.Example(
        "ballot take behoeften.csv", Text(nl: "een bestand dat geen stembiljet is", en: "a file that is no ballot"),
        failsWith: "ballot.form"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let files = zip(given.files, given.places(of: \.files)).map { (path: $0, place: $1) }
    let intake = try session.takeBallots(files, replaces: given.replaces, in: context)
    return Output(
      intake.ballot.shown(context.language, showsRoles: context.showsRoles) + intake.notices.map(Block.notice)
        + session.outcome(of: intake.ballot))
  }
}
