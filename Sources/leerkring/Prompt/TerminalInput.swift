import CSystem
import LineEditing
import Session

/// Where the lines of a prompt come from.
protocol TerminalInput: AnyObject {
  /// Shows a prompt and waits for a line.
  func readLine(_ prompt: LinePrompt) -> LineEditor.Event
  /// Shows a prompt with a line behind it, and waits until it was changed.
  func readLine(_ prompt: LinePrompt, beginning text: String) -> LineEditor.Event
  /// Shows a question and waits for its answer.
  func ask(_ question: LinePrompt) -> LineEditor.Event
}

extension LineEditor: TerminalInput {}

extension TerminalInput {
  /// Asks a question that takes yes or no; whatever is not yes is no.
  func confirms(_ question: String) -> Bool {
    guard case .line(let answer) = ask(LinePrompt([.init(question)])) else { return false }
    return Answer(answer, blank: .no) == .yes
  }
}

/// Lines from a terminal on which nothing can be drawn: its own driver lets a person rub out, and no more.
final class PlainTerminal: TerminalInput {
  private let output: OutputStream
  private let reader = LineReader(0)

  init(_ output: OutputStream) { self.output = output }

  func readLine(_ prompt: LinePrompt) -> LineEditor.Event {
    while true {
      output.write(prompt.visible)
      output.flush()
      switch reader.next() {
      case .line(let text): return .line(text)
      case .end, .failed: return .end
      case .bad(let error):
        output.write("\(error.message(.en))\n")
      case .interrupted:
        output.write("\n")
        output.flush()
        return .woken
      }
    }
  }

  func ask(_ question: LinePrompt) -> LineEditor.Event { readLine(question) }

  /// The line stands above; who types nothing keeps it.
  func readLine(_ prompt: LinePrompt, beginning text: String) -> LineEditor.Event {
    output.write("\(text)\n")
    guard case .line(let typed) = readLine(prompt) else { return .interrupted }
    return .line(typed.allSatisfy(\.isWhitespace) ? text : typed)
  }
}

/// The way to lines that this terminal allows.
enum Terminals {
  /// An editor with completion and hints, or plain lines where nothing can be drawn.
  static func input(
    _ session: Session, _ history: HistoryFile, _ output: OutputStream, _ environment: Environment,
    offered: @escaping () -> String? = { nil }
  ) -> any TerminalInput {
    guard let term = environment["TERM"], term != "dumb",
      let editor = LineEditor(
        name: "leerkring", wake: interrupt_descriptor(), allowsColour: environment.allowsColour)
    else { return PlainTerminal(output) }
    editor.setHistory(history.lines)
    let aids = LineAids(session: session, history: history, offered: offered) {
      (environment.columns(output), environment.rows(output))
    }
    editor.complete = aids.complete
    editor.hint = aids.hint
    return editor
  }
}

/// A terminal that is taken in hand when it is first asked for.
final class TerminalOnDemand {
  private let make: () -> any TerminalInput
  private lazy var made = make()

  init(_ session: Session, _ presenter: Presenter) {
    make = { Terminals.input(session, HistoryFile(in: nil), presenter.output, presenter.environment) }
  }

  func input() -> any TerminalInput { made }
}
