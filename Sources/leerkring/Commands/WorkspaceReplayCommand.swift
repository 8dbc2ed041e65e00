import Files
import Session
import Store
import WorkbenchKit

/// `workspace replay FILE [--on FOLDER]`
struct WorkspaceReplayCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "de werkruimte", en: "the workspace"))
    let on = Argument(
      flag: "on", .file,
      about: Text(
        nl: "zoek de bestanden ook in deze map en daaronder", en: "look for the files in this folder and under it too"))
  }

  static let arguments = Arguments()

  let places: FilePlaces

  let signature = Signature(
    "workspace replay",
    aliases: ["werkruimte opnieuw"],
    summary: Text(
      nl: "voer alle stappen van een werkruimte opnieuw uit en zeg wat anders uitkomt",
      en: "run all steps of a workspace anew and say what comes out otherwise"),
    details: Text(
      nl: """
        De stappen gaan in een lege werkruimte apart; de werkruimte waarin u werkt, het bestand en wat de regels schrijven, blijven zoals \
        ze zijn. Bestanden worden gezocht op hun digest en anders op hun naam: bij de werkruimte, waar ze op deze computer het laatst \
        lagen, en in de map van --on. Ontbreekt er een, dan gebeurt er niets. Tijden worden niet vergeleken.
        """,
      en: """
        The steps are run in an empty workspace apart; the workspace in which you work, the file and what the lines write stay as they \
        are. Files are sought by their digest, else by their name: beside the workspace, where they lay last on this computer, and in the \
        folder of --on. Where one is missing, nothing is done. Times are not compared.
        """),
    examples: [
      Signature.Example(
        "workspace replay w.json", Text(nl: "komt alles nog zo uit?", en: "does all come out the same still?")),
      Signature.Example(
        "workspace replay nergens.json", Text(nl: "een bestand dat er niet is", en: "a file that is not there"),
        failsWith: "workspace.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let place = given.place(of: \.file)
    let opened = try given.checking(\.file) { try Keeper.open($0, readOnly: true) }
    let (workspace, home) = (opened.workspace, opened.keeper.folder)
    let plan = try given.checking(\.file) { _ in try ReplayPlan(workspace) }
    let found = try given.checking(\.on) {
      try FoundFiles(of: plan.entries, home: home, on: $0, places, in: session, context)
    }
    try found.demandAll(at: place)
    let replay = try WorkspaceReplay(
      plan, lineage: workspace.lineage, found, folders: [home] + (given.on.map { [$0] } ?? []), in: session, context)
    let differences = StateDifference.all(of: workspace, from: replay.workspace, opened: session.opened)
    var output = Output(opened.notices.map(Block.notice))
    output.blocks += told(replay, differences, found.changed(among: plan.entries), session, context)
    output.blocks += (ReplayTold.notices(plan.remarks)).map(Block.notice)
    return output
  }

  private func told(
    _ replay: WorkspaceReplay, _ differences: [StateDifference], _ changed: [String], _ session: Session,
    _ context: Context
  ) -> [Block] {
    let isEqual = differences.isEmpty && replay.failure == nil
    var facts = Facts(isDetail: true)
    facts.add("steps", replay.done, label: Text(nl: "stappen", en: "steps"))
    facts.add("equal", .boolean(isEqual), label: Text(nl: "gelijk", en: "equal"))
    facts.add("differences", differences.count, label: Text(nl: "verschillen", en: "differences"))
    facts.add("changed_files", changed.count, label: Text(nl: "veranderde bestanden", en: "changed files"))
    let steps = Text.steps(replay.done)
    let parts = Text.counted(
      differences.count, Text(nl: "deel komt", en: "part comes"), Text(nl: "delen komen", en: "parts come"))
    let sentence =
      isEqual
      ? Text(
        nl: "\(steps.nl) opnieuw gedaan: alles komt gelijk uit.", en: "\(steps.en) done anew: all comes out the same.")
      : Text(
        nl: "\(steps.nl) opnieuw gedaan: \(parts.nl) anders uit.",
        en: "\(steps.en) done anew: \(parts.en) out otherwise.")
    var blocks: [Block] = [.paragraph(sentence), .facts(facts)]
    if !differences.isEmpty {
      blocks.append(.table(ReplayTold.table(differences, session, context.language)))
    }
    if let failure = replay.failure {
      let message = session.redactor?.redacted(failure.error).message ?? failure.error.message
      blocks.append(
        .warning(
          nl: "'\(failure.line)' gaat niet meer, en wat erna kwam is niet gedaan: \(message.nl)",
          en: "'\(failure.line)' does not go any more, and what came after it was not done: \(message.en)"))
    }
    blocks += ReplayTold.changed(changed).map(Block.notice)
    if !replay.unwritten.isEmpty {
      let listed = Text.quoted(replay.unwritten, atMost: 5)
      blocks.append(.info(nl: "niet geschreven: \(listed.nl)", en: "not written: \(listed.en)"))
    }
    return blocks
  }
}
