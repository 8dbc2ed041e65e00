import Session
import WorkbenchKit

/// `more`
struct MoreCommand: HostCommand {
  let signature = Signature(
    "more",
    aliases: ["meer"],
    summary: Text(
      nl: "wat van het laatste antwoord niet op het scherm paste", en: "what of the last answer did not fit"),
    details: Text(
      nl: """
        Aan de prompt is een antwoord niet langer dan het scherm; 'more' gaat verder waar het ophield. Met --full achter een \
        opdracht komt alles ineens, en met PAGER door dat programma. In een script staat alles er al. 'set rows' zegt hoe hoog \
        het scherm is.
        """,
      en: """
        At the prompt an answer is no longer than the screen; 'more' goes on where it stopped. With --full behind a command all \
        of it comes at once, and with PAGER through that program. In a script all of it is there already. 'set rows' says how \
        high the screen is.
        """),
    examples: [
      Signature.Example("more", Text(nl: "ga verder met het laatste antwoord", en: "go on with the last answer"))
    ])

  /// Shows a screen of it; false where nothing is left.
  let show: (Language) -> Bool

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    show(context.language)
      ? .nothing : Output([.info(nl: "er is niets meer van te tonen", en: "there is no more of it to show")])
  }
}
