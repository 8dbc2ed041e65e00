import CEditline
import Glibc

/// A line editor on the terminal, by libedit's native interface.
///
/// There is one at a time; it belongs to the thread that made it. Between two lines the terminal is as it was before.
public final class LineEditor {
  public enum Event: Sendable, Hashable {
    /// A line, which has `\n` in it where one of several lines was got from the history.
    case line(String)
    /// Several lines were pasted behind what stood there.
    case pasted(PastedText)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
    /// The watched descriptor became readable.
    case woken
  }

  /// Returns what Tab does, by the text before the cursor and how often Tab was pressed at the same spot, from 1.
  public var complete: (_ before: String, _ times: Int) -> LineCompletion = { _, _ in LineCompletion() }
  /// Returns what may follow the whole line, shown faintly and taken over with Right at its end.
  public var hint: (_ line: String) -> String? = { _ in nil }

  let editor: OpaquePointer
  private let history: OpaquePointer?
  private let keys: KeyReader
  let allowsColour: Bool
  var prompt = LinePrompt([])
  private var outcome: Event?
  /// What is put into the line before the first key.
  private var beginning: String?
  var isQuestion = false
  /// How wide the hint is that is on the screen.
  var shownHint = 0
  var tabs: (line: String, times: Int) = ("", 0)
  /// What stands before the cursor on the screen; what was put in since is not drawn yet.
  var drawnBefore = ""

  /// Takes the terminal's standard streams in hand, and reads `~/.editrc`.
  ///
  /// - Parameters:
  ///   - name: by which lines of `.editrc` can be for this program only.
  ///   - wake: a descriptor to watch while a line is awaited, or -1.
  /// - Returns: nil where the terminal or the system allow no editing, as where libedit is not there.
  public init?(name: String, wake: Int32, allowsColour: Bool, historySize: Int32 = 5_000) {
    guard isatty(0) == 1, isatty(1) == 1, WideText.allowUTF8(), let editor = editline_start(name) else {
      return nil
    }
    self.editor = editor
    self.allowsColour = allowsColour
    history = editline_history_start(editor, historySize)
    keys = KeyReader(0, wake: wake)
    window_change_install()
    editline_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    KeyBindings.install(
      on: editor,
      complete: { editor, _ in UInt8(truncatingIfNeeded: LineEditor.of(editor)?.completeLine() ?? CC_ERROR) },
      forward: { editor, _ in UInt8(truncatingIfNeeded: LineEditor.of(editor)?.goForward() ?? CC_ERROR) })
    editline_set_prompt(editor) { editor in LineEditor.of(editor)?.promptPointer }
    editline_set_reader(editor) { editor, place in
      guard let place, let found = LineEditor.of(editor) else { return -1 }
      return found.read(into: place)
    }
  }

  deinit {
    el_end(editor)
    if let history { history_wend(history) }
    promptStorage.deallocate()
  }

  static func of(_ editor: OpaquePointer?) -> LineEditor? {
    guard let editor, let client = editline_client(editor) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
  }

  // MARK: Lines

  /// Fills the history, the oldest line first.
  public func setHistory(_ lines: [String]) {
    guard let history else { return }
    editline_history_clear(history)
    for line in lines { editline_history_add(history, WideText.terminated(line)) }
  }

  /// Waits for a line.
  public func readLine(_ prompt: LinePrompt) -> Event { read(prompt, asQuestion: false) }

  /// Waits for a line of which something stands there already, to be changed.
  public func readLine(_ prompt: LinePrompt, beginning text: String) -> Event {
    beginning = text
    defer { beginning = nil }
    return read(prompt, asQuestion: false)
  }

  /// Waits for an answer: without completion and hints.
  public func ask(_ question: LinePrompt) -> Event { read(question, asQuestion: true) }

  private func read(_ prompt: LinePrompt, asQuestion: Bool) -> Event {
    isQuestion = asQuestion
    outcome = nil
    tabs = ("", 0)
    setPrompt(prompt)
    // Before the prompt is drawn, or a key that is pressed at once would be lost to the old settings.
    editline_prepare(editor, 1)
    Self.send("\u{1B}[?2004h")
    var count: Int32 = 0
    let start = el_wgets(editor, &count)
    Self.send("\u{1B}[?2004l")
    editline_prepare(editor, 0)
    if let outcome { return outcome }
    guard let start, count > 0 else {
      // Behind the ^D that libedit shows.
      Self.send("\r\n")
      return .end
    }
    var line = WideText.string(UnsafeBufferPointer(start: start, count: Int(count)))
    if line.last == "\n" { line.removeLast() }
    return .line(line)
  }

  private var promptStorage = UnsafeMutablePointer<wchar_t>.allocate(capacity: 1)
  private var promptPointer: UnsafePointer<wchar_t> { UnsafePointer(promptStorage) }

  private func setPrompt(_ prompt: LinePrompt) {
    self.prompt = prompt
    let wide = WideText.terminated(prompt.marked)
    promptStorage.deallocate()
    promptStorage = .allocate(capacity: wide.count)
    promptStorage.initialize(from: wide, count: wide.count)
  }

  // MARK: Keys

  /// Gives libedit its next character; deals itself with all that is more than a character.
  private func read(into place: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if let text = beginning {
      beginning = nil
      insert(text)
    }
    // libedit has drawn all that it changed before it asks for more.
    drawnBefore = line.before
    while true {
      switch keys.next(idle: { $0 ? showHint() : wipeHint() }) {
      case .character("\u{3}"):
        leaveLine("^C")
        outcome = .interrupted
        return -1
      case .character("\u{1A}"): suspend()
      case .character(let scalar):
        if WideText.combines(scalar), combine(scalar) { continue }
        place.pointee = wchar_t(bitPattern: scalar.value)
        return 1
      case .pasted(let pasted):
        if pasted.isOneLine {
          insert(pasted.text)
        } else {
          let before = line.before + line.after
          leaveLine("")
          outcome = .pasted(PastedText(Array((before + pasted.text).utf8)))
          return -1
        }
      case .resized: redraw()
      case .woken:
        leaveLine("")
        outcome = .woken
        return -1
      case .end:
        outcome = .end
        return 0
      }
    }
  }

  /// Joins a mark with the character before the cursor; one that stays on its own is put in without libedit's quick
  /// way, which takes it for a column wide.
  private func combine(_ mark: Unicode.Scalar) -> Bool {
    guard let base = line.before.unicodeScalars.last, base.value >= 0x20 else { return true }
    if let composed = WideText.composed(base, mark) {
      el_deletestr(editor, 1)
      insert(String(composed))
    } else {
      insert(String(mark))
    }
    return true
  }
}
