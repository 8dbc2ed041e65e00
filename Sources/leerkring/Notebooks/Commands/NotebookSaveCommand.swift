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
        Elke regel die goed ging wordt een cel; fouten, en regels over bestanden, hulp en plugins, blijven weg. De cellen worden opnieuw \
        uitgevoerd, vanaf de werkruimte waarin de sessie begon. Wat eruitziet als een persoonsgegeven houdt het bewaren tegen.
        """,
      en: """
        Every line that went well becomes a cell; errors, and lines about files, help and plugins, are left out. The cells are run again, \
        from the workspace in which the session began. What looks like personal data stops it.
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
    guard record.count > 0, let origin = record.origin else {
      throw Diagnostic(
        "notebook.empty",
        Text(nl: "er is nog niets gedaan dat een cel kan worden", en: "nothing was done yet that can become a cell"))
    }
    let folder = FilePath.folder(of: path)
    let title = given.title ?? Self.title(session, path)
    let source = record.notebook(
      title: title, language: context.language, seed: session.seed == 1 ? nil : session.seed
    ) { SessionRecord.moved($0, from: ".", to: folder) }
    let bare = try Notebook(Notebook.withheld(source, by: session.redacted), path: path)
    let surroundings = runtime.surroundings(bare)
    let pass = try runtime.run(bare, in: .copy(origin), values: [:], surroundings) { run in
      try NotebookPass.whole(run, context)
    }
    let filled = try Notebook(bare.source(with: NotebookCheck(bare, pass.results).outputs()), path: path)
    let found = PersonalLines.findings(in: filled)
    guard found.isEmpty || given.keepPersonal else { throw Self.personal(found, path) }
    let text = session.made { Notebook.withheld(filled.source, by: $0) }
    try context.files.write(Array(text.utf8), to: path, at: place)
    return Output(told(record, found.count, pass, origin))
  }

  private func told(
    _ record: SessionRecord, _ found: Int, _ pass: NotebookPass, _ origin: Workspace
  ) -> [Block] {
    var facts = Facts(isDetail: true)
    facts.add("cells", record.count)
    facts.add("errors", record.errors)
    facts.add("apart", record.apart)
    facts.add("personal", found)
    let cells = Text.cells(record.count)
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
    if !origin.isEmpty {
      blocks.append(
        .caution(
          nl: "De sessie begon in een werkruimte waarin al iets stond; voer het notitieboek uit met --workspace.",
          en: "The session began in a workspace that held something already; run the notebook with --workspace."))
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
