import Rendering
import Session
import WorkbenchKit

/// Brings results and errors to the two streams, in the form that was asked for.
final class Presenter {
  enum Form {
    case text, json
  }

  let form: Form
  let output: OutputStream
  let errors: OutputStream
  /// Whether errors are shown with a caret, as at the prompt.
  let isInteractive: Bool
  let environment: Environment
  private var isFirst = true
  /// Whether something stands on the screen since the last prompt.
  private var hasShown = false
  var transcript: Transcript?

  init(form: Form, output: OutputStream, errors: OutputStream, isInteractive: Bool, environment: Environment) {
    self.form = form
    self.output = output
    self.errors = errors
    self.isInteractive = isInteractive
    self.environment = environment
  }

  /// Takes out what is hidden before anything is written.
  var redactor: Redactor?
  /// The line that is being run and was not shown yet: what it hides must not be in it.
  private var pendingEcho: String?

  /// The lines' width now; a terminal may have been resized.
  var columns: Int { environment.columns(output) }

  /// How many lines an answer may take together with what stands around it; nil for those of the terminal, 0 for no bound.
  var chosenRows: () -> Int? = { nil }
  /// How many lines of the screen what was typed takes.
  var typedRows = 1
  /// What did not fit on the screen of the last answer.
  private var rest: [Block] = []

  /// Shows what a line gave.
  ///
  /// - Parameters:
  ///   - command: the first word of the command, where it is known.
  ///   - isFull: whether all of it was asked for, however long it is.
  ///   - reading: what is shown in its place to who reads text; nil for itself.
  func show(
    _ blocks: [Block], _ language: Language, line: Int, source: String, command: String? = nil, isFull: Bool = false,
    reading: Reading? = nil
  ) {
    finishEcho()
    var blocks = blocks
    if form == .text, let reading {
      switch reading {
      case .brief(let facts): return show(facts, language)
      case .blocks(let readable): blocks = readable
      }
    }
    let count: Int
    (blocks, count) = outgoing(blocks)
    switch form {
    case .json:
      output.write(JSONRenderer(language: language).bytes(blocks, line: line, source: source))
      output.write("\n")
    case .text:
      guard !blocks.isEmpty else { break }
      let isData = Self.isData(blocks)
      let style: TextStyle = output.isTerminal && environment.allowsColour ? .coloured : .plain
      if !isInteractive, !isFirst, !isData { output.write("\n") }
      isFirst = false
      hasShown = true
      rest = []
      if isInteractive, !isFull, let height = screenHeight {
        let screen = ScreenAnswer(blocks, language: language, columns: columns, height: height, style: style)
        rest = screen.rest
        output.write(screen.text)
      } else if !isInteractive, !isFull, Self.isIndex(blocks, of: command) {
        let screen = ScreenAnswer(
          blocks, language: language, columns: columns, height: Self.indexHeight, style: style, more: "--full")
        output.write(screen.text)
      } else {
        let rows = output.isTerminal ? environment.rows(output) : 0
        let text = rendered(blocks, language, rows: rows > 0 ? rows : nil, style: style)
        if !isInteractive || !Pager.show(text, environment, output) { output.write(text) }
      }
    }
    transcript?.note(result: rendered(blocks, language, style: .plain))
    output.flush()
    // Beside data for another program nothing stands.
    if form == .text, count > 0, Self.isData(blocks) { show([Self.heldBack(count)], language) }
  }

  /// Shows an answer of few lines, the same at a prompt, in a script and in a pipe.
  private func show(_ brief: Facts, _ language: Language) {
    if !isInteractive, !isFirst { output.write("\n") }
    isFirst = false
    hasShown = true
    rest = []
    let blocks = outgoing([.facts(brief)]).blocks
    let height = isInteractive ? screenHeight.map { min($0, BriefAnswer.height) } : nil
    let lines = { (height: Int) in
      BriefAnswer(blocks, language: language, columns: self.columns, height: height).text
    }
    output.write(lines(height ?? BriefAnswer.height))
    transcript?.note(result: lines(BriefAnswer.height))
    output.flush()
  }

  /// Shows what comes after the screen at which the last answer stopped: a screen of it, or all of it through the pager.
  ///
  /// - Returns: false where nothing is left.
  func showMore(_ language: Language) -> Bool {
    guard !rest.isEmpty else { return false }
    let style: TextStyle = output.isTerminal && environment.allowsColour ? .coloured : .plain
    let blocks = rest
    rest = []
    if environment["PAGER"] == nil || !Pager.show(rendered(blocks, language, style: style), environment, output) {
      let screen = ScreenAnswer(
        continuing: blocks, language: language, columns: columns, height: screenHeight ?? Int.max / 2, style: style)
      rest = screen.rest
      output.write(screen.text)
    }
    hasShown = true
    output.flush()
    return true
  }

