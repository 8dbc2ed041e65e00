import CSystem
import Files
import Language
import LineEditing
import Plugging
import Rendering
import Session
import WorkbenchKit

/// The session of a person at a terminal: a prompt, a line, what it gives, and the next prompt.
final class PromptLoop {
  private let session: Session
  private let runner: LineRunner
  private let presenter: Presenter
  private let file: OpenWorkspace
  private let environment: Environment
  private let history: HistoryFile
  private let bail: ProgramOptions.Bail
  private let offers: Offers
  private var assembler = LineAssembler(source: "prompt")
  /// The lines of the statement that is begun.
  private var begun: [String] = []
  private(set) lazy var input: any TerminalInput = makeInput()

  init(
    _ session: Session, _ runner: LineRunner, _ presenter: Presenter, _ file: OpenWorkspace,
    environment: Environment, stateFolder: String?, bail: ProgramOptions.Bail, offers: Offers
  ) {
    self.session = session
    self.runner = runner
    self.presenter = presenter
    self.file = file
    self.environment = environment
    self.bail = bail
    self.offers = offers
    history = HistoryFile(in: stateFolder)
    runner.onAnswer = { [unowned self] result in
      self.offers.take(result)
      let lines = self.offers.shown(self.session.language, columns: self.presenter.columns)
      if !lines.isEmpty { self.presenter.show(lines) }
    }
    runner.onAsk = { [unowned self] in try self.ask($0, $1) }
  }

  /// Runs lines until the person leaves.
  ///
  /// - Throws: `ExitRequest`, `Interrupted` at the end by a signal, `LineRunner.Stopped` with `--bail on`,
  ///   `LineRunner.NobodyReads`.
  func run(_ banner: Banner, initFile: String?) throws {
    defer { saveHistory() }
    presenter.show(banner.lines(session.language, columns: presenter.columns))
    if let initFile, FilePresence.exists(initFile) { try attempt { try begin(with: initFile) } }
    while true {
      presenter.makeRoom()
      let line = PromptLine(session, file)
      let isColoured = presenter.output.isTerminal && environment.allowsColour
      switch input.readLine(assembler.isPending ? line.continuation : line.prompt(isColoured: isColoured)) {
      case .line(let text): try attempt { try take(text.split(separator: "\n", omittingEmptySubsequences: false)) }
      case .pasted(let pasted): try confirm(pasted.lines)
      case .interrupted:
        drop()
        if interrupt_key() != 0 { throw Interrupted() }
      case .woken:
        if interrupt_ending() != 0 { throw Interrupted() }
        interrupt_lower()
        drop()
      case .end:
        if let error = assembler.finish() {
          begun = []
          presenter.show(error, session.language)
        } else if try mayLeave() {
          return
        }
      }
    }
  }

  /// Runs the lines of the person's own file; one that somebody else may have written is left, and said.
  private func begin(with initFile: String) throws {
    do { try runner.runFile(initFile, at: nil, trust: Trust("init.unsafe")) } catch let problem as Diagnostic {
      try runner.failed(problem, line: nil)
    }
  }

  // MARK: Lines

  private func take(_ lines: [Substring]) throws {
    for line in lines {
      begun.append(String(line))
      // What people ask next stands below the answer.
      let offered = offers.reserved(session.language, columns: presenter.columns)
      presenter.typedRows =
        begun.reduce(offered) { $0 + 1 + (DisplayWidth.of($1) + Self.widestPrompt) / presenter.columns }
      defer {
        if !assembler.isPending, !begun.isEmpty {
          remember(begun.joined(separator: "\n"))
          begun = []
        }
      }
      try runner.take(String(line), &assembler)
    }
  }

  /// About what the name of a workspace and of a branch take before what is typed.
  private static let widestPrompt = 20

