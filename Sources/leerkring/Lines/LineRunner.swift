import CSystem
import Files
import Glibc
import Language
import Notebooks
import Session
import WorkbenchKit

/// Runs lines from wherever they come, one after the other, and knows when to stop.
final class LineRunner {
  private let session: Session
  private let presenter: Presenter
  private let monitor: TerminalMonitor
  private let bail: ProgramOptions.Bail
  private let echoes: Bool
  /// How many files deep `source` has led.
  private var depth = 0
  /// Whether the line at hand has led to a file: then that file's lines stand in the transcript instead of it.
  private var hasSourced = false
  /// What was typed in this session and went well.
  private(set) var record = SessionRecord()
  /// Whether any line failed while the rest went on.
  private(set) var hasFailed = false
  /// Is given what each line gave that was typed itself and went well.
  var onAnswer: ((RunResult) -> Void)?
  /// Leads a person through what a command can be told, and returns the line, or nil where the person gave up; nil where
  /// nobody can be asked.
  var onAsk: ((StageWords, SourceLine) throws -> String?)?

  init(
    session: Session, presenter: Presenter, monitor: TerminalMonitor, bail: ProgramOptions.Bail, echoes: Bool
  ) {
    self.session = session
    self.presenter = presenter
    self.monitor = monitor
    self.bail = bail
    self.echoes = echoes
  }

  /// Ends everything: the error has been shown.
  struct Stopped: Error {}
  /// Nobody reads standard output any more.
  struct NobodyReads: Error {}

  /// Runs all lines that a reader gives.
  ///
  /// - Throws: `Stopped` at the first error where errors stop, `Interrupted`, `ExitRequest`, `NobodyReads`.
  func run(_ reader: LineReader, source: String, via: [Place] = []) throws {
    var assembler = LineAssembler(source: source, via: via)
    while true {
      switch reader.next() {
      case .line(let text): try take(text, &assembler)
      case .bad(let error):
        _ = try? assembler.take("")
        try failed(error.at(Place(source: source, line: assembler.count, column: 1, via: via)), line: nil)
      case .interrupted: try monitor.checkInterrupt()
      case .failed(let number):
        let reason = String(cString: strerror(number))
        throw try stop(
          Diagnostic(
            "file.unreadable",
            Text(nl: "'\(source)' kan niet worden gelezen: \(reason)", en: "'\(source)' cannot be read: \(reason)")))
      case .end:
        if let error = assembler.finish() { try failed(error, line: nil) }
        return
      }
    }
  }

  /// Runs the lines of a file in the midst of another, as `source` does.
  ///
  /// - Throws: `source.toodeep`, `file.*`, what `trust` throws, and what `run` throws.
  func runFile(_ path: String, at place: Place?, trust: Trust? = nil) throws {
    guard depth < 32 else {
      throw Diagnostic(
        "source.toodeep",
        Text(nl: "'\(path)' leidt meer dan 32 bestanden diep", en: "'\(path)' leads more than 32 files deep"),
        wayOut: Text(nl: "roept een bestand zichzelf aan?", en: "does a file call itself?"), place: place)
    }
    let file = try ScriptFile(path, at: place, trust: trust)
    presenter.transcript?.note(remark: "source \(path)")
    depth += 1
    defer {
      depth -= 1
      hasSourced = true
    }
    try run(file.reader, source: path, via: place.map { [$0] + $0.via } ?? [])
  }

  /// Runs one line that was given whole, as with `-c`.
  func run(_ text: String, source: String, number: Int) throws {
    var assembler = LineAssembler(source: source, from: number)
    for physical in text.split(separator: "\n", omittingEmptySubsequences: false) {
      try take(String(physical), &assembler)
    }
    if let error = assembler.finish() { try failed(error, line: text) }
  }

