import Notebooks
import Session
import WorkbenchKit

/// `notebook check FILE [-p name=value…] [--update]`
struct NotebookCheckCommand: NotebookRunningCommand {
  struct Arguments: Sendable {
    let file = NotebookArguments.file
    let running = NotebookRunArguments()
    let update = Argument(toggle: "update", about: Text(nl: "neem over wat anders is", en: "take over what differs"))
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime

  let signature = Signature(
    "notebook check",
    aliases: ["notitieboek controleren"],
    summary: Text(
      nl: "voer een notitieboek uit en vergelijk met wat erin staat",
      en: "run a notebook and compare with what it holds"),
    details: Text(
      nl: """
        Getallen zijn gelijk als zij dat in 12 cijfers zijn; in een uitkomst staat [..] voor wat dan ook in een regel, en een regel \
        ... voor welke regels ook. Wat in een werkruimte van --workspace gebeurt, wordt niet bewaard. Is een bestand er niet dat het \
        notitieboek als parameter vraagt, dan wordt het overgeslagen en gezegd waarom.
        """,
      en: """
        Numbers are the same when they are so in 12 digits; in an output [..] stands for anything in a line, and a line ... for any \
        lines. What is done in a workspace of --workspace is not kept. Where a file is missing that the notebook asks for as a \
        parameter, it is skipped, and it is said why.
        """),
    examples: [
      Signature.Example("notebook check blad.md", Text(nl: "er is niets anders", en: "nothing differs")),
      Signature.Example(
        "notebook check blad.md -p getal=6", Text(nl: "de uitkomst is een andere", en: "the output is another"),
        failsWith: "notebook.differs"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let notebook = try given.checking(\.file) { try runtime.notebook($0, context) }
    let values = try given.running.values(for: notebook)
    let surroundings = runtime.surroundings(notebook, writable: given.running.allowWrite)
    if let missing = MissingFiles(notebook, values, surroundings), missing.areUsual {
      return Output([.notice(missing.skipped)])
    }
    let room = given.running.workspace.map(NotebookWorkspace.look) ?? .fresh
    var language = session.language
    let pass = try runtime.run(notebook, in: room, values: values, surroundings) { run in
      language = session.language
      return try NotebookPass.whole(run, context)
    }
    let check = NotebookCheck(notebook, pass.results)
    let differing = check.differing
    if pass.failure == nil, given.update {
      let text = session.made { Notebook.withheld(notebook.source(with: check.outputs()), by: $0) }
      if text != notebook.source { try context.files.write(Array(text.utf8), to: notebook.path, at: nil) }
      var output = told(notebook, differing.count, isUpdate: true)
      if let notice = notebook.notKept(values, in: session) { output.blocks.append(.notice(notice)) }
      return output
    }
    if differing.isEmpty { return told(notebook, 0, isUpdate: false) }
    let difference = check.difference(language)
    if !difference.isEmpty { runtime.show([.text(difference)], at: given.place) }
    if let error = pass.failure?.error { throw runtime.ending(ExitCode.differs, error) }
    let (count, path) = (differing.count, notebook.path)
    throw runtime.ending(
      ExitCode.differs,
      Diagnostic(
        "notebook.differs",
        .plural(
          count,
          Text(nl: "één cel van '\(path)' geeft iets anders", en: "one cell of '\(path)' gives something else"),
          Text(
            nl: "\(count) cellen van '\(path)' geven iets anders", en: "\(count) cells of '\(path)' give something else"
          )),
        wayOut: Text(nl: "neem het over met --update", en: "take it over with --update"),
        // On the program's own command line there is nothing to point at but the cell.
        place: given.place?.source == "options"
          ? Place(source: path, line: differing.first?.line ?? 1, column: 1) : given.place))
  }

  private func told(_ notebook: Notebook, _ count: Int, isUpdate: Bool) -> Output {
    var facts = Facts(isDetail: true)
    facts.add("cells", notebook.cells.count)
    facts.add("differing", count)
    let text =
      isUpdate
      ? .outputs(count) + Text(nl: " overgenomen", en: " taken over")
      : .cells(notebook.cells.count) + Text(nl: ", geen verschil", en: ", no difference")
    return Output([.facts(facts), .notice(Notice(.info, text + .verbatim(" · \(notebook.path)")))])
  }
}
