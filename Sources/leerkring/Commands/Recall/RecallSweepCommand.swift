import Files
import Session
import WorkbenchKit

/// `recall sweep FOLDER [WHAT]`
struct RecallSweepCommand: HostCommand {
  struct Arguments: Sendable {
    let folder = Argument("folder", .file, about: Text(nl: "de map", en: "the folder"))
    let what = Argument(
      optional: "what", .words,
      about: Text(
        nl: "een bestand, een SHA-256 of een publicatie; anders alles wat hier is teruggetrokken",
        en: "a file, a SHA-256 or a publication; else all that was withdrawn here"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "recall sweep",
    aliases: ["terugroepen zoek"],
    summary: Text(
      nl: "zoek in alle werkruimten, notitieboeken en pagina's van een map wat op een bron rust",
      en: "look through all workspaces, notebooks and pages of a folder for what rests on a source"),
    details: Text(
      nl:
        "Er wordt niets veranderd. Cellen worden gevonden aan de digests die onder hen staan, pagina's aan die in hun kop.",
      en: "Nothing is changed. Cells are found by the digests that stand under them, pages by those in their heads."),
    readsWholeWorkspace: true,
    examples: [
      Signature.Example(
        "recall sweep . buurten.csv", Text(nl: "wat hier op een bestand rust", en: "what rests on a file here")),
      Signature.Example(
        "recall sweep nergens buurten.csv", Text(nl: "een map die er niet is", en: "a folder that is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let recalled: [RecalledSource]
    var notice: Notice?
    if let what = given.what {
      let target = try RecallTarget(what, try .init(session, context), at: given.place(of: \.what))
      (recalled, notice) = ([target.recalled], target.notice)
    } else {
      recalled = session.recalledSources
      guard !recalled.isEmpty else {
        throw Diagnostic(
          "recall.none",
          Text(nl: "in deze werkruimte is niets teruggetrokken", en: "nothing was withdrawn in this workspace"),
          wayOut: Text(
            nl: "noem waarnaar gezocht moet worden: recall sweep MAP WAT",
            en: "name what to look for: recall sweep FOLDER WHAT"),
          place: given.place)
      }
    }
    let sweep = try given.checking(\.folder) { try RecallSweep($0, for: recalled, context) }
    let name = recalled.map(\.name).joined(separator: "', '")
    var facts = RecallTold.facts(sweep.found)
    facts.add("files", sweep.count, label: Text(nl: "bestanden bekeken", en: "files looked at"))
    var blocks: [Block] = [.paragraph(RecallTold.sentence(name, sweep.found)), .facts(facts)]
    if !sweep.found.isEmpty { blocks.append(.table(RecallTold.table(sweep.found, showsFile: true, in: context))) }
    return Output(blocks + ((notice.map { [$0] } ?? []) + RecallTold.unread(sweep.unread)).map(Block.notice))
  }
}
