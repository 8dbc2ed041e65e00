import Session
import WorkbenchKit

/// `redact add WORD…`
struct RedactAddCommand: UntypedHostCommand {
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
    parameters: [
      .argument(
        "word", repeated: true,
        about: Text(nl: "een woord, of een naam tussen aanhalingstekens", en: "a word, or a name in quotes"))
    ],
    changesWorkspace: true,
    examples: [
      Signature.Example("redact add 'Jan Voorbeeld'", Text(nl: "een naam van twee woorden", en: "a name of two words")),
      Signature.Example(
        "redact add x", Text(nl: "één letter is te kort", en: "one letter is too short"), failsWith: "redact.word"),
    ])

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let count: Int
    do { count = try session.hide(call.texts("word")) } catch let error as Diagnostic {
      throw error.at(call.place(of: "word"))
    }
    RedactCommands.note(in: session, context)
    let total = RedactCommands.words(session.hiddenWords.count)
    var notices = [
      Notice(
        .info,
        Text(nl: "\(count) erbij; afgeschermd: \(total.nl)", en: "\(count) added; hidden: \(total.en)"))
    ]
    let standing = try session.standingWords()
    if !standing.isEmpty {
      notices.append(
        Notice(
          .caution,
          Text(
            nl:
              "de werkruimte bevat ze nog in \(standing.count) delen of stappen: zie 'redact check' en 'redact clean'",
            en:
              "the workspace still holds them in \(standing.count) parts or steps: see 'redact check' and 'redact clean'"
          )))
    }
    if file.keeper != nil, session.surroundings.vault?.isLasting(session.workspace.lineage) == false {
      notices.append(
        Notice(
          .warning,
          Text(
            nl: "dit geldt alleen in deze sessie: er is geen map om de sleutel in te bewaren (XDG_STATE_HOME)",
            en: "this holds in this session only: there is no folder to keep the key in (XDG_STATE_HOME)")))
    }
    return Output(notices.map(Block.notice))
  }
}
