import Notebooks
import Session
import WorkbenchKit

/// `notebook present FILE [-p name=value…] [--log FILE] [--to FILE]`
struct NotebookPresentCommand: NotebookRunningCommand {
  struct Arguments: Sendable {
    let file = NotebookArguments.file
    let running = NotebookRunArguments()
    let log = Argument(
      flag: "log", .newFile,
      about: Text(
        nl: "schrijf het verslag terwijl het ontstaat in dit nieuwe bestand",
        en: "write the transcript to this new file as it comes about"))
    let to = Argument(
      flag: "to", .newFile,
      about: Text(
        nl: "schrijf het notitieboek hier met de cellen die zijn gewijzigd; anders blijft dat bij tonen",
        en: "write the notebook here with the cells that were changed; else it stays at showing"))
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime

  let signature = Signature(
    "notebook present",
    aliases: ["notitieboek tonen"],
    summary: Text(nl: "laat een notitieboek cel voor cel zien", en: "show a notebook cell by cell"),
    details: Text(
      nl: """
        Spatie voert de cel uit die er staat, en gaat dan verder; b gaat terug, t laat een regel typen, q stopt. Met e wijzigt u de regels \
        van de cel: oud en nieuw staan naast elkaar, en u kiest wat blijft; u neemt dat terug. Wat na een gewijzigde cel kwam, gaat opnieuw. \
        Het bestand verandert niet; --to schrijft een ander. Na afloop is er een verslag van wat er echt is uitgevoerd. Zonder terminal \
        is er alleen dat verslag.
        """,
      en: """
        Space runs the cell that is shown, and then goes on; b goes back, t lets a person type a line, q leaves. With e the lines of the \
        cell are changed: old and new stand side by side, and you choose what stays; u takes that back. What came behind a changed cell is \
        run again. The file does not change; --to writes another one. Afterwards there is a transcript of what was really run. Without a \
        terminal there is that transcript only.
        """),
    examples: [
      Signature.Example("notebook present blad.md", Text(nl: "voor een groep", en: "before a group")),
      Signature.Example(
        "notebook present nergens.md", Text(nl: "een bestand dat er niet is", en: "a file that is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let notebook = try given.checking(\.file) { try runtime.notebook($0, context) }
    let values = try given.running.values(for: notebook)
    let surroundings = runtime.surroundings(notebook, writable: given.running.allowWrite)
    let room = given.running.workspace.map(NotebookWorkspace.file) ?? .fresh
    let file = try given.checking(\.log) { path in
      try path.map { try Transcript(path: $0, sparing: [given.file], canAppend: false) }
    }
    var log = PresentationLog(file)
    log.note(remark: notebook.title)
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      log.note(lines: ["let \(name) = \(Self.typed(value))"])
    }
    var (count, typed) = (0, 0)
    var changed: String?
    var failure: Diagnostic?
    try runtime.run(notebook, in: room, values: values, surroundings) { run in
      if let terminal = runtime.terminal {
        let screen = SlideScreen(output: runtime.presenter.output, environment: runtime.presenter.environment)
        let show = NotebookShow(run, session, screen, log: log, input: terminal)
        defer { (log, count, typed, changed) = (show.log, show.count, show.typed, show.changedSource) }
        try show.show()
      } else {
        let pass = try NotebookPass.whole(run, context) { cell, result in log.note(result, cell, session) }
        count = pass.results.count
        failure = pass.failure?.error
      }
    }
    var output = try kept(log, given, context)
    if let path = given.to {
      if let changed {
        let text = session.made { Notebook.withheld(changed, by: $0) }
        try context.files.write(Array(text.utf8), to: path, at: given.place(of: \.to))
        output.append(.info(nl: "gewijzigd notitieboek in '\(path)'", en: "changed notebook in '\(path)'"))
      } else {
        output.append(.info(nl: "geen cel gewijzigd; niets geschreven", en: "no cell was changed; nothing was written"))
      }
    }
    guard failure == nil, runtime.terminal != nil else {
      if let failure {
        runtime.show(output, at: given.place)
        throw runtime.ending(ExitCode.stopped, failure)
      }
      return Output(output)
    }
    let cells = Text.cells(notebook.cells.count)
    let lines = Text.counted(
      typed, Text(nl: "regel getypt", en: "line typed"), Text(nl: "regels getypt", en: "lines typed"))
    let more = typed == 0 ? .verbatim("") : .verbatim(", ") + lines
    return Output(
      output + [
        .info(
          nl: "\(count) van \(cells.nl) uitgevoerd\(more.nl)", en: "\(count) of \(cells.en) run\(more.en)")
      ])
  }

  /// Writes the transcript where it is wanted, else shows it.
  private func kept(_ log: PresentationLog, _ given: Given<Arguments>, _ context: Context) throws -> [Block] {
    guard let path = given.log else { return [.text(log.text)] }
    if let problem = log.problem { throw problem }
    return [.info(nl: "verslag in '\(path)'", en: "transcript in '\(path)'")]
  }

  /// A value as it is typed behind `let NAME =`.
  private static func typed(_ value: Value) -> String {
    guard case .text(let text) = value else { return value.plain }
    return "\"" + text.map { "\"\\$".contains($0) ? "\\\($0)" : $0 == "\n" ? "\\n" : "\($0)" }.joined() + "\""
  }
}
