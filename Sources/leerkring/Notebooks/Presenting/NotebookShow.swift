import CSystem
import LineEditing
import Notebooks
import Rendering
import Session
import WorkbenchKit

/// A notebook before a group: a key runs the cell that is shown or goes on, another goes back, a third lets a person type.
final class NotebookShow {
  let run: NotebookRun
  let session: Session
  let screen: SlideScreen
  let keys = KeyInput()
  let input: () -> any TerminalInput
  var presentation: Presentation
  var top = 0
  var log: PresentationLog
  /// How many lines were typed in between.
  private(set) var typed = 0
  /// Where the run stood before each cell that was run.
  var marks: [Int: NotebookRun.Mark] = [:]
  /// What was changed in cells, the last change last, each with how all was before it.
  var changes: [BeforeChange] = []
  /// What was kept beside a cell, in the order in which it was.
  var beside: [Int: [ChangedCell.Side]] = [:]

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

  /// The notebook with what was changed in it and kept; nil where nothing was.
  var changedSource: String? {
    guard !presentation.changed.isEmpty || !beside.isEmpty else { return nil }
    return run.notebook.source(
      changing: presentation.changed.mapValues(\.code), adding: beside.mapValues { $0.map(\.cell.code) })
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
      case .edit: try edit()
      case .undo: takeBack()
      case .leave: return
      case .woken: if try wasInterrupted() { return }
      case .other, .letter: break
      }
      top = max(0, min(top, lines.count - screen.room))
    }
  }

  /// Whether Ctrl-C was pressed while the screen was drawn, where it comes as a signal and not as a key; else the window changed.
  ///
  /// - Throws: `Interrupted` where the program is to end.
  func wasInterrupted() throws -> Bool {
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
      marks[cell.number] = run.mark
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
        shown += slide.rendered(blocks)
      }
    } catch let error as Diagnostic {
      let error = session.redactor?.redacted(error) ?? error
      log.note(failed: [session.redacted(line)])
      log.note(error, session.language)
      shown += slide.split(DiagnosticText(language: session.language, columns: screen.columns).prompt(error))
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
  func read(_ shown: [SlideScreen.Line]) throws {
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

  var done: Double {
    let cells = run.notebook.cells.count
    return cells == 0 ? 1 : Double(min(presentation.number - (presentation.due == nil ? 0 : 1), cells)) / Double(cells)
  }

  var place: String {
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
    let edit =
      presentation.result != nil || presentation.due != nil ? Text(nl: " · e anders", en: " · e edit") : .verbatim("")
    let undo = changes.isEmpty ? .verbatim("") : Text(nl: " · u herstel", en: " · u undo")
    let rest = Text(nl: " · b terug · t typen", en: " · b back · t type") + edit + undo
    return more + first(language) + rest(language) + Text(nl: " · q stoppen", en: " · q leave")(language)
  }

  /// Says how many lines stand below the screen; nothing where none does.
  func below(_ count: Int, _ top: Int) -> String {
    let left = count - top - screen.room
    guard left > 0 else { return "" }
    return Text(
      nl: "↓ nog \(left) \(left == 1 ? "regel" : "regels") · ", en: "↓ \(left) more \(left == 1 ? "line" : "lines") · ")(
        session.language)
  }

  func draw(_ lines: [SlideScreen.Line], _ keys: String) {
    screen.show(lines, from: top, title: session.redacted(run.notebook.title), place: place, done: done, keys: keys)
  }

  var slide: SlideLines {
    SlideLines(session: session, columns: screen.columns, allowsColour: screen.environment.allowsColour)
  }

  var lines: [SlideScreen.Line] {
    var lines = slide.lines(
      run.notebook, before: presentation.number, presentation.cell, presentation.result ?? presentation.failed)
    for side in beside[presentation.number] ?? [] {
      lines += [.init(text: "")] + side.cell.code.flatMap(slide.code) + [.init(text: "")] + slide.result(side.result)
    }
    return lines
  }
}
