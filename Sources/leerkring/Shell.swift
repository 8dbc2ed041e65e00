import CSystem
import Files
import Glibc
import Plugging
import Rendering
import Session
import Store
import WorkbenchKit

/// Puts the stations together for one run of the program.
final class Shell {
  private let options: ProgramOptions
  private let environment: Environment
  let presenter: Presenter
  private let monitor: TerminalMonitor
  let session: Session
  private let runner: LineRunner
  private let file: OpenWorkspace
  private let loader: PluginLoader
  let runtime: NotebookRuntime
  /// The command on notebooks that the program was started for, if it was for one.
  private let notebook: [String]?
  /// Whether a person sits before it and is asked for lines.
  private let isPrompt: Bool
  private let folders = PersonalFolders(environment: environmentVariable)
  private let offers: Offers

  init(
    _ options: ProgramOptions, notebook: [String]? = nil, _ environment: Environment, output: OutputStream,
    errors: OutputStream
  ) throws {
    self.options = options
    self.notebook = notebook
    self.environment = environment
    let isAsked = notebook != nil
    isPrompt =
      !isAsked && options.lines.isEmpty && options.files.isEmpty && !options.asksNothing && !options.isJSON
      && isatty(0) == 1
      && output.isTerminal
    presenter = Presenter(
      form: options.isJSON ? .json : .text, output: output, errors: errors, isInteractive: isPrompt,
      environment: environment)
    monitor = TerminalMonitor(errors: errors, environment: environment)
    let vault = WorkspaceVault(folder: folders.state.map { "\($0)/secrets" })
    let files = PluginFiles()
    var surroundings = Session.Surroundings(
      files: files, monitor: monitor, chosenLanguage: options.language,
      environmentLanguage: environment.language, seed: options.seed, vault: vault, now: Clock.now)
    let places = FilePlaces(in: folders.state)
    surroundings.noteFile = places.note
    session = Session(workspace: Workspace(lineage: Lineage.new()), registry: Registry(), surroundings: surroundings)
    presenter.redactor = session.redactor
    monitor.redactor = session.redactor
    file = OpenWorkspace(session, vault)
    loader = PluginLoader(registry: session.registry, files)
    let width = TextWidth(environment.columns(output))
    runtime = NotebookRuntime(session, presenter, file, loader, vault, width, monitor, places)
    runner = LineRunner(
      session: session, presenter: presenter, monitor: monitor, bail: options.bail, echoes: options.echoes)
    let person = PersonSettings(in: folders.state)
    presenter.chosenRows = { person.rows }
    offers = Offers(person)
    // A passphrase is asked for wherever a person sits, also where one line was given.
    let mayAsk = { isatty(0) == 1 && isatty(2) == 1 && !options.asksNothing && !options.isJSON }
    let commands =
      Self.commands(runner, runtime, file, person) { [isPrompt] in isPrompt ? environment.rows(output) : nil }
      + [WorkspaceSignCommand(file: file, asks: mayAsk), WorkspaceVerifyCommand(file: file)]
      + [
        MoreCommand { [presenter] in presenter.showMore($0) },
        TourCommand { [offers, isPrompt] in isPrompt ? offers : nil },
      ] + BranchCommands.all(file) + PluginCommands.all(loader)
      + NotebookCommands.all(runtime, runner)
    for command in commands { try session.add(command) }
    try TableStages.register(in: session.registry, width: width)
    loader.migrate = { [session] owner, document in try session.migrate(documentsOf: owner, to: document) }
    // Last: what is registered by now is the shell's own, and no plugin may take it.
    loader.open(PluginLoader.searchPath(isSafe: options.isSafe, options: options.plugins))
    try demandNoCommand()
    if let log = options.log {
      let inputs = options.files + (options.workspace.map { [$0] } ?? [])
      presenter.transcript = try Transcript(path: log, sparing: inputs, appends: options.appendsLog)
    }
  }

  /// Runs what was asked, and returns the exit code: not fine where the transcript could not be kept.
  func runAndKeep() -> Int32 {
    let code = run()
    guard let problem = presenter.transcript?.problem else { return code }
    presenter.show(problem, session.language)
    return code == ExitCode.fine ? ExitCode.lineFailed : code
  }

