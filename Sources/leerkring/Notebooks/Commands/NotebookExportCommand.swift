import Notebooks
import Printing
import Session
import Stages
import WorkbenchKit

/// `notebook export FILE --to html|ipynb|markdown|pdf|docx|odt [OUT]`
struct NotebookExportCommand: NotebookRunningCommand {
  enum Form: String, ArgumentChoice {
    case html, ipynb, markdown, pdf, docx, odt

    static let usual = html

    var about: Text? {
      switch self {
      case .html: Text(nl: "één bestand voor elke browser en voor papier", en: "one file for any browser and for paper")
      case .ipynb: Text(nl: "voor Jupyter (nbformat 4.5)", en: "for Jupyter (nbformat 4.5)")
      case .markdown: Text(nl: "een pagina om te lezen", en: "a page to read")
      case .pdf, .docx, .odt: paper?.about
      }
    }

    /// For paper or a word processor; nil for a form in text.
    var paper: PaperForm? { PaperForm(rawValue: rawValue) }
  }

  struct Arguments: Sendable {
    let file = NotebookArguments.file
    let out = Argument(optional: "out", .newFile, about: Text(nl: "waar het komt te staan", en: "where it is to stand"))
    let form = Argument(
      flag: "to", .choice(Form.self), default: Form.usual.rawValue, about: Text(nl: "de vorm", en: "the form"))
    let noCode = Argument(
      toggle: "no-code", about: Text(nl: "zonder de regels van de cellen", en: "without the lines of the cells"))
    let asIs = Argument(toggle: "as-is", about: Text(nl: "voer niets uit", en: "run nothing"))
    let running = NotebookRunArguments()
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime

  let signature = Signature(
    "notebook export",
    aliases: ["notitieboek exporteren"],
    summary: Text(
      nl: "maak van een notitieboek een pagina of een Jupyter-notitieboek",
      en: "make a page or a Jupyter notebook of a notebook"),
    details: Text(
      nl: """
        De cellen worden ervoor uitgevoerd, met tabellen en tekeningen; het notitieboek zelf verandert niet. Met --as-is staat er wat \
        er in het notitieboek staat, met een waarschuwing waar dat verouderd is. Zonder UIT komt het op het scherm.
        """,
      en: """
        The cells are run for it, with tables and pictures; the notebook itself does not change. With --as-is it holds what stands in \
        the notebook, with a warning where that is stale. Without OUT it comes on the screen.
        """),
    examples: [
      Signature.Example("notebook export blad.md --to markdown", Text(nl: "op het scherm", en: "on the screen")),
      Signature.Example("notebook export blad.md --to html blad.html", Text(nl: "in een bestand", en: "in a file")),
      Signature.Example(
        "notebook export blad.md --to word", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    // Before anything is run.
    if let form = given.form.paper, given.out == nil { throw form.needsFile(at: given.place(of: \.form)) }
    let notebook = try given.checking(\.file) { try runtime.notebook($0, context) }
    let values = try given.running.values(for: notebook)
    let surroundings = runtime.surroundings(notebook, writable: given.running.allowWrite)
    let stale = Staleness.reasons(
      notebook, given: NotebookRun.given(notebook, values, surroundings), surroundings)
    var results = ExportedNotebook.standing(in: notebook)
    var language = session.surroundings.chosenLanguage ?? notebook.head.language ?? session.language
    if !given.asIs {
      let room = given.running.workspace.map(NotebookWorkspace.look) ?? .fresh
      results = try runtime.run(notebook, in: room, values: values, surroundings) { run in
        let pass = try NotebookPass.whole(run, context)
        if let error = pass.failure?.error { throw runtime.ending(ExitCode.stopped, error) }
        language = session.language
        return pass.results
      }
    }
    var exported = ExportedNotebook(
      try notebook.withheld(by: session.redacted), language: language, values: values.mapValues(session.redacted),
      results: results.map { $0.withheld(in: session, showsPaths: given.form == .ipynb || given.form == .markdown) },
      stale: stale,
      isFresh: !given.asIs)
    exported.showsCode = !given.noCode
    let text = session.made { _ in
      switch given.form {
      case .html, .pdf, .docx, .odt: HTMLExport(exported, files: session.shown(surroundings.files)).text
      case .ipynb: JupyterExport(exported).text
      case .markdown: MarkdownExport(exported).text
      }
    }
    guard let out = given.out else { return Output([.text(text)]) }
    var notices: [Notice] = []
    var bytes = Array(text.utf8)
    if let form = given.form.paper {
      (bytes, notices) = try PaperForms.make(form, of: text, in: language, poll: context.checkInterrupt)
    }
    try context.files.write(bytes, to: out, at: given.place(of: \.out))
    return Output(([Notice(.info, told(out, stale, exported))] + notices).map(Block.notice))
  }

  private func told(_ out: String, _ stale: [Int: Staleness.Reason], _ exported: ExportedNotebook) -> Text {
    let count = stale.values.count { $0 != .neverRun }
    let written = Text(nl: "'\(out)' is geschreven", en: "'\(out)' is written")
    if count == 0 { return written }
    let stale = Text.counted(
      count, Text(nl: "verouderde uitkomst", en: "stale output"), Text(nl: "verouderde uitkomsten", en: "stale outputs")
    )
    let fresh = Text.plural(
      count, Text(nl: "; hier is zij opnieuw bepaald", en: "; here it is worked out anew"),
      Text(nl: "; hier zijn zij opnieuw bepaald", en: "; here they are worked out anew"))
    return written + Text(nl: "; het notitieboek heeft ", en: "; the notebook has ") + stale
      + (exported.isFresh ? fresh : Text(nl: ", en zo staat het hier", en: ", and so it stands here"))
  }
}
