import Session
import WorkbenchKit

/// `redact list`
struct RedactListCommand: HostCommand {
  let signature = Signature(
    "redact list",
    aliases: ["afschermen lijst"],
    summary: Text(nl: "telt wat is afgeschermd, en sinds wanneer", en: "counts what is hidden, and since when"),
    details: Text(
      nl: "De woorden zelf zijn nergens bewaard en kunnen dus niet worden getoond.",
      en: "The words themselves are kept nowhere, so they cannot be shown."),
    examples: [
      Signature.Example("redact list", Text(nl: "hoeveel, van hoeveel woorden", en: "how many, of how many words"))
    ])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let words = session.hiddenWords
    var facts = Facts()
    facts.add("hidden", words.count, label: Text(nl: "afgeschermd", en: "hidden"))
    let table = Table(columns: [
      .texts("added", words.map(\.added), label: Text(nl: "sinds", en: "since")),
      .numbers("words", words.map { Double($0.length) }, label: Text(nl: "woorden", en: "words")),
    ])
    return Output(words.isEmpty ? [.facts(facts)] : [.facts(facts), .table(table)])
  }
}
