import Files
import Glibc
import Notebooks
import Session
import WorkbenchKit

/// `notebook save FILE [--title TITLE]`
struct NotebookSaveCommand: HostCommand {
  struct Arguments: Sendable {
    let file = NotebookArguments.newFile
    let title = NotebookArguments.title
    let replace = Argument(
      toggle: "replace",
      about: Text(nl: "ook over een bestand heen dat er al is", en: "over a file that is there as well"))
    let on = Argument(
      flag: "on", .file,
      about: Text(
        nl: "zoek de bestanden van eerdere stappen ook in deze map",
        en: "look for the files of earlier steps in this folder too"))
    let keepPersonal = Argument(
      toggle: "keep-personal",
      about: Text(nl: "ook met wat op een persoonsgegeven lijkt", en: "with what looks like personal data as well"))
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime
  /// Who knows what was done in this session.
  let runner: LineRunner

  let signature = Signature(
    "notebook save",
    aliases: ["notitieboek bewaren"],
    summary: Text(nl: "maak een notitieboek van deze sessie tot hier", en: "make a notebook of this session so far"),
    details: Text(
      nl: """
        Elke regel die goed ging wordt een cel; fouten, en regels over bestanden, hulp en plugins, blijven weg. Stond er al iets in de \
        werkruimte, dan gaan de stappen daarvan voorop, met wat zij nodig hebben, tak voor tak en zonder wat ongedaan is gemaakt. De cellen \
        worden opnieuw uitgevoerd in een lege werkruimte, en wat daar anders uitkomt, wordt gezegd. Wat eruitziet als een persoonsgegeven houdt het bewaren tegen.
        """,
      en: """
        Every line that went well becomes a cell; errors, and lines about files, help and plugins, are left out. Where the workspace held \
        something already, its steps come first, with what they need, branch by branch and without what was undone. The cells are run \
        again in an empty workspace, and what comes out otherwise there is said. What looks like personal data stops it.
        """),
    examples: [
      Signature.Example("notebook save sessie.md", Text(nl: "een nieuw bestand", en: "a new file")),
      Signature.Example(
        "notebook save blad.md", Text(nl: "er is al een", en: "there is one already"), failsWith: "notebook.exists"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let (path, place) = (given.file, given.place(of: \.file))
    if !given.replace, FilePresence.exists(path) { throw NotebookNewCommand.exists(path, place) }
    let record = runner.record
    let origin = record.origin ?? session.workspace
    guard record.count > 0 || !origin.isEmpty else {
      throw Diagnostic(
        "notebook.empty",
        Text(nl: "er is nog niets gedaan dat een cel kan worden", en: "nothing was done yet that can become a cell"))
    }
    let earlier = try EarlierSteps(
      origin, redoing: record.redoes, on: given.on, runtime.places, notebook: path, in: session, context)
    try earlier.found.demandAll(at: place)
    let folder = FilePath.folder(of: path)
    let title = given.title ?? Self.title(session, path)
    let source = record.notebook(
      title: title, language: earlier.language ?? context.language, seed: session.seed == 1 ? nil : session.seed,
      behind: earlier.lines
    ) { SessionRecord.moved($0, from: ".", to: folder) }
    let bare = try Notebook(Notebook.withheld(source, by: session.redacted), path: path)
    let surroundings = runtime.surroundings(bare)
    let (now, home) = (session.workspace, session.home)
    var differences: [StateDifference] = []
    let pass = try runtime.run(
      bare, in: .copy(Workspace(lineage: origin.lineage)), values: [:], surroundings, home: home
    ) { run in
      let pass = try NotebookPass.whole(run, context)
      if !origin.isEmpty {
        differences = StateDifference.all(of: now, from: session.workspace, opened: session.opened)
      }
      return pass
    }
    let filled = try Notebook(bare.source(with: NotebookCheck(bare, pass.results).outputs()), path: path)
    let found = PersonalLines.findings(in: filled)
    guard found.isEmpty || given.keepPersonal else { throw Self.personal(found, path) }
    let text = session.made { Notebook.withheld(filled.source, by: $0) }
    try context.files.write(Array(text.utf8), to: path, at: place)
    var output = Output(told(record, earlier, found.count, pass))
    output.blocks += earlier.notices.map(Block.notice)
    if !differences.isEmpty, pass.failure == nil {
      output.blocks.append(.table(ReplayTold.table(differences, session, context.language)))
    }
    return output
  }

  private func told(
    _ record: SessionRecord, _ earlier: EarlierSteps, _ found: Int, _ pass: NotebookPass
  ) -> [Block] {
    let count = record.count + earlier.lines.count
    var facts = Facts(isDetail: true)
    facts.add("cells", count)
    facts.add("errors", record.errors)
    facts.add("apart", record.apart)
    facts.add("personal", found)
    let cells = Text.cells(count)
    let errors = Text.counted(record.errors, Text(nl: "fout", en: "error"), Text(nl: "fouten", en: "errors"))
    var blocks: [Block] = [
      .facts(facts),
      .info(
        nl: "\(cells.nl) bewaard, \(errors.nl) weggelaten, \(found) persoonsgegevens gevonden",
        en: "\(cells.en) kept, \(errors.en) left out, \(found) personal data found"),
    ]
    if let failed = pass.failure, let message = failed.error?.message {
      blocks.append(
        .warning(
          nl: "Cel \(failed.number) gaat in een nieuwe uitvoering niet goed: \(message.nl)",
          en: "Cell \(failed.number) does not go well when it is run again: \(message.en)"))
    }
    return blocks
  }

  private static func title(_ session: Session, _ path: String) -> String {
    let held = try? session.part(PartName(.about, "title"))?.json().string
    let name = FilePath.name(of: path)
    return held.flatMap { $0 } ?? (name.hasSuffix(".md") ? String(name.dropLast(3)) : name)
  }

  private static func personal(_ found: [PersonalLines.Finding], _ path: String) -> Diagnostic {
    let listed = { (language: Language) in
      let line = language == .nl ? "regel" : "line"
      let shown = found.prefix(5).map { "\($0.kind.label(language)) (\(line) \($0.line))" }
      return shown.joined(separator: ", ") + (found.count > 5 ? ", …" : "")
    }
    return Diagnostic(
      "personal.found",
      Text(
        nl: "'\(path)' zou persoonsgegevens bevatten: \(listed(.nl)); er is niets bewaard",
        en: "'\(path)' would hold personal data: \(listed(.en)); nothing was kept"),
      wayOut: Text(
        nl: "scherm af met 'redact add', of geef --keep-personal als het er geen zijn",
        en: "hide it with 'redact add', or give --keep-personal if it is none"))
  }
}
