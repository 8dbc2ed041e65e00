import CSystem
import LineEditing
import Notebooks
import Rendering
import Session
import WorkbenchKit

/// A notebook before a group: a key runs the cell that is shown or goes on, another goes back, a third lets a person type.
final class NotebookShow {
  private let run: NotebookRun
  private let session: Session
  private let screen: SlideScreen
  private let keys = KeyInput()
  private let input: () -> any TerminalInput
  private var presentation: Presentation
  private var top = 0
  private(set) var log: PresentationLog
  /// How many lines were typed in between.
  private(set) var typed = 0

  init(
    _ run: NotebookRun, _ session: Session, _ screen: SlideScreen, log: PresentationLog,
    input: @escaping () -> any TerminalInput
  ) {
    self.log = log
    self.run = run
    self.session = session
    self.screen = screen
    self.input = input
    presentation = Presentation(run.notebook)
  }

  /// How many cells were run.
  var count: Int { presentation.results.count }

  /// Shows the notebook until the person leaves.
  ///
  /// - Throws: `Interrupted` at the end by a signal.
  func show() throws {
    screen.open()
    keys.take()
    defer {
      keys.giveBack()
      screen.close()
    }
    while true {
      draw(lines, footer)
      switch keys.next() {
      case .onward: try goOn()
      case .back: turn { $0.goBack() }
      case .start: turn { $0.goToStart() }
      case .up: top = max(0, top - 1)
      case .down: top += 1
      case .pageUp: top = max(0, top - screen.room)
      case .pageDown: top += screen.room
      case .type: try type()
      case .leave: return
      case .woken: if try wasInterrupted() { return }
      case .other: break
      }
      top = max(0, min(top, lines.count - screen.room))
    }
  }

  /// Whether Ctrl-C was pressed while the screen was drawn, where it comes as a signal and not as a key; else the window changed.
  ///
  /// - Throws: `Interrupted` where the program is to end.
  private func wasInterrupted() throws -> Bool {
    if interrupt_ending() != 0 { throw Interrupted() }
    let isPressed = interrupt_count() > 0
    interrupt_lower()
    return isPressed
  }

  // MARK: Moving

  private func goOn() throws {
    guard let cell = presentation.due else {
      // What does not fit on the screen is read first.
      if top + screen.room < lines.count { top += screen.room } else { turn { $0.goOn() } }
      return
    }
    let before = lines.count
    draw(lines, Text(nl: "bezig …", en: "busy …")(session.language))
    do {
      let result = try run.run(cell)
      presentation.take(result)
      log.note(result, cell, session)
    } catch is Interrupted {
      if interrupt_ending() != 0 { throw Interrupted() }
      interrupt_lower()
      log.note(failed: cell.code)
      log.note(remark: Text(nl: "afgebroken", en: "stopped")(session.language))
    }
    // Its code stays in sight above what it gave, as long as that fits.
    top = lines.count <= screen.room ? 0 : max(0, before - 1 - cell.code.count)
  }

  private func turn(_ change: (inout Presentation) -> Void) {
    change(&presentation)
    top = 0
  }

  // MARK: Typing

  private func type() throws {
    keys.giveBack()
    defer { keys.take() }
    screen.makeRoom()
    guard
      case .line(let line) = input().readLine(
        LinePrompt([.init("› ")])),
      line.contains(where: { !$0.isWhitespace })
    else { return }
    keys.take()
    var shown: [SlideScreen.Line] = [
      .init(text: "› " + Sanitizer.line(session.redacted(line)), style: "1"), .init(text: ""),
    ]
    do {
      let blocks = try run.type(line)
      log.note(lines: [session.redacted(line)])
      for blocks in blocks {
        log.note(blocks, session.language)
        shown += rendered(blocks)
      }
    } catch let error as Diagnostic {
      let error = session.redactor?.redacted(error) ?? error
      log.note(failed: [session.redacted(line)])
      log.note(error, session.language)
      shown += split(DiagnosticText(language: session.language, columns: screen.columns).prompt(error))
    } catch is Interrupted {
      if interrupt_ending() != 0 { throw Interrupted() }
      interrupt_lower()
      log.note(failed: [session.redacted(line)])
      shown.append(.init(text: Text(nl: "  afgebroken", en: "  stopped")(session.language)))
    }
    typed += 1
    try read(shown)
  }

