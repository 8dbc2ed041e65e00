import Notebooks
import Session
import WorkbenchKit

/// `notebook present FILE [-p name=value…] [--log FILE]`
struct NotebookPresentCommand: NotebookRunningCommand {
  struct Arguments: Sendable {
    let file = NotebookArguments.file
    let running = NotebookRunArguments()
    let log = Argument(
      flag: "log", .newFile,
      about: Text(
        nl: "schrijf het verslag terwijl het ontstaat in dit nieuwe bestand",
        en: "write the transcript to this new file as it comes about"))
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime

  let signature = Signature(
    "notebook present",
    aliases: ["notitieboek tonen"],
    summary: Text(nl: "laat een notitieboek cel voor cel zien", en: "show a notebook cell by cell"),
    details: Text(
      nl: """
        Spatie voert de cel uit die er staat, en gaat dan verder; b gaat terug, t laat een regel typen, q stopt. Het bestand verandert \
        niet. Na afloop is er een verslag van wat er echt is uitgevoerd. Zonder terminal is er alleen dat verslag.
        """,
      en: """
        Space runs the cell that is shown, and then goes on; b goes back, t lets a person type a line, q leaves. The file does not \
        change. Afterwards there is a transcript of what was really run. Without a terminal there is that transcript only.
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
    var failure: Diagnostic?
    try runtime.run(notebook, in: room, values: values, surroundings) { run in
      if let terminal = runtime.terminal {
        let screen = SlideScreen(output: runtime.presenter.output, environment: runtime.presenter.environment)
        let show = NotebookShow(run, session, screen, log: log, input: terminal)
        defer { (log, count, typed) = (show.log, show.count, show.typed) }
        try show.show()
      } else {
        let pass = try NotebookPass.whole(run, context) { cell, result in log.note(result, cell, session) }
        count = pass.results.count
        failure = pass.failure?.error
      }
    }
    let output = try kept(log, given, context)
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
