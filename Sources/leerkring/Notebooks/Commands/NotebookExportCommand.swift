import Crates
import Files
import Notebooks
import Session
import WorkbenchKit

/// `notebook export FILE --to html|ipynb|markdown [OUT]`, and any form of a plugin that writes a page.
struct NotebookExportCommand: NotebookRunningCommand {
  enum Form: String, ArgumentChoice {
    case html, ipynb, markdown, crate

    static let usual = html

    var about: Text? {
      switch self {
      case .html: Text(nl: "één bestand voor elke browser en voor papier", en: "one file for any browser and for paper")
      case .ipynb: Text(nl: "voor Jupyter (nbformat 4.5)", en: "for Jupyter (nbformat 4.5)")
      case .markdown: Text(nl: "een pagina om te lezen", en: "a page to read")
      case .crate:
        Text(
          nl: "een map of .zip om na te rekenen en te archiveren", en: "a folder or .zip to be recomputed and archived")
      }
    }
  }

  /// What the notebook becomes: a form of the shell's own, or one that a plugin makes of the page.
  private enum Target {
    case own(Form)
    case page(any ResultSink)

    var showsPaths: Bool {
      switch self {
      case .own(.ipynb), .own(.markdown): true
      case .own(.html), .own(.crate), .page: false
      }
    }
  }

  struct Arguments: Sendable {
    let file = NotebookArguments.file
    let out = Argument(optional: "out", .newFile, about: Text(nl: "waar het komt te staan", en: "where it is to stand"))
    let form = Argument(
      flag: "to", .name, default: Form.usual.rawValue,
      about: Text(
        nl: "de vorm: html, ipynb, markdown, crate, of een vorm voor papier die een plugin brengt, zoals pdf",
        en: "the form: html, ipynb, markdown, crate, or a form for paper that a plugin brings, such as pdf"))
    let noCode = Argument(
      toggle: "no-code", about: Text(nl: "zonder de regels van de cellen", en: "without the lines of the cells"))
    let asIs = Argument(toggle: "as-is", about: Text(nl: "voer niets uit", en: "run nothing"))
    let running = NotebookRunArguments()
    let crate = CrateArguments()
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
        "notebook export blad.md blad --to crate --date 2027-01-31",
        Text(nl: "om na te rekenen en te archiveren", en: "to be recomputed and archived")),
      Signature.Example(
        "notebook export blad.md --to word", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
        failsWith: "argument.choice"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    parameter.name == "to" ? Self.forms(session.registry) : []
  }

  private static func forms(_ registry: Registry) -> [Candidate] {
    Form.allCases.map { Candidate($0.rawValue, $0.about) } + registry.pageForms
  }

  /// - Throws: `argument.choice`, `to.file`; a `Diagnostic` of the family `plugin` where the module that brings it cannot be loaded.
  private func target(_ given: Given<Arguments>, _ registry: Registry) throws -> Target {
    if let form = Form(rawValue: given.form) { return .own(form) }
    let place = given.place(of: \.form)
    guard let sink = try given.checking(\.form, registry.pageSink) else {
      let forms = Parameter("to", .choice(Self.forms(registry)), position: .flag, about: .verbatim(""))
      let word = try forms.check(.text(given.form), at: place).plain
      return .own(Form(rawValue: word) ?? .usual)
    }
    if given.out == nil { throw Registry.needsFile(sink.form, at: place) }
    return .page(sink)
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    // Before anything is run.
    let target = try target(given, session.registry)
    let notebook = try given.checking(\.file) { try runtime.notebook($0, context) }
    let values = try given.running.values(for: notebook)
    let surroundings = runtime.surroundings(notebook, writable: given.running.allowWrite)
    if case .own(.crate) = target { return try crate(of: notebook, values, surroundings, given, session, context) }
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
      results: results.map { $0.withheld(in: session, showsPaths: target.showsPaths) },
      stale: stale,
      isFresh: !given.asIs)
    exported.showsCode = !given.noCode
    let text = session.made { _ in
      switch target {
      case .own(.html), .own(.crate), .page: HTMLExport(exported, files: session.shown(surroundings.files)).text
      case .own(.ipynb): JupyterExport(exported).text
      case .own(.markdown): MarkdownExport(exported).text
      }
    }
    guard let out = given.out else { return Output([.text(text)]) }
    var notices: [Notice] = []
    var bytes = Array(text.utf8)
    if case .page(let sink) = target {
      let made = try sink.write(
        WrittenResult(blocks: [], page: WrittenPage(html: text, language: language)), in: context)
      (bytes, notices) = (made.bytes, made.notices)
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
