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
  private let allowsColour: Bool
  var prompt = LinePrompt([])
  private var outcome: Event?
  private var isQuestion = false
  /// How wide the hint is that is on the screen.
  private var shownHint = 0
  private var tabs: (line: String, times: Int) = ("", 0)

  /// Takes the terminal's standard streams in hand, and reads `~/.editrc`.
  ///
  /// - Parameters:
  ///   - name: by which lines of `.editrc` can be for this program only.
  ///   - wake: a descriptor to watch while a line is awaited, or -1.
  /// - Returns: nil where the terminal or the system allow no editing.
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
    KeyBindings.install(on: editor)
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

  // MARK: The line

  /// What stands before and behind the cursor.
  var line: (before: String, after: String) {
    guard let info = el_wline(editor)?.pointee, let start = info.buffer, let cursor = info.cursor,
      let end = info.lastchar
    else { return ("", "") }
    return (
      WideText.string(UnsafeBufferPointer(start: start, count: cursor - start)),
      WideText.string(UnsafeBufferPointer(start: cursor, count: end - cursor))
    )
  }

  private func insert(_ text: String) {
    el_winsertstr(editor, WideText.terminated(text))
    redraw()
  }

  var columns: Int {
    let columns = Int(window_columns(1))
    return columns > 0 ? columns : 80
  }

  /// Draws prompt and line again, from the row in which the prompt begins.
  private func redraw() {
    let row = WideText.position(after: prompt.visible + drawnBefore, columns: columns).row
    el_resize(editor)
    Self.send("\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J")
    editline_refresh(editor)
    drawnBefore = line.before
  }

  /// What stands before the cursor on the screen; what was put in since is not drawn yet.
  private var drawnBefore = ""

  /// Puts the cursor under the line, as if it had been ended.
  private func leaveLine(_ mark: String) {
    let (before, after) = line
    let here = WideText.position(after: prompt.visible + before, columns: columns)
    let end = WideText.position(after: prompt.visible + before + after, columns: columns)
    let down = max(0, end.row - here.row)
    let right = end.column > 0 ? "\u{1B}[\(end.column)C" : ""
    Self.send((down > 0 ? "\u{1B}[\(down)B" : "") + "\r\(right)\(mark)\r\n")
  }

  /// Gives the terminal back and stops until a shell says `fg`.
  private func suspend() {
    leaveLine("^Z")
    Self.send("\u{1B}[?2004l")
    editline_prepare(editor, 0)
    kill(0, SIGTSTP)
    editline_prepare(editor, 1)
    Self.send("\u{1B}[?2004h\r")
    el_resize(editor)
    editline_refresh(editor)
  }

  // MARK: Hints

  private func showHint() {
    guard !isQuestion, allowsColour, line.after.isEmpty, let hint = currentHint else { return }
    let taken = WideText.position(after: prompt.visible + line.before, columns: columns)
    let room = columns - taken.column - 1
    guard room > 1 else { return }
    var shown = ""
    var width = 0
    for scalar in hint.unicodeScalars {
      let wide = max(0, Int(editline_width(wchar_t(bitPattern: scalar.value))))
      if scalar == "\n" || width + wide > room { break }
      shown.unicodeScalars.append(scalar)
      width += wide
    }
    guard width > 0 else { return }
    shownHint = width
    Self.send("\u{1B}[2m\(shown)\u{1B}[0m\u{1B}[\(width)D")
  }

  private func wipeHint() {
    guard shownHint > 0 else { return }
    shownHint = 0
    Self.send("\u{1B}[K")
  }

  private var currentHint: String? {
    let (before, after) = line
    guard after.isEmpty, !before.isEmpty else { return nil }
    return hint(before).flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: What keys do

  /// Right: one further, or at the end of the line the hint.
  func goForward() -> Int32 {
    if !isQuestion, line.after.isEmpty, allowsColour, let hint = currentHint {
      el_winsertstr(editor, WideText.terminated(hint))
      return CC_REFRESH
    }
    el_cursor(editor, 1)
    return CC_CURSOR
  }

  /// Tab.
  func completeLine() -> Int32 {
    if isQuestion { return CC_ERROR }
    let before = line.before
    tabs = (before, tabs.line == before ? tabs.times + 1 : 1)
    let answer = complete(before, tabs.times)
    if answer.replaced == 0, answer.insertion.isEmpty, answer.shown.isEmpty { return CC_REFRESH_BEEP }
    if !answer.shown.isEmpty {
      leaveLine("")
      Self.send(answer.shown.map { $0 + "\r\n" }.joined())
    }
    let removed = before.utf8.suffix(answer.replaced)
    if !removed.isEmpty { el_deletestr(editor, Int32(String(decoding: removed, as: UTF8.self).unicodeScalars.count)) }
    if !answer.insertion.isEmpty { el_winsertstr(editor, WideText.terminated(answer.insertion)) }
    if !answer.insertion.isEmpty || answer.replaced > 0 { tabs = (line.before, 0) }
    if answer.shown.isEmpty { return CC_REFRESH }
    editline_refresh(editor)
    return CC_NORM
  }

  private static func send(_ text: String) {
    var bytes = Array(text.utf8)
    var sent = 0
    bytes.withUnsafeMutableBytes { bytes in
      while sent < bytes.count {
        let count = write(1, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count < 0, errno != EINTR, errno != EAGAIN { return }
        sent += max(0, count)
      }
    }
  }
}
