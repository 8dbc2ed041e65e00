import LineEditing

/// Where the lines of a prompt come from.
protocol TerminalInput: AnyObject {
  /// Shows a prompt and waits for a line.
  func readLine(_ prompt: LinePrompt) -> LineEditor.Event
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
}
