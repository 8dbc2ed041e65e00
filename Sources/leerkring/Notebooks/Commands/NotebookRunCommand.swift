import Notebooks
import Session
import WorkbenchKit

/// `notebook run FILE [-p name=value…] [--to FILE] [--stale]`
struct NotebookRunCommand: UntypedHostCommand {
  let desk: NotebookDesk

  let signature = Signature(
    "notebook run",
    aliases: ["notitieboek uitvoeren"],
    summary: Text(
      nl: "voer een notitieboek uit en vul de uitkomsten in", en: "run a notebook and fill in what it gives"),
    details: Text(
      nl: """
        Alle cellen, van boven naar beneden, in een nieuwe werkruimte. Paden zijn die vanuit de map van het notitieboek. Een cel die \
        faalt laat staan wat ervoor is uitgevoerd; wat erna komt wordt als niet uitgevoerd gemerkt.
        """,
      en: """
        All cells from top to bottom, in a new workspace. Paths are those seen from the notebook's folder. A cell that fails leaves \
        what was run before it; what comes after it is marked as not run.
        """),
    parameters: [NotebookParameters.file] + NotebookParameters.running + [
      .flag(
        "to", .file(existing: false),
        about: Text(
          nl: "schrijf het hier, en laat het bestand zelf zoals het is",
          en: "write it here, and leave the file as it is")),
      .flag(
        "stale",
        about: Text(
          nl: "toon alleen opnieuw wat verouderd is", en: "show only those anew that are out of date")),
    ],
    examples: [
      Signature.Example("notebook run blad.md", Text(nl: "alle cellen", en: "all cells")),
      Signature.Example(
        "notebook run blad.md -p getal=veel", Text(nl: "geen getal", en: "not a number"),
        failsWith: "notebook.parameter"),
      NotebookParameters.missing,
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    NotebookParameters.candidates(for: parameter, after: words)
  }

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let notebook = try desk.notebook(call, context)
    let values = try desk.values(call, for: notebook)
    let surroundings = desk.surroundings(call, notebook)
    let pass = try desk.lay(
      notebook, in: call.text("workspace").map(NotebookDesk.Room.file) ?? .fresh, values: values, surroundings
    ) { run in
      guard call.flag("stale") else { return try NotebookPass.whole(run, context) }
      let given = NotebookRun.given(notebook, values, surroundings)
      return try NotebookPass.stale(run, given: given, surroundings, context)
    }
    let outputs = NotebookCheck(notebook, pass.results).outputs(shown: shown(pass))
    let text = notebook.source(with: outputs)
    let target = call.text("to") ?? notebook.path
    if text != notebook.source || call.has("to") {
      try context.files.write(Array(text.utf8), to: target, at: call.place(of: "to"))
    }
    let output = Self.told(notebook, pass, outputs, target)
    if let error = pass.failure?.error {
      desk.show(output.blocks, call)
      throw desk.ending(ExitCode.stopped, error)
    }
    return output
  }

  /// A cell that was only run because others need it, is shown anew when it fails.
  private func shown(_ pass: NotebookPass) -> Set<Int>? {
    pass.anew.map { $0.union(pass.failure.map { [$0.number] } ?? []) }
  }

  private static func told(
    _ notebook: Notebook, _ pass: NotebookPass, _ outputs: [Int: CellOutput?], _ target: String
  ) -> Output {
    let run = pass.results.count
    let shown = pass.anew?.count ?? run
    let changed = notebook.cells.count { cell in
      guard case .some(let output) = outputs[cell.number], output?.mark.state != .notRun else { return false }
      return (output?.body ?? []) != (cell.output?.body ?? [])
        || (output?.pictures ?? []) != (cell.output?.pictures ?? [])
    }
    var facts = Facts(isDetail: true)
    facts.add("cells", notebook.cells.count)
    facts.add("run", run)
    facts.add("shown", shown)
    facts.add("changed", changed)
    facts.add("failed", pass.failure == nil ? 0 : 1)
    let cells = shown == 1 ? Text(nl: "1 cel", en: "1 cell") : Text(nl: "\(shown) cellen", en: "\(shown) cells")
    let done =
      pass.anew == nil
      ? Text(nl: "uitgevoerd", en: "run") : Text(nl: "verouderd en opnieuw uitgevoerd", en: "out of date and run anew")
    let changes =
      changed == 1
      ? Text(nl: "1 uitkomst", en: "1 output") : Text(nl: "\(changed) uitkomsten", en: "\(changed) outputs")
    let text =
      cells + .verbatim(" ") + done + .verbatim(", ") + changes
      + Text(nl: " veranderd · \(target)", en: " changed · \(target)")
    return Output([.facts(facts), .notice(Notice(.info, text))])
  }
}
