import Files
import Notebooks
import Session
import Store
import WorkbenchKit

/// What notebooks are run in: the session, the files they may reach, and the plugins.
final class NotebookRuntime {
  let session: Session
  let presenter: Presenter
  private let file: OpenWorkspace
  private let loader: PluginLoader
  private let vault: WorkspaceVault
  private let width: TextWidth
  private let monitor: TerminalMonitor
  /// Where files were on this machine.
  let places: FilePlaces
  /// Where a person can be asked something; nil in a script.
  var terminal: (() -> any TerminalInput)?
  /// The notebook that is being run.
  private var current: NotebookRun?
  /// With which code the program is to end, where a notebook was all that it was asked for.
  var exitCode: Int32?

  init(
    _ session: Session, _ presenter: Presenter, _ file: OpenWorkspace, _ loader: PluginLoader, _ vault: WorkspaceVault,
    _ width: TextWidth, _ monitor: TerminalMonitor, _ places: FilePlaces
  ) {
    self.places = places
    self.width = width
    self.monitor = monitor
    self.session = session
    self.presenter = presenter
    self.file = file
    self.loader = loader
    self.vault = vault
  }

  // MARK: Reading

  /// Reads a notebook, and tells what in it looks like a cell and is none.
  ///
  /// - Throws: `file.*`, `notebook.encoding`, `notebook.conflict`, `notebook.head`, `notebook.fence`.
  func notebook(_ path: String, _ context: Context) throws -> Notebook {
    let bytes = try context.files.read(path, at: nil).bytes
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw Diagnostic(
        "notebook.encoding",
        Text(nl: "'\(path)' is geen tekst in UTF-8", en: "'\(path)' is not text in UTF-8"),
        wayOut: Text(nl: "een notitieboek is een Markdown-bestand", en: "a notebook is a Markdown file"))
    }
    let notebook = try Notebook(text, path: path)
    presenter.show(notebook.notices, session.language)
    return notebook
  }

  /// - Parameters:
  ///   - writable: folders that may be written in besides the notebook's own.
  ///   - folder: where it is to be run, if not where it lies.
  func surroundings(
    _ notebook: Notebook, writable: [String] = [], in folder: String? = nil
  ) -> NotebookSurroundings {
    let folder = folder ?? FilePath.folder(of: notebook.path)
    let files = FolderFiles(
      DiskFiles(folder: folder), folder: folder, own: notebook.path, allowed: writable
    ) { [unowned self] path in mayWrite(path) }
    return NotebookSurroundings(
      files: files, digest: { SHA256.hex($0) },
      pluginVersion: { [loader] name in
        loader.directory.plugins.first {
          $0.name.lowercased() == name.lowercased() && [.available, .loaded].contains($0.status)
        }?.manifest?.version
      },
      pluginData: pluginData, seed: session.surroundings.seed)
  }

  private func mayWrite(_ path: String) -> Bool {
    guard let terminal else { return false }
    let notice = Text(
      nl: "'\(path)' ligt buiten de map van het notitieboek.", en: "'\(path)' is outside the notebook's folder.")
    presenter.show([Notice(.caution, notice)], session.language)
    let question = Text(nl: "toch schrijven? [j/N] ", en: "write it all the same? [y/N] ")
    return terminal().confirms(question(session.language))
  }

  // MARK: Running

  /// Does something with a notebook in a workspace apart from the one at hand.
  ///
  /// - Parameter home: the folder from which that workspace keeps its paths; nil for that of its file.
  /// - Throws: `notebook.requires`, `workspace.*`, and what `body` throws.
  func run<Result>(
    _ notebook: Notebook, in chosen: NotebookWorkspace, values: [String: Value], _ surroundings: NotebookSurroundings,
    home: String? = nil, _ body: (NotebookRun) throws -> Result
  ) throws -> Result {
    guard current == nil else { throw NotebookRules.nested }
    var around = session.surroundings
    around.files = surroundings.files
    around.folder = surroundings.files.folder
    around.environmentLanguage = session.language
    around.chosenLanguage = around.chosenLanguage ?? notebook.head.language
    around.seed = around.seed ?? notebook.head.seed
    let (workspace, keeper, notices) = try chosen.open(vault)
    let screen = width.columns
    width.columns = CellText.columns
    defer {
      width.columns = screen
      keeper?.close()
      current = nil
      // A module that was loaded meanwhile has not seen the documents of the workspace at hand.
      presenter.show(file.updateDocuments(), session.language)
    }
    presenter.show(notices, session.language)
    let recorder = keeper.flatMap { $0.isReadOnly ? nil : $0 }
    return try session.apart(
      in: workspace, recorder: recorder, surroundings: around, home: home ?? keeper?.folder
    ) {
      presenter.show(file.updateDocuments(), session.language)
      session.refusal = NotebookRules.refusal
      let run = try NotebookRun(notebook, in: session, values: values, surroundings)
      current = run
      monitor.language = session.language
      monitor.begin()
      defer { monitor.end() }
      return try body(run)
    }
  }

  /// The folders with data that came with plugins.
  var pluginData: [String] { loader.directory.plugins.compactMap(\.dataFolder) }

  /// Whether a notebook is being run now.
  var isRunning: Bool { current != nil }

  /// Runs the lines of a file in the midst of a cell.
  func source(_ path: String, at place: Place?) throws { try current?.source(path, at: place) }

  // MARK: Ending

  /// Notes with which code the program is to end if this is all that it was asked for, and returns the error.
  func ending<Failure: Error>(_ code: Int32, _ error: Failure) -> Failure {
    exitCode = code
    return error
  }

  /// Shows what a command found before it fails.
  func show(_ blocks: [Block], at place: Place?) {
    presenter.show(blocks, session.language, line: place?.line ?? 1, source: place?.source ?? "options")
  }
}
