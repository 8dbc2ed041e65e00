import TestSupport

/// A prompt in a terminal of 80 columns, in a home of its own.
enum Prompt {
  static func environment(_ home: TemporaryFolder, _ more: [String: String] = [:]) -> [String: String] {
    var variables = Leerkring.environment(home: home.path, ["TERM": "xterm-256color"].merging(more) { _, new in new })
    // The terminal itself says how wide it is.
    variables["COLUMNS"] = nil
    return variables
  }

  static func start(
    _ home: TemporaryFolder, _ arguments: [String] = [], environment more: [String: String] = [:], columns: Int = 80
  ) -> TerminalSession? {
    TerminalSession(Places.program, arguments, environment: environment(home, more), columns: columns)
  }

  /// Where the program keeps what it remembers between two prompts.
  static let state = ".local/state/leerkring"
}