  /// Takes one physical line, and runs the statement that it makes whole.
  func take(_ text: String, _ assembler: inout LineAssembler) throws {
    do {
      switch try assembler.take(text) {
      // A statement that never ends can be interrupted all the same.
      case .more: try monitor.checkInterrupt()
      case .whole(let line, let statement): try execute(statement, line)
      }
    } catch let error as Diagnostic { try failed(error, line: text) }
  }

  /// Asks for what a line leaves open, and runs the line that the answers make.
  private func ask(_ stage: StageWords, _ line: SourceLine) throws {
    guard let onAsk else {
      return try failed(
        Diagnostic(
          "ask.noprompt",
          Text(nl: "'--ask' vraagt aan wie aan een prompt zit", en: "'--ask' asks who sits at a prompt"),
          wayOut: Text(
            nl: "'OPDRACHT --help' noemt wat erachter kan", en: "'COMMAND --help' lists what can stand behind it"),
          place: line.place(stage.range)), line: line.text)
    }
    let made: String?
    do { made = try onAsk(stage, line) } catch let error as Diagnostic { return try failed(error, line: line.text) }
    guard let made else { return }
    try run(made, source: line.source, number: line.number)
  }

  /// - Parameter filled: what the program filled in, which the answer says.
  private func execute(_ statement: ParsedStatement, _ line: SourceLine, filled: String? = nil) throws {
    if let stage = statement.askingStage { return try ask(stage, line) }
    if case .empty = statement {
      note(line)
      return
    }
    if echoes { presenter.echo(TypedSecret.isIn(line.text) ? "▇▇▇" : line.text) }
    monitor.language = session.language
    monitor.begin()
    defer {
      monitor.end()
      hasSourced = false
      presenter.finishEcho()
    }
    do {
      let before = record.origin == nil ? session.workspace : nil
      session.footprint = Footprint(ofFilesOnly: true)
      guard let result = try session.run(statement, in: line) else { return }
      monitor.end()
      if !hasSourced { take(line, result, before) }
      note(line)
      var blocks = result.output.blocks
      if let filled { blocks.append(.info(nl: "ingevuld: \(filled)", en: "filled in: \(filled)")) }
      presenter.show(
        blocks, session.language, line: line.number, source: line.source, command: result.command,
        isFull: result.isFull, reading: result.reading)
      if depth == 0, !hasSourced { onAnswer?(result) }
    } catch let error as Diagnostic {
      monitor.end()
      if let filled = FilledTime(statement, line, error) {
        let whole = SourceLine(filled.text, source: line.source, number: line.number, via: line.via)
        return try execute(try Parser.parse(whole), whole, filled: filled.flag)
      }
      try failed(error, line: line.text)
    }
    if presenter.output.failure == EPIPE { throw NobodyReads() }
  }

  private func take(_ line: SourceLine, _ result: RunResult, _ before: Workspace?) {
    let inputs = session.footprint.map { $0.inputs.isEmpty ? [] : Array($0.inputs.keys) } ?? []
    record.note(line.text, inputs: inputs, command: result.command, before: before, after: session.workspace)
  }

  private func note(_ line: SourceLine) {
    guard !hasSourced else { return }
    if line.text.isEmpty {
      presenter.transcript?.noteBlank()
    } else {
      presenter.transcript?.note(line: session.redacted(line.text))
    }
  }

  /// Shows an error, and ends the run where errors do.
  func failed(_ error: Diagnostic, line: String?) throws {
    // What stands in a line that failed was guarded by nobody, or is what the guard stopped.
    if let line, !hasSourced, error.code != "personal.found", FreeWords.finding(in: line) == nil,
      !TypedSecret.isIn(line)
    {
      presenter.transcript?.note(failed: session.redacted(line))
    }
    presenter.show(error, session.language)
    record.noteError()
    hasFailed = true
    if bail != .off { throw Stopped() }
  }

  private func stop(_ error: Diagnostic) throws -> Stopped {
    presenter.show(error, session.language)
    hasFailed = true
    return Stopped()
  }
}
