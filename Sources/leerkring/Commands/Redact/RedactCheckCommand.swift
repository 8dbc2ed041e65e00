import Session
import WorkbenchKit

/// `redact check`
struct RedactCheckCommand: HostCommand {
  let signature = Signature(
    "redact check",
    aliases: ["afschermen controleer"],
    summary: Text(
      nl: "toont waar de werkruimte nog afgeschermde woorden bevat",
      en: "shows where the workspace still holds hidden words"),
    details: Text(
      nl:
        "Woorden die er al stonden voordat ze werden afgeschermd, blijven in delen en stappen staan tot 'redact clean'.",
      en: "Words that stood there before they were hidden stay in parts and steps until 'redact clean'."),
    examples: [
      Signature.Example("redact check", Text(nl: "delen en stappen, met aantallen", en: "parts and steps, with counts"))
    ])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let standing = try session.standingWords()
    var facts = Facts()
    facts.add("found", standing.reduce(0) { $0 + $1.count }, label: Text(nl: "gevonden", en: "found"))
    let table = Table(columns: [
      .texts("place", standing.map(\.place), label: Text(nl: "plaats", en: "place")),
      .numbers("count", standing.map { Double($0.count) }, label: Text(nl: "aantal", en: "count")),
    ])
    return Output(standing.isEmpty ? [.facts(facts)] : [.facts(facts), .table(table)])
  }
}
