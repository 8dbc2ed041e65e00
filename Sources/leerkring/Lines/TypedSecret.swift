import WorkbenchKit

/// A password in a line that was typed: `--password`, `password=`, or an address with one before its `@`.
enum TypedSecret {
  /// Whether a line holds one, so that it is to be kept in no file.
  static func isIn(_ line: String) -> Bool {
    line.lowercased().filter { !$0.isWhitespace }.contains("--password") || SecretWords.isIn(line)
  }
}