  /// Leads through what a command can be told; the line is shown and kept in the history, so that it can be typed again.
  private func ask(_ stage: StageWords, _ line: SourceLine) throws -> String? {
    guard let found = try session.registry.find(stage.words.map(\.bare)) else {
      return stage.words.compactMap(\.literal).joined(separator: " ")
    }
    let typed = Array(line.text.utf8)
    let words = stage.words.map { String(decoding: typed[$0.range], as: UTF8.self) }
    let rest = words.dropFirst(found.length)
    let flags = rest.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2).prefix { $0 != "=" }) }
    let asking = Asking(
      signature: found.registration.signature, language: session.language,
      context: session.looking(as: found.registration.owner?.name),
      ask: { [unowned self] question in
        guard case .line(let answer) = input.ask(LinePrompt([.init(question)])) else { return nil }
        return answer
      },
      show: { [unowned self] lines in
        presenter.show(lines.flatMap { DisplayWidth.wrapped($0, to: presenter.columns - 1) })
      })
    guard
      let made = asking.line(
        words.joined(separator: " "), flags: Set(flags), hasArguments: rest.first.map { !$0.hasPrefix("-") } ?? false)
    else { return nil }
    presenter.showTyped(made)
    // Behind what was typed, so that Up gives it first.
    remember(begun.joined(separator: "\n"))
    begun = []
    remember(made)
    return made
  }

  private func drop() {
    _ = assembler.finish()
    begun = []
  }

  /// Carries something out after which the prompt goes on, whatever came of it.
  private func attempt(_ body: () throws -> Void) throws {
    // A Ctrl-C that came right behind Enter is meant for this: it is not lowered here.
    let serial = session.workspace.serial
    do { try body() } catch is LineRunner.Stopped where bail != .on {
    } catch is Interrupted {
      if interrupt_ending() != 0 { throw Interrupted() }
      interrupt_lower()
      presenter.show([serial == session.workspace.serial ? Self.unchanged : Self.partlyDone], session.language)
    } catch let exit as ExitRequest {
      if try mayLeave() { throw exit }
    }
  }

  private static let unchanged = Notice.info(
    nl: "afgebroken; de werkruimte is niet veranderd", en: "stopped; the workspace has not changed")
  private static let partlyDone = Notice.info(
    nl: "afgebroken; wat al klaar was, blijft", en: "stopped; what was done already stays")

  // MARK: Pasted lines

  /// Shows what was pasted and runs it when the person says so; the first error stops it.
  private func confirm(_ lines: [String]) throws {
    presenter.show([PastedBlock.notice(lines, rows: environment.rows(presenter.output))], session.language)
    let question = Text(nl: "uitvoeren? [J/n] ", en: "run them? [Y/n] ")(session.language)
    guard case .line(let answer) = input.ask(LinePrompt([.init(question)])), Answer(answer, blank: .yes) == .yes else {
      drop()
      return
    }
    var done = 0
    try attempt {
      for line in lines {
        presenter.showTyped(line)
        done += 1
        try take([line[...]])
      }
    }
    if done < lines.count { presenter.show([PastedBlock.left(lines.count - done)], session.language) }
  }

  // MARK: Leaving

  /// Tells what becomes of the work, and asks where it would be lost or stands in no file.
  private func mayLeave() throws -> Bool {
    guard file.isUnkept else {
      presenter.show(Leaving.notices(session, file), session.language)
      return true
    }
    presenter.show([Leaving.unkept(isKept: file.isScratch)], session.language)
    let question = LinePrompt([.init(Leaving.question(isKept: file.isScratch)(session.language))])
    switch input.ask(question) {
    case .interrupted, .pasted: return false
    case .woken: throw Interrupted()
    // Twice Ctrl-D: whoever means it that much may go.
    case .end: return true
    case .line(let answer):
      switch Answer(answer, blank: file.isScratch ? .yes : .no) {
      case .yes: return true
      case .no: return false
      case .other(let path): return save(path)
      }
    }
  }

  private func save(_ path: String) -> Bool {
    do {
      presenter.show(try file.saveAs(path, replacing: false), session.language)
      return true
    } catch {
      presenter.show(Diagnostic(error), session.language)
      return false
    }
  }

  // MARK: History

  private func remember(_ statement: String) {
    // The history is a file: a line with somebody's number or address is forgotten, and one with a password.
    guard FreeWords.finding(in: statement) == nil, !TypedSecret.isIn(statement) else { return }
    history.add(session.redacted(statement))
    // What was hidden just now may stand in earlier lines.
    if statement.contains("redact") || statement.contains("afscherm") { history.change(session.redacted) }
    (input as? LineEditor)?.setHistory(history.lines)
  }

  private func saveHistory() {
    do { try history.save() } catch {
      presenter.show(Diagnostic(error), session.language)
    }
  }

  private func makeInput() -> any TerminalInput {
    Terminals.input(session, history, presenter.output, environment) { [offers] in offers.line }
  }
}