  /// The lines that an answer may take, so that what was typed, an empty line and the next prompt stand on the screen with it; nil
  /// where there is no bound.
  private var screenHeight: Int? {
    let rows = chosenRows() ?? environment.rows(output)
    return rows > 0 ? rows - 2 - typedRows : nil
  }

  /// The lines that a list of commands takes where there is no screen: those of the smallest, with a line for the prompt.
  private static let indexHeight = 23

  /// Whether it is help that lists commands, which is for reading and no data, in a script as well.
  private static func isIndex(_ blocks: [Block], of command: String?) -> Bool {
    guard command == "help" else { return false }
    return blocks.contains { if case .table(let table) = $0 { table.glance != nil } else { false } }
  }

  /// What a line gave without what is hidden, with a remark that counts it.
  private func outgoing(_ blocks: [Block]) -> (blocks: [Block], count: Int) {
    guard let redactor else { return (blocks, 0) }
    let (clean, count) = redactor.outgoing(blocks)
    let isApart = form == .text && Self.isData(blocks)
    return (count == 0 || isApart ? clean : clean + [.notice(Self.heldBack(count))], count)
  }

  private static func heldBack(_ count: Int) -> Notice {
    Notice.info(nl: "\(count) × afgeschermd", en: "\(count) × hidden")
  }

  /// Shows what is to be told beside any line's result.
  func show(_ notices: [Notice], _ language: Language) {
    guard !notices.isEmpty else { return }
    finishEcho()
    let notices = notices.map { Notice($0.level, redactor?.redacted($0.text) ?? $0.text, layer: $0.layer) }
    output.flush()
    hasShown = true
    switch form {
    case .text: errors.write(rendered(notices.map(Block.notice), language, style: .plain))
    case .json:
      for notice in notices {
        let object: JSON = [
          "ok": true, "notice": ["level": .string(notice.level.rawValue), "text": .string(notice.text(language))],
        ]
        errors.write(object.canonical + "\n")
      }
    }
    errors.flush()
  }

  func show(_ error: Diagnostic, _ language: Language) {
    finishEcho()
    let error = redactor?.redacted(error, movingCaret: isInteractive) ?? error
    output.flush()
    hasShown = true
    switch form {
    case .json: errors.write(DiagnosticJSON.line(error, language: language) + "\n")
    case .text:
      let coloured = errors.isTerminal && environment.allowsColour
      let text = DiagnosticText(
        language: language, columns: environment.columns(errors), style: coloured ? .coloured : .plain)
      errors.write(isInteractive ? text.prompt(error) : text.script(error))
    }
    errors.flush()
    transcript?.note(error: DiagnosticText(language: language, columns: columns, style: .plain).script(error))
  }

  /// Shows lines of the prompt itself, made fit for the screen.
  func show(_ lines: [String]) {
    for line in lines { output.write(line + "\n") }
    hasShown = true
    output.flush()
  }

  /// Shows a line that was pasted, as if it had been typed.
  func showTyped(_ line: String) {
    makeRoom()
    output.write("› " + Sanitizer.line(redactor?.redacted(line) ?? line) + "\n")
    output.flush()
  }

  /// Shows a line that is run, as soon as anything else is shown or the line is done: only then it is known what of it is
  /// hidden.
  func echo(_ line: String) {
    finishEcho()
    pendingEcho = line
  }

  /// Shows the line that was run.
  func finishEcho() {
    guard let line = pendingEcho else { return }
    pendingEcho = nil
    guard form == .text else { return }
    if !isFirst { output.write("\n") }
    isFirst = true
    output.write("› " + Sanitizer.lines(redactor?.redacted(line) ?? line) + "\n")
  }

  /// Parts what was shown from the prompt that comes now by an empty line.
  func makeRoom() {
    if hasShown { output.write("\n") }
    hasShown = false
    output.flush()
  }

  /// - Parameter rows: of the screen, so that a picture fits on it; nil for a transcript.
  private func rendered(_ blocks: [Block], _ language: Language, rows: Int? = nil, style: TextStyle) -> String {
    TextRenderer(language: language, columns: columns, rows: rows, style: style).text(of: blocks)
  }

  /// Whether the result is one text that another program may read: nothing is put before it.
  private static func isData(_ blocks: [Block]) -> Bool {
    if case .text? = blocks.first { return blocks.count == 1 }
    return false
  }
}