  /// Shows what was typed and what it gave until a key is pressed.
  private func read(_ shown: [SlideScreen.Line]) throws {
    let back = Text(
      nl: "t nog een regel · elke andere toets terug naar het notitieboek",
      en: "t another line · any other key back to the notebook")(session.language)
    var from = 0
    while true {
      let keys = below(shown.count, from) + back
      screen.show(shown, from: from, title: session.redacted(run.notebook.title), place: place, done: done, keys: keys)
      switch self.keys.next() {
      case .down: from = min(from + 1, max(0, shown.count - screen.room))
      case .up: from = max(0, from - 1)
      case .pageDown: from = min(from + screen.room, max(0, shown.count - screen.room))
      case .pageUp: from = max(0, from - screen.room)
      case .type: return try type()
      case .woken: if try wasInterrupted() { return }
      default: return
      }
    }
  }

  // MARK: What is shown

  private var done: Double {
    let cells = run.notebook.cells.count
    return cells == 0 ? 1 : Double(min(presentation.number - (presentation.due == nil ? 0 : 1), cells)) / Double(cells)
  }

  private var place: String {
    "\(min(presentation.number, run.notebook.cells.count))/\(run.notebook.cells.count)"
  }

  private var footer: String {
    let language = session.language
    let more = below(lines.count, top)
    let first =
      presentation.due != nil
      ? Text(nl: "spatie voert uit", en: "space runs it")
      : presentation.isAtEnd
        ? Text(nl: "dit was alles", en: "that was all") : Text(nl: "spatie verder", en: "space goes on")
    let rest = Text(nl: " · b terug · t typen · q stoppen", en: " · b back · t type · q leave")
    return more + first(language) + rest(language)
  }

  /// Says how many lines stand below the screen; nothing where none does.
  private func below(_ count: Int, _ top: Int) -> String {
    let left = count - top - screen.room
    guard left > 0 else { return "" }
    return Text(
      nl: "↓ nog \(left) \(left == 1 ? "regel" : "regels") · ", en: "↓ \(left) more \(left == 1 ? "line" : "lines") · ")(
        session.language)
  }

  private func draw(_ lines: [SlideScreen.Line], _ keys: String) {
    screen.show(lines, from: top, title: session.redacted(run.notebook.title), place: place, done: done, keys: keys)
  }

  private var lines: [SlideScreen.Line] {
    let width = screen.columns - 1
    var lines = ProseLines.lines(session.redacted(run.notebook.prose(before: presentation.number)), width: width).map {
      SlideScreen.Line(text: $0.text, style: $0.isHeading ? "1" : "")
    }
    guard let cell = presentation.cell else { return lines }
    if !lines.isEmpty { lines.append(.init(text: "")) }
    for code in cell.code {
      lines += DisplayWidth.wrapped(Sanitizer.line(session.redacted(code)), to: width - 2).enumerated().map {
        SlideScreen.Line(text: ($0 == 0 ? "› " : "  ") + $1, style: "36")
      }
    }
    if let result = presentation.result ?? presentation.failed {
      lines.append(.init(text: ""))
      for blocks in result.blocks { lines += rendered(blocks) }
      if let error = result.error {
        lines += split(DiagnosticText(language: session.language, columns: screen.columns).prompt(error))
      }
    }
    return lines
  }

  private func rendered(_ blocks: [Block]) -> [SlideScreen.Line] {
    let style: TextStyle = screen.environment.allowsColour ? .coloured : .plain
    return split(TextRenderer(language: session.language, columns: screen.columns, style: style).text(of: blocks))
  }

  private func split(_ text: String) -> [SlideScreen.Line] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { SlideScreen.Line(text: String($0)) }
    if lines.last?.text.isEmpty == true { lines.removeLast() }
    return lines
  }
}
