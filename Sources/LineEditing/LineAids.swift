import CEditline

/// What Tab and Right do, and the hint.
extension LineEditor {
  /// Shows faintly what may follow; the cursor stays.
  func showHint() {
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

  func wipeHint() {
    guard shownHint > 0 else { return }
    shownHint = 0
    Self.send("\u{1B}[K")
  }

  var currentHint: String? {
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
}
