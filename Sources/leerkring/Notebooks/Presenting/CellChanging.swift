import CSystem
import LineEditing
import Notebooks
import Session
import WorkbenchKit

extension NotebookShow {
  /// Lets a person change the lines of the cell on show, shows what they give beside what the old ones give, and asks which to keep.
  func edit() throws {
    guard let cell = presentation.cell, presentation.result != nil || presentation.due != nil else { return }
    guard session.recorder == nil else {
      return try tell(
        Text(
          nl: "in een werkruimte uit een bestand wordt een cel niet gewijzigd: toon het notitieboek zonder --workspace",
          en: "in a workspace out of a file no cell is changed: show the notebook without --workspace"))
    }
    guard let code = readCode(cell), code != cell.code else { return }
    draw(lines, Text(nl: "bezig …", en: "busy …")(session.language))
    let (mark, changed) = (marks[cell.number] ?? run.mark, cell.with(code: code))
    let both: ChangedCell
    do {
      let old = try presentation.result ?? run.attempt(cell, from: mark)
      both = ChangedCell(
        old: .init(cell: cell, result: old), new: .init(cell: changed, result: try run.attempt(changed, from: mark)))
    } catch is Interrupted {
      if interrupt_ending() != 0 { throw Interrupted() }
      return interrupt_lower()
    }
    switch try choice(both) {
    case UInt8(ascii: "n"): try keep(changed, from: mark)
    case UInt8(ascii: "a"): try keepBeside(changed)
    default: break
    }
  }

  /// The lines as the person changes them, one after the other; nil where the person leaves it.
  private func readCode(_ cell: Cell) -> [String]? {
    keys.giveBack()
    defer { keys.take() }
    var code: [String] = []
    for (index, line) in cell.code.enumerated() {
      screen.makeRoom()
      let count = cell.code.count > 1 ? "\(index + 1)/\(cell.code.count) " : ""
      guard
        case .line(let typed) = input().readLine(LinePrompt([.init("\(count)› ")]), beginning: session.redacted(line))
      else { return nil }
      // What is hidden in it was not shown, and is not given back by leaving it.
      code.append(typed == session.redacted(line) ? line : typed)
    }
    return code.contains { $0.contains { !$0.isWhitespace } } ? code : nil
  }

  /// - Returns: the letter of what is to be kept; nil for the old, as it was.
  private func choice(_ both: ChangedCell) throws -> UInt8? {
    let isGood = both.new.result.error == nil
    let keys =
      isGood
      ? Text(nl: "n nieuw houden · o oud houden · a allebei", en: "n keep the new · o keep the old · a both")
      : Text(nl: "nieuw gaat niet · o oud houden", en: "the new does not go · o keep the old")
    var from = 0
    while true {
      let shown = both.lines(slide)
      screen.show(
        shown, from: from, title: session.redacted(run.notebook.title), place: place, done: done,
        keys: below(shown.count, from) + keys(session.language))
      let last = max(0, shown.count - screen.room)
      switch self.keys.next(isGood ? "noa" : "o") {
      case .letter(UInt8(ascii: "o")), .leave: return nil
      case .letter(let letter): return letter
      case .down: from = min(from + 1, last)
      case .up: from = max(0, from - 1)
      case .pageDown, .onward: from = min(from + screen.room, last)
      case .pageUp, .back: from = max(0, from - screen.room)
      case .woken: if try wasInterrupted() { return nil }
      default: break
      }
    }
  }

  /// Goes on with the new lines in the place of the old ones: what came behind the cell is due once more.
  private func keep(_ cell: Cell, from mark: NotebookRun.Mark) throws {
    var before = self.before(cell.number)
    run.resume(mark)
    before.base = session.workspace.log.done.count
    noteStepsBack(before.steps - before.base)
    try changeByRunning(cell, before) { result in
      presentation.replace(cell, by: result)
      marks = marks.filter { $0.key <= cell.number }
      beside = beside.filter { $0.key < cell.number }
    }
  }

  /// Keeps the old and runs the new lines behind all that was done.
  private func keepBeside(_ cell: Cell) throws {
    let before = self.before(nil)
    if let due = presentation.due {
      marks[due.number] = run.mark
      let old = try run.run(due)
      log.note(old, due, session)
      presentation.take(old)
    }
    try changeByRunning(cell, before) { result in
      beside[cell.number, default: []].append(.init(cell: cell, result: result))
    }
  }

  private func changeByRunning(_ cell: Cell, _ before: BeforeChange, _ take: (CellResult) -> Void) throws {
    do {
      let result = try run.run(cell)
      guard result.error == nil else { return restore(before) }
      log.note(result, cell, session)
      take(result)
      changes.append(before)
      top = 0
    } catch is Interrupted {
      if interrupt_ending() != 0 { throw Interrupted() }
      interrupt_lower()
      restore(before)
    }
  }

  /// How all is now.
  ///
  /// - Parameter number: the cell from which on the lines are run again by whoever takes a change back; nil for none.
  private func before(_ number: Int?) -> BeforeChange {
    let rerun = number.map { first in presentation.results.keys.filter { $0 >= first }.sorted() } ?? []
    let cells = run.notebook.cells
    let lines = rerun.flatMap { (presentation.changed[$0] ?? cells[$0 - 1]).code }
    return BeforeChange(
      mark: run.mark, presentation: presentation, marks: marks, beside: beside, steps: session.workspace.log.done.count,
      base: session.workspace.log.done.count, lines: lines.map(session.redacted))
  }

  private func restore(_ before: BeforeChange) {
    run.resume(before.mark)
    (presentation, marks, beside) = (before.presentation, before.marks, before.beside)
  }

  /// Takes the last change of a cell back.
  func takeBack() {
    guard let before = changes.popLast() else { return }
    let now = session.workspace.log.done.count
    restore(before)
    log.note(remark: Text(nl: "de wijziging is teruggenomen", en: "the change was taken back")(session.language))
    noteStepsBack(now - before.base)
    log.note(lines: before.lines)
    top = 0
  }

  /// So that the transcript, run as a script, stands where the presentation does.
  private func noteStepsBack(_ count: Int) { if count > 0 { log.note(lines: ["undo \(count)"]) } }

  private func tell(_ text: Text) throws {
    try read([.init(text: "  " + text(session.language))])
  }
}
