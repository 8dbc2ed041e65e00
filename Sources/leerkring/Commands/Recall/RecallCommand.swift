import Files
import Session
import WorkbenchKit

/// `recall FILE|DIGEST|PUBLICATION --because TEXT [--use NEW] [--on FOLDER]`
struct RecallCommand: HostCommand {
  struct Arguments: Sendable {
    let what = Argument(
      "what", .words,
      about: Text(
        nl: "een bestand, een SHA-256 (of het begin ervan) of een publicatie",
        en: "a file, a SHA-256 (or its beginning) or a publication"))
    let because = RecallTold.because
    let use = Argument(
      flag: "use", .file,
      about: Text(nl: "het bestand dat ervoor in de plaats komt", en: "the file that comes in its place"))
    let on = Argument(
      flag: "on", .file,
      about: Text(nl: "zoek de andere bestanden ook in deze map", en: "look for the other files in this folder too"))
  }

  static let arguments = Arguments()

  let places: FilePlaces

  let signature = Signature(
    "recall",
    aliases: ["terugroepen"],
    summary: Text(
      nl: "roep een bron terug: alles wat erop rust, bij naam", en: "recall a source: all that rests on it, by name"),
    details: Text(
      nl: """
        Een bestand of een publicatie is teruggetrokken. Genoemd worden de bewaarde uitkomsten en tabellen van alle takken, en de cellen \
        en pagina's in de map van de werkruimte. Met --use gaan de stappen opnieuw met het nieuwe bestand, in een werkruimte apart, en \
        staan oud en nieuw naast elkaar. De werkruimte onthoudt de reden, als één stap: wat erop rust zegt het voortaan zelf.
        """,
      en: """
        A file or a publication was withdrawn. Named are the kept results and tables of all branches, and the cells and pages in the \
        workspace's folder. With --use the steps are run anew with the new file, in a workspace apart, and old and new stand side by \
        side. The workspace remembers the reason, as one step: what rests on it says so itself from then on.
        """),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [
      Signature.Example(
        "recall buurten.csv --because 'ingetrokken door de bron'", Text(nl: "een bestand", en: "a file")),
      Signature.Example(
        "recall nergens.csv --because ingetrokken", Text(nl: "waarop niets rust", en: "on which nothing rests"),
        failsWith: "recall.unknown"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    guard parameter.name == "what", let known = try? RecallTarget.Known(session, session.looking()) else { return [] }
    return Set(known.files.map { FilePath.name(of: $0.path) } + known.sources.map(\.title)).sorted().map {
      Candidate($0)
    }
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let known = try RecallTarget.Known(session, context)
    let target = try RecallTarget(
      given.what, known, because: given.because, time: session.surroundings.now(), at: given.place(of: \.what))
    let recalled = target.recalled
    var found = try Dependant.all(in: session.workspace, of: recalled, opened: session.opened) {
      try context.checkInterrupt()
    }.map { RecallSweep.Found(file: "", dependant: $0) }
    var notices = target.notice.map { [$0] } ?? []
    if let home = session.home {
      let sweep = try RecallSweep(home, for: [recalled], endings: [".md", ".html", ".htm"], isAtHome: true, context)
      found += sweep.found
      notices += RecallTold.unread(sweep.unread)
    }
    var blocks: [Block] = [.paragraph(RecallTold.sentence(recalled.name, found)), .facts(RecallTold.facts(found))]
    if !found.isEmpty { blocks.append(.table(RecallTold.table(found, showsFile: false, in: context))) }
    if given.use != nil { blocks += try anew(given, recalled, found, session, context) }
    context.workspace.setPart(recalled.part, to: Part(recalled.json))
    return Output(blocks + notices.map(Block.notice))
  }

  /// Works out anew, with another file in the place of the one that was withdrawn, what rests on it.
  ///
  /// - Throws: `recall.same`, `recall.use`, `replay.file`, `replay.compacted`.
  private func anew(
    _ given: Given<Arguments>, _ recalled: RecalledSource, _ found: [RecallSweep.Found], _ session: Session,
    _ context: Context
  ) throws -> [Block] {
    guard let use = given.use else { return [] }
    let place = given.place(of: \.use)
    let digest = try given.checking(\.use) { _ in try context.files.readFolder(use, at: place).sha256 }
    guard recalled.publications.isEmpty else {
      throw Diagnostic(
        "recall.use",
        Text(
          nl: "een publicatie is geen bestand waarvoor een ander in de plaats komt",
          en: "a publication is no file in whose place another comes"),
        wayOut: Text(nl: "noem het bestand: recall BESTAND --use NIEUW", en: "name the file: recall FILE --use NEW"),
        place: place)
    }
    guard !recalled.digests.contains(digest) else {
      throw Diagnostic(
        "recall.same",
        Text(nl: "'\(use)' is het bestand dat is teruggetrokken", en: "'\(use)' is the file that was withdrawn"),
        wayOut: Text(nl: "geef het nieuwe bestand", en: "give the new file"), place: place)
    }
    let plan = try ReplayPlan(session.workspace)
    let files = try FoundFiles(
      of: plan.entries, home: session.home, on: given.on, places, replacing: recalled.digests, by: use, in: session,
      context)
    try files.demandAll(at: place)
    let replay = try WorkspaceReplay(
      plan, lineage: session.workspace.lineage, files, folders: [session.home, given.on].compactMap { $0 }, in: session,
      context)
    return try RecallComparison(session.workspace, replay, found.map(\.dependant), session, context).blocks
  }
}
