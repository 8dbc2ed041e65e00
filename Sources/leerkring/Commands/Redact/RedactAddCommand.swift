import Session
import WorkbenchKit

/// `redact add WORD…`
struct RedactAddCommand: HostCommand {
  struct Arguments: Sendable {
    // Words that are to stay hidden: they pass no guard, and are kept nowhere.
    let words = Argument(
      list: "word", .name,
      about: Text(nl: "een woord, of een naam tussen aanhalingstekens", en: "a word, or a name in quotes"))
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "redact add",
    aliases: ["afschermen voeg-toe"],
    summary: Text(nl: "schermt woorden of namen af", en: "hides words or names"),
    details: Text(
      nl: """
        Vanaf nu staat er ▇▇▇ in hun plaats: op het scherm, in JSON, fouten, geschiedenis, verslag, exports en in wat de \
        werkruimte bewaart. Hoofdletters en accenten maken geen verschil; alleen hele woorden tellen; een naam van meer \
        woorden staat tussen aanhalingstekens en telt als geheel. De woorden zelf worden nergens bewaard, alleen een \
        afdruk ervan, met een sleutel die buiten de werkruimte staat en op deze computer blijft: wie de werkruimte elders \
        opent, ziet de woorden niet, maar moet ze daar opnieuw afschermen. 'undo' heft het afschermen niet op.
        """,
      en: """
        From now on ▇▇▇ stands in their place: on the screen, in JSON, errors, history, transcript, exports and in what the \
        workspace keeps. Capitals and accents make no difference; only whole words count; a name of several words stands in \
        quotes and counts as a whole. The words themselves are kept nowhere, only a digest of them, made with a key that \
        stands outside the workspace and stays on this computer: whoever opens the workspace elsewhere does not see the \
        words, but has to hide them there anew. 'undo' does not lift it.
        """),
    changesWorkspace: true,
    examples: [
      Signature.Example("redact add 'Jan Voorbeeld'", Text(nl: "een naam van twee woorden", en: "a name of two words")),
      Signature.Example(
        "redact add x", Text(nl: "één letter is te kort", en: "one letter is too short"), failsWith: "redact.word"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let count = try given.checking(\.words, session.hide)
    HiddenWordCount.note(in: session, context)
    let total = HiddenWordCount.words(session.hiddenWords.count)
    var blocks: [Block] = [
      .info(nl: "\(count) erbij; afgeschermd: \(total.nl)", en: "\(count) added; hidden: \(total.en)")
    ]
    let standing = try session.standingWords()
    if !standing.isEmpty {
      let places = Text.counted(
        standing.count, Text(nl: "deel of stap", en: "part or step"), Text(nl: "delen of stappen", en: "parts or steps")
      )
      blocks.append(
        .caution(
          nl: "de werkruimte bevat ze nog in \(places.nl): zie 'redact check' en 'redact clean'",
          en: "the workspace still holds them in \(places.en): see 'redact check' and 'redact clean'"))
    }
    if file.keeper != nil, session.surroundings.vault?.isLasting(session.workspace.lineage) == false {
      blocks.append(
        .warning(
          nl: "dit geldt alleen in deze sessie: er is geen map om de sleutel in te bewaren (XDG_STATE_HOME)",
          en: "this holds in this session only: there is no folder to keep the key in (XDG_STATE_HOME)"))
    }
    return Output(blocks)
  }
}
