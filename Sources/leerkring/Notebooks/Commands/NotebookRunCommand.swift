import Files
import Notebooks
import Session
import WorkbenchKit

/// `notebook run FILE [-p name=value…] [--to FILE] [--stale]`
struct NotebookRunCommand: NotebookRunningCommand {
  struct Arguments: Sendable {
    let file = NotebookArguments.file
    let running = NotebookRunArguments()
    let to = Argument(
      flag: "to", .newFile,
      about: Text(
        nl: "schrijf het hier met de gegeven waarden in de kop, en laat het bestand zelf zoals het is",
        en: "write it here with the values given in its front matter, and leave the file as it is"))
    let stale = Argument(
      toggle: "stale",
      about: Text(nl: "toon alleen opnieuw wat verouderd is", en: "show only those anew that are out of date"))
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime

  let signature = Signature(
    "notebook run",
    aliases: ["notitieboek uitvoeren"],
    summary: Text(
      nl: "voer een notitieboek uit en vul de uitkomsten in", en: "run a notebook and fill in what it gives"),
    details: Text(
      nl: """
        Alle cellen, van boven naar beneden, in een nieuwe werkruimte. Paden zijn die vanuit de map van het notitieboek. Een cel die \
        faalt laat staan wat ervoor is uitgevoerd; wat erna komt wordt als niet uitgevoerd gemerkt. Met --to BESTAND staan de waarden \
        van -p, --seed en --lang in de kop van BESTAND, zodat 'check', 'list' en 'export' ervoor gelden; ligt het in een andere map, \
        dan zijn paden onder de waarden die vanuit die map.
        """,
      en: """
        All cells from top to bottom, in a new workspace. Paths are those seen from the notebook's folder. A cell that fails leaves \
        what was run before it; what comes after it is marked as not run. With --to FILE the values of -p, --seed and --lang stand in \
        the front matter of FILE, so that 'check', 'list' and 'export' hold for them; where it lies in another folder, paths among the \
        values are those seen from there.
        """),
    examples: [
      Signature.Example("notebook run blad.md", Text(nl: "alle cellen", en: "all cells")),
      Signature.Example(
        "notebook run blad.md -p getal=6 --to blad6.md",
        Text(nl: "een ingevuld blad ernaast", en: "a filled-in sheet beside it")),
      Signature.Example(
        "notebook run blad.md -p getal=veel", Text(nl: "geen getal", en: "not a number"),
        failsWith: "notebook.parameter"),
      Signature.Example(
        "notebook run nergens.md", Text(nl: "een bestand dat er niet is", en: "a file that is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let notebook = try given.checking(\.file) { try runtime.notebook($0, context) }
    var values = try given.running.values(for: notebook)
    let move = given.to.flatMap {
      NotebookMove(
        notebook, values: values, from: FilePath.folder(of: notebook.path), to: FilePath.folder(of: $0))
    }
    // Where no path stands in the cells it is run as it will lie, so that it says there what it says here.
    let folder = move?.fixed.isEmpty == true ? given.to.map(FilePath.folder) : nil
    let filled = try given.to.map { target in
      try notebook.filled(
        with: FrontMatterFilling(
          values: move?.values ?? values, seed: session.surroundings.seed,
          language: session.surroundings.chosenLanguage), path: target)
    }
    if folder != nil { values = move?.values ?? values }
    let surroundings = runtime.surroundings(notebook, writable: given.running.allowWrite, in: folder)
    let pass = try runtime.run(
      notebook, in: given.running.workspace.map(NotebookWorkspace.file) ?? .fresh, values: values, surroundings
    ) { run in
      guard given.stale else { return try NotebookPass.whole(run, context) }
      return try NotebookPass.stale(
        run, given: NotebookRun.given(notebook, values, surroundings), surroundings, context)
    }
    let outputs = NotebookCheck(notebook, pass.results).outputs(shown: shown(pass))
    let written = filled ?? notebook
    let text = session.made { Notebook.withheld(written.source(with: outputs), by: $0) }
    if text != notebook.source || given.to != nil {
      try context.files.write(Array(text.utf8), to: written.path, at: given.place(of: \.to))
    }
    var output = Self.told(notebook, pass, outputs, written.path)
    if let move { output.blocks += Self.told(move, written.path).map(Block.notice) }
    if given.to == nil, let notice = notebook.notKept(values, in: session) { output.blocks.append(.notice(notice)) }
    if let error = pass.failure?.error {
      runtime.show(output.blocks, at: given.place)
      throw runtime.ending(ExitCode.stopped, error)
    }
    return output
  }

  /// A cell that was only run because others need it, is shown anew when it fails.
  private func shown(_ pass: NotebookPass) -> Set<Int>? {
    pass.anew.map { $0.union(pass.failure.map { [$0.number] } ?? []) }
  }

  /// Says which paths look otherwise from the folder where it is written.
  private static func told(_ move: NotebookMove, _ path: String) -> [Notice] {
    var notices: [Notice] = []
    if !move.moved.isEmpty {
      let listed = move.moved.map { "\($0) = \(move.values[$0]?.plain ?? "")" }.joined(separator: ", ")
      notices.append(
        .info(
          nl: "vanuit de map van '\(path)' gezien: \(listed)", en: "seen from the folder of '\(path)': \(listed)"))
    }
    if !move.fixed.isEmpty {
      let listed = Text.quoted(move.fixed, atMost: 5)
      notices.append(
        .caution(
          nl:
            "vanuit de map van '\(path)' vinden zijn cellen niet: \(listed.nl); zet het bij het notitieboek, of maak er een "
            + "parameter van",
          en:
            "from the folder of '\(path)' its cells do not find: \(listed.en); put it beside the notebook, or make it a "
            + "parameter"))
    }
    return notices
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
    let done =
      pass.anew == nil
      ? Text(nl: "uitgevoerd", en: "run") : Text(nl: "verouderd en opnieuw uitgevoerd", en: "out of date and run anew")
    let text =
      .cells(shown) + .verbatim(" ") + done + .verbatim(", ") + .outputs(changed)
      + Text(nl: " veranderd · \(target)", en: " changed · \(target)")
    return Output([.facts(facts), .notice(Notice(.info, text))])
  }
}
