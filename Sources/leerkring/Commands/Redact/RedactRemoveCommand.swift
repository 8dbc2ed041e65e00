import Session
import WorkbenchKit

/// `redact remove WORD…`
struct RedactRemoveCommand: UntypedHostCommand {
  let signature = Signature(
    "redact remove",
    aliases: ["afschermen verwijder"],
    summary: Text(nl: "schermt woorden niet meer af", en: "hides words no more"),
    details: Text(
      nl: "Wat al is vervangen door ▇▇▇, komt niet terug.", en: "What was replaced by ▇▇▇ already does not come back."),
    parameters: [
      .argument("word", repeated: true, about: Text(nl: "zoals het is afgeschermd", en: "as it was hidden"))
    ],
    changesWorkspace: true,
    examples: [
      Signature.Example(
        "redact remove 'Jan Voorbeeld'", Text(nl: "de naam mag weer gezien worden", en: "the name may be seen again")),
      Signature.Example(
        "redact remove niemand", Text(nl: "een woord dat niet is afgeschermd", en: "a word that is not hidden"),
        failsWith: "redact.unknown"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    do { _ = try session.reveal(call.texts("word")) } catch let error as Diagnostic {
      throw error.at(call.place(of: "word"))
    }
    RedactCommands.note(in: session, context)
    let total = RedactCommands.words(session.hiddenWords.count)
    return Output([.notice(Notice(.info, Text(nl: "afgeschermd: \(total.nl)", en: "hidden: \(total.en)")))])
  }
}