  private func run() -> Int32 {
    defer { file.release() }
    presenter.show(loader.notices, session.language)
    var isNew = false
    if let path = options.workspace {
      isNew = !FilePresence.exists(path)
      do {
        presenter.show(try file.open(path, readOnly: options.isReadOnly), session.language)
      } catch {
        let error = Diagnostic(error)
        presenter.show(error, session.language)
        return error.code == "workspace.locked" ? ExitCode.locked : ExitCode.workspace
      }
    }
    do {
      if let notebook {
        let isAtTerminal = isatty(0) == 1 && presenter.output.isTerminal && !options.asksNothing && !options.isJSON
        if isAtTerminal { runtime.terminal = TerminalOnDemand(session, presenter).input }
        return try runNotebook(notebook)
      }
      if isPrompt { try runPrompt(isNew: isNew) } else { try runLines() }
    } catch is LineRunner.Stopped {
      return options.lines.isEmpty ? ExitCode.stopped : ExitCode.lineFailed
    } catch is LineRunner.NobodyReads {
      return ExitCode.nobodyReads
    } catch let exit as ExitRequest {
      return exit.code
    } catch is Interrupted {
      let signal = interrupt_ending()
      return signal == 0 ? ExitCode.interrupted : 128 + signal
    } catch let error as Diagnostic {
      presenter.show(error, session.language)
      return ExitCode.usage
    } catch {
      presenter.show(Diagnostic(error), session.language)
      return ExitCode.stopped
    }
    // At a prompt an error is no failure of the whole.
    return runner.hasFailed && !isPrompt ? ExitCode.lineFailed : ExitCode.fine
  }

  private func runPrompt(isNew: Bool) throws {
    if options.workspace == nil, !options.isSafe {
      presenter.show(file.openScratch(in: folders.state), session.language)
    }
    let version = ProgramVersion.current.split(separator: ".").prefix(2).joined(separator: ".")
    let modules = loader.directory.plugins.count { $0.status == .available || $0.status == .loaded }
    let banner = Banner(
      version: version, workspace: Banner.workspace(session, file, isNew: isNew), modules: modules)
    let loop = PromptLoop(
      session, runner, presenter, file, environment: environment, stateFolder: folders.state, bail: options.bail,
      offers: offers)
    runtime.terminal = { loop.input }
    try loop.run(banner, initFile: options.isSafe ? nil : folders.config.map { "\($0)/init.lk" })
  }

  /// Refuses to make a workspace called `help`, of which its maker meant to get help.
  ///
  /// - Throws: `argument.command`.
  private func demandNoCommand() throws {
    guard options.workspaceIsBare, let word = options.workspace, session.registry.following([String]()).contains(word),
      !FilePresence.exists(word)
    else { return }
    throw Diagnostic(
      "argument.command",
      Text(
        nl: "'\(word)' is een opdracht, en hier hoort een werkruimte",
        en: "'\(word)' is a command, and a workspace is due here"),
      wayOut: Text(
        nl: "voer die uit met -c '\(word) …'; een werkruimte die zo heet, maakt u met --workspace \(word)",
        en: "run it with -c '\(word) …'; a workspace of that name is made with --workspace \(word)"))
  }

  private func runLines() throws {
    if !options.lines.isEmpty {
      for (index, line) in options.lines.enumerated() { try runner.run(line, source: "-c", number: index + 1) }
    } else if !options.files.isEmpty {
      // All are opened before the first line runs, so that a wrong name costs nothing.
      let files = try options.files.map { $0 == "-" ? nil : try ScriptFile($0, at: nil) }
      for (path, file) in zip(options.files, files) {
        try runner.run(file?.reader ?? LineReader(0), source: file == nil ? "stdin" : path)
      }
    } else {
      try runner.run(LineReader(0), source: "stdin")
    }
  }

  private static func commands(
    _ runner: LineRunner, _ runtime: NotebookRuntime, _ file: OpenWorkspace, _ person: PersonSettings,
    height: @escaping () -> Int?
  ) -> [any HostCommand] {
    let compact = WorkspaceCompactCommand { question in runtime.terminal.map { $0().confirms(question) } }
    return [
      HelpCommand(), SetCommand(person: person, height: height), UndoCommand(), RedoCommand(), HistoryCommand(),
      KeepCommand(),
      ResultsCommand(),
      ShowCommand(), ForgetCommand(), WhyCommand(), AliasCommand(), ExitCommand(),
      SourceCommand { path, place in
        if runtime.isRunning { try runtime.source(path, at: place) } else { try runner.runFile(path, at: place) }
      },
      OpenCommand(file: file), NewCommand(file: file), SaveCommand(file: file), SaveAsCommand(file: file),
      CloseCommand(file: file), WorkspaceShowCommand(file: file), WorkspaceDiffCommand(),
      compact,
      RecallCommand(places: runtime.places), RecallListCommand(), RecallCheckCommand(), RecallSweepCommand(),
      WorkspaceMergeCommand(show: runtime.show), WorkspaceMergeDriverCommand(show: runtime.show),
      WorkspaceJournalCommand(), WorkspaceReplayCommand(places: runtime.places),
      WorkspaceExportCommand(places: runtime.places) { runtime.pluginData },
      AboutCommand(version: ProgramVersion.withKit),
      CompareCommand(), HingesCommand(places: runtime.places),
    ] + RedactCommands.all(file) + BallotCommands.all
  }
}
