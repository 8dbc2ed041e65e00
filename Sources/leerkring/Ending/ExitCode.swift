/// The codes with which the program ends (shell.md 6).
enum ExitCode {
  static let fine: Int32 = 0
  /// A `-c` line failed, or with `--bail off` any line did.
  static let lineFailed: Int32 = 1
  /// Wrong options, before any line ran.
  static let usage: Int32 = 2
  /// A file or standard input stopped at its first error.
  static let stopped: Int32 = 3
  static let locked: Int32 = 4
  /// The workspace is unreadable or of a newer format.
  static let workspace: Int32 = 5
  /// A notebook gives something else than what stands in it.
  static let differs: Int32 = 6
  static let interrupted: Int32 = 130
  /// Nobody reads standard output: as the signal itself would have it.
  static let nobodyReads: Int32 = 141
}
