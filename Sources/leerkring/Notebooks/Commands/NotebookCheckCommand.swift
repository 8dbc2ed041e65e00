import Notebooks
import Session
import WorkbenchKit

/// `notebook check FILE [-p name=value…] [--update]`
struct NotebookCheckCommand: UntypedHostCommand {
  let desk: NotebookDesk

  let signature = Signature(
    "notebook check",
    aliases: ["notitieboek controleren"],
    summary: Text(
      nl: "voer een notitieboek uit en vergelijk met wat erin staat",
      en: "run a notebook and compare with what it holds"),
    details: Text(
      nl: """
        Getallen zijn gelijk als zij dat in 12 cijfers zijn; in een uitkomst staat [..] voor wat dan ook in een regel, en een regel \
        ... voor welke regels ook. Wat in een werkruimte van --workspace gebeurt, wordt niet bewaard.
        """,
      en: """
        Numbers are the same when they are so in 12 digits; in an output [..] stands for anything in a line, and a line ... for any \
        lines. What is done in a workspace of --workspace is not kept.
        """),
    parameters: [NotebookParameters.file] + NotebookParameters.running + [
      .flag("update", about: Text(nl: "neem over wat anders is", en: "take over what differs"))
    ],
    examples: [
      Signature.Example("notebook check blad.md", Text(nl: "er is niets anders", en: "nothing differs")),
      Signature.Example(
        "notebook check blad.md -p getal=6", Text(nl: "de uitkomst is een andere", en: "the output is another"),
        failsWith: "notebook.differs"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    NotebookParameters.candidates(for: parameter, after: words)
  }

  func run(_ call: Call, in session: Session, context: Context) throws -> Output {
    let notebook = try desk.notebook(call, context)
    let values = try desk.values(call, for: notebook)
    let surroundings = desk.surroundings(call, notebook)
    let room = call.text("workspace").map(NotebookDesk.Room.look) ?? .fresh
    var language = session.language
    let pass = try desk.lay(notebook, in: room, values: values, surroundings) { run in
      language = session.language
      return try NotebookPass.whole(run, context)
    }
    let check = NotebookCheck(notebook, pass.results)
    let differing = check.differing
    if pass.failure == nil, call.flag("update") {
      let text = notebook.source(with: check.outputs())
      if text != notebook.source { try context.files.write(Array(text.utf8), to: notebook.path, at: nil) }
      return told(notebook, differing.count, isUpdate: true)
    }
    if differing.isEmpty { return told(notebook, 0, isUpdate: false) }
    let difference = check.difference(language)
    if !difference.isEmpty { desk.show([.text(difference)], call) }
    if let error = pass.failure?.error { throw desk.ending(ExitCode.differs, error) }
    let (count, path) = (differing.count, notebook.path)
    throw desk.ending(
      ExitCode.differs,
      Diagnostic(
        "notebook.differs",
        Text(
          nl: count == 1
            ? "één cel van '\(path)' geeft iets anders" : "\(count) cellen van '\(path)' geven iets anders",
          en: count == 1
            ? "one cell of '\(path)' gives something else" : "\(count) cells of '\(path)' give something else"),
        wayOut: Text(nl: "neem het over met --update", en: "take it over with --update"),
        // On the program's own command line there is nothing to point at but the cell.
        place: call.place?.source == "options"
          ? Place(source: path, line: differing.first?.line ?? 1, column: 1) : call.place))
  }

  private func told(_ notebook: Notebook, _ count: Int, isUpdate: Bool) -> Output {
    var facts = Facts(isDetail: true)
    facts.add("cells", notebook.cells.count)
    facts.add("differing", count)
    let (cells, path) = (notebook.cells.count, notebook.path)
    let text =
      isUpdate
      ? Text(
        nl: "\(count) \(count == 1 ? "uitkomst" : "uitkomsten") overgenomen · \(path)",
        en: "\(count) \(count == 1 ? "output" : "outputs") taken over · \(path)")
      : Text(nl: "\(cells) cellen, geen verschil · \(path)", en: "\(cells) cells, no difference · \(path)")
    return Output([.facts(facts), .notice(Notice(.info, text))])
  }
}
