import CEditline
import Glibc

/// Which keys do what, besides libedit's own and those of `~/.editrc`.
enum KeyBindings {
  /// - Parameters:
  ///   - complete: what Tab does.
  ///   - forward: what Right and Ctrl-F do.
  static func install(
    on editor: OpaquePointer, complete: @escaping editline_function, forward: @escaping editline_function
  ) {
    editline_set_mode(editor, wide("emacs"))
    // What a person expects of a terminal, unless .editrc says otherwise.
    for (key, function) in customary { editline_bind(editor, wide(key), wide(function)) }
    el_source(editor, nil)
    editline_take_signal_keys(editor)
    editline_add_functions(editor, complete, forward)
    for (key, function) in own { editline_bind(editor, wide(key), wide(function)) }
    if editline_is_vi(editor) != 0 {
      _ = editline_bind_command(editor, wide("^R"), wide("em-inc-search-prev"))
    } else {
      // In vi mode Escape is a key of its own, and no other may begin with it.
      for key in ["\\e[C", "\\eOC"] { editline_bind(editor, wide(key), wide("leerkring-forward")) }
    }
  }

  private static let customary = [
    ("^W", "ed-delete-prev-word"), ("\\e[3~", "ed-delete-next-char"), ("\\e[1;5C", "em-next-word"),
    ("\\e[1;5D", "ed-prev-word"), ("\\e[H", "ed-move-to-beg"), ("\\e[F", "ed-move-to-end"),
  ]

  private static let own = [
    ("^I", "leerkring-complete"), ("^R", "em-inc-search-prev"), ("^F", "leerkring-forward"),
  ]

  private static func wide(_ text: String) -> [wchar_t] { WideText.terminated(text) }
}
