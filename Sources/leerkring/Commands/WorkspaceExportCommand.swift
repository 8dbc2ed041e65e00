import Crates
import Files
import Session
import WorkbenchKit

/// `workspace export OUT --to crate`
struct WorkspaceExportCommand: HostCommand {
  enum Form: String, ArgumentChoice {
    case crate

    static let usual = crate

    var about: Text? {
      Text(nl: "RO-Crate: om na te rekenen en te archiveren", en: "RO-Crate: to be recomputed and archived")
    }
  }

  struct Arguments: Sendable {
    let out = Argument(
      "out", .newFile,
      about: Text(
        nl: "een nieuwe map, of een bestand dat op .zip eindigt", en: "a new folder, or a file that ends in .zip"))
    let form = Argument(
      flag: "to", .choice(Form.self), default: Form.usual.rawValue, about: Text(nl: "de vorm", en: "the form"))
    let crate = CrateArguments()
  }

  static let arguments = Arguments()

  let places: FilePlaces
  /// The folders with the data of plugins.
  let pluginData: () -> [String]

  let signature = Signature(
    "workspace export",
    aliases: ["werkruimte exporteren"],
    summary: Text(
      nl: "geef alle stappen en bewaarde uitkomsten mee, om na te rekenen en te archiveren",
      en: "hand over all steps and kept results, to be recomputed and archived"),
    details: Text(
      nl: """
        Het wordt een RO-Crate: elke stap met zijn regel, plugin, bestanden en aannames, elke bewaarde uitkomst als JSON en CSV, en per \
        cel waar zij uit kwam; MDTO voor een archief staat erbij. Bestanden gaan mee als zij bij het programma horen of een open licentie \
        hebben, en anders alleen hun digest; --take neemt er een mee. Wat verborgen of te klein is, blijft weg en wordt geteld. De dag \
        van uitgave is die van de laatste stap, tenzij --date een andere noemt.
        """,
      en: """
        It becomes an RO-Crate: each step with its line, plugin, files and assumptions, each kept result as JSON and CSV, and of each cell \
        what it came out of; MDTO for a Dutch archive stands beside it. Files travel where they belong to the program or have an open \
        licence, else only their digest; --take takes one along. What is hidden or too small stays out and is counted. The day of \
        publication is that of the last step, unless --date says another.
        """),
    readsWholeWorkspace: true,
    soughtBy: ["ro-crate", "crate", "archief", "archive", "mdto", "overdracht"],
    examples: [
      Signature.Example("workspace export overdracht", Text(nl: "in een nieuwe map", en: "in a new folder")),
      Signature.Example(
        "workspace export overdracht.zip --to crate --organisation 'Gemeente Wilgendal' --licence 'CC BY 4.0'",
        Text(nl: "als één bestand, met wie het uitgeeft", en: "as one file, with who publishes it")),
      Signature.Example(
        "workspace export kopie.zip --to pdf", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let gathered = WorkspaceCrate(session)
    let title = HostSetting.current(HostSetting.all[0], context).text.map { session.redacted($0) }
    let inputs = CrateInputs(
      session: session, context: context, places: places, pluginData: pluginData(),
      files: session.surroundings.files)
    let taken = try inputs.digests(
      of: given.crate.take, at: { _ in given.crate.place(of: \.take) }, among: gathered.runs)
    guard let published = given.crate.date ?? gathered.lastDay else { throw Crate.nothing(at: given.place(of: \.out)) }
    var contents = CrateContents(
      title: title ?? Text(nl: "Werkruimte", en: "Workspace")(context.language),
      about: Text(
        nl: "De stappen van een werkruimte van leerkring, en wat ervan bewaard is.",
        en: "The steps of a workspace of leerkring, and what was kept of them."),
      language: context.language, published: published,
      program: Registration.Owner(name: "leerkring", version: ProgramVersion.current))
    given.crate.tell(&contents, session)
    contents.runs = gathered.runs
    contents.heldBack = gathered.heldBack
    contents.inputs = try inputs.inputs(of: gathered.runs, taking: taken)
    let crate = try given.checking(\.out) { path in
      let crate = try Crate(contents) { try context.checkInterrupt() }
      try CrateWriting.write(crate, to: path, context)
      return crate
    }
    return Output(CrateTold.blocks(crate, contents, at: given.out))
  }
}
