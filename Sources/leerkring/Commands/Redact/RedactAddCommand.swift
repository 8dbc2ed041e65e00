import Session
import WorkbenchKit

/// `redact add WORD…`
struct RedactAddCommand: HostCommand {
  struct Arguments: Sendable {
    // Words that are to stay hidden: they pass no guard, and are kept nowhere.
    let words = Argument(
      list: "word", .name,
      about: Text(
        nl: "een woord, een getal, een dag, of een naam tussen aanhalingstekens",
        en: "a word, a number, a day, or a name in quotes"))
  }

  static let arguments = Arguments()

  let file: OpenWorkspace

  let signature = Signature(
    "redact add",
    aliases: ["afschermen voeg-toe"],
    summary: Text(nl: "schermt woorden, namen, getallen of dagen af", en: "hides words, names, numbers or days"),
    details: Text(
      nl: """
        Vanaf nu staat er ▇▇▇ in hun plaats: op het scherm, in tekeningen, JSON, fouten, geschiedenis, verslag, exports en in \
        wat de werkruimte laat lezen. Hoofdletters, accenten en zachte afbreekstreepjes maken geen verschil; alleen hele \
        woorden tellen; een naam van meer woorden staat tussen aanhalingstekens en telt als geheel. Een getal of dag is \
        afgeschermd hoe het ook is geschreven: 1.250, 1,250 en 1250; 12 maart 1950 en 1950-03-12. Er wordt wel mee gerekend: \
        in de werkruimte staat het verzegeld. De woorden zelf worden nergens bewaard, alleen een afdruk ervan, met een sleutel \
        die buiten de werkruimte staat en op deze computer blijft: wie de werkruimte elders opent, ziet de woorden niet, maar \
        moet ze daar opnieuw afschermen. 'undo' heft het afschermen niet op.
        """,
      en: """
        From now on ▇▇▇ stands in their place: on the screen, in pictures, JSON, errors, history, transcript, exports and in \
        what the workspace lets be read. Capitals, accents and soft hyphens make no difference; only whole words count; a name \
        of several words stands in quotes and counts as a whole. A number or a day is hidden however it is written: 1,250, \
        1.250 and 1250; 12 March 1950 and 1950-03-12. It is still worked with: in the workspace it stands sealed. The words \
        themselves are kept nowhere, only a digest of them, made with a key that stands outside the workspace and stays on \
        this computer: whoever opens the workspace elsewhere does not see the words, but has to hide them there anew. 'undo' \
        does not lift it.
        """),
    changesWorkspace: true,
    examples: [
      Signature.Example("redact add 'Jan Voorbeeld'", Text(nl: "een naam van twee woorden", en: "a name of two words")),
      Signature.Example("redact add 12-03-1950", Text(nl: "een dag, in elke vorm", en: "a day, in every form")),
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
