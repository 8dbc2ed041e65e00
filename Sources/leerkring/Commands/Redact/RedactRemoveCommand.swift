import Session
import WorkbenchKit

/// `redact remove WORD…`
struct RedactRemoveCommand: HostCommand {
  struct Arguments: Sendable {
    let words = Argument(list: "word", .name, about: Text(nl: "zoals het is afgeschermd", en: "as it was hidden"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "redact remove",
    aliases: ["afschermen verwijder"],
    summary: Text(nl: "schermt woorden niet meer af", en: "hides words no more"),
    details: Text(
      nl:
        "Waarden in de werkruimte zijn weer te lezen; in regels van de geschiedenis en in bestanden blijft ▇▇▇ staan.",
      en: "Values in the workspace can be read again; in lines of the history and in files ▇▇▇ stays."),
    changesWorkspace: true,
    examples: [
      Signature.Example(
        "redact remove 'Jan Voorbeeld'", Text(nl: "de naam mag weer gezien worden", en: "the name may be seen again")),
      Signature.Example(
        "redact remove niemand", Text(nl: "een woord dat niet is afgeschermd", en: "a word that is not hidden"),
        failsWith: "redact.unknown"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    _ = try given.checking(\.words, session.reveal)
    HiddenWordCount.note(in: session, context)
    let total = HiddenWordCount.words(session.hiddenWords.count)
    return Output([.info(nl: "afgeschermd: \(total.nl)", en: "hidden: \(total.en)")])
  }
}
