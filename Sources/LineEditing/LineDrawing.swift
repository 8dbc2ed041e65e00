import CEditline
import Glibc

/// Drawing beside libedit: after what it does not know of, such as a paste or another size of the window.
extension LineEditor {
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

  func insert(_ text: String) {
    el_winsertstr(editor, WideText.terminated(text))
    redraw()
  }

  var columns: Int {
    let columns = Int(window_columns(1))
    return columns > 0 ? columns : 80
  }

  /// Draws prompt and line again, from the row in which the prompt begins.
  func redraw() {
    let row = WideText.position(after: prompt.visible + drawnBefore, columns: columns).row
    el_resize(editor)
    Self.send("\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J")
    editline_refresh(editor)
    drawnBefore = line.before
  }

  /// Puts the cursor under the line, as if it had been ended.
  func leaveLine(_ mark: String) {
    let (before, after) = line
    let here = WideText.position(after: prompt.visible + before, columns: columns)
    let end = WideText.position(after: prompt.visible + before + after, columns: columns)
    let down = max(0, end.row - here.row)
    let right = end.column > 0 ? "\u{1B}[\(end.column)C" : ""
    Self.send((down > 0 ? "\u{1B}[\(down)B" : "") + "\r\(right)\(mark)\r\n")
  }

  /// Gives the terminal back and stops until a shell says `fg`.
  func suspend() {
    leaveLine("^Z")
    Self.send("\u{1B}[?2004l")
    editline_prepare(editor, 0)
    kill(0, SIGTSTP)
    editline_prepare(editor, 1)
    Self.send("\u{1B}[?2004h\r")
    el_resize(editor)
    editline_refresh(editor)
  }

  /// Writes to the terminal beside libedit, which has nothing waiting to be written at such moments.
  static func send(_ text: String) {
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
